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


def question(slug: str, **fields: object) -> Question:
    libelle = {"beneficiaire": f"Et {slug} ?", "porteur": f"Porteur {slug} ?"}
    return Question.model_validate({"slug": slug, "libelle": libelle, **fields})


OPTIONS = [{"valeur": letter, "libelle": letter.upper()} for letter in "abc"]
CATALOGUE = Catalogue(
    questions={
        "rsa": question("rsa", type="oui-non"),
        "age": question("age", type="nombre", unite="ans"),
        "freins": question("freins", type="choix-multiple", options=OPTIONS),
        "jour": question("jour", type="date"),
        "commune": question("commune", type="commune"),
    },
    publics_cibles={
        "tous": PublicCible.model_validate({"slug": "tous", "nom": "Tous les publics"})
    },
    territoires={
        slug: Territoire.model_validate({"slug": slug, "nom": slug.title(), "nature": "epci"})
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
        ({"question": "rsa", "egal": "oui"}, "Et rsa ? Oui."),
        ({"question": "freins", "parmi": ["a", "b"]}, "Et freins ? A ou B."),
        ({"question": "freins", "sauf": ["a"]}, "Et freins ? Toute réponse, sauf A."),
        (
            {"question": "freins", "contient_un_de": ["a", "c"]},
            "Et freins ? Au moins\u00a0: A ou C.",
        ),
        (
            {"question": "freins", "contient_toutes": ["a", "c"]},
            "Et freins ? À la fois\u00a0: A et C.",
        ),
        ({"question": "commune", "parmi": ["62041", "2A004"]}, "Et commune ? Arras ou Ajaccio."),
        ({"question": "age", "min": "18", "max": "25"}, "Et age ? De 18 à 25\u00a0ans."),
        ({"question": "age", "min": "18", "max": "18"}, "Et age ? 18\u00a0ans."),
        ({"question": "age", "min": "18"}, "Et age ? Au moins 18\u00a0ans."),
        ({"question": "age", "max": "25"}, "Et age ? Au plus 25\u00a0ans."),
        ({"question": "age", "plus_de": "60"}, "Et age ? Plus de 60\u00a0ans."),
        (
            {"question": "age", "plus_de": "17", "moins_de": "26"},
            "Et age ? Plus de 17\u00a0ans et moins de 26\u00a0ans.",
        ),
        (
            {"question": "jour", "avant": "2025-12-31"},
            "Et jour ? Au plus tard le 31\u00a0décembre 2025.",
        ),
        (
            {"question": "jour", "apres": "2025-01-01"},
            "Et jour ? À partir du 1er\u00a0janvier 2025.",
        ),
        (
            {"question": "jour", "apres": "2025-01-01", "avant": "2025-12-31"},
            "Et jour ? Entre le 1er\u00a0janvier 2025 et le 31\u00a0décembre 2025.",
        ),
        ({"public_cible": "tous"}, "Tous les publics"),
        ({"territoire": ["ici"]}, "Habiter ce territoire\u00a0: Ici."),
        (
            {"territoire": ["ici", "ailleurs"]},
            "Habiter l’un de ces territoires\u00a0: Ici ou Ailleurs.",
        ),
        (
            {"question": "rsa", "egal": "oui", "phrase": "Vous touchez le RSA."},
            "Vous touchez le RSA.",
        ),
    ],
)
def test_a_leaf_is_a_sentence(leaf: dict[str, object], sentence: str) -> None:
    assert phrases(leaf) == [sentence]


def test_a_question_is_worded_for_its_reader() -> None:
    assert phrases({"question": "rsa", "egal": "oui"}, "porteur") == ["Porteur rsa ? Oui."]
    assert phrases({"question": "rsa", "egal": "oui"}, "prescripteur") == ["Et rsa ? Oui."]


def test_what_is_missing_is_named_as_it_was_written() -> None:
    assert phrases({"question": "absente", "egal": "oui"}) == ["absente"]
    assert phrases({"public_cible": "absent"}) == ["absent"]


def test_groups_that_say_nothing_are_merged() -> None:
    yes, no = ({"question": "rsa", "egal": word} for word in ("oui", "non"))

    assert phrases({"toutes": [yes, {"toutes": [no, {"une_de": [yes]}]}]}) == [
        "Et rsa ? Oui.",
        "Et rsa ? Non.",
        "Et rsa ? Oui.",
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

    assert [enonce.phrase for enonce in found.prioritaires] == ["Et age ? Au plus 25\u00a0ans."]
    assert [enonce.phrase for enonce in found.appreciations] == ["Accord du chef"]
    group = found.obligatoires[1]
    assert [(inner.phrase, inner.appreciation) for inner in group.enonces] == [
        ("Avis", True),
        ("Et rsa ? Non.", False),
    ]


def test_nothing_is_said_of_no_condition() -> None:
    assert not ENONCES.describe(None, "beneficiaire")


NATURES = st.sampled_from(["obligatoire", "prioritaire"])
LEAVES = st.one_of(
    st.builds(
        lambda n, nature: {"question": "rsa", "egal": "oui", "phrase": f"p{n}.", "nature": nature},
        st.integers(0, 999),
        NATURES,
    ),
    st.builds(lambda n: {"appreciation": f"p{n}."}, st.integers(0, 999)),
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
