"""Untrusted text made harmless: what an editor wrote must never drive a terminal.

Control characters (escape sequences), bidirectional overrides, invisible characters and
lone surrogates are shown, not sent: an editor also sees what hides in a pasted value.
"""

from __future__ import annotations

import json
import unicodedata

# Controls, invisible and bidirectional formats, surrogates, line and paragraph separators.
_HARMFUL = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_ZERO_WIDTH = frozenset({"Mn", "Me"})
_CONTROL_PICTURES = 0x2400
_DELETE = "\x7f"
_TAB = "→   "


def is_harmful(char: str) -> bool:
    """Tell whether a terminal or a log may obey this character instead of showing it."""
    return unicodedata.category(char) in _HARMFUL


def printable_char(char: str) -> str:
    """Return what to print for one character: itself, a picture of it, or ``<U+202E>``."""
    if not is_harmful(char):
        return char
    if char == "\t":
        return _TAB
    if char == _DELETE:
        return "␡"
    if char < " ":
        return chr(_CONTROL_PICTURES + ord(char))
    return f"<U+{ord(char):04X}>"


def printable(text: str, keep: str = "") -> str:
    """Return ``text`` with its harmful characters made visible, except those in ``keep``."""
    if text.isprintable():
        return text
    return "".join(char if char in keep else printable_char(char) for char in text)


def columns(shown: str) -> int:
    """Return how many terminal columns a printable text takes.

    Combining marks take none, East Asian wide characters and emoji two (Unicode
    Standard Annex 11); ambiguous ones, such as « », take one, as in French terminals.
    """
    return sum(_char_columns(char) for char in shown)


def _char_columns(char: str) -> int:
    if unicodedata.category(char) in _ZERO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def dump_json(value: object, indent: int | None = None) -> str:
    """Serialise to JSON that stays readable in French and holds no harmful character.

    ``json`` leaves U+2028, C1 controls and lone surrogates as they are; they would cut
    lines, drive a terminal or fail to encode, so they are escaped too.
    """
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    if text.isprintable():
        return text
    return "".join(
        json.dumps(char)[1:-1] if char != "\n" and is_harmful(char) else char for char in text
    )
