"""Numbers, as written in French or plainly."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.vocabulary.nombres import parse_nombre
from site_builder.vocabulary.refusal import ValueRefused, did_you_mean


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("80", "80"),
        (" 80,5 ", "80.5"),
        ("80.5", "80.5"),
        ("0,125", "0.125"),
        ("1 500", "1500"),
        ("52\u00a0700", "52700"),
        ("1\u202f234\u202f567,89", "1234567.89"),
        ("1500,125", "1500.125"),
        ("-5", "-5"),
        ("\u22125", "-5"),
        ("999999999999", "999999999999"),
    ],
)
def test_numbers_that_are_read(text: str, value: str) -> None:
    assert parse_nombre(text) == Decimal(value)


@given(st.integers(min_value=-(10**12) + 1, max_value=10**12 - 1))
def test_whole_numbers_are_exact_however_grouped(number: int) -> None:
    assert parse_nombre(str(number)) == number
    assert parse_nombre(f"{number:,}".replace(",", "\u202f")) == number


@pytest.mark.parametrize(
    ("text", "code", "suggestion"),
    [
        ("150 €", "CAT-V341", did_you_mean("150")),
        ("1 500,50 euros", "CAT-V341", did_you_mean("1 500,50")),
        ("15 %", "CAT-V341", did_you_mean("15")),
        ("environ 80", "CAT-V340", None),
        ("80 places", "CAT-V340", None),
        ("1 50", "CAT-V340", None),
        (",5", "CAT-V340", None),
        ("5,", "CAT-V340", None),
        ("1e3", "CAT-V340", None),
        ("NaN", "CAT-V340", None),
        ("inf", "CAT-V340", None),
        ("0x10", "CAT-V340", None),
        ("1_000", "CAT-V340", None),
        ("+5", "CAT-V340", None),
        ("\u0663", "CAT-V340", None),
        ("", "CAT-V340", None),
        ("1000000000000", "CAT-V342", None),
        ("0,0000000000001", "CAT-V342", None),
    ],
)
def test_what_is_refused(text: str, code: str, suggestion: str | None) -> None:
    with pytest.raises(ValueRefused) as refusal:
        parse_nombre(text)
    assert (refusal.value.code, refusal.value.suggestion) == (code, suggestion)


@pytest.mark.parametrize(
    ("text", "large", "small"),
    [("1.500", "1500", "1,5"), ("1,500", "1500", "1,5"), ("12,375", "12375", "12,3750")],
)
def test_a_thousand_or_a_thousandth_is_not_guessed(text: str, large: str, small: str) -> None:
    with pytest.raises(ValueRefused, match="CAT-V343") as refusal:
        parse_nombre(text)
    suggestion = refusal.value.suggestion
    assert suggestion is not None
    assert f"«\u00a0{large}\u00a0» ou «\u00a0{small}\u00a0»" in suggestion
    # Both proposals are taken without a further question.
    assert parse_nombre(large) == Decimal(large)
    assert parse_nombre(small) == Decimal(small.replace(",", "."))
