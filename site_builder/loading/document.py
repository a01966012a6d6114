"""A document: where one record is written, each of its values with its place."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Sequence as Path
from dataclasses import dataclass, field
from typing import NamedTuple

from site_builder.problems import Place
from site_builder.yaml_source import Mapping, Node, Scalar, Sequence

# From a file of the catalogue to its values, ``None`` when it can no longer be read.
Reader = Callable[[str], Mapping | None]


class Spot(NamedTuple):
    """Where a value stands, where its key does, and its text when it is one."""

    place: Place
    key_place: Place
    scalar: Scalar | None


# By the record's key in a file that holds several, then the path.
Spots = dict[tuple[str | int | None, ...], Spot]


@dataclass(frozen=True, slots=True)
class Document:
    """The source of one record: ``file`` relative to the catalogue, and its values.

    A sound record is never looked up here, so ``read`` is only called when a place or a text
    is asked for: thousands of files with their places would fill the memory. When the file
    has changed since the record was made, the nearest place that still exists is told.

    ``slug`` is the record's key in a file that holds several (questions, glossary), else
    ``None``. ``repeats`` is false when no list of the record holds the same value twice.
    ``spots`` keeps what was asked of the file: the warnings that a catalogue lives with are
    located once, as long as the file does not change.
    """

    file: str
    read: Reader = field(repr=False, compare=False)
    slug: str | None = None
    repeats: bool = True
    spots: Spots = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, file: str, root: Mapping, slug: str | None = None) -> Document:
        """Return the document of a file whose values are at hand."""
        return cls(file, lambda _: root, slug)

    @property
    def node(self) -> Node:
        """The values of the record; an empty mapping when they are no longer there."""
        return self._find()[1]

    @property
    def key(self) -> Scalar | None:
        """The key of the record in a file that holds several."""
        return self._find()[0]

    def _find(self) -> tuple[Scalar | None, Node]:
        root = self.read(self.file) or Mapping(1, 1)
        if self.slug is None:
            return None, root
        entry = root.entries.get(self.slug)
        return (entry.key, entry.value) if entry else (None, Mapping(1, 1))

    def place(self, path: Path[str | int] = ()) -> Place:
        """Return where the value at ``path`` stands: the deepest part of it that exists."""
        return self._spot(path).place

    def key_place(self, path: Path[str | int]) -> Place:
        """Return where the last key of ``path`` stands; its value's place in a list."""
        return self._spot(path).key_place

    def scalar(self, path: Path[str | int]) -> Scalar | None:
        """Return the text at ``path`` as it is written, ``None`` when there is none."""
        return self._spot(path).scalar

    def text(self, path: Path[str | int] = ()) -> str:
        """Return the text written at ``path``, empty when there is none."""
        scalar = self.scalar(path)
        return scalar.text if scalar else ""

    def value(self, path: Path[str | int] = ()) -> Node | None:
        """Return the value at ``path``, ``None`` when nothing is written there."""
        node: Node | None = self.node
        for step in path:
            node = _step(node, step)
        return node

    def _spot(self, path: Path[str | int]) -> Spot:
        asked = (self.slug, *path)
        if asked not in self.spots:
            self.spots[asked] = self._find_spot(path)
        return self.spots[asked]

    def _find_spot(self, path: Path[str | int]) -> Spot:
        key, start = self._find()
        found = key or start
        node: Node | None = start
        for step in path:
            node = _step(node, step)
            if node is None:
                break
            found = node
        place = key_place = found.place(self.file)
        parent = self.value(path[:-1])
        if path and isinstance(parent, Mapping) and path[-1] in parent.entries:
            key_place = parent.entries[str(path[-1])].key.place(self.file)
        return Spot(place, key_place, node if isinstance(node, Scalar) else None)


def _step(node: Node | None, step: str | int) -> Node | None:
    if isinstance(step, int):
        if isinstance(node, Sequence):
            return node.items[step] if step < len(node.items) else None
        # A single value written where a list is accepted: its only item is itself.
        return node if step == 0 else None
    entry = node.entries.get(step) if isinstance(node, Mapping) else None
    return entry.value if entry else None
