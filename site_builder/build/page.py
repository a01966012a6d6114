"""Reading the anchors and the links of one HTML page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from site_builder.build.plain_page import Element, read_plain

_LINK_ATTRIBUTES = ("href", "src", "poster", "action", "formaction", "xlink:href")
# Of a list of selectors, an element that several ones match would be met as many times.
_SELECTOR = (
    ":is([id], a[name], [href], [src], [srcset], [poster], [action], [formaction], object[data],"
    " use)"
)
# A candidate is an address, then perhaps a width or a density, then a comma. The address may
# hold commas, but not end with one (HTML standard, « srcset attributes »).
_CANDIDATE = re.compile(r"[\s,]*(\S*[^\s,])(?:\s+[^,]*)?(?:,|$)")


@dataclass(frozen=True, slots=True)
class PageLinks:
    """What a page offers to links, and where its own links go.

    ``anchors`` are its ids and named anchors, ``repeated`` the ids met more than once,
    ``links`` the values of its link attributes, each once, in the order of the page; ``base``
    is the ``href`` of its ``<base>``.
    """

    anchors: frozenset[str]
    repeated: tuple[str, ...]
    links: tuple[str, ...]
    base: str | None


def read_page(html: bytes) -> PageLinks:
    """Read a page. Any bytes give a page, as in a browser; they are read as UTF-8."""
    elements = read_plain(html)
    return _gather(elements, None) if elements is not None else parse_page(html)


def parse_page(html: bytes) -> PageLinks:
    """Parse a page: what ``read_page`` does without, as often as it can."""
    elements = []
    base: str | None = None
    for node in LexborHTMLParser(html).css(_SELECTOR):
        attributes = node.attributes
        is_base = node.tag == "base"
        if is_base:
            base = base or attributes.get("href")
        name = attributes.get("name") if node.tag == "a" else None
        links = () if is_base else tuple(_links_of(node, attributes))
        elements.append(Element(attributes.get("id") or "", name or "", links))
    return _gather(elements, base)


def _gather(elements: Iterable[Element], base: str | None) -> PageLinks:
    ids: set[str] = set()
    names: set[str] = set()
    repeated: dict[str, None] = {}
    links: dict[str, None] = {}
    for identifier, name, own_links in elements:
        if identifier:
            if identifier in ids:
                repeated[identifier] = None
            ids.add(identifier)
        if name:
            names.add(name)
        for link in own_links:
            links[link] = None
    return PageLinks(frozenset(ids | names), tuple(repeated), tuple(links), base)


def _links_of(node: LexborNode, attributes: dict[str, str | None]) -> Iterator[str]:
    for name in _LINK_ATTRIBUTES:
        value = attributes.get(name)
        if value is not None:
            yield value
    srcset = attributes.get("srcset")
    if srcset:
        yield from _CANDIDATE.findall(srcset)
    if node.tag == "object":
        yield attributes.get("data") or ""
