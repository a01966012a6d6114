"""Reading the anchors and the links of one HTML page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

_LINK_ATTRIBUTES = ("href", "src", "poster", "action", "formaction", "xlink:href")
_SELECTOR = (
    "[id], a[name], [href], [src], [srcset], [poster], [action], [formaction], object[data], use"
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
    """Parse a page once. Any bytes give a page, as in a browser; they are read as UTF-8."""
    ids: set[str] = set()
    names: set[str] = set()
    repeated: dict[str, None] = {}
    links: dict[str, None] = {}
    base: str | None = None
    for node in LexborHTMLParser(html).css(_SELECTOR):
        attributes = node.attributes
        identifier = attributes.get("id")
        if identifier:
            if identifier in ids:
                repeated[identifier] = None
            ids.add(identifier)
        if len(attributes) == 1 and identifier:
            continue
        if node.tag == "base":
            base = base or attributes.get("href")
            continue
        if node.tag == "a" and attributes.get("name"):
            names.add(attributes["name"] or "")
        links.update(dict.fromkeys(_links_of(node, attributes)))
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
