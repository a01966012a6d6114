"""What takes the whole catalogue to make: its problems, its data files and its search.

Who calls these functions does so in a process of its own, again and again. What they kept of the
last state makes the next one cheap; it is never older than what they are asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from site_builder.checks import check_catalogue
from site_builder.config import FACETTES, INDEX, Content
from site_builder.exports.donnees import MAKERS
from site_builder.problems import Problem
from site_builder.search.document import Document
from site_builder.search.fichiers import FOLDER, Fichiers
from site_builder.search.site import SearchMaker


def find_problems(content: Content, today: date) -> tuple[Problem, ...]:
    """Return every problem of the catalogue, sorted."""
    assert content.loaded is not None
    return tuple(check_catalogue(content.loaded, today))


def make_data(content: Content, uri: str, today: date) -> str:
    """Return the data file at ``uri``."""
    return b"".join(_data[uri].encode(content.catalogue, today)).decode()


def read_search(content: Content, guides: Sequence[Document], address: str) -> str | None:
    """Return the file at ``address`` of the search, ``None`` when there is none.

    ``guides`` are the pages written by hand.
    """
    return _search.read(content, guides, address)


class Search:
    """The files of the search of the last state that was asked for, each written on demand."""

    def __init__(self) -> None:
        """Know of no state."""
        self._maker = SearchMaker()
        self._made: tuple[Content, Sequence[Document]] | None = None
        # That of the last state, and its facets once they are asked for; those of the one before.
        self._index: Fichiers | None = None
        self._facettes: Fichiers | None = None
        self._former: list[Fichiers] = []

    def read(self, content: Content, guides: Sequence[Document], address: str) -> str | None:
        """Return the file at ``address`` of a state, or of the one before; ``None`` for none.

        A page that was opened before an edit asks for files of its own search.
        """
        index = self._update(content, guides)
        if address == INDEX:
            return index.files[index.first]
        name = address.removeprefix(f"{FOLDER}/")
        if name in index.files:
            return index.files[name]
        self._facettes = self._facettes or self._maker.make_facettes()
        if address == FACETTES:
            return self._facettes.files[self._facettes.first]
        found = (one.files[name] for one in (self._facettes, *self._former) if name in one.files)
        return next(found, None)

    def _update(self, content: Content, guides: Sequence[Document]) -> Fichiers:
        """Return the index of a state."""
        same = self._made is not None and self._made[0] is content and self._made[1] == guides
        if self._index is None or not same:
            self._former = [one for one in (self._index, self._facettes) if one is not None]
            pages = {page.url for page in content.pages}
            self._index = self._maker.make_index(content.catalogue, pages, guides)
            self._made, self._facettes = (content, guides), None
        return self._index


_data = {uri: make() for uri, make in MAKERS.items()}
_search = Search()
