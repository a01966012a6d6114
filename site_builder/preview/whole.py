"""What takes the whole catalogue to make: its problems, its data files and its search.

Who calls these functions does so in a process of its own, again and again. What they kept of the
last state makes the next one cheap; it is never older than what they are asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from site_builder.checks import check_catalogue
from site_builder.config import FACETTES, INDEX, Content
from site_builder.exports.donnees import DataMaker
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
    return b"".join(_data.encode(content.catalogue, today)[uri]()).decode()


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
        # Those of the last state, then those of the one before.
        self._files: tuple[Fichiers, ...] = ()

    def read(self, content: Content, guides: Sequence[Document], address: str) -> str | None:
        """Return the file at ``address`` of a state, or of the one before; ``None`` for none.

        A page that was opened before an edit asks for files of its own search.
        """
        if self._made is None or self._made[0] is not content or self._made[1] != guides:
            pages = {page.url for page in content.pages}
            made = self._maker.make(content.catalogue, pages, guides)
            self._files = (*made, *self._files[:2])
            self._made = content, guides
        index, facettes, *_ = self._files
        firsts = {INDEX: index.address, FACETTES: facettes.address}
        name = firsts.get(address, address).removeprefix(f"{FOLDER}/")
        found = (one.files[name] for one in self._files if name in one.files)
        return next(found, None)


_data = DataMaker()
_search = Search()
