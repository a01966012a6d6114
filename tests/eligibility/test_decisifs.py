"""The criteria that decide: one when it is enough, all when they only decide together."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import TypeAdapter

from site_builder.eligibility import Appel, Contexte, Regle, evaluate
from site_builder.eligibility.decisifs import explain_result, find_decisive
from site_builder.model.condition import Condition, Feuille
from site_builder.model.question import Libelle, Question

TODAY = date(2025, 6, 2)
CONTEXTE = Contexte(
    TODAY,
    "beneficiaire",
    {
        slug: Question(slug=slug, libelle=Libelle(beneficiaire="Oui ?"), type="oui-non")
        for slug in "abcd"
    }
    | {"age": Question(slug="age", libelle=Libelle(beneficiaire="Âge ?"), type="nombre")},
    {},
    lambda _: frozenset(),
)
READ: TypeAdapter[Condition] = TypeAdapter(Condition)


def leaf(question: str) -> dict[str, Any]:
    return {"question": question, "egal": "oui", "phrase": f"Vous dites {question}."}


def regle(tree: dict[str, Any], **fields: Any) -> Regle:
    return Regle(READ.validate_python(tree), **fields)


def sentence(feuille: Feuille, exclu: bool) -> str:
    return f"Le contraire\u00a0: {feuille.phrase}" if exclu else feuille.phrase or ""


A, B, C, D = map(leaf, "abcd")
AVIS = {"appreciation": "Avis", "phrase": "Un professionnel le dit."}
OUI, NON = "oui", "non"


@pytest.mark.parametrize(
    ("tree", "reponses", "decisive"),
    [
        ({"toutes": [A, B, C]}, {"a": OUI, "b": NON, "c": NON}, "b"),
        ({"toutes": [A, B]}, {"a": OUI, "b": OUI}, ""),
        ({"toutes": [A, B, C]}, {"a": OUI}, "b"),
        ({"une_de": [A, B]}, {"a": NON, "b": NON}, "ab"),
        ({"une_de": [A, B, C]}, {"a": NON}, "bc"),
        ({"aucune": [A, B]}, {"a": NON, "b": OUI}, "b"),
        ({"aucune": [A, B]}, {"a": NON}, "b"),
        ({"aucune": [{"une_de": [A, B]}]}, {"a": OUI, "b": OUI}, "a"),
        ({"aucune": [{"toutes": [A, B]}]}, {"a": OUI, "b": OUI}, "ab"),
        ({"toutes": [{"une_de": [A, B]}, C]}, {"a": NON, "b": OUI, "c": NON}, "c"),
        ({"toutes": [{**A, "nature": "prioritaire"}, B]}, {"a": NON, "b": NON}, "b"),
        ({"toutes": [A]}, {"a": NON}, "a"),
        (A, {"a": NON}, "a"),
    ],
)
def test_the_fewest_criteria_that_explain(
    tree: dict[str, Any], reponses: dict[str, Any], decisive: str
) -> None:
    found = find_decisive(regle(tree), reponses, CONTEXTE)
    assert "".join(getattr(raison.feuille, "question", "?") for raison in found) == decisive


@pytest.mark.parametrize(
    ("tree", "reponses", "fields", "said"),
    [
        ({"toutes": [A]}, {"a": OUI}, {}, "toutes les conditions sont remplies"),
        ({"toutes": [A]}, {"a": NON}, {}, "critère non rempli «\u00a0Vous dites a\u00a0»"),
        (
            {"une_de": [A, B]},
            {},
            {},
            "critère sans réponse «\u00a0Vous dites a\u00a0» et critère sans réponse "
            "«\u00a0Vous dites b\u00a0»",
        ),
        (
            {"aucune": [A]},
            {"a": OUI},
            {},
            "critère non rempli «\u00a0Le contraire\u00a0: Vous dites a\u00a0»",
        ),
        (
            {"toutes": [A, AVIS]},
            {"a": OUI},
            {},
            "critère laissé à un professionnel «\u00a0Un professionnel le dit\u00a0»",
        ),
        (A, {"a": OUI}, {"statut": "suspendu"}, "l’action est suspendue"),
        (A, {"a": OUI}, {"statut": "brouillon"}, "l’action n’est pas publiée"),
        (
            A,
            {"a": OUI},
            {"publie_jusqu_au": date(2025, 6, 1)},
            "l’action s’est terminée le 1er\u00a0juin 2025",
        ),
        (
            A,
            {"a": OUI},
            {"appel": Appel(cloture=date(2025, 2, 14))},
            "l’appel à projets s’est clos le 14\u00a0février 2025",
        ),
        (
            A,
            {"a": OUI},
            {"appel": Appel(ouverture=date(2025, 9, 1))},
            "l’appel à projets n’ouvre que le 1er\u00a0septembre 2025",
        ),
        (
            A,
            {"a": NON},
            {"publie_du": date(2025, 9, 1)},
            "critère non rempli «\u00a0Vous dites a\u00a0»",
        ),
        (
            {"question": "age", "min": "18"},
            {"age": 17},
            {},
            "l’âge demandé sera atteint dans l’année",
        ),
    ],
)
def test_a_result_is_explained_in_a_few_words(
    tree: dict[str, Any], reponses: dict[str, Any], fields: dict[str, Any], said: str
) -> None:
    rule = regle(tree, **fields)
    decisive = find_decisive(rule, reponses, CONTEXTE)
    assert explain_result(evaluate(rule, reponses, CONTEXTE), decisive, sentence) == said
