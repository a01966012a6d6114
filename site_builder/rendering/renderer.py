"""From a planned page to its body: the environment of the templates, and what they get.

A template gets ``catalogue``, ``today``, ``page`` (the planned page), ``record`` (its record,
or nothing for a list), ``texte`` (a ``TexteFiche``), ``lien``, ``titre``, and the functions
that put conditions into words. It asks the catalogue for relations, and never searches.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import zip_longest
from pathlib import Path

from jinja2 import Template

from site_builder.model.catalogue import Catalogue
from site_builder.pages import LISTES, Heading, PlannedPage
from site_builder.rendering.calendrier import calendrier
from site_builder.rendering.conditions import Enonces
from site_builder.rendering.facettes import Facettes
from site_builder.rendering.links import (
    Known,
    address_of,
    bind_links,
    explorer,
    relative_url,
    renvoi,
    renvois,
)
from site_builder.rendering.listings import Listings
from site_builder.rendering.sans_script import SansScript
from site_builder.rendering.sections import Sections
from site_builder.rendering.sigles import Sigles
from site_builder.rendering.templates import make_environment
from site_builder.rendering.texte import Pieces, TexteFiche
from site_builder.rendering.toutes_actions import Rangees, group_by_theme
from site_builder.vocabulary.licence import LICENCE

_FRAGMENTS = "fragments/catalogue"
# A list leads to the sheets and to the glossary: it explains nothing itself.
_NO_SIGLES = Sigles(())


@dataclass(frozen=True, slots=True)
class RenderedBody:
    """The body of a page, ready HTML that holds its ``<h1>``, and its ``<h2>`` in order."""

    html: str
    headings: tuple[Heading, ...]


@dataclass(frozen=True, slots=True)
class _Folder:
    """What the sheets of one folder have in common."""

    known: Known = field(default_factory=dict)
    pieces: Pieces = field(default_factory=dict)


class Renderer:
    """Renders the pages of one catalogue. Templates are compiled once."""

    def __init__(
        self,
        catalogue: Catalogue,
        templates: Path,
        today: date,
        logo_falc: str = "",
        former: Renderer | None = None,
    ) -> None:
        """``catalogue`` is as published on ``today``; ``templates`` is the overrides folder.

        ``logo_falc`` is the address of the European easy-to-read logo, when the catalogue has it.
        ``former`` renders an earlier state of the catalogue with the same templates and logo, on
        the same day: what it printed of the same records may be printed again.
        """
        self._catalogue = catalogue
        self._sigles = Sigles(catalogue.glossaire.values())
        self._environment = make_environment(templates)
        self._folders: defaultdict[str, _Folder] = defaultdict(_Folder)
        self._rangees: Rangees = Rangees(former._rangees if former else None)
        listes = Listings(catalogue)
        self._environment.globals.update(
            catalogue=catalogue,
            today=today,
            en_mots=Enonces(catalogue).describe,
            listes=listes,
            calendrier=calendrier,
            sans_script=SansScript(listes, today),
            logo_falc=logo_falc,
            facettes=Facettes(catalogue, listes),
            explorer=explorer,
            renvoi=renvoi,
            renvois=renvois,
            licence=LICENCE,
            plan=LISTES,
            rangees=self._rangees,
            rayons=lambda: group_by_theme(catalogue, listes.actions()),
        )
        self._environment.filters["by_name"] = listes.by_name
        self._listes = listes

    def get_ready(self, layouts: Iterable[str]) -> None:
        """Do once what each process would do for itself, before they share the pages of a site.

        Templates of ``layouts`` are loaded, relations indexed, and the records sorted by name.
        """
        self._catalogue.index()
        for layout in layouts:
            self._template(layout)
        self._listes.rank_names()
        self._listes.actions()

    def _template(self, layout: str) -> Template:
        return self._environment.get_template(f"{_FRAGMENTS}/{layout}.html")

    def render(self, page: PlannedPage) -> RenderedBody:
        """Return the body of ``page``. Raises ``jinja2.TemplateNotFound`` for a layout without."""
        [body] = self.render_all([page])
        return body

    def render_all(self, pages: Sequence[PlannedPage]) -> list[RenderedBody]:
        """Return the body of each page, as ``render`` does, section after section.

        A section of all the pages comes before the next one: what it needs of the program stays at
        the processor's hand.
        """
        begun = list(map(self._begin, pages))
        texts: list[list[str]] = [[] for _ in begun]
        for made in zip_longest(*(pieces for pieces, _ in begun), fillvalue=""):
            for text, piece in zip(texts, made, strict=True):
                text.append(piece)
        return [
            RenderedBody("".join(text), sections.headings)
            for text, (_, sections) in zip(texts, begun, strict=True)
        ]

    def _begin(self, page: PlannedPage) -> tuple[Iterator[str], Sections]:
        """Return the pieces of a body, each made when it is asked for, and its sections."""
        template = self._template(page.layout)
        # The sheets of a folder stand side by side; a list stands alone.
        folder = self._folders[page.url.partition("/")[0]] if page.is_sheet else _Folder()
        lien = bind_links(page.url, page.record, folder.known)

        def resolve(kind: str, slug: str) -> str | None:
            address = address_of(self._catalogue, kind, slug)
            return None if address is None else relative_url(address, page.url)

        texte = TexteFiche(self._sigles if page.is_sheet else _NO_SIGLES, resolve, folder.pieces)
        sections = Sections(texte.open_section)
        pieces = template.generate(
            page=page,
            record=page.record,
            texte=texte,
            lien=lien,
            titre=sections.open,
        )
        return pieces, sections
