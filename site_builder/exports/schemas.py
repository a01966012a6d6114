"""The JSON Schemas with which an editor completes and explains a record in French.

They describe what a YAML editor sees, not what our reader sees: a field that is left empty
is ``null`` there, and a number may be written as a text (« 80,5 »).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from site_builder.model.kinds import FOLDERS, SITE, TABLES, Kind

DIALECT = "http://json-schema.org/draft-07/schema#"
FOLDER = ".schemas"

Schema = dict[str, Any]


def schema_of(kind: Kind) -> Schema:
    """Return the JSON Schema (draft 7) of the files of ``kind``."""
    schema = kind.model.model_json_schema(ref_template="#/definitions/{model}")
    definitions = schema.pop("$defs", {})
    for part in (schema, *definitions.values()):
        _describe_as_written(part)
    title = kind.un[0].upper() + kind.un[1:]
    if kind.name in TABLES:
        schema = {"type": "object", "additionalProperties": schema}
        title = kind.pluriel.capitalize()
    return {"$schema": DIALECT, **schema, "title": title, "definitions": definitions}


def _describe_as_written(schema: Schema) -> None:
    """Loosen ``schema`` to all the ways of writing that the reader accepts."""
    schema.pop("description", None)
    required = set(schema.get("required", ()))
    for name, field in schema.get("properties", {}).items():
        loosened = _loosen(field, listed=name not in _GROUPS)
        field.clear()
        field.update(loosened)
        if name not in required:
            _allow_empty(field)


_WORDS = ("title", "description", "examples", "default")
# Groups of conditions are always lists: a single condition needs no group.
_GROUPS = {"toutes", "une_de", "aucune"}


def _loosen(field: Schema, *, listed: bool) -> Schema:
    words = {key: field[key] for key in _WORDS if field.get(key) is not None}
    rest = {key: value for key, value in field.items() if key not in _WORDS}
    if rest.get("type") in ("number", "integer"):
        rest = {"type": ["number", "string"]}
    elif rest.get("type") == "string" and "enum" not in rest:
        rest["type"] = ["string", "number"]
    elif rest.get("type") == "array":
        items = rest["items"] = _loosen(rest["items"], listed=False)
        if listed:
            rest = {"anyOf": [rest, items]}
    elif "anyOf" in rest:
        rest["anyOf"] = [_loosen(option, listed=listed) for option in rest["anyOf"]]
    elif isinstance(rest.get("additionalProperties"), dict):
        inner = rest["additionalProperties"]
        rest["additionalProperties"] = _loosen(inner, listed=True)
    return {**words, **rest}


def _allow_empty(field: Schema) -> None:
    options = field.get("anyOf")
    if options is None:
        rest = {key: field.pop(key) for key in list(field) if key not in _WORDS}
        options = field["anyOf"] = [rest]
    if {"type": "null"} not in options:
        options.append({"type": "null"})


def write_schemas(out: Path) -> list[Path]:
    """Write the schema of each kind to ``out``; returns the files. Raises ``OSError``."""
    out.mkdir(parents=True, exist_ok=True)
    written = []
    for kind in (*FOLDERS.values(), *TABLES.values(), SITE):
        file = out / f"{kind.name}.schema.json"
        text = json.dumps(schema_of(kind), ensure_ascii=False, indent=2)
        file.write_text(text + "\n", encoding="utf-8")
        written.append(file)
    return written
