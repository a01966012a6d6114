"""What takes the whole catalogue to make: its problems, its data files and its search.

Who does this work does so in a process of its own, again and again. What it kept of the last
state, or of the last build, makes the next one cheap; it is never older than what it is asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import PurePosixPath

from site_builder.checks import check_catalogue
from site_builder.config import FACETTES, INDEX, Content, Pieces, Readings
from site_builder.exports.donnees import MAKERS, DataMaker
from site_builder.problems import Problem
from site_builder.processes import beside
from site_builder.search.document import Document
from site_builder.search.fichiers import FOLDER, Fichiers
from site_builder.search.site import SearchMaker


class Whole:
    """Works on a catalogue, state after state. Its methods are not for two threads at once."""

    def __init__(self, readings: Readings | None = None, *, keeps: bool = False) -> None:
        """``readings`` are what is known of the catalogue, brought up to date by who reads it.

        They are kept for the next preview once all is checked if it ``keeps`` them.
        """
        self._readings = readings
        self._keeps = keeps
        self._pieces: Pieces | None = None
        self._search: Search | None = None
        self._data: dict[str, DataMaker] = {}

    def find_problems(self, content: Content, today: date) -> tuple[Problem, ...]:
        """Return every problem of the catalogue, sorted."""
        loaded, readings = content.loaded, self._readings
        assert loaded is not None
        known = readings.recall(loaded, today) if readings else None
        problems = tuple(check_catalogue(loaded, today, known))
        if readings and known:
            readings.take(loaded, known)
            if self._keeps:
                self._keeps = False
                # From a process of its own: they are not to be used any more once they are kept.
                with beside(readings.keep):
                    pass
        return problems

    def make_data(self, content: Content, uri: str, today: date) -> bytes:
        """Return the data file at ``uri``."""
        maker = self._data.get(uri)
        if maker is None:
            pieces = self._recall(content, today)
            maker = self._data[uri] = pieces.recall(PurePosixPath(uri).stem, MAKERS[uri])
        return b"".join(maker.encode(content.catalogue, today))

    def read_search(
        self, content: Content, guides: Sequence[Document], address: str, today: date
    ) -> bytes | None:
        """Return the file at ``address`` of the search, ``None`` when there is none.

        ``guides`` are the pages written by hand.
        """
        if self._search is None:
            self._search = Search(self._recall(content, today).recall("search", SearchMaker))
        text = self._search.read(content, guides, address)
        return None if text is None else text.encode()

    def _recall(self, content: Content, today: date) -> Pieces:
        """Return what makers knew at the last build."""
        if self._pieces is None:
            self._pieces = Pieces()
            if self._readings and content.loaded:
                known = self._readings.recall(content.loaded, today)
                self._readings.take(content.loaded, known)
                self._pieces = self._readings.pieces(content.loaded, today)
                # They are large, and have told all that is asked of them here.
                self._readings = None
        return self._pieces


class Search:
    """The files of the search of the last state that was asked for, each written on demand."""

    def __init__(self, maker: SearchMaker | None = None) -> None:
        """``maker`` may know of a former state."""
        self._maker = maker or SearchMaker()
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
            pages = content.by_url.keys()
            self._index = self._maker.make_index(content.catalogue, pages, guides)
            self._made, self._facettes = (content, guides), None
        return self._index
