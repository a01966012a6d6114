"""A blank record, commented from the model, for an editor to fill (``catalogue new``)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pydantic.fields import FieldInfo

from site_builder.exports.schemas import FOLDER
from site_builder.model.kinds import Kind

# What a valid blank record must hold; the rest is offered as comments.
_FILLED = {
    "nom": "À compléter",
    "fonction": "À compléter",
    "resume": "À compléter en mots simples.",
    "statut": "brouillon",
    "nature": "insertion",
    "reponses": "{}",
}


def blank_record(kind: Kind, depth: int = 1) -> str:
    """Return the YAML text of a new record of ``kind``, ``depth`` folders below the root.

    The text is valid as it stands: the mandatory fields hold words to replace, the others
    are comments that explain themselves.
    """
    up = "../" * depth
    lines = [
        f"# yaml-language-server: $schema={up}{FOLDER}/{kind.name}.schema.json",
        f"# Nouvelle fiche : {kind.un}.",
        "# Remplissez les champs ci-dessous ; pour en utiliser un qui est en commentaire,",
        "# enlevez le « # » qui le précède.",
    ]
    fields = [(n, f) for n, f in kind.model.model_fields.items() if n != "slug"]
    fields.sort(key=lambda item: not (item[1].is_required() or item[0] in _FILLED))
    for name, field in fields:
        lines += ["", *_field_lines(name, field)]
    return "\n".join(lines) + "\n"


def _field_lines(name: str, field: FieldInfo) -> Iterator[str]:
    mandatory = " (obligatoire)" if field.is_required() else ""
    yield f"# {field.title}{mandatory} : {field.description}"
    if name in _FILLED:
        yield f"{name}: {_FILLED[name]}"
        return
    example = (field.examples or [""])[0]
    for line in yaml_lines(name, example):
        yield f"# {line}"


def yaml_lines(name: str, example: Any) -> Iterator[str]:
    """Yield the lines of YAML that give ``example`` to the field ``name``."""
    if isinstance(example, dict):
        yield f"{name}:"
        for key, value in example.items():
            yield from (f"  {line}" for line in yaml_lines(key, value))
    elif isinstance(example, list):
        yield f"{name}:"
        for item in example:
            yield from _item_lines(item)
    else:
        yield f"{name}: {_scalar(example)}"


def _item_lines(item: Any) -> Iterator[str]:
    if not isinstance(item, dict):
        yield f"  - {_scalar(item)}"
        return
    lead = "  - "
    for key, value in item.items():
        for line in yaml_lines(key, value):
            yield f"{lead}{line}"
            lead = "    "


def _scalar(value: Any) -> str:
    """Write ``value`` so that it is read back as it is, quoted only where needed."""
    text = str(value)
    plain = text and text[0] not in "#&*!|>%@`\"'{[-?" and ": " not in text and " #" not in text
    return text if plain else json.dumps(text, ensure_ascii=False)
