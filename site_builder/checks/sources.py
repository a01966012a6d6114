"""Finding words of a text in the file where it is written."""

from __future__ import annotations

from site_builder.loading import Loaded
from site_builder.messages.excerpt import split_lines
from site_builder.problems import Place
from site_builder.yaml_source import Scalar


class Sources:
    """The lines of the catalogue's files, read again when a place has to be told.

    Only the last file is kept: problems come file by file, and files are many.
    """

    def __init__(self, loaded: Loaded) -> None:
        self._loaded = loaded
        self._file = ""
        self._lines: list[str] = []

    def lines(self, file: str) -> list[str]:
        """Return the lines of ``file``, none when it can no longer be read."""
        if file != self._file:
            self._file, self._lines = file, split_lines(self._loaded.source(file) or "")
        return self._lines

    def locate(self, file: str, scalar: Scalar, offset: int, words: str) -> Place:
        """Return where ``words`` stand, ``offset`` characters into the text of ``scalar``.

        A text of several lines is folded when it is read, so that offsets don't hold in the
        file: the word is looked for, the same number of times as in the text before it. The
        place is that of the whole text when it cannot be told (words written with escapes).
        """
        whole = scalar.place(file)
        needle = next(iter(words.split()), "")
        lines = self.lines(file)
        if not needle or (scalar.style == "quoted" and "\\" in _line(lines, scalar.line - 1)):
            return whole
        text = scalar.text.strip()
        rank = text.count(needle, 0, offset)
        line, column = scalar.line - 1, scalar.column - 1
        while line < len(lines):
            column = lines[line].find(needle, column)
            if column < 0:
                line, column = line + 1, 0
            elif rank:
                rank, column = rank - 1, column + len(needle)
            else:
                length = len(words if lines[line].startswith(words, column) else needle)
                return Place(file, line + 1, column + 1, length)
        return whole


def _line(lines: list[str], number: int) -> str:
    return lines[number] if number < len(lines) else ""
