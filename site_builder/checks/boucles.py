"""Loops among records that name one another."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence

Links = Mapping[str, Sequence[str]]


def find_loops(links: Links) -> list[list[str]]:
    """Return one loop for each group of names that lead back to one another.

    A loop begins and ends with the same name (« a, b, a »), the first in the order of
    ``links``. Names that ``links`` has no entry for lead nowhere. The time is linear.
    """
    rank = {name: place for place, name in enumerate(links)}
    loops = []
    for group in _groups(links):
        start = min(group, key=rank.__getitem__)
        if len(group) > 1 or start in links[start]:
            loops.append(_shortest_loop(start, links, set(group)))
    return sorted(loops, key=lambda loop: rank[loop[0]])


def _shortest_loop(start: str, links: Links, group: set[str]) -> list[str]:
    came_from: dict[str, str] = {}
    waiting = deque([start])
    while start not in came_from:
        name = waiting.popleft()
        for target in links[name]:
            if target in group and target not in came_from:
                came_from[target] = name
                waiting.append(target)
    loop = [start]
    while len(loop) == 1 or loop[-1] != start:
        loop.append(came_from[loop[-1]])
    return loop[::-1]


def _groups(links: Links) -> Iterator[list[str]]:
    """Yield the strongly connected components of ``links`` (Tarjan, without recursion)."""
    walk = _Walk(links)
    for root in links:
        if root not in walk.rank:
            yield from walk.groups_from(root)


class _Walk:
    """A walk in depth: ``lowest`` is the first name that each name leads back to."""

    def __init__(self, links: Links) -> None:
        self.links = links
        self.rank: dict[str, int] = {}
        self.lowest: dict[str, int] = {}
        self.open: dict[str, None] = {}
        self.branch: list[tuple[str, Iterator[str]]] = []

    def groups_from(self, root: str) -> Iterator[list[str]]:
        self._enter(root)
        while self.branch:
            name, targets = self.branch[-1]
            target = next(targets, None)
            if target is None:
                yield from self._leave(name)
            elif target in self.links and target not in self.rank:
                self._enter(target)
            elif target in self.open:
                self.lowest[name] = min(self.lowest[name], self.rank[target])

    def _enter(self, name: str) -> None:
        self.rank[name] = self.lowest[name] = len(self.rank)
        self.open[name] = None
        self.branch.append((name, iter(self.links[name])))

    def _leave(self, name: str) -> Iterator[list[str]]:
        self.branch.pop()
        if self.branch:
            above = self.branch[-1][0]
            self.lowest[above] = min(self.lowest[above], self.lowest[name])
        if self.lowest[name] == self.rank[name]:
            group: list[str] = []
            while not group or group[-1] != name:
                group.append(self.open.popitem()[0])
            yield group
