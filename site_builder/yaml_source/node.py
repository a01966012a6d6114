"""The values of a YAML file: text, mappings and sequences, each with its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from site_builder.problems import Place

Style = Literal["plain", "quoted", "block"]


@dataclass(slots=True)
class Scalar:
    """One text. ``line`` and ``column`` count from 1, in Unicode code points.

    ``length`` is how many characters of the source to underline on that line (for a
    text of several lines, the first one). ``comment`` is the comment that cut a plain
    text (``#1`` in ``nom: Atelier #1``), already reported, or ``""``.
    """

    text: str
    line: int
    column: int
    style: Style = "plain"
    length: int = 1
    comment: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written (``nom:``), which is not the same as ``nom: ""``."""
        return not self.text and self.style == "plain"

    def place(self, file: str) -> Place:
        """Return the place of this text in ``file``, for a problem."""
        return Place(file, self.line, self.column, self.length)


@dataclass(slots=True)
class Mapping:
    """Keys and values, in the order of the file; the place is that of the first key."""

    line: int
    column: int
    entries: dict[str, Entry] = field(default_factory=dict)

    def place(self, file: str) -> Place:
        """Return the place where the mapping begins in ``file``, for a problem."""
        return Place(file, self.line, self.column)


@dataclass(slots=True)
class Sequence:
    """A list; the place is that of the first dash or of the bracket."""

    line: int
    column: int
    items: list[Node] = field(default_factory=list)

    def place(self, file: str) -> Place:
        """Return the place where the list begins in ``file``, for a problem."""
        return Place(file, self.line, self.column)


Node = Scalar | Mapping | Sequence


@dataclass(slots=True)
class Entry:
    """A key with its value."""

    key: Scalar
    value: Node
