"""The frame: a page of the theme, rendered once, with marks where a sheet's own words go.

Rendering the whole template of the theme again for each sheet is what makes a large site
slow to build. Here the theme renders one stand-in sheet, whose title, description, slug,
links, headings and body are *marks*; the page is cut at the marks once, and each sheet
then costs one ``join``.

Whatever changes the page beyond a word in its place makes another frame: the layout, the
folder of the URL (every relative link depends on it), and which optional parts the sheet
has (a page without headings has no table of contents at all).
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from functools import lru_cache

from markupsafe import escape

from site_builder.pages import Heading

_TEXTS = ("slug", "title", "description", "edit_url", "source_url", "report_url")
_OPTIONAL = ("description", "edit_url", "source_url", "report_url", "headings")
_BODY = "body"
# Two headings are enough to see what stands before, inside, between and after them.
_TOC = ("first_id", "first_title", "second_id", "second_title")
_SLOTS = (*_TEXTS, _BODY, *_TOC)

FrameKey = tuple[str, str, frozenset[str]]
"""What a frame is for: a layout, a folder of URLs, the optional parts that sheets have."""


class FrameError(Exception):
    """The theme's page cannot be cut into a frame: a fault of a template, not of content."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What the theme prints of a sheet.

    ``url`` is relative to the site and ends with a slash (``actions/x/``); ``body`` is
    ready HTML that holds an ``<h1>``; everything else is plain text, headings included.
    ``description``, ``headings``, ``edit_url`` (where to change the record), ``source_url``
    (where to read its YAML) and ``report_url`` (where to tell of an error) may be empty.
    """

    layout: str
    url: str
    title: str
    body: str
    description: str = ""
    headings: tuple[Heading, ...] = ()
    edit_url: str = ""
    source_url: str = ""
    report_url: str = ""

    @property
    def folder(self) -> str:
        """The URL that the sheet's stands in: ``actions/`` for ``actions/x/``."""
        return self.url.rstrip("/").rpartition("/")[0] + "/"

    @property
    def slug(self) -> str:
        """The last part of the URL."""
        return self.url.rstrip("/").rpartition("/")[2]

    @property
    def key(self) -> FrameKey:
        """What frame the sheet is poured into."""
        return self.layout, self.folder, self.optional_parts

    @property
    def optional_parts(self) -> frozenset[str]:
        """The names of the optional parts that this sheet has."""
        return frozenset(name for name in _OPTIONAL if getattr(self, name))


class Marks:
    """Words that stand for a sheet's own ones while the theme renders a frame.

    They are ASCII letters and digits, so that neither escaping nor URL quoting changes
    them, and hold 128 random bits, so that no content can contain one.
    """

    def __init__(self) -> None:
        salt = os.urandom(16).hex()
        self._marks = {name: f"x{salt}n{index:02d}x" for index, name in enumerate(_SLOTS)}
        self._pattern = re.compile(f"x{salt}n([0-9]{{2}})x")
        # The page gets a heading of its own above a body that has none.
        self._body = f"<h1>{self._marks[_BODY]}</h1>"

    def stand_in(self, sheet: Sheet) -> Sheet:
        """Return the sheet with a mark in place of each part that it has."""
        texts = {
            name: self._marks[name]
            for name in ("title", *sheet.optional_parts)
            if name != "headings"
        }
        first_id, first_title, second_id, second_title = (self._marks[name] for name in _TOC)
        pair = (Heading(first_id, first_title), Heading(second_id, second_title))
        return replace(
            sheet,
            url=f"{sheet.folder}{self._marks['slug']}/",
            body=self._body,
            headings=pair if sheet.headings else (),
            **texts,
        )

    def cut(self, html: str) -> list[str]:
        """Cut a page at its marks: text and names of slots in turn, text first and last."""
        parts = self._pattern.split(html.replace(self._body, self._marks[_BODY]))
        parts[1::2] = [_SLOTS[int(index)] for index in parts[1::2]]
        return parts


@dataclass(frozen=True, slots=True)
class _Contents:
    """The table of contents: what the theme prints inside an item, and between two."""

    inside: str
    between: str

    def fill(self, headings: Sequence[Heading]) -> str:
        return self.between.join(
            f"{_escaped(heading.id)}{self.inside}{_escaped(heading.titre)}" for heading in headings
        )


# The same few headings come back from sheet to sheet.
@lru_cache(1024)
def _escaped(text: str) -> str:
    return str(escape(text))


class Frame:
    """A page of the theme cut at its marks. ``fill`` may be called any number of times."""

    def __init__(self, html: str, marks: Marks) -> None:
        """Cut ``html``, the theme's page for a sheet that ``marks`` stood in for.

        Raises ``FrameError`` when the page does not show the body once, or shows the
        table of contents in a way that cannot be repeated.
        """
        parts = marks.cut(html)
        if parts.count(_BODY) != 1:
            raise FrameError(f"the theme prints the body {parts.count(_BODY)} times, not once")
        self._contents, self._parts = _cut_contents(parts)

    @property
    def digest(self) -> bytes:
        """What tells this frame from another: the same one gives the same pages."""
        said = json.dumps([self._parts, self._contents and astuple(self._contents)])
        return hashlib.blake2b(said.encode(), digest_size=16).digest()

    def fill(self, sheet: Sheet) -> str:
        """Return the page of ``sheet``: its body as it is, its texts escaped."""
        values: dict[str, str] = {name: escape(getattr(sheet, name)) for name in _TEXTS}
        values[_BODY] = sheet.body
        if self._contents is not None:
            values["headings"] = self._contents.fill(sheet.headings)
        parts = self._parts.copy()
        parts[1::2] = [values[name] for name in parts[1::2]]
        return "".join(parts)


def _cut_contents(parts: list[str]) -> tuple[_Contents | None, list[str]]:
    """Replace the two marked headings by one slot, ``headings``, and how to fill it."""
    names = parts[1::2]
    found = tuple(name for name in names if name in _TOC)
    if not found:
        return None, parts
    start = 1 + 2 * names.index(_TOC[0]) if _TOC[0] in names else 0
    # Seven parts: four marks and the three texts between them.
    if found != _TOC or tuple(parts[start : start + 7 : 2]) != _TOC:
        raise FrameError("the theme does not print the table of contents once, in order")
    inside, between, inside_again = parts[start + 1 : start + 6 : 2]
    if inside != inside_again:
        raise FrameError("the theme prints the items of the table of contents differently")
    return _Contents(inside, between), [*parts[:start], "headings", *parts[start + 7 :]]


class Frames:
    """Frames made when they are first needed, by the theme's own rendering of a sheet."""

    def __init__(self, render: Callable[[Sheet], str]) -> None:
        """``render`` returns the theme's whole page for a sheet."""
        self._render = render
        self._frames: dict[FrameKey, Frame] = {}

    def fill(self, sheet: Sheet) -> str:
        """Return the page of ``sheet``, the same as ``render`` would."""
        return (self._frames.get(sheet.key) or self._make(sheet)).fill(sheet)

    @property
    def digests(self) -> dict[FrameKey, bytes]:
        """The digests of the frames made so far."""
        return {key: frame.digest for key, frame in self._frames.items()}

    def are_same(self, former: Mapping[FrameKey, bytes]) -> bool:
        """Tell whether all the frames of an earlier build would be made again the same."""
        for layout, folder, parts in former:
            words = {name: "x" for name in parts if name != "headings"}
            headings = (Heading("x", "x"),) if "headings" in parts else ()
            url = f"{folder}x/"
            self._make(
                Sheet(layout=layout, url=url, title="x", body="", headings=headings, **words)
            )
        return bool(former) and self.digests == former

    def _make(self, sheet: Sheet) -> Frame:
        marks = Marks()
        frame = self._frames[sheet.key] = Frame(self._render(marks.stand_in(sheet)), marks)
        return frame
