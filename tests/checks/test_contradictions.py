"""The smallest set of conditions that cannot hold together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from site_builder.checks.contradictions import smallest_conflict


@given(st.sets(st.frozensets(st.integers(0, 7), min_size=1, max_size=4), min_size=1, max_size=4))
def test_a_conflict_is_as_small_as_can_be(conflicts: set[frozenset[int]]) -> None:
    def is_possible(some: Iterable[int]) -> bool:
        return not any(conflict <= set(some) for conflict in conflicts)

    found = smallest_conflict(range(8), is_possible, most=4)

    assert found is not None
    assert found == sorted(found)
    assert not is_possible(found)
    assert all(is_possible(fewer) for fewer in combinations(found, len(found) - 1))


def test_a_conflict_between_too_many_is_given_up() -> None:
    def is_possible(some: Sequence[int]) -> bool:
        return len(some) < 5

    assert smallest_conflict(range(9), is_possible, most=4) is None
    assert smallest_conflict(range(9), lambda _: True, most=4) is None


def test_a_far_conflict_costs_few_questions() -> None:
    asked = 0

    def is_possible(some: Sequence[int]) -> bool:
        nonlocal asked
        asked += 1
        return not {0, 4095} <= set(some)

    assert smallest_conflict(range(4096), is_possible, most=4) == [0, 4095]
    assert asked <= 30
