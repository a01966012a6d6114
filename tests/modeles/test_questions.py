"""Which numbers are counted in whole ones: the question alone says so."""

from __future__ import annotations

from typing import Any

import pytest

from tests.eligibility.enumeration import make_question


@pytest.mark.parametrize(
    ("fields", "entiers"),
    [
        ({}, True),
        ({"unite": "ans"}, True),
        ({"unite": "Années"}, True),
        ({"unite": "mois", "min": "0", "max": "240"}, True),
        ({"unite": "salarié"}, True),
        ({"unite": "€"}, False),
        ({"unite": "euros"}, False),
        ({"unite": "heures"}, False),
        ({"unite": "m²"}, False),
        ({"unite": "salariés ETP"}, False),
        ({"unite": "ans", "min": "0,5"}, False),
        ({"max": "9.5"}, False),
        ({"max": "10,0"}, True),
    ],
)
def test_a_number_is_whole_when_it_counts_things(fields: dict[str, Any], entiers: bool) -> None:
    assert make_question("nombre", "nombre", **fields).compte_en_entiers is entiers


@pytest.mark.parametrize("genre", ["oui-non", "choix", "choix-multiple", "date", "commune"])
def test_no_other_question_is_counted(genre: str) -> None:
    assert make_question("question", genre).compte_en_entiers is False
