"""Indexes to search in, made once for a process."""

from __future__ import annotations

import tempfile
from datetime import date
from functools import cache
from pathlib import Path
from random import Random

from site_builder.config import find_guides
from site_builder.loading import load_catalogue
from site_builder.model.catalogue import Catalogue
from site_builder.pages import plan_pages
from site_builder.search.document import Document
from site_builder.search.documents import documents_of
from site_builder.search.fichiers import Fichiers
from site_builder.search.index import make_index
from site_builder.search.moteur import Moteur, open_index
from tests.synthetic.catalogue import DAY, write_catalogue

ROOT = Path(__file__).resolve().parents[2]
# The records of the repository are all published on this day.
TODAY = date(2026, 11, 22)


def pages_of(catalogue: Catalogue) -> set[str]:
    """Return the addresses of the pages made from ``catalogue`` (as published)."""
    return {page.url for page in plan_pages(catalogue, {})}


@cache
def real_catalogue() -> Catalogue:
    """Return the repository's own catalogue, as published."""
    return load_catalogue(ROOT / "catalogue").catalogue.published(TODAY)


@cache
def real_documents() -> tuple[Document, ...]:
    """Return what the site offers to find, pages written by hand included."""
    guides = find_guides(ROOT / "mkdocs.yml")
    catalogue = real_catalogue()
    return (*documents_of(catalogue, pages_of(catalogue)), *guides)


@cache
def real_index() -> Fichiers:
    """Return the index of the repository's own catalogue."""
    return make_index(real_documents(), real_catalogue().glossaire.values())


@cache
def real_moteur() -> Moteur:
    """Return its engine."""
    return open_index(real_index())


@cache
def synthetic_catalogue(actions: int) -> Catalogue:
    """Return a fictitious catalogue of ``actions`` actions, as published."""
    with tempfile.TemporaryDirectory() as folder:
        write_catalogue(Path(folder) / "catalogue", actions)
        return load_catalogue(Path(folder) / "catalogue").catalogue.published(DAY)


@cache
def synthetic_index(actions: int) -> Fichiers:
    """Return the index of a fictitious catalogue."""
    catalogue = synthetic_catalogue(actions)
    documents = tuple(documents_of(catalogue, pages_of(catalogue)))
    return make_index(documents, catalogue.glossaire.values())


def records_found(moteur: Moteur, query: str, limit: int | None = None) -> list[str]:
    """Return the records found, ``kind/slug``, best first."""
    found = (moteur.document(result.doc) for result in moteur.search(query, limit=limit).results)
    return [f"{document.kind}/{document.slug}" for document in found]


def random_queries(words: list[str], number: int, seed: int) -> list[str]:
    """Return queries made of ``words``: one to four, some mistyped, cut short or joined."""
    chance = Random(seed)
    return [_random_query(words, chance) for _ in range(number)]


def _random_query(words: list[str], chance: Random) -> str:
    picked = [chance.choice(words) for _ in range(chance.randint(1, 4))]
    picked = [_mistyped(word, chance) if chance.random() < 0.4 else word for word in picked]
    picked = [word[: chance.randint(1, 6)] if chance.random() < 0.15 else word for word in picked]
    return chance.choice((" ", " ", " ", " ", "-", "’", "", ", ")).join(picked)


def _mistyped(word: str, chance: Random) -> str:
    place = chance.randrange(len(word))
    before, after = word[:place], word[place:]
    letter = chance.choice("aeiorstné")
    return chance.choice(
        (
            before + after[1:],
            before + letter + after,
            before + letter + after[1:],
            before + after[1:2] + after[:1] + after[2:],
        )
    )
