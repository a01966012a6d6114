"""Dates: one way to write them, and help for all the others."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.vocabulary.dates import FIRST_YEAR, LAST_YEAR, MOIS, parse_date
from site_builder.vocabulary.refusal import ValueRefused, did_you_mean

_DATES = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))


@given(_DATES)
def test_iso_dates_are_read(day: date) -> None:
    assert parse_date(day.isoformat()) == day


@given(_DATES)
def test_dates_written_the_french_way_are_proposed_in_iso(day: date) -> None:
    for text in (f"{day:%d/%m/%Y}", f"{day.day} {MOIS[day.month - 1]} {day.year}"):
        with pytest.raises(ValueRefused, match="CAT-D202") as refusal:
            parse_date(text)
        assert refusal.value.suggestion == did_you_mean(day.isoformat())


@pytest.mark.parametrize(
    ("text", "code", "suggestion"),
    [
        ("2025-02-31", "CAT-D201", "février 2025 compte 28 jours"),
        ("31/02/2025", "CAT-D201", "février 2025 compte 28 jours"),
        ("30 février 2024", "CAT-D201", "février 2024 compte 29 jours"),
        ("2025-01-00", "CAT-D201", "janvier 2025 compte 31 jours"),
        ("2025-13-01", "CAT-D201", "il n’y a pas de mois 13"),
        ("2025-1-5", "CAT-D202", did_you_mean("2025-01-05")),
        ("15/01/25", "CAT-D202", did_you_mean("2025-01-15")),
        ("15.01.2025", "CAT-D202", did_you_mean("2025-01-15")),
        ("2025/01/15", "CAT-D202", did_you_mean("2025-01-15")),
        ("2025-01-15T10:30:00", "CAT-D202", did_you_mean("2025-01-15")),
        ("1er janvier 2025", "CAT-D202", did_you_mean("2025-01-01")),
        ("Mercredi 15 Janv. 2025", "CAT-D202", did_you_mean("2025-01-15")),
        ("3 jui 2025", "CAT-D202", None),
        ("15 brumaire 2025", "CAT-D202", None),
        ("2025", "CAT-D202", None),
        ("20250115", "CAT-D202", None),
        ("\u0662\u0660\u0662\u0665-\u0660\u0661-\u0661\u0665", "CAT-D202", None),
        ("", "CAT-D202", None),
        ("0205-01-15", "CAT-D203", None),
        ("15/01/9025", "CAT-D203", None),
    ],
)
def test_what_is_refused(text: str, code: str, suggestion: str | None) -> None:
    with pytest.raises(ValueRefused) as refusal:
        parse_date(text)
    assert (refusal.value.code, refusal.value.suggestion) == (code, suggestion)
