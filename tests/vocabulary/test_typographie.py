"""Comparing words, and writing lists of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.vocabulary.typographie import fold, french_list, nearest


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Hénin\u00a0 Carvin", "henin carvin"),
        ("Cœur d’ÎLE", "coeur d'ile"),
        ("Lætitia", "laetitia"),
        ("Saint‑Omer", "saint-omer"),
        ("e\u0301te\u0301", "ete"),
        ("  ", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("asso-reni", "asso-renouer"),
        ("MISSION-LOCALE", "mission-locale"),
        ("mision locale", "mission-locale"),
        ("zzz", None),
        ("", None),
        ("é", None),
    ],
)
def test_nearest(text: str, found: str | None) -> None:
    assert nearest(text, ["ccas", "asso-renouer", "mission-locale"]) == found


def test_nearest_keeps_the_first_of_equals_and_gives_back_the_original() -> None:
    assert nearest("ete", ["Été", "été"]) == "Été"
    assert nearest("abc", []) is None


def test_nearest_may_be_stricter() -> None:
    assert nearest("asso-reni", ["asso-renouer"], cutoff=95) is None


@pytest.mark.parametrize(
    ("items", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a et b"), (["a", "b", "c"], "a, b et c")],
)
def test_french_list(items: list[str], text: str) -> None:
    assert french_list(items) == text


def test_french_list_with_another_conjunction() -> None:
    assert french_list(["a", "b"], "ou") == "a ou b"
