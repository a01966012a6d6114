"""What a build leaves for the next one, and what of it is still good.

A sheet is the same as before when nothing that may show on it has changed, and when the frame
that it is poured into has not either.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from mkdocs.structure.toc import TableOfContents

from site_builder.config.content import Body, Content
from site_builder.config.kept import Key, Named
from site_builder.config.readings import Readings, State
from site_builder.exports.hors_connexion import SiteFile
from site_builder.frame import FrameKey
from site_builder.model.action import Action
from site_builder.rendering.reach import find_fields, gathers, lists_stay, sheets_shown_on
from site_builder.search.document import Document
from site_builder.search.fichiers import FOLDER


@dataclass(frozen=True, slots=True)
class Guide:
    """What a host found in a page written by hand.

    ``toc`` is its table of contents, ``title`` its first one, ``ids`` are what links may lead to
    in it, and ``links`` those that lead to a part of another page: by the source of that page, and
    then by its part.
    """

    html: str
    toc: TableOfContents
    title: str | None
    ids: frozenset[str]
    links: Mapping[str, dict[str, str]]


@dataclass(frozen=True, slots=True)
class MadePages:
    """The pages of a site, as far as the next build can do without making them again.

    ``files`` are those of its sheets, by address, and beside them those of the search, of which
    the name changes with what they hold; ``frames`` are the digests of the frames of sheets.
    ``lists`` are the bodies of the lists, by address, and ``sitemap`` is what tells the sitemap
    of all pages from another one; ``guides`` are the pages written by hand, by what they were made
    from, and ``documents`` the same pages as the search finds them.
    """

    files: Mapping[str, SiteFile] = field(default_factory=dict)
    frames: Mapping[FrameKey, bytes] = field(default_factory=dict)
    lists: Mapping[str, Body] = field(default_factory=dict)
    sitemap: bytes = b""
    guides: Mapping[bytes, Guide] = field(default_factory=dict)
    documents: Sequence[Document] = ()

    @property
    def search(self) -> dict[str, SiteFile]:
        """The files of the search, by address."""
        folder = f"{FOLDER}/"
        return {url: file for url, file in self.files.items() if url.startswith(folder)}


@dataclass(frozen=True, slots=True)
class Made:
    """A site that was built: what it shows of each record, and its pages."""

    records: State
    pages: MadePages


@dataclass(slots=True)
class Reuse:
    """The sheets and the lists that need not be rendered again; what was made of them.

    ``former`` are those that would have the same body; ``search`` are the files of the search of
    the former site, by address: one of the same name is the same. ``site`` is where that site is.
    Whoever writes the new one sets ``now``, all its pages, and ``kept``, the paths of the files
    that stay as they are there.
    """

    former: MadePages = field(default_factory=MadePages)
    search: Mapping[str, SiteFile] = field(default_factory=dict)
    site: Path | None = None
    now: MadePages = field(default_factory=MadePages)
    kept: list[str] = field(default_factory=list)


def find_reuse(former: Made, readings: Readings, content: Content, changed: Iterable[str]) -> Reuse:
    """Return what may stay of a site of which only the catalogue has changed.

    ``changed`` are the paths of the files that did.
    """
    files, search = former.pages.files, former.pages.search
    if not all(path.endswith(".yml") for path in changed):
        # A logo, perhaps: it shows everywhere.
        return Reuse(search=search)
    changes = readings.changes_since(former.records)
    if changes is None:
        return Reuse(search=search)
    before = {key: was[1] for key, was in changes.items() if was is not None}
    shown = sheets_shown_on(changes.keys(), before, readings.named, content.catalogue)
    if shown is None:
        return Reuse(search=search)
    layouts = _find_lists(readings, content, changes)
    spared = {
        page.url: files[page.url]
        for page in content.sheets
        if page.url in files
        and (not gathers(page.layout) or page.layout in layouts)
        and (page.layout, page.url.rstrip("/").rpartition("/")[2]) not in shown
    }
    lists = {
        page.url: former.pages.lists[page.url]
        for page in content.listings
        if page.layout in layouts and page.url in former.pages.lists
    }
    return Reuse(replace(former.pages, files=spared, lists=lists), search)


def _find_lists(
    readings: Readings, content: Content, changes: Mapping[Key, Named | None]
) -> frozenset[str]:
    """Return the layouts of the lists that are the same as before."""
    assert content.loaded is not None
    now = content.loaded.catalogue
    fields: set[str] = set()
    for (kind, slug), was in changes.items():
        before = readings.recall_record(was[0], slug) if was is not None else None
        after = now.records(kind).get(slug)
        if before is None or after is None:
            return frozenset()
        if isinstance(before, Action) and isinstance(after, Action):
            fields |= find_fields(before, after)
    kinds = {kind for kind, _ in changes} - {"actions"}
    return frozenset(lists_stay(fields, kinds))
