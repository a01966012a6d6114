"""Texts of records without markup, for programs that show words and nothing else.

They carry the typography of the site's pages. What Markdown wrote becomes plain signs: an item
of a list begins with a dash, a link is followed by its address when it leads out of the site.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from site_builder.rendering.simple_blocks import BULLET, cells, simple_blocks
from site_builder.rendering.typographie import typographie
from site_builder.vocabulary.refusal import ValueRefused
from site_builder.vocabulary.texte_riche import (
    RecordTarget,
    link_target,
    parse_blocks,
    parse_line,
    readable,
)

if TYPE_CHECKING:
    from markdown_it.token import Token

_DASH = "–\u00a0"
_CELLS = "\u202f; "
# A line without any of these is its own words.
_MARKUP = re.compile(r"[\\`*_\[\]!&\n]")


# Names of structures and names of documents stand in many sheets.
@lru_cache(1 << 13)
def brut(text: str) -> str:
    """Return a title or a value as it is, which has no markup."""
    return typographie(readable(text).strip())


@lru_cache(1 << 13)
def ligne(text: str) -> str:
    """Return the words of a text of one line."""
    return typographie(_words_of_line(readable(text.strip())))


def bloc(text: str) -> str:
    """Return the words of a long text: a line a paragraph, an item or a row of a table."""
    return "\n".join(map(typographie, _lines_of(readable(text.strip()))))


def _words_of_line(line: str) -> str:
    return _words(parse_line(line)) if _MARKUP.search(line) else line


def _lines_of(text: str) -> Iterator[str]:
    """Return the words of each block of ``text``; nearly all are found without the parser."""
    blocks = simple_blocks(text)
    return _lines(parse_blocks(text)) if blocks is None else chain.from_iterable(map(_said, blocks))


def _said(lines: list[str]) -> list[str]:
    if lines[0].startswith(BULLET):
        return [_DASH + _words_of_line(line.removeprefix(BULLET)) for line in lines]
    if len(lines) == 1:
        return [_words_of_line(lines[0])]
    head, _, *rows = lines
    return [_CELLS.join(filter(None, map(_words_of_line, cells(row)))) for row in (head, *rows)]


def _lines(tokens: list[Token]) -> Iterator[str]:
    markers: list[str] = []
    row: list[str] = []
    in_row = False
    for token in tokens:
        match token.type:
            case "list_item_open":
                # The number of an ordered item is in ``info``.
                markers.append(f"{token.info}.\u00a0" if token.info else _DASH)
            case "list_item_close":
                markers.pop()
            case "tr_open":
                in_row, row = True, []
            case "tr_close":
                in_row = False
                yield _CELLS.join(filter(None, row))
            case "inline" if in_row:
                row.append(_words(token.children or []))
            case "inline":
                yield (markers[-1] if markers else "") + _words(token.children or [])
                if markers:
                    # A second paragraph of the same item has no dash of its own.
                    markers[-1] = ""


def _words(tokens: list[Token]) -> str:
    words: list[str] = []
    links: list[tuple[int, str]] = []
    for token in tokens:
        match token.type:
            case "softbreak":
                words.append(" ")
            case "hardbreak":
                words.append("\n")
            case "link_open":
                links.append((len(words), str(token.attrs.get("href", ""))))
            case "link_close":
                start, destination = links.pop()
                words.append(_address("".join(words[start:]), destination))
            case _:
                # An image is not shown: the words that stand for it are.
                words += (part.content for part in token.children or [token])
    return "".join(words)


def _address(words: str, destination: str) -> str:
    """Return what follows the words of a link: its address, unless they say it already."""
    try:
        target = link_target(destination)
    except ValueRefused:
        return ""
    if isinstance(target, RecordTarget):
        return ""
    address = target.removeprefix("mailto:").removeprefix("tel:")
    return "" if address in words else f" ({address})"
