"""Scales: the numbers, or the days, that the bounds of conditions tell apart.

Between two neighbouring bounds every number gets the same verdict: a scale has one class for
each bound and one for each space between two, bits in ascending order.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from math import ceil, floor
from typing import NamedTuple

from site_builder.eligibility.formules import Variable

_INFINI = Decimal("Infinity")


class Intervalle(NamedTuple):
    """Consecutive classes of a scale: from ``bas`` to ``haut``, infinite at an open end."""

    bas: Decimal
    haut: Decimal
    masque: int


@dataclass(frozen=True)
class Echelle:
    """The classes of a question whose answers are in order.

    ``points`` are the bounds, ascending; bit ``2 * rank + 1`` is the point of that rank, the
    even bits are the spaces before, between and after. With ``entiers``, only whole numbers
    are answered, and a point or a space that holds none is no class.
    """

    variable: Variable
    points: tuple[Decimal, ...]
    entiers: bool

    @classmethod
    def of(
        cls,
        nom: str,
        bornes: Iterable[Decimal],
        limites: tuple[Decimal | None, Decimal | None] = (None, None),
        *,
        entiers: bool,
    ) -> Echelle:
        """Make the scale of the bounds that conditions write, within limits that count too.

        In whole numbers « 18 à 25 » then « 26 à 30 » leaves nobody out, and « 17,5 au moins »
        begins at 18.
        """
        ends = [limite for limite in limites if limite is not None]
        points = tuple(sorted({*bornes, *ends}))
        plein = (1 << (2 * len(points) + 1)) - 1
        if entiers:
            for rank, point in enumerate(points):
                if point != floor(point):
                    plein &= ~(1 << (2 * rank + 1))
                if rank and ceil(point) - floor(points[rank - 1]) == 1:
                    plein &= ~(1 << (2 * rank))
        low, high = limites
        if low is not None:
            plein &= ~((1 << (2 * points.index(low) + 1)) - 1)
        if high is not None:
            plein &= (1 << (2 * points.index(high) + 2)) - 1
        return cls(Variable(nom, plein), points, entiers)

    def bit(self, point: Decimal) -> int:
        """Return the rank of the bit of a bound of the scale."""
        return 2 * bisect_left(self.points, point) + 1

    def up_to(self, bit: int) -> int:
        """Return the classes up to that bit, included."""
        return (1 << (bit + 1)) - 1

    def from_(self, bit: int) -> int:
        """Return the classes from that bit on, included."""
        return self.variable.plein & ~((1 << bit) - 1)

    def runs(self, masque: int) -> Iterator[Intervalle]:
        """Yield the intervals that ``masque`` is made of, ascending."""
        # A space that is no class breaks no interval.
        bridged = masque | ~self.variable.plein
        while masque:
            start = (masque & -masque).bit_length() - 1
            after = bridged >> start
            length = (~after & (after + 1)).bit_length() - 1
            run = masque & (((1 << length) - 1) << start) if length >= 0 else masque
            yield self._interval(start, run.bit_length() - 1)
            masque &= ~run

    def _interval(self, start: int, end: int) -> Intervalle:
        masque = self.variable.plein & self.up_to(end) & self.from_(start)
        low = self.points[(start - 1) // 2] if start else -_INFINI
        high = self.points[end // 2] if end // 2 < len(self.points) else _INFINI
        # An even bit is a space: its ends are outside.
        if self.entiers and start and start % 2 == 0:
            low = Decimal(floor(low) + 1)
        if self.entiers and high < _INFINI and end % 2 == 0:
            high = Decimal(ceil(high) - 1)
        return Intervalle(low, high, masque)

    def holes(self, masque: int) -> Iterator[tuple[Intervalle, Intervalle, Intervalle]]:
        """Yield (before, hole, after) for each space that ``masque`` leaves between two runs."""
        runs = list(self.runs(masque))
        for before, after in pairwise(runs):
            first, last = before.masque.bit_length(), after.masque & -after.masque
            missing = self.variable.plein & self.from_(first) & (last - 1)
            [hole] = self.runs(missing)
            yield before, hole, after
