"""Holes between ranges, as they are told."""

from __future__ import annotations

from decimal import Decimal

import pytest

from site_builder.checks.tranches import hole_in_words
from site_builder.eligibility.echelles import Intervalle
from tests.eligibility.enumeration import make_question


@pytest.mark.parametrize(
    ("low", "high", "entiers", "words"),
    [
        ("26", "26", True, "26\u00a0ans"),
        ("26", "29", True, "les valeurs de 26 à 29\u00a0ans"),
        ("20", "20.50", False, "les valeurs entre 20 et 20,5\u00a0ans"),
        ("100", "100", False, "100\u00a0ans"),
    ],
)
def test_a_hole_in_words(low: str, high: str, entiers: bool, words: str) -> None:
    interval = Intervalle(Decimal(low), Decimal(high), 1)
    question = make_question("age", "nombre", unite="ans")

    assert hole_in_words(interval, question, entiers=entiers) == words
