"""Conditions in words."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from site_builder.model.catalogue import Catalogue
from site_builder.model.condition import Condition, leaves
from site_builder.model.public_cible import PublicCible
from site_builder.model.question import Question
from site_builder.model.territoire import Territoire
from site_builder.rendering.conditions import Enonce, Enonces

CONDITION: TypeAdapter[Any] = TypeAdapter(Condition)


def question(slug: str, vous: str, structure: str, **fields: object) -> Question:
    libelle = {"beneficiaire": vous, "porteur": structure}
    return Question.model_validate({"slug": slug, "libelle": libelle, **fields})


OPTIONS = [{"valeur": letter, "libelle": letter.upper()} for letter in "abc"]
CATALOGUE = Catalogue(
    questions={
        "rsa": question(
            "rsa",
            "Recevez-vous le RSA ?",
            "Votre structure accueille-t-elle des allocataires ?",
            type="oui-non",
        ),
        "age": question(
            "age",
            "Quel âge avez-vous ?",
            "Quel âge a votre structure ?",
            type="nombre",
            unite="ans",
        ),
        "freins": question(
            "freins", "Et vos freins ?", "Et les freins ?", type="choix-multiple", options=OPTIONS
        ),
    },
    publics_cibles={
        "tous": PublicCible.model_validate({"slug": "tous", "nom": "Tous les publics"})
    },
    territoires={
        slug: Territoire.model_validate({"slug": slug, "nom": slug.title(), "nature": "insertion"})
        for slug in ("ici", "ailleurs")
    },
)
ENONCES = Enonces(CATALOGUE)


def phrases(condition: object, lecteur: str = "beneficiaire") -> list[str]:
    found = ENONCES.describe(CONDITION.validate_python(condition), lecteur)
    return [enonce.phrase for enonce in found.obligatoires]


@pytest.mark.parametrize(
    ("leaf", "sentence"),
    [
        ({"question": "rsa", "egal": "oui"}, "Vous recevez le RSA."),
        ({"question": "rsa", "egal": "non"}, "Vous ne recevez pas le RSA."),
        (
            {"question": "freins", "contient_un_de": ["a", "c"]},
            "À la question «\u00a0Et vos freins\u00a0?\u00a0», vous répondez notamment\u00a0: "
            "«\u00a0A\u00a0» ou «\u00a0C\u00a0».",
        ),
        ({"question": "age", "min": "18", "max": "25"}, "Vous avez entre 18 et 25\u00a0ans."),
        ({"public_cible": "tous"}, "Tous les publics"),
        ({"territoire": ["ici"]}, "Vous habitez dans le territoire Ici."),
        (
            {"territoire": ["ici", "ailleurs"]},
            "Vous habitez dans l’un de ces territoires\u00a0: Ici ou Ailleurs.",
        ),
        (
            {"question": "rsa", "egal": "oui", "phrase": "Vous touchez le RSA."},
            "Vous touchez le RSA.",
        ),
    ],
)
def test_a_leaf_is_a_sentence(leaf: dict[str, object], sentence: str) -> None:
    assert phrases(leaf) == [sentence]


def test_a_sentence_is_said_to_its_reader() -> None:
    leaf = {"question": "rsa", "egal": "oui"}

    assert phrases(leaf, "porteur") == ["Votre structure accueille des allocataires."]


def test_the_phrase_of_a_referent_is_not_shown() -> None:
    leaf = {
        "question": "rsa",
        "egal": "oui",
        "phrase": "Vous touchez le RSA.",
        "phrase_prescripteur": "La personne touche le RSA.",
    }

    assert phrases(leaf) == ["Vous touchez le RSA."]


def test_what_is_missing_is_named() -> None:
    assert phrases({"question": "absente", "egal": "oui"}) == ["Absente."]
    assert phrases({"public_cible": "absent"}) == ["absent"]


def test_groups_that_say_nothing_are_merged() -> None:
    yes, no = ({"question": "rsa", "egal": word} for word in ("oui", "non"))

    assert phrases({"toutes": [yes, {"toutes": [no, {"une_de": [yes]}]}]}) == [
        "Vous recevez le RSA.",
        "Vous ne recevez pas le RSA.",
        "Vous recevez le RSA.",
    ]
    assert phrases({"aucune": [yes]}) == ["Aucune de ces situations\u00a0:"]
    assert phrases({"toutes": []}) == []


def test_priorities_and_judgements_stand_apart() -> None:
    tree = {
        "toutes": [
            {"question": "rsa", "egal": "oui"},
            {"question": "age", "max": "25", "nature": "prioritaire"},
            {"appreciation": "Accord du chef"},
            {"une_de": [{"appreciation": "Avis"}, {"question": "rsa", "egal": "non"}]},
        ]
    }

    found = ENONCES.describe(CONDITION.validate_python(tree), "beneficiaire")

    assert [enonce.phrase for enonce in found.prioritaires] == ["Vous avez au plus 25\u00a0ans."]
    assert [enonce.phrase for enonce in found.appreciations] == ["Accord du chef."]
    group = found.obligatoires[1]
    assert [(inner.phrase, inner.appreciation) for inner in group.enonces] == [
        ("Avis.", True),
        ("Vous ne recevez pas le RSA.", False),
    ]


def test_nothing_is_said_of_no_condition() -> None:
    assert not ENONCES.describe(None, "beneficiaire")


NATURES = st.sampled_from(["obligatoire", "prioritaire"])
LEAVES = st.one_of(
    st.builds(
        lambda n, nature: {"question": "rsa", "egal": "oui", "phrase": f"P{n}.", "nature": nature},
        st.integers(0, 999),
        NATURES,
    ),
    st.builds(lambda n: {"appreciation": f"P{n}."}, st.integers(0, 999)),
)
TREES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.builds(lambda items: {"toutes": items}, st.lists(inner, max_size=3)),
        st.builds(lambda items: {"aucune": items}, st.lists(inner, max_size=3)),
        st.builds(lambda items: {"une_de": items}, st.lists(inner, min_size=1, max_size=3)),
    ),
    max_leaves=12,
)


def written(enonces: tuple[Enonce, ...]) -> list[str]:
    return [
        phrase
        for enonce in enonces
        for phrase in (written(enonce.enonces) if enonce.enonces else [enonce.phrase])
    ]


@given(TREES)
def test_every_leaf_is_said_once_and_no_group_is_empty(tree: dict[str, object]) -> None:
    condition = CONDITION.validate_python(tree)

    found = ENONCES.describe(condition, "beneficiaire")

    said = written(found.obligatoires + found.appreciations + found.prioritaires)
    expected = [getattr(leaf, "appreciation", None) or leaf.phrase for leaf in leaves(condition)]
    assert sorted(said) == sorted(expected)
