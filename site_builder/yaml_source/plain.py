"""The values of a file written as nearly all are, read without the places of its values.

The strict reader (``read_yaml``) knows all of YAML and says what is wrong and where, at the
cost of one object for each value. Here only the simplest writing is understood: mappings and
lists by indentation, texts on one line or in a block. At the slightest doubt nothing is
returned, and the strict reader decides; whatever is returned, it would read the same.
"""

from __future__ import annotations

import re
import sys
from typing import Any

from site_builder.yaml_source.decoding import FORBIDDEN
from site_builder.yaml_source.reading import MAX_DEPTH, MAX_NODES
from site_builder.yaml_source.size import MAX_BYTES

# Texts, lists and mappings of a file, by the keys of its root.
Values = dict[str, Any]

# One match a line, whatever is written there: nothing is skipped. Quantifiers are possessive,
# so that no line is gone through again and again; those around a group are not, for early
# versions of Python 3.11 fail on them.
_LINE = re.compile(
    r"""
    ([ ]*+)                                             # 1. indentation
    (-[ ]++)?                                           # 2. dash of an item
    (?: ([A-Za-z0-9_][A-Za-z0-9_-]{0,99}+) : (?:[ ]++|(?=\n)) )?    # 3. key
    (?:
        '( [^'\n]++ (?: '' [^'\n]*+ )*+ )' [ ]*+        # 4. text between single quotes
      | ( (?: [^\s\-?:,\[\]{}\#&*!|>'"%@`] | -(?=[0-9]) )
          [^\n:\#]*+                                    # 5. text without: no « : », no « # »
          (?: (?: :(?=[^ \n]) | (?<![ ])\# ) [^\n:\#]*+ )*+ )
      | ( "[^"\\\n]++"                                  # 6. text between double quotes,
        | [|>]-?                                        #    block of text,
        | \[ [ ]*+ \w[\w ’/.-]*+ (?: , [ ]*+ \w[\w ’/.-]*+ )*+ \]   # list of plain words
        ) [ ]*+
    )? \n
    |
    [ ]*+ (?:\#[^\n]*+)? \n                             # blank, or a comment
    |
    ([^\n]*+\n)                                         # 7. anything else
    """,
    re.VERBOSE,
)

_SHORT = 60
"""Signs of a slug or of a closed value at most: thousands of files hold the same ones."""

# The end of a line within a paragraph, or the blank lines between two.
_FOLD = re.compile(r"\n(\n*)")


class _Doubt(Exception):
    """The strict reader has to decide."""


def read_plain(data: bytes) -> Values | None:
    """Return the texts, lists and mappings of a file, or ``None`` to let ``read_yaml`` decide.

    Texts come without the blanks around them. None is empty: « cle: » with nothing behind is
    left to ``read_yaml`` too.
    """
    if len(data) > MAX_BYTES:
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    if "\t" in text or "\r" in text or FORBIDDEN.search(text):
        return None
    if not text.endswith("\n"):
        text += "\n"
    # At most a mapping, a key and a text a line, and the items between brackets.
    if 3 * text.count("\n") + text.count(",") >= MAX_NODES:
        return None
    try:
        return _Reader(text).read()
    except _Doubt:
        return None


class _Reader:
    """Builds mappings and lists line by line.

    ``inner`` is the innermost one, whose keys or dashes are at ``column``; ``outer`` are those
    around it. ``waiting`` is the mapping and the key that the next lines give a value to, and
    ``resume`` the number of the line after the last block of text.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines: list[str] = []
        self.inner: Any = {}
        self.column = 0
        self.outer: list[tuple[int, Any]] = []
        self.waiting: tuple[Values, str] | None = None
        self.resume = 0

    def read(self) -> Values:
        root: Values = self.inner
        for number, line in enumerate(_LINE.findall(self.text)):
            if number < self.resume:
                continue
            indent, dash, key, quoted, bare, other, unknown = line
            column = len(indent)
            value: Any = bare.strip() or quoted.replace("''", "'").strip()
            if len(value) <= _SHORT:
                value = sys.intern(value)
            if unknown or (quoted and not value):
                raise _Doubt
            if other:
                value = self.read_other(number, column + (len(dash) if key else 0), other)
            if dash:
                self.add_item(column, len(dash), key, value)
            elif key:
                self.add_key(column, key, value)
            elif value:
                raise _Doubt
        if self.waiting or not root:
            raise _Doubt
        return root

    def add_key(self, column: int, key: str, value: Any) -> None:
        """Put a key, written at ``column``, into its mapping."""
        if self.waiting:
            self.enter_waiting(column, column > self.column, {})
        while column < self.column or (column == self.column and self.inner.__class__ is list):
            self.column, self.inner = self.outer.pop()
        if column != self.column or key in self.inner:
            raise _Doubt
        if value:
            self.inner[key] = value
        else:
            self.waiting = self.inner, key

    def add_item(self, column: int, width: int, key: str, value: Any) -> None:
        """Put an item, whose dash is at ``column``, into its list."""
        if self.waiting:
            self.enter_waiting(column, column >= self.column, [])
        while column < self.column:
            self.column, self.inner = self.outer.pop()
        if column != self.column or self.inner.__class__ is not list:
            raise _Doubt
        if key:
            mapping: Values = {}
            self.inner.append(mapping)
            self.enter(column + width, mapping)
            self.add_key(column + width, key, value)
        elif value:
            self.inner.append(value)
        else:
            raise _Doubt

    def enter_waiting(self, column: int, is_inside: bool, value: Any) -> None:
        """Give its value to the key that waits: one that begins at ``column``."""
        if self.waiting is None or not is_inside:
            raise _Doubt
        mapping, key = self.waiting
        mapping[key] = value
        self.waiting = None
        self.enter(column, value)

    def enter(self, column: int, value: Any) -> None:
        """Go down into ``value``, a mapping or a list that begins at ``column``."""
        self.outer.append((self.column, self.inner))
        self.column, self.inner = column, value
        if len(self.outer) >= MAX_DEPTH:
            raise _Doubt

    def read_other(self, number: int, column: int, written: str) -> str | list[str]:
        """Return the value that begins as ``written`` on line ``number``.

        ``column`` is that of the key or of the dash before it.
        """
        written = written.rstrip()
        if written[0] == "[":
            # It may itself be in a list and a mapping that this line opens.
            if len(self.outer) + 4 > MAX_DEPTH:
                raise _Doubt
            return [word.strip() for word in written[1:-1].split(",")]
        if written[0] == '"':
            text = written[1:-1].strip()
        else:
            text = self.read_block(number + 1, column, is_folded=written[0] == ">")
        if not text:
            raise _Doubt
        return text

    def read_block(self, first: int, column: int, *, is_folded: bool) -> str:
        """Return the text of the block that begins on the line ``first``."""
        self.lines = self.lines or self.text.split("\n")
        above = self.lines[first]
        margin = above[: len(above) - len(above.lstrip(" "))]
        if len(margin) <= column:
            raise _Doubt
        block: list[str] = []
        for number in range(first, len(self.lines)):
            line = self.lines[number]
            if line and not line.startswith(margin):
                break
            text = line.removeprefix(margin)
            # Blanks alone on a line may be text, and those at its beginning stop the folding.
            if line.isspace() or (is_folded and text.startswith(" ")):
                raise _Doubt
            block.append(text)
        self.resume = first + len(block)
        text = "\n".join(block)
        return (_FOLD.sub(lambda end: end[1] or " ", text) if is_folded else text).strip()
