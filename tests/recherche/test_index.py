"""The files of an index: every word leads to its records, and they are small."""

from __future__ import annotations

import gzip
import json
from collections import defaultdict

import pytest

from site_builder.search.document import Document
from site_builder.search.fichiers import Fichiers
from site_builder.search.index import make_index
from site_builder.search.langue import empty_words, formes_of, words_of
from site_builder.search.moteur import Moteur, open_index
from site_builder.vocabulary.typographie import fold
from tests.recherche.donnees import (
    real_catalogue,
    real_documents,
    real_index,
    real_moteur,
    synthetic_index,
)

KB = 1_000


def weigh(index: Fichiers) -> tuple[int, list[int]]:
    """Return the compressed bytes of the first file and of the others."""
    sizes = {
        name: len(gzip.compress(text.encode(), 9, mtime=0)) for name, text in index.files.items()
    }
    first = sizes.pop(index.first)
    return first, list(sizes.values())


def test_the_same_catalogue_gives_the_same_files() -> None:
    again = make_index(real_documents(), real_catalogue().glossaire.values())
    assert again == real_index()


def test_names_change_with_content() -> None:
    index = make_index([Document("actions", "un", "Un titre")], [])
    other = make_index([Document("actions", "un", "Un autre titre")], [])
    assert index.files.keys().isdisjoint(other.files)


def test_an_empty_catalogue_has_an_index() -> None:
    moteur = open_index(make_index([], []))
    assert moteur.search("rien").results == []


def test_documents_are_told_as_they_are() -> None:
    moteur = real_moteur()
    for rank, document in enumerate(real_documents()):
        told = moteur.document(rank)
        assert (told.kind, told.slug, told.titre) == (document.kind, document.slug, document.titre)
        assert (told.precision, told.url) == (document.precision, document.url)


def test_an_index_of_another_version_is_refused() -> None:
    index = make_index([], [])
    first = json.loads(index.files[index.first]) | {"version": 0}
    with pytest.raises(ValueError, match="version 0"):
        Moteur(first, lambda _: {})


def holders() -> dict[str, set[int]]:
    """Return, by word as written, the documents whose texts have it."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for rank, document in enumerate(real_documents()):
        texts = (document.titre, document.alias, document.resume, document.themes, document.corps)
        for text in (*texts, document.mots):
            for _, word in words_of(text):
                for forme in formes_of(word):
                    found[forme].add(rank)
    return found


def test_every_word_typed_without_accents_finds_the_same_records() -> None:
    """Each form of the corpus, accents or not, leads to all the documents that have it."""
    moteur, empty = real_moteur(), empty_words()
    by_word = {forme: docs for forme, docs in holders().items() if fold(forme) not in empty}
    assert len(by_word) > 2_500
    assert sum(fold(forme) != forme for forme in by_word) > 600
    for forme, documents in by_word.items():
        with_accents = moteur.search(forme)
        assert moteur.search(fold(forme)) == with_accents, forme
        assert moteur.search(forme.upper()).results == with_accents.results, forme
        assert documents <= {result.doc for result in with_accents.results}, forme
        assert with_accents.corrections == {}


def test_the_real_catalogue_weighs_little() -> None:
    first, others = weigh(real_index())
    assert first + sum(others) <= 40 * KB


def test_weight_grows_slower_than_the_catalogue() -> None:
    """At 10,000 actions: 200 KB first (tests/benchmarks/recherche.py measures it)."""
    small, large = (weigh(synthetic_index(actions)) for actions in (150, 600))
    # What each action adds, and what there is with none.
    each = (large[0] - small[0]) / 450
    assert large[0] + each * 9_400 <= 200 * KB
    # No shard is more than a sixth of what a query may load.
    assert max(large[1]) <= 50 * KB / 6
