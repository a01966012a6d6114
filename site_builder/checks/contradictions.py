"""The smallest set of conditions that cannot hold together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


def smallest_conflict(
    items: Sequence[T], is_possible: Callable[[Sequence[T]], bool], most: int
) -> list[T] | None:
    """Return items that are impossible together and possible without any one of them.

    ``items`` are impossible together; more items are never more possible. ``None`` when the
    conflict has more than ``most`` items. Each item found costs a number of calls that grows
    as the logarithm of the number of items.
    """
    kept: list[T] = []
    rest = items
    while is_possible(kept):
        if len(kept) == most or not rest:
            return None
        # The last item of the shortest prefix that is impossible with those kept is needed.
        low, high = 1, len(rest)
        while low < high:
            middle = (low + high) // 2
            if is_possible([*rest[:middle], *kept]):
                low = middle + 1
            else:
                high = middle
        kept.insert(0, rest[low - 1])
        rest = rest[: low - 1]
    return kept
