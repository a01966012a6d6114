"""The order of results, on a catalogue small enough to see why."""

from __future__ import annotations

import pytest

from site_builder.search.document import Document
from site_builder.search.index import make_index
from site_builder.search.moteur import Moteur, open_index
from tests.recherche.donnees import records_found

DOCUMENTS = [
    Document("actions", "permis", "Permis de conduire", resume="Passer le permis à Ville-Exemple."),
    Document("actions", "personnes", "Aide aux personnes", corps="Un atelier sur la mobilité."),
    Document("actions", "mobilite", "Mobilité", resume="Se déplacer.", mots="voiture\nbus"),
    Document("actions", "garde", "Garde d’enfants", corps="Une place en crèche, un véhicule."),
    Document("actions", "sociopro", "Parcours socio-professionnel", corps="Être employeur."),
    Document("structures", "per", "Service emploi", alias="PER", corps="Emploi et formation."),
    Document("territoires", "pas", "Pas-de-Calais", corps="Un département."),
    Document("territoires", "calaisis", "Calaisis", corps="Un territoire du Pas-de-Calais."),
    Document("glossaire", "emploi", "emploi", corps="Un travail."),
    Document("glossaire", "formation", "formation", corps="Apprendre un métier."),
]


@pytest.fixture(scope="module")
def moteur() -> Moteur:
    return open_index(make_index(DOCUMENTS, []))


@pytest.mark.parametrize(
    ("query", "first"),
    [
        # Whole words before beginnings; a title that the query says in full before others.
        ("per", "structures/per"),
        ("perm", "actions/permis"),
        ("emploi", "glossaire/emploi"),
        ("L'EMPLOI", "glossaire/emploi"),
        ("pas de calais", "territoires/pas"),
        ("calais", "territoires/pas"),
        ("calaisi", "territoires/calaisis"),
        # Title before summary before body.
        ("mobilite", "actions/mobilite"),
        # Words that stand nowhere in the document.
        ("voitures", "actions/mobilite"),
        # Compounds: joined, apart, begun.
        ("socioprofessionnel", "actions/sociopro"),
        ("socio professionnelle", "actions/sociopro"),
        ("socio-professio", "actions/sociopro"),
        ("permisconduire", "actions/permis"),
        # Mistakes: changed, missing, too many, swapped; two of them from eight letters.
        ("pormis", "actions/permis"),
        ("condire", "actions/permis"),
        ("permmis", "actions/permis"),
        ("premis", "actions/permis"),
        ("fomratoin", "glossaire/formation"),
        # Words of asking are left out, unless there are no others.
        ("je cherche une formation", "glossaire/formation"),
        ("garde de mon enfant", "actions/garde"),
        ("pas", "territoires/pas"),
    ],
)
def test_what_comes_first(moteur: Moteur, query: str, first: str) -> None:
    assert records_found(moteur, query)[:1] == [first]


def test_all_the_words_have_to_match(moteur: Moteur) -> None:
    reponse = moteur.search("permis conduire exemple")
    assert (reponse.total, reponse.complete, reponse.dropped) == (1, 1, [])
    assert reponse.results[0].mots == ("permis", "conduire", "exemple")


def test_words_that_no_document_has_together_are_dropped(moteur: Moteur) -> None:
    reponse = moteur.search("creche permis territoire jardinage")
    # « creche » and « permis » tell as much as one another: the first one is kept.
    assert reponse.dropped == ["permis", "territoire", "jardinage"]
    assert reponse.results[0].mots == ("creche",)


def test_documents_with_most_of_the_words_follow(moteur: Moteur) -> None:
    reponse = moteur.search("formation emploi")
    assert (reponse.complete, reponse.dropped) == (1, [])
    assert reponse.results[0].mots == ("formation", "emploi")
    assert {result.mots for result in reponse.results[1:]} == {("formation",), ("emploi",)}


def test_corrections_are_written_as_in_the_catalogue(moteur: Moteur) -> None:
    assert moteur.search("mobillite").corrections == {"mobillite": "mobilité"}
    assert moteur.search("mobilite").corrections == {}
    assert moteur.search("xyzxyz").corrections == {}


def test_short_words_and_numbers_are_not_corrected(moteur: Moteur) -> None:
    assert moteur.search("pre").total == 0
    assert moteur.search("2025").total == 0


def test_kinds_and_limit(moteur: Moteur) -> None:
    every = moteur.search("emploi")
    assert {moteur.document(result.doc).kind for result in every.results} >= {"structures"}
    some = moteur.search("emploi", kinds=["structures"])
    assert [moteur.document(result.doc).slug for result in some.results] == ["per"]
    limited = moteur.search("emploi", limit=1)
    assert limited.results == every.results[:1]
    assert limited.total == every.total


@pytest.mark.parametrize("query", ["", "   ", "’", "- -", "«»", "\u0301", "💡"])
def test_a_query_without_words_finds_nothing(moteur: Moteur, query: str) -> None:
    reponse = moteur.search(query)
    assert (reponse.results, reponse.total, reponse.dropped) == ([], 0, [])


def test_a_very_long_query_is_answered(moteur: Moteur) -> None:
    assert moteur.search(" ".join(["permis", "formation", "xyz"] * 500)).total > 0
