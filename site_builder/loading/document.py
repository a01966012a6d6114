"""A document: where one record is written, each of its values with its place."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Sequence as Path
from dataclasses import dataclass, field

from site_builder.problems import Place
from site_builder.yaml_source import Mapping, Node, Scalar, Sequence

# From a file of the catalogue to its values, ``None`` when it can no longer be read.
Reader = Callable[[str], Mapping | None]


@dataclass(frozen=True, slots=True)
class Document:
    """The source of one record: ``file`` relative to the catalogue, and its values.

    A sound record is never looked up here, so ``read`` is only called when a place or a text
    is asked for: thousands of files with their places would fill the memory. When the file
    has changed since the record was made, the nearest place that still exists is told.

    ``slug`` is the record's key in a file that holds several (questions, glossary), else
    ``None``. ``repeats`` is false when no list of the record holds the same value twice.
    """

    file: str
    read: Reader = field(repr=False, compare=False)
    slug: str | None = None
    repeats: bool = True

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
        key, start = self._find()
        found = key or start
        node: Node | None = start
        for step in path:
            node = _step(node, step)
            if node is None:
                break
            found = node
        return found.place(self.file)

    def key_place(self, path: Path[str | int]) -> Place:
        """Return where the last key of ``path`` stands; its value's place in a list."""
        parent = self.value(path[:-1])
        if isinstance(parent, Mapping) and path[-1] in parent.entries:
            return parent.entries[str(path[-1])].key.place(self.file)
        return self.place(path)

    def value(self, path: Path[str | int] = ()) -> Node | None:
        """Return the value at ``path``, ``None`` when nothing is written there."""
        node: Node | None = self.node
        for step in path:
            node = _step(node, step)
        return node

    def text(self, path: Path[str | int] = ()) -> str:
        """Return the text written at ``path``, empty when there is none."""
        node = self.value(path)
        return node.text if isinstance(node, Scalar) else ""


def _step(node: Node | None, step: str | int) -> Node | None:
    if isinstance(step, int):
        if isinstance(node, Sequence):
            return node.items[step] if step < len(node.items) else None
        # A single value written where a list is accepted: its only item is itself.
        return node if step == 0 else None
    entry = node.entries.get(step) if isinstance(node, Mapping) else None
    return entry.value if entry else None
