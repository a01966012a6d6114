"""Many short lists of numbers, in arrays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.int64]
# Ranks: a large catalogue has millions of them at hand.
Ranks = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Lists:
    """Lists of numbers, one after the other: the list n goes from ``starts[n]`` to the next."""

    numbers: Ranks
    starts: Integers

    @classmethod
    def of(cls, lists: Iterable[Sequence[int]]) -> Lists:
        """Return ``lists`` as arrays; they are read once."""
        lengths: list[int] = []

        def measured() -> Iterator[Sequence[int]]:
            for one in lists:
                lengths.append(len(one))
                yield one

        every = np.fromiter(chain.from_iterable(measured()), np.int32)
        return cls(every, np.concatenate([[0], np.cumsum(lengths, dtype=np.int64)]))

    def __add__(self, others: Lists) -> Lists:
        """Return these lists, then ``others``."""
        numbers = np.concatenate([self.numbers, others.numbers])
        return Lists(numbers, np.concatenate([self.starts, len(self.numbers) + others.starts[1:]]))

    def lengths(self) -> Integers:
        """Return how many numbers each list has."""
        return np.diff(self.starts)

    def owners(self) -> Ranks:
        """Return, for each number, the rank of the list that it stands in."""
        return np.repeat(np.arange(len(self.starts) - 1, dtype=np.int32), self.lengths())

    def at(self, ranks: Ranks) -> Lists:
        """Return the lists of these ranks."""
        lengths = self.lengths()[ranks]
        starts = np.concatenate([[0], np.cumsum(lengths)])
        places = np.repeat(self.starts[ranks] - starts[:-1], lengths)
        places += np.arange(starts[-1])
        return Lists(self.numbers[places], starts)


def first_met(numbers: Integers | Ranks) -> list[int]:
    """Return the different ``numbers``, in the order in which they are met."""
    return list(dict.fromkeys(numbers.tolist()))
