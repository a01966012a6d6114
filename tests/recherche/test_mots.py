"""The words of every day are those of themes that exist, and every theme has some."""

from __future__ import annotations

from site_builder.loading import load_catalogue
from site_builder.search.document import Document
from site_builder.search.documents import documents_of
from site_builder.search.index import make_index
from site_builder.search.moteur import open_index
from site_builder.search.mots import family_of, mots_courants, read_mots
from site_builder.vocabulary.closed_values import THEMATIQUES

VALUES = {value.value for value in THEMATIQUES}


def test_words_are_those_of_themes() -> None:
    assert read_mots().keys() <= VALUES | set(map(family_of, VALUES))


def test_every_theme_has_words() -> None:
    for value in VALUES:
        assert len(mots_courants([value])) > 2, value


def test_a_word_is_written_once_for_a_value() -> None:
    written = read_mots()
    for value in VALUES:
        own, shared = written.get(value, ()), written.get(family_of(value), ())
        assert len({*own, *shared}) == len(own) + len(shared), value


def test_a_catalogue_without_words_of_its_own_is_found_by_those_of_every_day(
    catalogue_factory,
) -> None:
    action = "nom: Coup de pouce\nresume: Une aide fictive.\nthematiques: [{}]\n"
    folder = catalogue_factory(
        {
            "actions/un.yml": action.format("mobilite--preparer-un-permis"),
            "actions/deux.yml": action.format("famille--garde-denfants"),
            "actions/trois.yml": action.format("sante--addictions"),
        }
    )
    catalogue = load_catalogue(folder).catalogue
    pages = {f"actions/{slug}/" for slug in catalogue.actions}
    documents: list[Document] = list(documents_of(catalogue, pages))
    moteur = open_index(make_index(documents, ()))

    def first(query: str) -> str:
        return moteur.document(moteur.search(query).results[0].doc).slug

    assert first("j’ai pas de voiture") == "un"
    assert first("faire garder mon bebe") == "deux"
    assert first("je bois trop") == "trois"
