"""The days of a call for projects stand in order, and the next one is told apart."""

from __future__ import annotations

from datetime import date

from site_builder.model.financement import AppelAProjets
from site_builder.rendering.calendrier import calendrier

APPEL = AppelAProjets.model_validate(
    {
        "cloture": "2025-02-14",
        "convention": {"debut": "2025-02-14", "fin": "2025-01-10"},
        "ouverture": "2025-01-15",
    }
)


def test_days_are_in_order_and_all_that_happens_on_the_next_one_is_next() -> None:
    assert calendrier(APPEL, date(2025, 1, 20)) == [
        (date(2025, 1, 10), "Fin de la convention", False),
        (date(2025, 1, 15), "Ouverture de l’appel", False),
        (date(2025, 2, 14), "Clôture de l’appel", True),
        (date(2025, 2, 14), "Début de la convention", True),
    ]


def test_today_may_be_the_next_day_and_nothing_may_be_left() -> None:
    assert [following for _, _, following in calendrier(APPEL, date(2025, 1, 15))][1]
    assert not any(following for _, _, following in calendrier(APPEL, date(2025, 2, 15)))
    assert calendrier(AppelAProjets.model_validate({"depot": "Par courriel."}), date.min) == []
