"""Restricted Markdown to HTML (what it accepts: ``vocabulary.texte_riche``).

The writer knows a closed list of tokens; the words of anything else are shown as text. Text
gets French typography and its acronyms on the way. Headings all become ``<h4>``, without an
id: inside a field of a sheet, the outline belongs to the template. The alignment of table
columns is dropped: it would need inline styles, which the site's policy forbids.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from site_builder.rendering.html import escape_attribute, escape_text
from site_builder.rendering.sigles import SiglesFiche
from site_builder.rendering.typographie import MARK, typographie
from site_builder.vocabulary.refusal import ValueRefused
from site_builder.vocabulary.texte_riche import MARKUP, SIGNIFICANT, link_target

if TYPE_CHECKING:
    from markdown_it.token import Token

# From the folder of a kind and a slug to the address of the page, seen from the page being
# written; ``None`` when there is no such page.
Resolve = Callable[[str, str], str | None]

_BLOCKS = {
    "blockquote_open": "<blockquote>",
    "paragraph_open": "<p>",
    "paragraph_close": "</p>\n",
    "heading_open": "<h4>",
    "heading_close": "</h4>\n",
    "blockquote_close": "</blockquote>\n",
    "bullet_list_open": "<ul>",
    "bullet_list_close": "</ul>\n",
    "ordered_list_close": "</ol>\n",
    "list_item_open": "<li>",
    "list_item_close": "</li>\n",
    "table_open": "<table>",
    "table_close": "</table>\n",
    "thead_open": "<thead>",
    "thead_close": "</thead>\n",
    "tbody_open": "<tbody>",
    "tbody_close": "</tbody>\n",
    "tr_open": "<tr>",
    "tr_close": "</tr>\n",
    "th_open": '<th scope="col">',
    "th_close": "</th>",
    "td_open": "<td>",
    "td_close": "</td>",
}
_INLINE = {
    "strong_open": "<strong>",
    "strong_close": "</strong>",
    "em_open": "<em>",
    "em_close": "</em>",
    "hardbreak": "<br>",
}

# Nearly all the markup of a catalogue: strong words, and links to records and to plain
# addresses, where they can be nothing else. Strong words begin with a letter or a digit, and
# end with one, or right before a space.
_STRONG = rf"(?=[^\W_])[^{SIGNIFICANT}]*(?:[^\W_]|[.:!?…)»](?=\*\*(?: |$)))"
_HOST = r"(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z]{2,}"
_SIMPLE_MARKUP = re.compile(
    rf"\*\*(?<!\*\*\*)(?P<strong>{_STRONG})\*\*(?!\*)"
    rf"|\[(?<!!\[)(?P<words>[^{SIGNIFICANT}\]]+)\]"
    rf"\((?P<target>[a-z_]+/[a-z0-9-]+|https://{_HOST}(?:/[A-Za-z0-9_/.-]*)?)\)"
)


@dataclass(slots=True)
class _Mark:
    """A piece of markup inside a line; ``links`` is +1 where a link opens, -1 where it ends."""

    html: str
    links: int = 0


@dataclass(slots=True)
class _Line:
    """A line of text taken apart: its words, with ``MARK`` for each piece of markup."""

    words: list[str] = field(default_factory=list)
    marks: list[_Mark] = field(default_factory=list)

    def add_mark(self, html: str, links: int = 0) -> None:
        self.words.append(MARK)
        self.marks.append(_Mark(html, links))

    def add_words(self, words: str) -> bool:
        """Add words, unless there is markup in them: say whether there is none."""
        self.words.append(words)
        return not MARKUP.search(words)


def write_blocks(tokens: list[Token], sigles: SiglesFiche, resolve: Resolve) -> str:
    """Return the HTML of block tokens, not yet sanitized."""
    html: list[str] = []
    in_heading = False
    for token in tokens:
        if token.type == "inline":
            html.append(write_line(token.children or [], sigles, resolve, plain=in_heading))
        elif token.type == "ordered_list_open":
            start = token.attrs.get("start", 1)
            html.append("<ol>" if start == 1 else f'<ol start="{start}">')
        elif not token.hidden:
            html.append(_BLOCKS.get(token.type) or escape_text(token.content))
            in_heading = token.type == "heading_open"
    return "".join(html).strip()


def write_line(
    tokens: list[Token], sigles: SiglesFiche, resolve: Resolve, *, plain: bool = False
) -> str:
    """Return the HTML of inline tokens, not yet sanitized; ``plain`` leaves acronyms alone."""
    line = _take_apart(tokens, resolve)
    return write_words("".join(line.words), sigles, line.marks, plain=plain)


def write_simple_line(text: str, sigles: SiglesFiche, resolve: Resolve) -> str | None:
    """Return what ``write_line`` makes of a line, ``None`` when it takes a parser to read it."""
    line = _Line()
    position = 0
    for found in _SIMPLE_MARKUP.finditer(text):
        if not line.add_words(text[position : found.start()]):
            return None
        position = found.end()
        if strong := found["strong"]:
            line.add_mark("<strong>")
            line.words.append(strong)
            line.add_mark("</strong>")
        else:
            opening = _opening_tag(found["target"], resolve)
            line.add_mark(opening or "", links=int(opening is not None))
            line.words.append(found["words"])
            line.add_mark("</a>" if opening else "", links=-int(opening is not None))
    if not line.add_words(text[position:]):
        return None
    return write_words("".join(line.words), sigles, line.marks)


def write_words(
    words: str, sigles: SiglesFiche, marks: list[_Mark] | None = None, *, plain: bool = False
) -> str:
    """Return the HTML of a paragraph's words: typography, escaping, acronyms, markup.

    ``words`` holds ``MARK`` once for each of ``marks``. One pass, linear in its length.
    """
    text = typographie(words)
    found = sigles.find(text)
    match = next(found, None)
    if match is None:
        return escape_text(text)
    pending: Iterator[_Mark] = iter(marks or ())
    pieces: list[str] = []
    position = links = depth = 0
    while match is not None:
        before = text[position : match.start()]
        depth = max(0, depth + before.count("(") - before.count(")"))
        pieces.append(escape_text(before))
        position = match.end()
        if match[0] == MARK:
            mark = next(pending)
            links += mark.links
            pieces.append(mark.html)
        elif not links and not plain:
            pieces.append(sigles.mark(match, bracketed=depth > 0))
        else:
            pieces.append(escape_text(match[0]))
        match = next(found, None)
    pieces.append(escape_text(text[position:]))
    return "".join(pieces)


def _take_apart(tokens: list[Token], resolve: Resolve) -> _Line:
    line = _Line()
    open_links: list[bool] = []
    for token in tokens:
        match token.type:
            case "softbreak":
                line.words.append("\n")
            case "link_open":
                opening = _opening_tag(str(token.attrs.get("href", "")), resolve)
                open_links.append(opening is not None)
                line.add_mark(opening or "", links=int(opening is not None))
            case "link_close":
                kept = open_links.pop()
                line.add_mark("</a>" if kept else "", links=-int(kept))
            case "code_inline":
                line.add_mark(f"<code>{escape_text(token.content)}</code>")
            case kind if kind in _INLINE:
                line.add_mark(_INLINE[kind])
                line.words.append("\n" if kind == "hardbreak" else "")
            case _:
                # Text; and for an image, which is not shown, the words that stand for it.
                line.words += (part.content for part in token.children or [token])
    return line


def _opening_tag(destination: str, resolve: Resolve) -> str | None:
    """Return the opening tag of a link, or ``None`` when only its words may be shown."""
    try:
        target = link_target(destination)
    except ValueRefused:
        return None
    if isinstance(target, str):
        return f'<a href="{escape_attribute(target)}" rel="noopener">'
    url = resolve(target.folder, target.slug)
    return None if url is None else f'<a href="{escape_attribute(url)}">'
