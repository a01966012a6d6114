"""What the values of a catalogue may be: closed lists, official codes, validators.

Plain Python without pydantic: the model, the checks and the commands all build on it.
Import from the module that holds the noun (``vocabulary.dates``, ``vocabulary.cog``…).
"""
