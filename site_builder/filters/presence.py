"""What is filled in, of all that a record may say."""

from __future__ import annotations

from collections.abc import Iterable


def filled(facts: Iterable[tuple[str, object]]) -> list[tuple[str, object]]:
    """Return the (name, value) pairs that have a value."""
    return [fact for fact in facts if fact[1]]


def any_has(records: Iterable[object], *fields: str) -> bool:
    """Tell whether one of ``records`` has something in one of ``fields``."""
    return any(getattr(record, field) for record in records for field in fields)
