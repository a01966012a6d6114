"""The texts of one sheet: what templates call to print a field.

A template prints a long field with ``bloc``, a list item or a summary with ``ligne``, a
title or a plain value with ``brut``, in the order the visitor reads, and at the foot the
``definitions`` of the acronyms that it met. Texts are untrusted: whatever they hold, only
the elements of ``rendering.html.ALLOWED`` come out, and nothing raises.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from markupsafe import Markup

from site_builder.rendering.html import escape_words, safe, sanitize
from site_builder.rendering.markdown import (
    Resolve,
    write_blocks,
    write_line,
    write_simple_line,
    write_words,
)
from site_builder.rendering.sigles import SHORT, Sigles, SiglesFiche, Terme
from site_builder.rendering.simple_blocks import BULLET, OPENING, cells, simple_blocks
from site_builder.rendering.typographie import typographie
from site_builder.vocabulary.texte_riche import MARKUP, parse_blocks, parse_line, readable

# Names and titles come back on page after page.
_NAMES_REMEMBERED = 8192
_PIECES_REMEMBERED = 8192

# A macro of (subject, texte, lien) that opens no section, and what it printed of each subject; the
# subject is kept beside, so that no other takes its identity.
Piece = Callable[[object, "TexteFiche", object], str]
Pieces = dict[tuple[Piece, int], tuple[object, str]]


@lru_cache(_NAMES_REMEMBERED)
def brut(text: str) -> Markup:
    """Return a title or a value as it is: typography and escaping, no markup at all.

    The result may also stand in a quoted attribute.
    """
    return escape_words(typographie(readable(text).strip()))


class TexteFiche:
    """The texts of one sheet, printed in reading order; make a new one for each sheet.

    ``sigles`` is the glossary, shared by all sheets. ``resolve`` turns the folder and the
    slug of a link to another record into an address, or ``None`` if there is no such page.
    """

    def __init__(self, sigles: Sigles, resolve: Resolve, pieces: Pieces | None = None) -> None:
        """``pieces`` are those that the sheets of one folder have in common."""
        self._sigles = SiglesFiche(sigles)
        self._plain = sigles.plain
        self.open_section = self._sigles.open_section
        """Say that a section begins: acronyms are links again, once each."""
        self._resolve = resolve
        self._pieces: Pieces = {} if pieces is None else pieces

    brut = staticmethod(brut)

    def bloc(self, text: str) -> Markup:
        """Return a long field as paragraphs, lists, tables and quotations."""
        text = text.rstrip()
        if not text:
            return Markup()
        if not MARKUP.search(text) and not OPENING.match(text):
            return safe(f"<p>{write_words(text, self._sigles)}</p>")
        blocks = simple_blocks(text)
        if blocks is None:
            return sanitize(write_blocks(parse_blocks(text), self._sigles, self._resolve))
        return safe("\n".join(map(self._block, blocks)))

    def ligne(self, text: str) -> Markup:
        """Return a short field as words, with strong, emphasis and links but no block."""
        if len(text) <= SHORT and (plain := self._plain(text)) is not None:
            return plain
        return safe(self._line(text.strip()))

    def _block(self, lines: list[str]) -> str:
        if lines[0].startswith(BULLET):
            items = [f"<li>{self._line(line.removeprefix(BULLET))}</li>\n" for line in lines]
            return f"<ul>{''.join(items)}</ul>"
        return self._table(lines) if len(lines) > 1 else f"<p>{self._line(lines[0])}</p>"

    def _table(self, lines: list[str]) -> str:
        head, _, *rows = lines
        heads = "".join([f'<th scope="col">{self._line(words)}</th>' for words in cells(head)])
        body = [self._row(row) for row in rows]
        if body:
            body = ["<tbody>", *body, "</tbody>\n"]
        return "".join(("<table><thead><tr>", heads, "</tr>\n</thead>\n", *body, "</table>"))

    def _row(self, row: str) -> str:
        data = "".join([f"<td>{self._line(words)}</td>" for words in cells(row)])
        return f"<tr>{data}</tr>\n"

    def _line(self, text: str) -> str:
        if not MARKUP.search(text):
            return write_words(text, self._sigles)
        simple = write_simple_line(text, self._sigles, self._resolve)
        if simple is not None:
            return simple
        return sanitize(write_line(parse_line(text), self._sigles, self._resolve))

    def piece(self, macro: Piece, sujet: object, lien: object) -> str:
        """Return what ``macro`` prints of ``sujet``, which many sheets of the folder show.

        Printed once, unless it names an acronym: its first use in a sheet is not as the others.
        """
        known = self._pieces.get((macro, id(sujet)))
        if known:
            return known[1]
        uses = self._sigles.uses
        html = macro(sujet, self, lien)
        if uses == self._sigles.uses:
            if len(self._pieces) >= _PIECES_REMEMBERED:
                self._pieces.clear()
            self._pieces[macro, id(sujet)] = (sujet, html)
        return html

    def definitions(self) -> list[Terme]:
        """Return the terms met so far, in alphabetical order, to print at the foot."""
        return self._sigles.definitions()
