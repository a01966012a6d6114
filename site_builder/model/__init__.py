"""The catalogue's records, one noun a module, as frozen pydantic models.

Every field carries its French title, its description and an example: the documentation,
the JSON Schemas, the editors' forms and the checks are made from there.
"""
