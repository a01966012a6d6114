"""The restricted Markdown that editors may write in long text fields.

Accepted: paragraphs, line breaks, ``**strong**``, ``*emphasis*``, lists, quotations, tables,
code spans, headings (shown one size, see ``rendering.markdown``) and links. Raw HTML, images,
code blocks, rules, footnotes and bare-address links are not part of it: they are shown as
the text that was typed. A link leads to ``https:``, ``mailto:`` or ``tel:``, or to another
record of the catalogue, written as in its tree: ``[le référent](actions/referent-solidarite)``,
``[le RSA](glossaire/rsa)``.

This module only parses; ``rendering.markdown`` writes the HTML, and the checks read
``references`` and ``raw_html_spans``. Both floors thus agree on what a link is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from site_builder.vocabulary.adresses_web import parse_lien
from site_builder.vocabulary.refusal import ValueRefused

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_RULES = (
    *("table", "blockquote", "list", "heading", "paragraph"),
    *("newline", "escape", "backticks", "emphasis", "link", "image", "entity"),
    *("balance_pairs", "fragments_join"),
)

# Controls, direction overrides, lone surrogates and non-characters have no place in a
# sentence, and are the raw material of disguises. One for one, so that offsets hold.
_UNPRINTABLE = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff"
UNWANTED = _UNPRINTABLE + r"\ufdd0-\ufdef\ufffe\uffff"
_UNWANTED = re.compile(f"[{UNWANTED}]")
# What Markdown could read inside a line, and what no text may hold: a line without any of
# these is words and nothing else.
SIGNIFICANT = rf"\\*_`\[<>&\r\n{UNWANTED}"
MARKUP = re.compile(f"[{SIGNIFICANT}]")

# What typography and acronyms leave alone. No address holds a non-character: writers use
# them to mark places in a text.
_IN_ADDRESS = r"[^\s<>«»\"\ufdd0-\ufdef]*"
ADDRESS = re.compile(
    rf"(?:https?://|www\.){_IN_ADDRESS}[\w/]"
    r"|(?<![\w.+\-])[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+"
    rf"|\b(?:mailto|tel):{_IN_ADDRESS}\w"
)


def may_hold_address(text: str) -> bool:
    """Tell whether there is in ``text`` a sign that every address has."""
    schemes = ":" in text and ("://" in text or "mailto:" in text or "tel:" in text)
    return schemes or "@" in text or "www." in text


_RECORD = re.compile(r"([a-z]+(?:_[a-z]+)*)/([a-z0-9]+(?:-[a-z0-9]+)*)")

# What makes a link that needs no parser to be read: nearly all of them are.
_PLAIN_LINK = re.compile(r"\[[^\[\]\r\n]+\]\(([\w./:@?=#%+,;~-]+)\)", re.ASCII)
# What may keep such words from being a link: code, an escape, an image, lists within lists
# beyond the levels that the parser reads; and tables, whose cells in excess are not shown.
_NOT_PLAIN = ("`", "\\", "\t", "\r", "![")
_DEEP = re.compile(r"\n[\s\d>+*.)-]{16}")

# « < » written as itself or as an entity, then what a browser would take for a tag or a
# comment. « <18 ans », « 5 < 10 » and « <prenom@exemple.fr> » are none of these.
_RAW_HTML = re.compile(
    r"(?:<|&lt;?|&#0{0,7}60;?|&#[xX]0{0,7}3[cC];?)"
    r"(?!https?:|mailto:|[\w.+\-]{1,200}@)"
    r"(?:!--|[!?/]?[A-Za-z][^\s<>/&]{0,40}(?=[\s<>/&]|$))[^<>\n]{0,60}>?"
)


@dataclass(frozen=True, slots=True)
class RecordTarget:
    """A link to a record: the folder of its kind, and its slug."""

    folder: str
    slug: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A link or an image as an editor wrote it.

    ``offset`` counts characters from the start of the text to the destination (for an empty
    one, to the closing bracket). ``target`` is a record, an address out of the site, or
    ``None`` when the destination is refused: the page then shows the words of the link only,
    and ``refusal`` says why. An image is always refused, without a ``refusal``.
    """

    offset: int
    destination: str
    target: RecordTarget | str | None
    image: bool = False
    refusal: ValueRefused | None = field(default=None, compare=False)


@cache
def _parser() -> MarkdownIt:
    # The checks read nearly all texts without it.
    from markdown_it import MarkdownIt  # noqa: PLC0415

    parser = MarkdownIt("zero").enable(list(_RULES))
    # Destinations are judged by ``link_target`` alone, on the characters that were typed.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return parser


def readable(text: str) -> str:
    """Return ``text`` with unprintable characters replaced by U+FFFD and plain line ends."""
    return _UNWANTED.sub("\ufffd", text).replace("\r", "\n")


def parse_blocks(text: str) -> list[Token]:
    """Return markdown-it's tokens for a text of several paragraphs."""
    return _parser().parse(readable(text))


def parse_line(text: str) -> list[Token]:
    """Return the inline tokens of a text that holds no block (strong, emphasis, links)."""
    return _parser().parseInline(readable(text))[0].children or []


def link_target(destination: str) -> RecordTarget | str:
    """Return where a Markdown destination leads: a record, or an address out of the site.

    Raises ``ValueRefused``, with the codes of ``vocabulary.adresses_web.parse_lien``.
    """
    if record := _RECORD.fullmatch(destination):
        return RecordTarget(record[1], record[2])
    return parse_lien(destination)


def references(text: str) -> list[Reference]:
    """Return the links and images of a text, in reading order."""
    if "](" not in text:
        return []
    plain = _plain_links(text)
    if len(plain) == text.count("]("):
        return [_reference(link.start(1), link[1], image=False) for link in plain]
    return _parsed_references(text)


def _plain_links(text: str) -> list[re.Match[str]]:
    """Return the links of a text that are surely links, whatever stands around them."""
    if any(sign in text for sign in _NOT_PLAIN) or _DEEP.search(f"\n{text}"):
        return []
    if "|" in text and any("|" in line and "](" in line for line in text.split("\n")):
        return []
    return list(_PLAIN_LINK.finditer(text))


def _parsed_references(text: str) -> list[Reference]:
    """Return the links and images of a text, whatever it holds, in reading order."""
    found: list[Reference] = []
    cursor = 0
    for token in _inline_tokens(parse_blocks(text)):
        image = token.type == "image"
        if not image and token.type != "link_open":
            continue
        destination = str(token.attrs.get("src" if image else "href", ""))
        cursor = _locate(text, destination, cursor)
        found.append(_reference(cursor, destination, image=image))
    return found


def _reference(offset: int, destination: str, *, image: bool) -> Reference:
    if image:
        return Reference(offset, destination, None, image=True)
    try:
        return Reference(offset, destination, link_target(destination))
    except ValueRefused as refusal:
        return Reference(offset, destination, None, refusal=refusal)


def _locate(text: str, destination: str, cursor: int) -> int:
    """Return the offset of ``destination`` in ``text``, at or after ``cursor``.

    markdown-it keeps no column. Destinations come in reading order, so looking for each
    from the end of the one before finds it, even when it was written with an escape.
    """
    at = text.find("](" + destination, cursor)
    at = at if at >= 0 else text.find("](", cursor)
    return cursor if at < 0 else at + 2


def _inline_tokens(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _inline_tokens(token.children or [])


def raw_html_spans(text: str) -> list[tuple[int, str]]:
    """Return ``(offset, snippet)`` of every HTML tag or comment written in ``text``.

    Tags count whether they are complete or cut, written with « < » or with its entity.
    A snippet is at most about 100 characters. Comparisons (« 5 < 10 », « <18 ans ») and
    addresses between angle brackets are not HTML.
    """
    if "<" not in text and "&" not in text:
        return []
    return [(match.start(), match[0]) for match in _RAW_HTML.finditer(text)]
