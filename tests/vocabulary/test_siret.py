"""SIRET numbers."""

from __future__ import annotations

import pytest

from site_builder.vocabulary.refusal import ValueRefused
from site_builder.vocabulary.siret import parse_siret


@pytest.mark.parametrize(
    "text", ["12345678200010", "123 456 782 00010", "123\u202f456\u00a078200010"]
)
def test_spaces_do_not_matter(text: str) -> None:
    assert parse_siret(text) == "12345678200010"


def test_la_poste_has_a_rule_of_its_own() -> None:
    # Sum of digits a multiple of five, where Luhn's key would fail.
    assert parse_siret("35600000049837") == "35600000049837"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("12345678200011", "CAT-V331"),
        ("123456782", "CAT-V332"),
        ("123456789", "CAT-V330"),
        ("1234567820001", "CAT-V330"),
        ("123.456.782.00010", "CAT-V330"),
        ("1234567820001\u0660", "CAT-V330"),
        ("", "CAT-V330"),
    ],
)
def test_what_is_refused(text: str, code: str) -> None:
    with pytest.raises(ValueRefused, match=code):
        parse_siret(text)
