"""Answers as people and programs write them."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.eligibility.reponses import NombreDemesure, read_reponse, read_reponses
from site_builder.model.question import Libelle, Option, Question
from site_builder.vocabulary.refusal import ValueRefused


def question(slug: str, genre: str, *options: str, **fields: Any) -> Question:
    # Read as from a file: numbers are texts there.
    return Question.model_validate(
        {
            "slug": slug,
            "libelle": Libelle(beneficiaire="Quelle est votre réponse ?"),
            "type": genre,
            "options": tuple(Option(valeur=v, libelle=f"Réponse {v}") for v in options),
            **fields,
        }
    )


QUESTIONS = {
    found.slug: found
    for found in (
        question("rsa", "oui-non"),
        question("age", "nombre", min="14", max="120"),
        question("revenu", "nombre", unite="€"),
        question("places", "nombre"),
        question("inscription", "date"),
        question("commune", "commune"),
        question("enfants", "choix", "aucun", "mineurs", "2"),
        question("freins", "choix-multiple", "mobilite", "logement"),
        question("avis", "choix", "oui", "ne-sait-pas"),
    )
}


@pytest.mark.parametrize(
    ("slug", "written", "meant"),
    [
        ("rsa", "oui", "oui"),
        ("rsa", "Non", "non"),
        ("rsa", True, "oui"),
        ("rsa", "false", "non"),
        ("rsa", ["oui"], "oui"),
        ("rsa", None, None),
        ("age", 40, 40),
        ("age", "40", 40),
        ("age", "40,0", 40),
        ("places", 12.0, 12),
        ("avis", "ne-sait-pas", "ne-sait-pas"),
        ("revenu", "1 250,50", 1250.5),
        ("revenu", 1250.125, 1250.125),
        ("revenu", 2.0, 2),
        ("revenu", -3, -3),
        ("inscription", "2025-01-15", "2025-01-15"),
        ("commune", "62041", "62041"),
        ("commune", 62041, "62041"),
        ("commune", "ailleurs", "ailleurs"),
        ("enfants", "aucun", "aucun"),
        ("enfants", 2, "2"),
        ("enfants", ("mineurs",), "mineurs"),
        ("freins", ["logement", "mobilite", "logement"], ("logement", "mobilite")),
        ("freins", "logement", ("logement",)),
        ("freins", [], ()),
        ("freins", None, None),
    ],
)
def test_an_answer_is_read(slug: str, written: object, meant: object) -> None:
    found = read_reponse(QUESTIONS[slug], written)
    assert found == meant
    assert type(found) is type(meant)


@pytest.mark.parametrize(
    ("slug", "written", "code", "suggestion"),
    [
        ("rsa", "yes", "CAT-V345", "«\u00a0oui\u00a0»"),
        ("rsa", "je ne sais pas", "CAT-E527", "écrivez null"),
        ("age", "Ne sait pas", "CAT-E527", "écrivez null"),
        ("enfants", "JE_NE_SAIS_PAS", "CAT-E527", "écrivez null"),
        ("inscription", "null", "CAT-E527", "écrivez null"),
        ("freins", ["logement", "Je  ne sais pas."], "CAT-E527", "écrivez null"),
        ("rsa", ["oui", "non"], "CAT-E524", None),
        ("rsa", [], "CAT-E524", None),
        ("age", 13, "CAT-E522", None),
        ("age", "121", "CAT-E522", None),
        ("age", 17.5, "CAT-E526", None),
        ("age", "17,5", "CAT-E526", None),
        ("places", "0,5", "CAT-E526", None),
        ("age", NombreDemesure("1e400"), "CAT-V342", None),
        ("rsa", NombreDemesure("1e400"), "CAT-V345", None),
        ("age", "quarante", "CAT-V340", None),
        ("age", True, "CAT-V340", None),
        ("age", "40 €", "CAT-V341", "«\u00a040\u00a0»"),
        ("revenu", 10**12, "CAT-V342", None),
        ("revenu", "1.500", "CAT-V343", "1500"),
        ("revenu", float("nan"), "CAT-V340", None),
        ("revenu", float("inf"), "CAT-V340", None),
        ("inscription", "15/01/2025", "CAT-D202", "2025-01-15"),
        ("inscription", "2025-02-30", "CAT-D201", "28 jours"),
        ("commune", "62000", "CAT-V361", "62041 (Arras, 62)"),
        ("commune", "Arras", "CAT-V360", "62041 (Arras, 62)"),
        ("commune", 1053, "CAT-V360", "01053"),
        ("enfants", "Aucun", "CAT-E521", "«\u00a0aucun\u00a0»"),
        ("enfants", "aucune idée", "CAT-E521", None),
        ("freins", ["logement", "logemnt"], "CAT-E521", "«\u00a0logement\u00a0»"),
        ("freins", [["logement"]], "CAT-E528", None),
        ("freins", [None], "CAT-E528", None),
        ("enfants", {"valeur": "aucun"}, "CAT-E528", None),
    ],
)
def test_an_answer_that_the_question_does_not_take_is_refused(
    slug: str, written: object, code: str, suggestion: str | None
) -> None:
    with pytest.raises(ValueRefused) as refused:
        read_reponse(QUESTIONS[slug], written)
    assert refused.value.code == code
    assert (suggestion or "") in (refused.value.suggestion or "")


def test_all_answers_are_read_and_all_refusals_told_together() -> None:
    raw = {"rsa": True, "enfant": True, "freins": ["logemnt"], "age": 13, "commune": "62041"}
    reponses, refusals = read_reponses(QUESTIONS, raw)
    assert reponses == {"rsa": "oui", "commune": "62041"}
    assert [(r.question, r.code, r.value, r.message, r.suggestion) for r in refusals] == [
        (
            *("enfant", "CAT-R101", "enfant", "la question «\u00a0enfant\u00a0» n’existe pas"),
            "vouliez-vous écrire «\u00a0enfants\u00a0»\u202f?",
        ),
        (
            *("freins", "CAT-E521", "logemnt"),
            "la question «\u00a0freins\u00a0» ne propose pas la réponse "
            "«\u00a0logemnt\u00a0»\u202f; réponses possibles\u00a0: mobilite, logement",
            "vouliez-vous écrire «\u00a0logement\u00a0»\u202f?",
        ),
        (
            *("age", "CAT-E522", "13"),
            "la question «\u00a0age\u00a0» n’admet que les nombres de 14 à 120\u202f; "
            "«\u00a013\u00a0» est en dehors",
            None,
        ),
    ]


@pytest.mark.parametrize(
    ("slug", "written", "said"),
    [
        ("rsa", ["oui", "non"], "n’attend qu’une réponse, et il y en a 2"),
        ("rsa", [], "n’attend qu’une réponse, et il n’y en a aucune"),
        ("rsa", {}, "attend «\u00a0oui\u00a0» ou «\u00a0non\u00a0», et non un objet"),
        ("freins", [None], "prises parmi\u00a0: mobilite, logement, et non null dans une liste"),
        ("age", [[1]], "attend un nombre, et non une liste dans une liste"),
        ("age", 17.5, "attend un nombre entier, et non «\u00a017.5\u00a0»"),
        ("age", NombreDemesure("1" * 5000), f"{'1' * 59}…\u00a0» est un nombre de plus de 12"),
    ],
)
def test_a_refusal_says_what_the_question_takes(slug: str, written: object, said: str) -> None:
    _, [refused] = read_reponses(QUESTIONS, {slug: written})
    assert said in refused.message


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=6,
)


@given(raw=st.dictionaries(st.sampled_from([*QUESTIONS, "autre"]), _JSON, max_size=5))
def test_whatever_json_holds_is_read_or_refused_in_words(raw: dict[str, object]) -> None:
    reponses, refusals = read_reponses(QUESTIONS, raw)
    assert reponses.keys() | {refused.question for refused in refusals} == raw.keys()
    assert all(refused.message for refused in refusals)
    # What was read may be written down, and read again.
    assert read_reponses(QUESTIONS, json.loads(json.dumps(reponses))) == (reponses, [])
