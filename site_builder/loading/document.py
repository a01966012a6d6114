"""A document: the values of one record, each knowing where it was written."""

from __future__ import annotations

from collections.abc import Sequence as Path
from dataclasses import dataclass

from site_builder.problems import Place
from site_builder.yaml_source import Mapping, Node, Scalar, Sequence


@dataclass(frozen=True, slots=True)
class Document:
    """The source of one record: ``file`` relative to the catalogue, and its values.

    ``key`` is the record's key in a file that holds several (questions, glossary), with
    ``key_place`` where that key stands.
    """

    file: str
    node: Node
    key: Scalar | None = None

    def place(self, path: Path[str | int] = ()) -> Place:
        """Return where the value at ``path`` stands: the deepest part of it that exists."""
        found = self.key or self.node
        node: Node | None = self.node
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
