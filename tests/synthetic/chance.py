"""Draws that are the same for ever, on every machine and with every Python."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from math import prod
from random import Random
from typing import TypeVar

from tests.synthetic.yaml_text import Fields, Value

T = TypeVar("T")

# A prime larger than any list of words: neighbours in rank share no word.
_STRIDE = 7919


class Chance:
    """Draws made from ``Random.random`` alone.

    It is the one method whose sequence Python promises to keep for a seed; ``choice``,
    ``sample`` and ``shuffle`` have changed between versions.
    """

    def __init__(self, seed: int) -> None:
        self._random = Random(seed).random

    def happens(self, probability: float) -> bool:
        """Return true that often (0 to 1)."""
        return self._random() < probability

    def pick(self, items: Sequence[T]) -> T:
        """Return one of ``items``."""
        return items[int(self._random() * len(items))]

    def between(self, low: int, high: int) -> int:
        """Return a whole number, both ends included."""
        return low + int(self._random() * (high - low + 1))

    def sometimes(self, probability: float, **fields: Value) -> Fields:
        """Return ``fields`` that often, nothing otherwise."""
        return fields if self.happens(probability) else {}

    def some(self, items: Sequence[T], count: int) -> list[T]:
        """Return ``count`` different items (all of them when there are fewer), in their order."""
        ranks = list(range(len(items)))
        drawn = [ranks.pop(int(self._random() * len(ranks))) for _ in items[:count]]
        return [items[rank] for rank in sorted(drawn)]

    def shares(self, count: int) -> list[int]:
        """Return ``count`` percentages, multiples of 5 at least 5, that add up to 100."""
        ends = [0, *self.some(range(5, 100, 5), count - 1), 100]
        return [end - start for start, end in pairwise(ends)]

    def day(self, first: date, last: date) -> date:
        """Return a day, both ends included."""
        return first + timedelta(days=self.between(0, (last - first).days))


def combination(rank: int, *lists: Sequence[str]) -> tuple[str, ...]:
    """Return one item of each list: a different combination for each ``rank``.

    When all combinations are used up they begin again, the last item numbered.
    """
    total = prod(map(len, lists))
    turn, rank = divmod(rank, total)
    rank = rank * _STRIDE % total
    parts = []
    for items in lists:
        rank, place = divmod(rank, len(items))
        parts.append(items[place])
    if turn:
        parts[-1] += f" {turn + 1}"
    return tuple(parts)
