"""The texts of one sheet: what templates call to print a field.

A template prints a long field with ``bloc``, a list item or a summary with ``ligne``, a
title or a plain value with ``brut``, in the order the visitor reads, and at the foot the
``definitions`` of the acronyms that it met. Texts are untrusted: whatever they hold, only
the elements of ``rendering.html.ALLOWED`` come out, and nothing raises.
"""

from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import Markup, escape

from site_builder.rendering.html import safe, sanitize
from site_builder.rendering.markdown import (
    SIGNIFICANT,
    Resolve,
    write_blocks,
    write_line,
    write_simple_line,
    write_words,
)
from site_builder.rendering.sigles import Sigles, SiglesFiche, Terme
from site_builder.rendering.typographie import typographie
from site_builder.vocabulary.texte_riche import UNWANTED, parse_blocks, parse_line, readable

# Most fields are one line without any sign that Markdown could read: no need to parse them.
_PLAIN_LINE = re.compile(rf"[^{SIGNIFICANT}]*")
# A line that can only be a paragraph: nothing there begins a list, a heading, a quotation or
# a rule. It may begin with strong words, and hold emphasis and links.
_PARAGRAPH = re.compile(rf"(?:\*\*\w|(?![#+*_=>\-\s]|\d+[.)]))[^\r\n{UNWANTED}]+")
_BULLET = "- "
# Names and titles come back on page after page.
_NAMES_REMEMBERED = 8192


class TexteFiche:
    """The texts of one sheet, printed in reading order; make a new one for each sheet.

    ``sigles`` is the glossary, shared by all sheets. ``resolve`` turns the folder and the
    slug of a link to another record into an address, or ``None`` if there is no such page.
    """

    def __init__(self, sigles: Sigles, resolve: Resolve) -> None:
        self._sigles = SiglesFiche(sigles)
        self._resolve = resolve

    def bloc(self, text: str) -> Markup:
        """Return a long field as paragraphs, lists, tables and quotations."""
        text = text.rstrip()
        if not text:
            return Markup()
        blocks = _simple_blocks(text)
        if blocks is None:
            return sanitize(write_blocks(parse_blocks(text), self._sigles, self._resolve))
        return safe("\n".join(map(self._block, blocks)))

    def ligne(self, text: str) -> Markup:
        """Return a short field as words, with strong, emphasis and links but no block."""
        return safe(self._line(text.strip()))

    def brut(self, text: str) -> Markup:
        """Return a title or a value as it is: typography and escaping, no markup at all.

        The result may also stand in a quoted attribute.
        """
        return _plain(text)

    def _block(self, lines: list[str]) -> str:
        if not lines[0].startswith(_BULLET):
            return f"<p>{self._line(lines[0])}</p>"
        items = (self._line(line.removeprefix(_BULLET)) for line in lines)
        return "".join(("<ul>", *(f"<li>{words}</li>\n" for words in items), "</ul>"))

    def _line(self, text: str) -> str:
        if _PLAIN_LINE.fullmatch(text):
            return write_words(text, self._sigles)
        simple = write_simple_line(text, self._sigles, self._resolve)
        if simple is not None:
            return simple
        return sanitize(write_line(parse_line(text), self._sigles, self._resolve))

    def open_section(self) -> None:
        """Say that a section begins: acronyms are links again, once each."""
        self._sigles.open_section()

    def definitions(self) -> list[Terme]:
        """Return the terms met so far, in alphabetical order, to print at the foot."""
        return self._sigles.definitions()


@lru_cache(_NAMES_REMEMBERED)
def _plain(text: str) -> Markup:
    return escape(typographie(readable(text).strip()))


def _simple_blocks(text: str) -> list[list[str]] | None:
    """Return the lines of each block of a text made of paragraphs and flat lists.

    A paragraph is one line, a list one line an item: ten times faster to find than to parse.
    ``None`` for anything else, and for lists one after the other, which Markdown makes one.
    """
    blocks = [block.split("\n") for block in text.split("\n\n")]
    after_list = False
    for lines in blocks:
        marker = _BULLET if lines[0].startswith(_BULLET) else ""
        if (after_list and marker) or (len(lines) > 1 and not marker):
            return None
        after_list = bool(marker)
        for line in lines:
            words = line.removeprefix(marker)
            simple = words == words.rstrip() and _PARAGRAPH.fullmatch(words)
            if not simple or not line.startswith(marker):
                return None
    return blocks
