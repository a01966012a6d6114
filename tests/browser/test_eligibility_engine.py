"""The browser's engine says what Python's says: on the shared vectors, then on random rules."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page

from site_builder.vocabulary.closed_values import RESULTATS
from tests.eligibility.hasard import Tirage
from tests.eligibility.moteur import (
    read_contexte,
    read_regle,
    run_changements,
    run_evaluate,
    run_next_question,
)
from tests.eligibility.vecteurs import CAS

MODULE = "/eligibilite.mjs"
# For each person, on their day: the next question, then what each rule says of them.
RUN = """
async ([address, text]) => {
  const { changements, evaluate, nextQuestion } = await import(address);
  const run = ({ contexte: shared, regles, personnes, jours }) =>
    personnes.map((reponses, index) => {
      const contexte = { ...shared, ...jours[index] };
      return [
        nextQuestion(regles, reponses, contexte),
        regles.map((regle) => [
          evaluate(regle, reponses, contexte),
          changements(regle, reponses, contexte),
        ]),
      ];
    });
  return JSON.stringify(JSON.parse(text).map(run));
}
"""

RUN_VECTORS = """
async ([address, text]) => {
  const { changements, evaluate, nextQuestion } = await import(address);
  const run = ({ regles, reponses, contexte }) => {
    const suivante = nextQuestion(regles, reponses, contexte);
    if (regles.length !== 1) return { suivante };
    const [regle] = regles;
    return {
      suivante,
      evaluation: evaluate(regle, reponses, contexte),
      changements: changements(regle, reponses, contexte),
    };
  };
  return JSON.stringify(JSON.parse(text).map(run));
}
"""

SEED = 20_250_101
BATCHES = 5
CATALOGUES = 40
REGLES = 10
PERSONNES = 11
CASES = BATCHES * CATALOGUES * REGLES * PERSONNES
# What must happen in more than 2 % of the cases, and what must happen at all.
FREQUENT = {*RESULTATS.values, "exclu", "1 change", "2 changes or more", "2 questions changed"}
LISTED = ("satisfaites", "non_satisfaites", "inconnues", "prioritaires", "appreciations")
ETATS = ("suspendue", "retiree", "terminee", "appel-clos", "a-paraitre", "appel-a-venir", "age")


@pytest.fixture
def site_url(serve_modules) -> str:
    """The engine alone."""
    return serve_modules("eligibilite.mjs", "eligibilite")


def call(page: Page, script: str, given: Any) -> Any:
    """Run ``script`` on the module and ``given``, as text both ways: it is much faster."""
    return json.loads(page.evaluate(script, [MODULE, json.dumps(given)]))


def test_the_browser_agrees_with_the_vectors(front_page: Page) -> None:
    given = [
        {"regles": cas.regles, "reponses": cas.reponses, "contexte": cas.contexte} for cas in CAS
    ]
    for cas, found in zip(CAS, call(front_page, RUN_VECTORS, given), strict=True):
        assert cas.told(found) == cas.expected(), cas.nom


def run_python(catalogue: dict[str, Any]) -> list[Any]:
    """Return what ``RUN`` returns for one catalogue."""
    found = []
    regles = [read_regle(regle) for regle in catalogue["regles"]]
    for reponses, jour in zip(catalogue["personnes"], catalogue["jours"], strict=True):
        contexte = read_contexte(catalogue["contexte"] | jour)
        cases = [
            [run_evaluate(regle, reponses, contexte), run_changements(regle, reponses, contexte)]
            for regle in regles
        ]
        found.append([run_next_question(regles, reponses, contexte), cases])
    return found


def differences(
    catalogue: dict[str, Any], python: list[Any], browser: list[Any]
) -> Iterator[dict[str, Any]]:
    """Yield each case that the engines judge otherwise, with all it takes to run it again."""
    for index, (expected, found) in enumerate(zip(python, browser, strict=True)):
        reponses = catalogue["personnes"][index]
        contexte = catalogue["contexte"] | catalogue["jours"][index]
        given = {"reponses": reponses, "contexte": contexte}
        if expected[0] != found[0]:
            given["regles"] = catalogue["regles"]
            yield {**given, "python": expected[0], "browser": found[0]}
        for regle, one, other in zip(catalogue["regles"], expected[1], found[1], strict=True):
            if one != other:
                yield {"regle": regle, **given, "python": one, "browser": other}


def outcomes_of(evaluation: dict[str, Any], changed: list[Any]) -> Iterator[str]:
    """Yield the names of what happens in one case."""
    yield evaluation["resultat"]
    if evaluation["disponibilite"]:
        yield evaluation["disponibilite"]["etat"]
    raisons = [raison for name in LISTED for raison in evaluation[name]]
    yield from (name for name in LISTED if evaluation[name])
    yield from {"exclu" for raison in raisons if "exclu" in raison}
    if changed:
        yield "1 change" if len(changed) == 1 else "2 changes or more"
        yield f"{len(changed[0]['questions'])} questions changed"


def test_both_engines_agree_on_random_rules(front_page: Page) -> None:
    assert CASES >= 20_000
    outcomes: Counter[str] = Counter()
    questions: Counter[bool] = Counter()
    failures: list[tuple[int, dict[str, Any]]] = []
    for batch in range(BATCHES):
        seeds = range(SEED + batch * CATALOGUES, SEED + (batch + 1) * CATALOGUES)
        catalogues = [Tirage(seed).draw(REGLES, PERSONNES) for seed in seeds]
        browser = call(front_page, RUN, catalogues)
        for seed, catalogue, found in zip(seeds, catalogues, browser, strict=True):
            python = run_python(catalogue)
            failures += ((seed, failure) for failure in differences(catalogue, python, found))
            for suivante, cases in python:
                questions[suivante["question"] is None] += 1
                for case in cases:
                    outcomes.update(outcomes_of(*case))
    if failures:
        seed, smallest = min(failures, key=lambda failure: len(json.dumps(failure[1])))
        shown = json.dumps(smallest, ensure_ascii=False, indent=1)
        pytest.fail(f"{len(failures)} cases differ; the smallest, of Tirage({seed}):\n{shown}")
    assert {name for name in (*FREQUENT, *LISTED) if outcomes[name] <= CASES / 50} == set()
    assert {name for name in ETATS if outcomes[name] <= CASES / 500} == set()
    assert min(questions.values()) > sum(questions.values()) / 50


RUN_DATA = """
async ([address, text]) => {
  const { evaluate, explain, readLieux, readRegles } = await import(address);
  const { data, communes, date, persons } = JSON.parse(text);
  const lieux = readLieux(communes);
  const { regles, contexte: shared } = readRegles(data, "prescripteur");
  const contexte = { ...shared, date, lieux };
  const same = {};
  const found = persons.map((person) => {
    Object.assign(same, person);
    const regle = regles.get("aide");
    return [evaluate(regle, same, contexte).resultat, explain(regle, same, contexte)];
  });
  return JSON.stringify({ slugs: [...regles.keys()], lecteur: contexte.lecteur, lieux, found });
}
"""


def test_published_data_are_read_and_a_rule_is_explained(front_page: Page) -> None:
    data = {
        "questions": {"rsa": {"type": "oui-non"}, "commune": {"type": "commune"}},
        "criteres": [
            {"public_cible": "allocataires", "phrases": {"prescripteur": "La personne a le RSA."}},
            {"question": "rsa", "egal": "oui", "phrase": "RSA"},
            {"territoire": ["isere"], "phrase": "Isère", "phrase_exclu": "Hors de l’Isère"},
            {"question": "rsa", "egal": "non", "nature": "prioritaire", "phrase": "Priorité"},
        ],
        "publics_cibles": {"allocataires": {"condition": 1}, "autres": {"condition": None}},
        "actions": {
            "aide": {"beneficiaire": {"toutes": [0, {"aucune": [2]}, {"une_de": [3]}]}},
            "appel": {"porteur": 1},
        },
    }
    communes = {"lieux": [[], ["isere"]], "communes": [["38185", "Ville-Exemple", "38000", 1]]}
    # The second answers are put in the object that held the first ones.
    persons = [{"rsa": "oui", "commune": "ailleurs"}, {"commune": "38185"}]
    given = {"data": data, "communes": communes, "date": "2025-01-20", "persons": persons}
    found = call(front_page, RUN_DATA, given)
    assert (found["slugs"], found["lecteur"]) == (["aide"], "prescripteur")
    assert found["lieux"] == {"38185": ["isere"]}
    results, trees = zip(*found["found"], strict=True)
    assert results == ("oui", "non")
    place = {"territoire": ["isere"], "phrase": "Hors de l’Isère", "exclu": True}
    public = {"public_cible": "allocataires", "phrase": "La personne a le RSA."}
    priority = {**data["criteres"][3], "etat": "non_satisfaite"}
    for tree, etat in zip(trees, ("satisfaite", "non_satisfaite"), strict=True):
        assert tree == {
            "genre": "toutes",
            "etat": etat,
            "enfants": [
                {**public, "etat": "satisfaite"},
                {"genre": "aucune", "etat": etat, "enfants": [{**place, "etat": etat}]},
                {"genre": "une_de", "etat": None, "enfants": [priority]},
            ],
        }
