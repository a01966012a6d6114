"""What takes the whole catalogue to make: its problems, its data files and its search."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from datetime import date

from site_builder.checks import check_catalogue
from site_builder.config import FACETTES, INDEX, Content
from site_builder.exports.donnees import encode_data
from site_builder.model.catalogue import Catalogue
from site_builder.model.champs import Fiche
from site_builder.model.kinds import KINDS
from site_builder.problems import Problem
from site_builder.search.document import Document
from site_builder.search.documents import documents_of
from site_builder.search.site import make_search


def find_problems(content: Content, today: date) -> tuple[Problem, ...]:
    """Return every problem of the catalogue, sorted."""
    assert content.loaded is not None
    return tuple(check_catalogue(content.loaded, today))


def make_data(content: Content, uri: str, today: date) -> str:
    """Return the data file at ``uri``."""
    return b"".join(encode_data(content.catalogue, today)[uri]()).decode()


class _Written:
    """The documents of the last catalogue that a process was asked for."""

    def __init__(self) -> None:
        self._catalogue = Catalogue()
        self._documents: list[Document] = []

    def documents_of(self, catalogue: Catalogue, pages: Container[str]) -> list[Document]:
        """Return the documents of a catalogue, those of the same actions being the same."""
        known: dict[int, Document] = {}
        if all(
            _is_same(self._catalogue.records(kind), catalogue.records(kind)) for kind in _OTHERS
        ):
            former = self._catalogue.actions
            actions = (document for document in self._documents if document.kind == "actions")
            known = {id(former[document.slug]): document for document in actions}
        self._documents = [*documents_of(catalogue, pages, known)]
        # Held as long as its actions are known by their identity.
        self._catalogue = catalogue
        return self._documents


_OTHERS = [kind for kind in KINDS if kind != "actions"]
_written = _Written()


def _is_same(before: Mapping[str, Fiche], now: Mapping[str, Fiche]) -> bool:
    """Tell whether both hold the very same records."""
    return before.keys() == now.keys() and all(before[slug] is now[slug] for slug in now)


def make_search_files(content: Content, guides: Sequence[Document]) -> Mapping[str, str]:
    """Return what the search and the page of all actions read, by address."""
    pages = {page.url for page in content.pages}
    documents = [*_written.documents_of(content.catalogue, pages), *guides]
    index, facettes = make_search(content.catalogue, documents)
    first = {INDEX: index.files[index.first], FACETTES: facettes.files[facettes.first]}
    return {**index.by_address, **facettes.by_address, **first}
