"""The search made again after edits is the one that would be made anew, and costs what changed."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from site_builder.search.document import Document
from site_builder.search.index import make_index, write_index
from site_builder.search.indexation import Indexer
from site_builder.search.mots_lus import Findable
from site_builder.search.site import SearchMaker, make_search
from tests.recherche.donnees import pages_of, synthetic_catalogue
from tests.retouches import after_edits, change, edits, kept

GUIDE = Document("guides", "publier", "Publier une fiche", corps="Écrivez le nom de la fiche.")


@after_edits
@given(st.lists(edits, min_size=1, max_size=5))
def test_a_search_made_after_edits_is_the_one_made_anew(made: list[Any]) -> None:
    catalogue = synthetic_catalogue(12)
    maker = SearchMaker()
    maker.make_index(catalogue, pages_of(catalogue), (GUIDE,))
    for rank, (edit, kind, chance) in enumerate(made):
        catalogue = edit(catalogue, kind, chance)
        guide = replace(GUIDE, titre=f"{GUIDE.titre} {rank}")
        pages = pages_of(catalogue)
        again = maker.make_index(catalogue, pages, (guide,)), maker.make_facettes()
        anew = make_search(catalogue, pages, (guide,))
        for mine, other in zip(again, anew, strict=True):
            assert mine.first == other.first
            assert dict(mine.files) == dict(other.files)
        maker = kept(maker) if rank == 1 else maker


def test_a_path_of_the_law_follows_its_actions() -> None:
    catalogue = synthetic_catalogue(12)
    action = next(action for action in catalogue.actions.values() if action.parcours)
    maker = SearchMaker()
    maker.make_index(catalogue, pages_of(catalogue), ())
    paths = tuple(
        path.model_copy(update={"libelle_local": "Parcours marionnette"})
        for path in action.parcours
    )
    catalogue = change(catalogue, "actions", action.slug, parcours=paths)
    pages = pages_of(catalogue)

    again, (anew, _) = maker.make_index(catalogue, pages, ()), make_search(catalogue, pages, ())
    assert dict(again.files) == dict(anew.files)


def findable(document: Document, read: list[str]) -> Findable:
    def write(subject: Document) -> Document:
        read.append(subject.slug)
        return subject

    return Findable(document.kind, document.slug, write, document)


def test_texts_that_did_not_change_are_not_read_again() -> None:
    documents = [Document("actions", f"a-{rank}", f"Titre {rank}") for rank in range(50)]
    indexer, read = Indexer(()), []
    indexer.index([findable(one, read) for one in documents])
    assert len(read) == 50

    read.clear()
    documents[7] = replace(documents[7], titre="Autre titre")
    touched = {("actions", "a-7")}
    again = write_index(
        indexer.index([findable(one, read) for one in documents], known=indexer.known(touched))
    )
    assert read == ["a-7"]
    assert dict(again.files) == dict(make_index(documents, ()).files)


def test_a_stem_that_changes_moves_the_words_of_documents_that_did_not() -> None:
    plural = Document("actions", "pluriel", "Les emplois")
    singular = Document("actions", "singulier", "Un emploi")
    indexer = Indexer(())
    indexer.index([Findable.of(plural)])
    again = indexer.index(map(Findable.of, (plural, singular)))

    files = write_index(again).files
    assert dict(files) == dict(make_index([plural, singular], ()).files)
    # Both words lead to both documents.
    assert again.vocabulaire.racines["emplois"] == again.vocabulaire.racines["emploi"]


def test_an_edit_of_one_text_leaves_most_shards_alone() -> None:
    chance = Random(1)
    lexique = [f"mot{rank}x" for rank in range(400)]
    documents = [
        Document("actions", f"a-{rank:03}", f"Titre {rank:03}", corps=" ".join(found))
        for rank, found in ((rank, chance.choices(lexique, k=100)) for rank in range(300))
    ]
    before = make_index(documents, ()).files
    corps = documents[5].corps.replace(documents[5].corps.split()[0], "ailleurs")
    documents[5] = replace(documents[5], corps=corps)
    after = make_index(documents, ()).files

    assert len(after) > 4
    # The first file, and those that hold the former word and the new one.
    assert 2 <= len(after.keys() - before.keys()) <= 3


def test_other_documents_may_change_places() -> None:
    records = [Document("actions", f"a-{rank}", f"Titre {rank}") for rank in range(5)]
    guides = [replace(GUIDE, slug=f"g-{rank}", corps=f"Texte du guide {rank}") for rank in range(3)]
    indexer = Indexer(())
    indexer.index(map(Findable.of, records), map(Findable.of, guides))
    guides.reverse()

    again = indexer.index(map(Findable.of, records), map(Findable.of, guides))
    assert dict(write_index(again).files) == dict(make_index([*records, *guides], ()).files)
