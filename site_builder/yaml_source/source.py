"""The text of a file as its lines, and the excerpts that problems show."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from site_builder.problems import Place

_EXCERPT = 60
_GLANCE = 200

# PyYAML's stubs allow for events without marks; its two parsers always give them.
Event = Any
Mark = Any

COMMENT = re.compile(r"([ \t]+)(#.*)")
"""Blanks, then a comment up to the end of the line."""


@dataclass(frozen=True, slots=True)
class Source:
    """A decoded file. Lines and columns count from 0 here, as in PyYAML's marks."""

    file: str
    text: str
    lines: list[str]

    def line(self, number: int) -> str:
        """Return a line, or ``""`` past the end of the file."""
        return self.lines[number] if number < len(self.lines) else ""

    def rest(self, line: int, column: int) -> str:
        """Return what the line holds from ``column`` on, without blanks at its end.

        Only so much as a person looks at: thousands of values may share one long line.
        """
        return self.line(line)[column : column + _GLANCE].rstrip()

    def before(self, line: int, column: int) -> str:
        """Return what stands before ``column``, within the same limit."""
        return self.line(line)[max(column - _GLANCE, 0) : column]

    def place(self, line: int, column: int, length: int | None = None) -> Place:
        """Return a place counted from 1; without ``length``, up to the end of the line."""
        if length is None:
            length = len(self.rest(line, column))
        return Place(self.file, line + 1, column + 1, max(length, 1))

    def written_line_before(self, line: int) -> int | None:
        """Return the number of the nearest line above that is not blank."""
        return next((n for n in range(line - 1, -1, -1) if self.line(n).strip()), None)


def excerpt(text: str) -> str:
    """Shorten a text so that it fits in a sentence."""
    words = " ".join(text.split())
    return words if len(words) <= _EXCERPT else words[: _EXCERPT - 1].rstrip() + "…"


def quote(text: str) -> str:
    """Write a text of one line between the quotes that need the fewest escapes."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def advise_quotes(text: str | None = None) -> str:
    """Say to put quotes around a text, and show it when it holds on one short line."""
    if text is None or len(text) > _EXCERPT:
        return "entourez tout le texte de guillemets, ou utilisez « >- »"
    return f"entourez le texte de guillemets : {quote(text)}"
