"""Slugs, and the words « oui » and « non »."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.vocabulary.oui_non import parse_oui_non
from site_builder.vocabulary.refusal import ValueRefused, did_you_mean
from site_builder.vocabulary.slugs import SLUG_LENGTH, parse_slug, slugify


@pytest.mark.parametrize("slug", ["a", "2-1-per", "parcours-emploi-renforce", "a" * 60])
def test_slugs_are_kept(slug: str) -> None:
    assert parse_slug(slug) == slug


@pytest.mark.parametrize(
    ("text", "code", "mended"),
    [
        ("Mission_Locale", "CAT-V350", "mission-locale"),
        ("a--b", "CAT-V350", "a-b"),
        ("-a", "CAT-V350", "a"),
        ("a\n", "CAT-V350", "a"),
        ("../secret", "CAT-V350", "secret"),
        ("a/b", "CAT-V350", "a-b"),
        ("", "CAT-V350", None),
        ("東京", "CAT-V350", None),
        ("a" * 61, "CAT-V351", "a" * 60),
    ],
)
def test_what_is_refused(text: str, code: str, mended: str | None) -> None:
    with pytest.raises(ValueRefused) as refusal:
        parse_slug(text)
    assert refusal.value.code == code
    assert refusal.value.suggestion == (None if mended is None else did_you_mean(mended))


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("L’œuvre d’Été", "l-oeuvre-d-ete"),
        ("Hénin-Carvin", "henin-carvin"),
        ("  ACTION 2.4 — PSSI  ", "action-2-4-pssi"),
        ("mot " * 20, "mot-" * 14 + "mot"),
    ],
)
def test_slugify(text: str, slug: str) -> None:
    assert slugify(text) == slug


@given(st.text())
def test_slugify_gives_a_slug_or_nothing(text: str) -> None:
    slug = slugify(text)
    assert len(slug) <= SLUG_LENGTH
    assert slug == "" or parse_slug(slug) == slug


@pytest.mark.parametrize(
    ("text", "answer"), [("oui", True), ("Non", False), ("true", True), (" FALSE ", False)]
)
def test_yes_or_no(text: str, answer: bool) -> None:
    assert parse_oui_non(text) is answer


@pytest.mark.parametrize(("text", "mended"), [("yes", "oui"), ("n", "non"), ("peut-être", None)])
def test_neither_yes_nor_no(text: str, mended: str | None) -> None:
    with pytest.raises(ValueRefused, match="CAT-V345") as refusal:
        parse_oui_non(text)
    assert refusal.value.suggestion == (None if mended is None else did_you_mean(mended))
