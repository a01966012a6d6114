"""The days that synthetic records speak of, all around one day that never moves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tests.synthetic.chance import Chance
from tests.synthetic.yaml_text import Fields

# The day on which a synthetic catalogue is up to date: the one to check and to build it on.
DAY = date(2025, 6, 2)
FIRST_DAY = date(2024, 1, 1)


@dataclass(frozen=True)
class DatedSource:
    """Where a record comes from, and the day it was last brought up to date, which is later."""

    source: Fields
    date_maj: date


def dated_source(chance: Chance) -> DatedSource:
    """Draw a fictitious document and its days."""
    written = chance.day(FIRST_DAY, date(2024, 12, 31))
    source: Fields = {
        "document": f"Programme fictif d’insertion, fiche {chance.between(1, 99)}",
        "date": written,
    }
    if chance.happens(0.5):
        source["passage"] = f"Page {chance.between(1, 80)}"
    if chance.happens(0.3):
        source["lien"] = "https://www.exemple.fr/programme.pdf"
    return DatedSource(source, chance.day(written, DAY))
