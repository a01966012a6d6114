"""One line of source with what to underline, cut to the width of a terminal."""

from __future__ import annotations

import re
from dataclasses import dataclass

from site_builder.messages.printable import columns, printable_char

# The line ends that the reader and text editors count. It refuses those that YAML 1.1 adds
# (U+0085, U+2028, U+2029) and says where they are: they are shown as characters.
_LINE_BREAK = re.compile("\r\n|[\n\r]")
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A printable line, and the run of carets under it: both in terminal columns."""

    source: str
    indent: int
    carets: int


def split_lines(text: str) -> list[str]:
    """Split a file the way the reader counts its lines; a byte order mark is no text."""
    return _LINE_BREAK.split(text.removeprefix("\ufeff"))


def make_excerpt(line: str, column: int, length: int, width: int) -> Excerpt:
    """Return ``line`` in at most ``width`` terminal columns, around its underlined part.

    ``column`` (from 1) and ``length`` are in characters. A place after the end of the line
    is brought back to it, a span longer than the line (several lines) stops with it.
    """
    first = min(max(column - 1, 0), len(line))
    last = min(first + max(length, 1), len(line))
    # A line may be as long as the file: only the characters that can be seen are measured.
    origin = max(0, first - width)
    cells = [printable_char(char) for char in line[origin : first + width]]
    start, end = _window([columns(cell) for cell in cells], first - origin, width)
    before = _ELLIPSIS if origin + start > 0 else ""
    after = _ELLIPSIS if origin + end < len(line) else ""
    spanned = "".join(cells[first - origin : min(last - origin, end)])
    return Excerpt(
        source=before + "".join(cells[start:end]) + after,
        indent=len(before) + columns("".join(cells[start : first - origin])),
        carets=max(1, columns(spanned)),
    )


def _window(widths: list[int], first: int, width: int) -> tuple[int, int]:
    """Return the slice of cells to show: all when they fit, else a view around ``first``."""
    if sum(widths) <= width - 2 * len(_ELLIPSIS):
        return 0, len(widths)
    room = width - 2 * len(_ELLIPSIS)
    start = _extend_left(widths, first, room // 3)
    end, used = start, 0
    while end < len(widths) and used + widths[end] <= room:
        used += widths[end]
        end += 1
    start = _extend_left(widths, start, room - used)
    while start < first and widths[start] == 0:  # a combining mark needs its letter
        start += 1
    return start, end


def _extend_left(widths: list[int], start: int, room: int) -> int:
    while start > 0 and widths[start - 1] <= room:
        start -= 1
        room -= widths[start]
    return start
