"""Writing records as an editor would: block style, quotes where they are needed.

PyYAML's own writer is pure Python and would take most of the generator's time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TypeAlias

Value: TypeAlias = "str | int | date | Sequence[Value] | Mapping[str, Value]"
Fields: TypeAlias = "dict[str, Value]"

_PLAIN = re.compile(r"[a-z][a-z0-9]*(?:[_-]+[a-z0-9]+)*")


def to_yaml(record: Mapping[str, Value]) -> str:
    """Return ``record`` as YAML; empty lists and mappings are left out."""
    return "\n".join(_mapping(record, "")) + "\n"


def _mapping(record: Mapping[str, Value], pad: str) -> Iterator[str]:
    for key, value in record.items():
        if isinstance(value, str | int | date):
            yield f"{pad}{key}: {_scalar(value, pad)}"
        elif value:
            yield f"{pad}{key}:"
            yield from _nested(value, f"{pad}  ")


def _nested(value: Sequence[Value] | Mapping[str, Value], pad: str) -> Iterator[str]:
    return _mapping(value, pad) if isinstance(value, Mapping) else _items(value, pad)


def _items(values: Sequence[Value], pad: str) -> Iterator[str]:
    for value in values:
        if isinstance(value, str | int | date):
            yield f"{pad}- {_scalar(value, pad)}"
            continue
        lines = _nested(value, f"{pad}  ")
        # The first line of the item stands beside its dash.
        yield f"{pad}- {next(lines).lstrip(' ')}"
        yield from lines


def _scalar(value: str | int | date, pad: str) -> str:
    if not isinstance(value, str):
        return str(value)
    if "\n" in value:
        body = "\n".join(f"{pad}  {line}" if line else "" for line in value.split("\n"))
        return f"|-\n{body}"
    if _PLAIN.fullmatch(value):
        return value
    return "'" + value.replace("'", "''") + "'"
