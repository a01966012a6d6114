"""All that browsers load to search a site."""

from __future__ import annotations

from collections.abc import Container, Iterable

from site_builder.model.catalogue import Catalogue
from site_builder.model.changes import Key, find_touched
from site_builder.search.document import Document
from site_builder.search.documents import OF_EVERY_ACTION, findables_of
from site_builder.search.facette import facettes_of
from site_builder.search.facettes import (
    Ensembles,
    Ligne,
    make_ligne,
    write_facettes,
)
from site_builder.search.fichiers import Fichiers
from site_builder.search.index import write_index
from site_builder.search.indexation import Indexer
from site_builder.search.mots_lus import Findable


class SearchMaker:
    """Makes the search of a site, state after state.

    It keeps what each record gave: an edit costs reading the records that it touches again. What
    it makes is what another one would that never saw a former state.
    """

    def __init__(self) -> None:
        """Know of no state."""
        self.catalogue = Catalogue()
        self._indexer = Indexer(())
        self._actions: list[str] = []
        self._lignes: dict[str, Ligne] = {}
        self._ensembles = Ensembles()

    def make_index(
        self, catalogue: Catalogue, pages: Container[str], others: Iterable[Document]
    ) -> Fichiers:
        """Return the index of ``catalogue`` (as published).

        ``pages`` are the addresses of its pages; ``others`` are documents of other kinds, as the
        pages written by hand.
        """
        touched = find_touched(self.catalogue, catalogue)
        if any(_has_other_paths(self.catalogue, catalogue, key) for key in touched):
            touched |= OF_EVERY_ACTION
        if tuple(catalogue.glossaire.values()) != self._indexer.termes:
            self._indexer = Indexer(catalogue.glossaire.values())
        known = self._indexer.known(touched)
        titles = {key: words.titre for key, words in known.items()}
        findables = findables_of(catalogue, pages, self._indexer.titres, titles)
        indexed = self._indexer.index(findables, map(Findable.of, others), known)
        self._actions = [words.slug for words in indexed.words if words.kind == "actions"]
        for kind, slug in touched:
            if kind == "actions":
                self._lignes.pop(slug, None)
        self.catalogue = catalogue
        return write_index(indexed)

    def make_facettes(self) -> Fichiers:
        """Return the facets of the actions that were indexed the last time."""
        catalogue, known, ensembles = self.catalogue, self._lignes, self._ensembles
        facettes = facettes_of(catalogue)
        self._lignes = {
            slug: known.get(slug) or make_ligne(catalogue.actions[slug], facettes, ensembles)
            for slug in self._actions
        }
        return write_facettes(facettes, list(self._lignes.values()), ensembles)


def _has_other_paths(before: Catalogue, after: Catalogue, key: Key) -> bool:
    """Tell whether an action came, went, or belongs to other paths of the law."""
    kind, slug = key
    actions = before.actions.get(slug), after.actions.get(slug)
    paths = [action and action.parcours for action in actions]
    return kind == "actions" and paths[0] != paths[1]


def make_search(
    catalogue: Catalogue, pages: Container[str], others: Iterable[Document]
) -> tuple[Fichiers, Fichiers]:
    """Return the index of ``catalogue`` and the facets of its actions, for one state alone."""
    maker = SearchMaker()
    return maker.make_index(catalogue, pages, others), maker.make_facettes()
