"""What is filled in is what is shown."""

from __future__ import annotations

from types import SimpleNamespace

from site_builder.filters.presence import any_has, filled


def test_facts_without_a_value_are_left_out() -> None:
    assert filled([("Axe", "Axe fictif"), ("Objectif", None), ("Date", "")]) == [
        ("Axe", "Axe fictif")
    ]


def test_one_record_with_one_field_is_enough() -> None:
    records = [SimpleNamespace(seuil=None, parts=()), SimpleNamespace(seuil="10", parts=())]
    assert any_has(records, "parts", "seuil")
    assert not any_has(records, "parts")
    assert not any_has([], "parts")
