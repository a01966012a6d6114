"""Our order beside that of lunr's own index, on the same words of the real catalogue.

Where they differ, it is wanted:

- a title that is what was typed comes first: lunr puts a long sheet that repeats the words
  before the entry of the glossary that they name;
- the fields of a document are weighed together, then flattened: lunr flattens field by field,
  so that a word in four fields of a minor document passes a word in the title of the right one;
- names of one thing are worth one another: « RMI » finds the RSA where lunr finds nothing.
"""

from __future__ import annotations

from functools import cache

from lunr.builder import Builder
from lunr.index import Index
from lunr.query import QueryPresence

from site_builder.search.langue import empty_words, formes_of, racines_of, words_of
from site_builder.vocabulary.typographie import fold
from tests.recherche.donnees import real_documents, real_moteur
from tests.recherche.evaluation import FOLDER, read_requetes

BOOSTS = {"titre": 10, "alias": 10, "resume": 3, "themes": 3, "corps": 1, "mots": 0.5}


def formes_in(text: str) -> list[str]:
    return [
        forme
        for _, word in words_of(text.lower())
        for forme in formes_of(word)
        if fold(forme) not in empty_words()
    ]


@cache
def racines() -> dict[str, str]:
    texts = (getattr(document, field) for document in real_documents() for field in BOOSTS)
    names = {
        forme for d in real_documents() if d.kind == "territoires" for forme in formes_in(d.titre)
    }
    return racines_of({forme: None for text in texts for forme in formes_in(text)}, names)


@cache
def lunr_index() -> Index:
    """Return lunr's index of the same stems: its language side is ours, its ranking its own."""
    builder = Builder()
    builder.pipeline.reset()
    builder.search_pipeline.reset()
    builder.ref("rank")
    for name, boost in BOOSTS.items():
        builder.field(name, boost=boost)
    for rank, document in enumerate(real_documents()):
        stems = {
            name: [racines()[forme] for forme in formes_in(getattr(document, name))]
            for name in BOOSTS
        }
        builder.add({"rank": str(rank), **stems})
    return builder.build()


def lunr_order(stems: list[str]) -> list[int]:
    """Return the documents that have all the stems, in lunr's order."""
    index = lunr_index()
    query = index.create_query()
    for stem in stems:
        query.term(stem, presence=QueryPresence.REQUIRED, use_pipeline=False)
    return [int(found["ref"]) for found in index.query(query)]


@cache
def compared() -> list[tuple[str, list[int], list[int]]]:
    """Return (query, our order, lunr's), for the queries that every engine understands alike."""
    pairs = []
    for file in ("requetes.yml", "requetes_tenues.yml"):
        for requete in read_requetes(FOLDER / file):
            stems = [racines().get(forme) for forme in formes_in(requete.requete)]
            if not stems or None in stems:
                continue
            theirs = lunr_order([stem for stem in stems if stem])
            ours = real_moteur().search(requete.requete)
            if theirs and ours.complete and not ours.dropped:
                order = [result.doc for result in ours.results]
                pairs.append((requete.requete, order, theirs))
    return pairs


def test_what_lunr_finds_is_found() -> None:
    assert len(compared()) >= 80
    for query, ours, theirs in compared():
        assert set(theirs) <= set(ours), query


def test_the_order_is_mostly_that_of_lunr() -> None:
    first = [ours[0] in theirs[:3] for _, ours, theirs in compared()]
    shared = [
        len(set(ours[:3]) & set(theirs[:3])) / len(theirs[:3]) for _, ours, theirs in compared()
    ]
    assert sum(first) / len(first) >= 0.8
    assert sum(shared) / len(shared) >= 0.65


def stems_of(text: str) -> set[str | None]:
    return {racines().get(forme) for forme in formes_in(text)}


def test_a_title_that_is_typed_in_full_comes_first() -> None:
    moteur = real_moteur()
    typed = [stems_of(document.titre) for document in real_documents()]
    queries = [query for query, _, _ in compared() if stems_of(query) in typed]
    assert len(queries) >= 10
    for query in queries:
        first = moteur.document(moteur.search(query, limit=1).results[0].doc)
        assert stems_of(first.titre) == stems_of(query)
