"""Numbers written as signs are read back."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from site_builder.search.listes import Lists
from site_builder.search.signes import (
    SIGNS,
    decode_gaps,
    decode_ranks,
    decode_signs,
    encode_gaps,
    encode_lists,
    encode_ranks,
    encode_signs,
)


def test_json_writes_signs_as_themselves() -> None:
    assert len(set(SIGNS)) == 91
    assert json.dumps(SIGNS) == f'"{SIGNS}"'


@given(st.lists(st.integers(0, 90)))
def test_small_numbers(numbers: list[int]) -> None:
    assert decode_signs(encode_signs(numbers)) == numbers


def test_a_number_too_large_is_the_largest() -> None:
    assert decode_signs(encode_signs([91, 200])) == [90, 90]


@given(st.sets(st.integers(0, 200_000)))
def test_ranks(ranks: set[int]) -> None:
    assert decode_ranks(encode_ranks(sorted(ranks))) == sorted(ranks)


@given(st.lists(st.integers(0, 100_000)))
def test_numbers_one_after_the_other(numbers: list[int]) -> None:
    assert decode_gaps(encode_gaps(numbers)) == numbers


@given(st.lists(st.sets(st.integers(0, 200_000)), min_size=1))
def test_lists_of_ranks(lists: list[set[int]]) -> None:
    every = Lists.of(map(sorted, lists))
    text = encode_lists(every.numbers, every.starts[:-1])
    assert [set(decode_ranks(one)) for one in text.split(" ")] == lists
