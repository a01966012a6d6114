"""Days as they are read in French."""

from __future__ import annotations

from datetime import date

from site_builder.vocabulary.dates import MOIS

_NO_BREAK = "\u00a0"


def jour(value: date) -> str:
    """Return « 15 janvier 2025 », « 1er janvier 2025 »."""
    day = "1er" if value.day == 1 else str(value.day)
    return f"{day}{_NO_BREAK}{MOIS[value.month - 1]} {value.year}"
