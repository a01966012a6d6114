"""The shared vectors: sound by their schema, and true of the Python engine."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from site_builder.model.condition import NOEUDS, OPERATEURS
from site_builder.vocabulary.closed_values import LECTEURS, RESULTATS, STATUTS, TYPES_QUESTION
from tests.eligibility.moteur import (
    read_contexte,
    read_regle,
    run_changements,
    run_evaluate,
    run_next_question,
)
from tests.eligibility.vecteurs import CAS, FILES, SCHEMA, Cas


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    return json.loads(SCHEMA.read_text(encoding="utf-8"))


def test_the_schema_is_one(schema: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_vectors_follow_their_schema(schema: dict[str, Any], path: Path) -> None:
    content = json.loads(path.read_text(encoding="utf-8"))
    errors = Draft202012Validator(schema).iter_errors(content)
    assert [f"{error.json_path}: {error.message}" for error in errors] == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("vecteurs", 0, "cas", 0, "resultats"), "oui"),
        (("vecteurs", 0, "regle", "condition", "egale"), "oui"),
        (("vecteurs", 0, "cas", 0, "resultat"), "peut-etre"),
        (("contexte", "questions", "rsa", "type"), "texte"),
        (("vecteurs", 0, "regle", "condition", "toutes"), []),
    ],
)
def test_the_schema_refuses(
    schema: dict[str, Any], path: tuple[str | int, ...], value: Any
) -> None:
    [operateurs] = [file for file in FILES if file.stem == "operateurs"]
    place = content = json.loads(operateurs.read_text(encoding="utf-8"))
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    assert not Draft202012Validator(schema).is_valid(content)


def test_the_schema_has_the_words_of_the_model(schema: dict[str, Any]) -> None:
    words = schema["$defs"]
    node = set(words["noeud"]["properties"])
    assert node == {*NOEUDS, *OPERATEURS, "nature", "phrase", "source"}
    assert tuple(words["question"]["properties"]["type"]["enum"]) == TYPES_QUESTION.values
    assert tuple(words["cas"]["properties"]["resultat"]["enum"]) == RESULTATS.values
    assert set(words["regle"]["properties"]["statut"]["enum"]) == set(STATUTS.values)
    assert tuple(words["contexte"]["properties"]["lecteur"]["enum"]) == LECTEURS.values


def test_names_tell_cases_apart() -> None:
    assert [nom for nom, count in Counter(cas.nom for cas in CAS).items() if count > 1] == []


@pytest.mark.parametrize("cas", CAS, ids=lambda cas: cas.nom)
def test_python_agrees(cas: Cas) -> None:
    contexte = read_contexte(cas.contexte)
    regles = [read_regle(regle) for regle in cas.regles]
    found: dict[str, Any] = {"suivante": run_next_question(regles, cas.reponses, contexte)}
    if len(regles) == 1:
        found["evaluation"] = run_evaluate(regles[0], cas.reponses, contexte)
        found["changements"] = run_changements(regles[0], cas.reponses, contexte)
    assert cas.told(found) == cas.expected()
