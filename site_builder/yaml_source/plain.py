"""The values of a file written as nearly all are, read without the places of its values.

The strict reader (``read_yaml``) knows all of YAML and says what is wrong and where, at the
cost of one object for each value. Here only the simplest writing is understood: mappings and
lists by indentation, texts on one line or in a block. At the slightest doubt nothing is
returned, and the strict reader decides; whatever is returned, it would read the same.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from typing import Any

from site_builder.yaml_source.decoding import FORBIDDEN
from site_builder.yaml_source.size import MAX_BYTES, MAX_DEPTH, MAX_NODES

# Texts, lists and mappings of a file, by the keys of its root.
Values = dict[str, Any]

# One match a line, and one a block of text, whatever is written there: nothing is skipped.
# Quantifiers are possessive, so that no line is gone through again and again; groups are atomic
# instead, for early versions of Python 3.11 fail on their possessive quantifiers. To find the last
# quote of a line is quicker than to look at each sign for one.
_LINE = re.compile(
    r"""
    ([ ]*+)                                             # 1. indentation
    (-[ ]++)?                                           # 2. dash of an item
    (?: ([A-Za-z0-9_][A-Za-z0-9_-]{0,99}+) : (?:[ ]++|(?=\n)) )?    # 3. key
    (?:
        \n
      | '( [^\n]+ )' [ ]*+ \n                           # 4. text between single quotes
      | ( (?: [^\s\-?:,\[\]{}\#&*!|>'"%@`] | -(?=[0-9]) )
          [^\n:\#]*+                                    # 5. text without: no « : », no « # »
          (?> (?: (?: :(?=[^ \n]) | (?<![ ])\# ) [^\n:\#]*+ )* ) ) \n
      | ( "[^"\\\n]++"                                  # 6. text between double quotes,
        | \[ [ ]*+ \w[\w ’/.-]*+ (?> (?: , [ ]*+ \w[\w ’/.-]*+ )* ) \]  # list of plain words,
        | [|>]-? [ ]*+ \n
          ([ ]++) [^ \n][^\n]*+                         #    block of text, 7. its margin
          (?> (?: \n\7[^\n]*+ | \n[ ]*+(?=\n) )* )
        ) [ ]*+ \n
    )
    |
    [ ]*+ \#[^\n]*+ \n                                  # a comment
    |
    ([^\n]*+\n)                                         # 8. anything else
    """,
    re.VERBOSE,
)

_SHORT = 60
"""Signs of a slug or of a closed value at most: thousands of files hold the same ones."""

# The end of a line within a paragraph, or the blank lines between two.
_FOLD = re.compile(r"\n(\n*)")

# A twentieth of a French text is left without these, to be looked at sign by sign.
_USUAL = bytes([0x0A, *range(0x20, 0x7F)])
_UNUSUAL = re.compile(rf"[\t\r]|{FORBIDDEN.pattern}")


# What the root and the innermost one leave.
_DEEPEST = MAX_DEPTH - 1


Outer = list[tuple[int, Any]]
"""The mappings and lists around a line, each with the column of its keys or dashes."""


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
    if _UNUSUAL.search(data.translate(None, _USUAL).decode("utf-8")):
        return None
    if not text.endswith("\n"):
        text += "\n"
    # At most a mapping, a key and a text a line, and the items between brackets.
    if 3 * text.count("\n") + text.count(",") >= MAX_NODES:
        return None
    try:
        return _read(text)
    except _Doubt:
        return None


def _read(text: str) -> Values:
    """Build mappings and lists line by line. Raises ``_Doubt``.

    ``inner`` is the innermost one, whose keys or dashes are at ``column``; ``outer`` are those
    around it. ``waiting`` is its key that the next lines give a value to.
    """
    inner: Any = {}
    root: Values = inner
    column, waiting = 0, ""
    outer: Outer = []
    for at, dash, key, value in _read_lines(text, outer):
        kind = list if dash else dict
        if waiting:
            # The items of a list may begin where the key does.
            if at < column or (at == column and not dash):
                raise _Doubt
            _enter(outer, column, inner)
            inner[waiting] = inner = kind()
            column, waiting = at, ""
        elif at != column or inner.__class__ is not kind:
            column, inner = _leave(outer, column, inner, at, kind)
        if dash and not key:
            inner.append(value)
            continue
        if dash:
            _enter(outer, column, inner)
            column += len(dash)
            inner.append({})
            inner = inner[-1]
        elif key in inner:
            raise _Doubt
        if value:
            inner[key] = value
        else:
            waiting = key
    if waiting or not root:
        raise _Doubt
    return root


def _enter(outer: Outer, column: int, inner: Any) -> None:
    """Put ``inner``, at ``column``, around what comes. Raises ``_Doubt``."""
    if len(outer) >= _DEEPEST:
        raise _Doubt
    outer.append((column, inner))


def _leave(outer: Outer, column: int, inner: Any, at: int, kind: type) -> tuple[int, Any]:
    """Return where the mapping or list is that a line ``at`` some column adds to, and itself.

    Raises ``_Doubt``.
    """
    while at < column or (at == column and inner.__class__ is not kind and outer):
        column, inner = outer.pop()
    if at != column or inner.__class__ is not kind:
        raise _Doubt
    return column, inner


def _read_lines(text: str, outer: Outer) -> Iterator[tuple[int, str, str, str | list[str]]]:
    """Yield what lines say: (indentation, dash of an item, key, value), ``""`` for what lacks.

    A line without a key has a value. ``outer`` are the mappings and lists around those of the line
    before. Raises ``_Doubt``.
    """
    for indent, dash, key, quoted, bare, other, margin, unknown in _LINE.findall(text):
        at, value = len(indent), bare or quoted
        if value:
            if quoted and "'" in quoted:
                value = _read_quotes(quoted)
            value = value.strip()
            if len(value) <= _SHORT:
                value = sys.intern(value)
        elif other:
            value = _read_other(other, margin, at + (len(dash) if key else 0), len(outer))
        if key or dash:
            # Between quotes there may be nothing but blanks.
            if not value and (quoted or not key):
                raise _Doubt
            yield at, dash, key, value
        elif value or quoted or unknown:
            raise _Doubt


def _read_quotes(written: str) -> str:
    """Return a text whose quotes are ``written`` twice. Raises ``_Doubt``."""
    if "'" in written.replace("''", ""):
        raise _Doubt
    return written.replace("''", "'")


def _read_other(written: str, margin: str, column: int, depth: int) -> str | list[str]:
    """Return the value that is ``written`` in a less usual way. Raises ``_Doubt``.

    ``column`` is that of the key or of the dash before it, ``depth`` how many mappings and
    lists are around it, those that its own line opens left aside.
    """
    if written[0] == "[":
        if depth + 4 > MAX_DEPTH:
            raise _Doubt
        return [word.strip() for word in written[1:-1].split(",")]
    if written[0] == '"':
        text = written[1:-1].strip()
    elif len(margin) > column:
        text = _read_block(written, margin)
    else:
        raise _Doubt
    if not text:
        raise _Doubt
    return text


def _read_block(written: str, margin: str) -> str:
    """Return the text of a block, whose lines begin with ``margin``. Raises ``_Doubt``."""
    head, *lines = written.split("\n")
    texts = [line.removeprefix(margin) for line in lines]
    is_folded = head[0] == ">"
    # Blanks alone on a line may be text, and those at its beginning stop the folding.
    if any(map(str.isspace, lines)) or (is_folded and any(t.startswith(" ") for t in texts)):
        raise _Doubt
    text = "\n".join(texts)
    return (_FOLD.sub(lambda end: end[1] or " ", text) if is_folded else text).strip()
