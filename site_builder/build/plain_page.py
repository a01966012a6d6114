"""Reading a page that is written the plain way, without a parser.

Nearly all pages of a site are sheets, which our own templates make of few elements, with
attributes in double quotes and links that are closed. The elements that a parser would make of such
a page are those of its tags, in their order. At the slightest doubt ``read_plain`` gives up, and
the parser decides.

What a parser makes of tags is told by https://html.spec.whatwg.org/multipage/parsing.html: it
leaves out, moves or repeats some elements. Those are what is looked for here.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from typing import NamedTuple


class Element(NamedTuple):
    """What links have to do with an element: what it is called, and where it leads."""

    id: str
    name: str
    links: tuple[str, ...]


# Each tag of a page becomes one of these signs, or a letter for inline and raw elements.
_BLOCK = "|"
_VOID = "."
# Tags of tables: after the first ones, only a tag of a table may come.
_ROW = "="
_CELL = "+"

_VOIDS = "br img link meta !doctype".split()
_BLOCKS = (
    "address article aside blockquote dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5"
    " h6 header hr li main nav ol p section summary ul"
).split()
# A parser that meets one of these again, or out of its place, leaves it out with its attributes.
_ROOTS = ("html", "head", "body", "noscript")
_ROWS = "table thead tbody tr /thead /tbody /tr /td /th".split()
_CELLS = "td th /table".split()
# Their content is text, up to the tag that ends them.
_RAW = "script style title".split()
_INLINE = "abbr b cite code em i mark q small span strong sub sup time u".split()
# The letters that open and close each of them.
_LETTERS = {
    name: (chr(ord("A") + rank), chr(ord("a") + rank))
    for rank, name in enumerate(("a", *_RAW, *_INLINE))
}
_SIGNS = {
    **dict.fromkeys(_VOIDS, _VOID),
    **{mark + name: _BLOCK for mark in ("", "/") for name in (*_BLOCKS, *_ROOTS)},
    **dict.fromkeys(_ROWS, _ROW),
    **dict.fromkeys(_CELLS, _CELL),
    **{name: opening for name, (opening, _) in _LETTERS.items()},
    **{f"/{name}": closing for name, (_, closing) in _LETTERS.items()},
}
_FRAGILE = {*_ROOTS, *_ROWS, *_CELLS}
_EMPTY_LINK = "".join(_LETTERS["a"])
_TEXTS = ["".join(_LETTERS[name]) for name in _RAW]
_WORDS = ["".join(_LETTERS[name]) for name in _INLINE]
_MISPLACED = re.compile(f"{_ROW}[^{_ROW}{_CELL}]")

# A lone one of the first two may be text, or begin a comment; a parser changes the last two.
_LOOKED_AT = b"<>\r\0"
_NOT_LOOKED_AT = bytes(set(range(256)).difference(_LOOKED_AT))
# A tag without the values of its attributes: ``a class=" href="``.
_SHAPE = re.compile(r'(/?[a-z][a-z0-9]*|!doctype)((?:[ \n]+[a-z][a-z-]*(?:=")?)*)')
_ATTRIBUTE = re.compile(r'([a-z-]+)(=")?')
_LINKS = ("href", "src")
_READ = {"id", *_LINKS}
_NOT_READ = {"action", "formaction", "poster", "srcset"}
_UNUSUAL_REFERENCE = re.compile(r"&(?!(?:amp|lt|gt|quot|#39|#34);)")

_MOST_TAGS = 10_000
"""How many tags are remembered: a few megabytes. Pages share most of theirs."""


class _Shape(NamedTuple):
    """The sign of a tag, and where its identifier, its name and its links are.

    That is among the pieces between its quotes: -1 for none, which comes after them all.
    """

    sign: str
    is_read: bool = False
    id: int = -1
    name: int = -1
    links: tuple[int, ...] = ()


@lru_cache(1024)
def _read_shape(shape: str) -> _Shape | None:
    """Return what is told by a tag; ``None`` when only a parser can tell."""
    match = _SHAPE.fullmatch(shape)
    if match is None or match[1] not in _SIGNS:
        return None
    name = match[1]
    attributes = _ATTRIBUTE.findall(match[2])
    names = {attribute for attribute, _ in attributes}
    valued = [attribute for attribute, value in attributes if value]
    read = names & (_READ | {"name"} if name == "a" else _READ)
    if len(names) < len(attributes) or names & _NOT_READ or not read <= {*valued}:
        return None
    if read and (name in _FRAGILE or name.startswith("/")):
        return None
    found = {attribute: 2 * valued.index(attribute) + 1 for attribute in read}
    links = tuple(found[link] for link in _LINKS if link in read)
    return _Shape(_SIGNS[name], bool(read), found.get("id", -1), found.get("name", -1), links)


class _Doubt(Exception):
    """A tag of which only a parser can tell what becomes of it."""


class _Tags(dict[bytes, str]):
    """The sign of each tag that was met; ``elements`` are those that matter, by their tags."""

    def __init__(self) -> None:
        self.elements: dict[bytes, Element] = {}

    def __missing__(self, tag: bytes) -> str:
        """Read a tag. Raises ``_Doubt``: the rest of a long page need not be read."""
        try:
            text = tag.decode()
        except UnicodeDecodeError as error:
            raise _Doubt from error
        sign = self[tag] = self._read(tag, text)
        return sign

    def _read(self, tag: bytes, text: str) -> str:
        """Return the sign of a tag, perhaps after keeping its element. Raises ``_Doubt``."""
        pieces = text.split('"')
        shape = _read_shape('"'.join(pieces[::2]))
        # Quotes come in pairs.
        if shape is None or not len(pieces) % 2:
            raise _Doubt
        sign, is_read, identifier, name, links = shape
        if is_read:
            if "&" in text:
                if _UNUSUAL_REFERENCE.search(text):
                    raise _Doubt
                pieces = [unescape(piece) for piece in pieces]
            pieces.append("")
            own_links = tuple([pieces[rank] for rank in links])
            self.elements[tag] = Element(pieces[identifier], pieces[name], own_links)
        return sign


_tags = _Tags()


def read_plain(html: bytes) -> list[Element] | None:
    """Return the elements of a page that have identifiers or links, in its order.

    ``None`` when only a parser can tell.
    """
    tags = html.replace(b"<", b">").split(b">")[1::2]
    if html.translate(None, _NOT_LOOKED_AT) != b"<>" * len(tags):
        return None
    if len(_tags) > _MOST_TAGS:
        _tags.clear()
        _tags.elements.clear()
    try:
        signs = "".join(map(_tags.__getitem__, tags))
    except _Doubt:
        return None
    if not _is_sound(signs):
        return None
    return list(filter(None, map(_tags.elements.get, tags)))


def _is_sound(signs: str) -> bool:
    """Tell whether the elements of a page are those of its tags."""
    # What looks like a tag in a script is not one.
    for pair in _TEXTS:
        signs = signs.replace(pair, _VOID)
    # What stands in a table, out of its cells, is moved before it.
    if _MISPLACED.search(signs):
        return False
    # An inline element that another one ends is opened again after it, and so is a link by a link.
    signs = _close(signs.replace(_VOID, ""))
    signs = _close(signs.replace(_EMPTY_LINK, ""))
    return not signs.strip(_BLOCK + _ROW + _CELL)


def _close(signs: str) -> str:
    """Take out the inline elements that hold nothing, over and over; links are none of them."""
    pairs = [pair for pair in _WORDS if pair[0] in signs]
    before = ""
    while signs != before:
        before = signs
        for pair in pairs:
            signs = signs.replace(pair, "")
    return signs
