"""Draws: within bounds, different where they must be, and without other sources of chance."""

from __future__ import annotations

from itertools import islice, product

from hypothesis import given
from hypothesis import strategies as st

from site_builder.yaml_source import Mapping, Scalar, Sequence, read_yaml
from tests.synthetic.chance import Chance, combination
from tests.synthetic.yaml_text import to_yaml

SEEDS = st.integers(min_value=0, max_value=2**32)


@given(SEEDS, st.integers(-50, 50), st.integers(0, 50))
def test_a_number_stays_within_both_ends(seed: int, low: int, width: int) -> None:
    assert low <= Chance(seed).between(low, low + width) <= low + width


@given(SEEDS, st.integers(0, 12))
def test_some_items_are_different_and_in_order(seed: int, count: int) -> None:
    drawn = Chance(seed).some(range(10), count)
    assert len(drawn) == min(count, 10)
    assert drawn == sorted(set(drawn))


@given(SEEDS, st.integers(1, 8))
def test_shares_make_a_hundred(seed: int, count: int) -> None:
    shares = Chance(seed).shares(count)
    assert len(shares) == count
    assert sum(shares) == 100
    assert min(shares) >= 5


def test_combinations_differ_even_once_all_are_used() -> None:
    lists = (("a", "b", "c"), ("d", "e"), ("f", "g", "h", "i"))
    found = [combination(rank, *lists) for rank in range(3 * 24)]
    assert len(set(found)) == len(found)
    assert set(islice(found, 24)) == set(product(*lists))


TEXTS = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1
).filter(lambda text: text.strip(" ") == text)


@given(st.lists(st.tuples(TEXTS, st.lists(TEXTS, min_size=1)), min_size=1))
def test_what_is_written_is_what_is_read(records: list[tuple[str, list[str]]]) -> None:
    written = to_yaml({"liste": [{"nom": nom, "textes": textes} for nom, textes in records]})
    node, problems = read_yaml(written.encode(), "essai.yml")
    assert not problems
    assert isinstance(node, Mapping)
    items = node.entries["liste"].value
    assert isinstance(items, Sequence)
    read = [(_text(item, "nom"), _texts(item, "textes")) for item in items.items]
    assert read == records


def _text(node: object, key: str) -> str:
    assert isinstance(node, Mapping)
    value = node.entries[key].value
    assert isinstance(value, Scalar)
    return value.text


def _texts(node: object, key: str) -> list[str]:
    assert isinstance(node, Mapping)
    values = node.entries[key].value
    assert isinstance(values, Sequence)
    return [value.text for value in values.items if isinstance(value, Scalar)]
