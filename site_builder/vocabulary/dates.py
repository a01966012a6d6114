"""Dates, written as ISO 8601 says: year, month, day."""

from __future__ import annotations

import calendar
import re
from datetime import date

from site_builder.vocabulary.refusal import ValueRefused, did_you_mean
from site_builder.vocabulary.typographie import fold

MOIS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
# Years outside are slips of the keyboard: no text that a sheet quotes is older.
FIRST_YEAR = 1789
LAST_YEAR = 2199

_NO_BREAK = "\u00a0"
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_YEAR_FIRST = re.compile(r"([0-9]{4})[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,2})(?:[T ].*)?")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4}|[0-9]{2})")
_IN_WORDS = re.compile(r"(?:[a-z]+ )?([0-9]{1,2})(?:er)? ([a-z]+)\.? ([0-9]{4})")


def parse_date(text: str) -> date:
    """Read a date written AAAA-MM-JJ.

    Raises ``ValueRefused``: CAT-D201 (no such day), CAT-D202 (another way of writing it,
    with the right one as a suggestion when it can be told), CAT-D203 (unlikely year).
    """
    written = text.strip()
    if found := _ISO.fullmatch(written):
        year, month, day = (int(group) for group in found.groups())
        return _existing(year, month, day)
    guess = _guess(written)
    suggestion = None if guess is None else did_you_mean(_existing(*guess).isoformat())
    raise ValueRefused("CAT-D202", suggestion)


def jour(value: date) -> str:
    """Return « 15 janvier 2025 », « 1er janvier 2025 »."""
    day = "1er" if value.day == 1 else str(value.day)
    return f"{day}{_NO_BREAK}{MOIS[value.month - 1]} {value.year}"


def _existing(year: int, month: int, day: int) -> date:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueRefused("CAT-D203", annee=year)
    if not 1 <= month <= len(MOIS):
        raise ValueRefused("CAT-D201", f"il n’y a pas de mois {month}")
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        raise ValueRefused("CAT-D201", f"{MOIS[month - 1]} {year} compte {last} jours")
    return date(year, month, day)


def _guess(written: str) -> tuple[int, int, int] | None:
    """Return the year, month and day of a date written the French way, or ``None``."""
    if found := _YEAR_FIRST.fullmatch(written):
        year, month, day = (int(group) for group in found.groups())
        return year, month, day
    if found := _DAY_FIRST.fullmatch(written):
        day, month, year = (int(group) for group in found.groups())
        return (year if year >= 100 else 2000 + year), month, day
    if found := _IN_WORDS.fullmatch(fold(written)):
        return _guess_in_words(found.group(1), found.group(2), found.group(3))
    return None


def _guess_in_words(day: str, month: str, year: str) -> tuple[int, int, int] | None:
    names = [fold(name) for name in MOIS]
    # « janv. », « sept. »: three letters at least, and one month only (« jui » is two).
    months = [place for place, name in enumerate(names, 1) if name.startswith(month)]
    if len(month) < 3 or len(months) != 1:
        return None
    return int(year), months[0], int(day)
