"""The texts of a catalogue's pages as Markdown: what every peer is given to build."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from site_builder.loading import load_catalogue
from site_builder.model.parcours import Parcours
from site_builder.pages import PlannedPage, plan_pages
from tests.benchmarks.markdown import Markdown
from tests.synthetic.days import DAY


class Texts:
    """The pages that ``catalogue build`` makes on ``DAY``, and the Markdown of each.

    ``link`` returns how a link to the page of a URL (« actions/x/ ») is written, on any page.
    """

    def __init__(self, catalogue_folder: Path, link: Callable[[str], str]) -> None:
        loaded = load_catalogue(catalogue_folder)
        self._catalogue = loaded.catalogue.published(DAY)
        self.pages = list(plan_pages(self._catalogue, loaded.documents))
        self._markdown = Markdown(self._catalogue, link)
        self._link = link

    def body(self, page: PlannedPage) -> str:
        """Return the text of ``page`` below its title."""
        match page.record:
            case Parcours() as path:
                lines: Iterable[str] = map(self._markdown.entry, self._catalogue.actions_of(path))
            case None:
                lines = self._list(page)
            case record:
                return self._markdown.sheet(record)
        return "\n".join([page.description, "", *lines])

    def _list(self, page: PlannedPage) -> Iterator[str]:
        if page.url == "":
            lists = (other for other in self.pages if not other.is_sheet and other.url)
            yield from (f"- [{other.titre}]({self._link(other.url)})" for other in lists)
        elif page.layout == "contacts":
            yield from map(self._markdown.contact, self._catalogue.contacts.values())
        elif page.layout == "glossaire":
            for term in self._catalogue.glossaire.values():
                yield f"## {term.forme} {{#{term.slug}}}\n\n{term.developpe}\n\n{term.definition}\n"
        else:
            yield from (
                f"- [{sheet.titre}]({self._link(sheet.url)})"
                if isinstance(sheet.record, Parcours)
                else self._markdown.entry(sheet.record)
                for sheet in self.pages
                if sheet.record is not None and sheet.url.startswith(page.url)
            )
