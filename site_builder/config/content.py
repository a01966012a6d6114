"""A catalogue made ready for a host: loaded, checked, planned. Knows nothing of MkDocs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Protocol

from site_builder.checks import check_catalogue
from site_builder.config.readings import Readings
from site_builder.loading import Loaded, Logo, Progress, load_catalogue, read_logo
from site_builder.model.catalogue import Catalogue
from site_builder.model.kinds import SITE
from site_builder.pages import Heading, PlannedPage, plan_pages
from site_builder.problems import Problem
from site_builder.rendering.renderer import Renderer


class Body(Protocol):
    """What is made of a page: its body's HTML, which holds an ``<h1>``, and its headings."""

    @property
    def html(self) -> str:
        """The body, ready."""

    @property
    def headings(self) -> tuple[Heading, ...]:
        """What the table of contents lists."""


class BodyRenderer(Protocol):
    """What makes the bodies of pages."""

    def render(self, page: PlannedPage, /) -> Body:
        """Return the body of ``page``."""

    def render_all(self, pages: Sequence[PlannedPage], /) -> Sequence[Body]:
        """Return the body of each page."""

    def get_ready(self, layouts: Iterable[str], /) -> None:
        """Do what the pages of ``layouts`` have in common, before processes share them."""


@dataclass(frozen=True)
class Content:
    """What a host shows of a catalogue.

    ``folder`` is the catalogue's; ``pages`` are all the pages made from it, lists and
    sheets; ``name`` and ``description`` are the site's, ``None`` when ``site.yml`` doesn't
    say; ``loaded`` is what was read, for excerpts of files; ``catalogue`` is what the public
    sees of it; ``logo_falc`` is what marks texts that are easy to read.
    """

    folder: Path
    pages: tuple[PlannedPage, ...]
    renderer: BodyRenderer
    problems: tuple[Problem, ...] = ()
    name: str | None = None
    description: str | None = None
    loaded: Loaded | None = None
    logo_falc: Logo | None = None
    catalogue: Catalogue = field(default_factory=Catalogue)

    @cached_property
    def listings(self) -> tuple[PlannedPage, ...]:
        """The pages that are not one record's: home, lists, glossary. A few, in the nav."""
        return tuple(page for page in self.pages if not page.is_sheet)

    @cached_property
    def sheets(self) -> tuple[PlannedPage, ...]:
        """The pages of one record each; possibly thousands, out of the nav."""
        return tuple(page for page in self.pages if page.is_sheet)

    @cached_property
    def by_url(self) -> dict[str, PlannedPage]:
        """All pages, by their addresses."""
        return {page.url: page for page in self.pages}

    def excerpt_of(self, file: str) -> str | None:
        """Return the text of ``file``, relative to the catalogue, when it can be read."""
        return self.loaded.source(file) if self.loaded else None


def load_content(
    folder: Path,
    today: date,
    templates: Path,
    progress: Progress = lambda *_: None,
    readings: Readings | None = None,
    begin: Callable[[Content], object] = lambda _content: None,
) -> Content:
    """Load and check the catalogue in ``folder``, and plan its pages as of ``today``.

    ``templates`` is the folder of the overrides; ``progress`` is told (files read, files in
    all); ``readings`` are what is known of the folder, brought up to date. ``begin`` is told of
    what was read before it is checked. Nothing is raised for content: see ``problems``. Refused
    records are left out.
    """
    memo, seen = (readings.memo, readings.seen) if readings else (None, None)
    loaded = load_catalogue(folder, progress, memo, seen=seen)
    content = prepare_content(loaded, today, templates)
    known = readings.recall(loaded, today) if readings else None
    begin(content)
    problems = check_catalogue(loaded, today, known)
    if readings and known:
        readings.take(loaded, known)
    return replace(content, problems=tuple(problems))


def prepare_content(
    loaded: Loaded, today: date, templates: Path, former: Content | None = None
) -> Content:
    """Plan the pages of a catalogue that was read; its problems are those of reading it alone.

    ``former`` is what an earlier state of the same catalogue gave, with the same templates, on the
    same day: what did not change is taken from it.
    """
    folder = loaded.root
    published = loaded.catalogue.published(today)
    site = published.site if (SITE.name, "") in loaded.documents else None
    charte = published.site.charte
    logo = read_logo(folder, charte.logo_falc, "facile-a-lire") if charte else None
    printed = former.renderer if former and former.logo_falc == logo else None
    assert printed is None or isinstance(printed, Renderer)
    return Content(
        folder=folder,
        pages=tuple(plan_pages(published, loaded.documents, former.pages if former else ())),
        renderer=Renderer(published, templates, today, logo.uri if logo else "", printed),
        problems=tuple(loaded.problems),
        name=site.nom if site else None,
        description=site.description if site else None,
        loaded=loaded,
        logo_falc=logo,
        catalogue=published,
    )
