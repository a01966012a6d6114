"""Rules read as a whole: each mistake told once where it is, and no false alarm."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from site_builder.checks import check_catalogue
from site_builder.checks.regles import check_questions, check_regles
from site_builder.checks.review import Review
from site_builder.loading import load_catalogue

Factory = Callable[[Mapping[str, str]], Path]

QUESTION_FILE = """
age:
  libelle: {beneficiaire: Quel âge avez-vous ?}
  type: nombre
  unite: ans
  min: 14
  max: 120
heures:
  libelle: {beneficiaire: Combien d’heures ?}
  type: nombre
  unite: heures
  min: 0
quotient:
  libelle: {beneficiaire: Quel est votre quotient familial ?}
  type: nombre
  unite: €
  min: 0
rsa:
  libelle: {beneficiaire: Touchez-vous une aide ?}
  type: oui-non
freins:
  libelle: {beneficiaire: Qu’est-ce qui vous gêne ?}
  type: choix-multiple
  options:
    - {valeur: mobilite, libelle: Les déplacements}
    - {valeur: logement, libelle: Le logement}
soucis:
  libelle: {beneficiaire: Quels sont vos soucis ?}
  type: choix-multiple
  options:
    - {valeur: bus, libelle: Le bus}
    - {valeur: aucun, libelle: Aucun}
inscription:
  libelle: {beneficiaire: Quand vous êtes-vous inscrit ?}
  type: date
ville:
  libelle: {beneficiaire: Où habitez-vous ?}
  type: commune
"""
TERRITOIRES = {
    "territoires/pas-de-calais.yml": 'nom: Pas-de-Calais\nnature: departement\ncode: "62"\n',
    "territoires/isere.yml": 'nom: Isère\nnature: departement\ncode: "38"\n',
    "territoires/arras.yml": 'nom: Arras\nnature: commune\ncode: "62041"\n',
}


@pytest.fixture
def lint(catalogue_factory: Factory, today: date) -> Callable[..., list[tuple[str, int]]]:
    """Return (code, line) for each problem of a public's conditions, given as YAML."""

    def check(conditions: str, **publics: str) -> list[tuple[str, int]]:
        files = {f"publics_cibles/{slug}.yml": text for slug, text in publics.items()}
        files["publics_cibles/exemple.yml"] = f"nom: Public fictif\nconditions:\n{conditions}"
        loaded = load_catalogue(
            catalogue_factory({"questions.yml": QUESTION_FILE, **TERRITOIRES, **files})
        )
        assert loaded.problems == []
        found = check_regles(Review.of(loaded, today))
        return [(problem.code, problem.place.line) for problem in found]

    return check


SOUND_RULES = {
    "everybody is welcome": "  toutes: []\n",
    "nobody is shut out": "  aucune: []\n",
    "a priority may contradict what is asked": """
  toutes:
    - {question: age, max: 25}
    - {question: age, min: 26, nature: prioritaire}
""",
    "an appreciation may go either way": """
  toutes:
    - appreciation: Avis du conseiller
    - aucune: [{appreciation: Avis du conseiller}]
    - une_de: [{question: rsa, egal: oui}, {appreciation: Avis du médecin}]
    - aucune: [{question: rsa, egal: oui}, {appreciation: Avis du médecin}]
""",
    "ranges that follow one another, by inclusive bounds or by strict ones": """
  toutes:
    - une_de:
        - {question: age, min: 18, max: 25}
        - {question: age, min: 26, max: 49}
        - {question: age, plus_de: 49, moins_de: 65}
    - question: rsa
      egal: oui
""",
    "a range with a hole is what an exclusion leaves": """
  aucune:
    - une_de:
        - {question: age, max: 17}
        - {question: age, min: 19}
    - {question: rsa, egal: non}
""",
    "ranges for different people": """
  une_de:
    - toutes: [{question: age, min: 18, max: 25}, {question: rsa, egal: oui}]
    - toutes: [{question: age, min: 30, max: 60}, {question: freins, contient_un_de: [logement]}]
""",
    "two numbers are not two ranges": """
  une_de:
    - {question: age, egal: 18}
    - {question: age, egal: 20}
""",
    "the options of a multiple choice do not exclude one another": """
  toutes:
    - {question: freins, contient_un_de: [mobilite]}
    - {question: freins, contient_toutes: [logement, mobilite]}
""",
    "nobody has any obstacle": """
  aucune:
    - {question: freins, contient_un_de: [mobilite, logement]}
""",
    "a commune is in its département": """
  toutes:
    - territoire: [pas-de-calais]
    - territoire: arras
    - question: ville
      parmi: ["62041", "38185"]
""",
    "somebody lives elsewhere": """
  toutes:
    - aucune: [{territoire: [pas-de-calais, isere]}]
    - question: rsa
      egal: oui
""",
    "the same day, both ends included": """
  toutes:
    - {question: inscription, apres: 2024-02-29}
    - {question: inscription, avant: 2024-02-29}
""",
    "half an hour is time enough": """
  toutes:
    - {question: heures, plus_de: 17}
    - {question: heures, moins_de: 18}
    - une_de: [{question: heures, min: "17,5"}, {question: rsa, egal: oui}]
""",
    "50 cents lie between two amounts, whatever other rules count in": """
  toutes:
    - {question: quotient, plus_de: 500, moins_de: 501}
""",
    "a bound with decimals leaves whole years whole": """
  une_de:
    - {question: age, min: 18, max: "25,5"}
    - {question: age, min: 26, max: 30}
""",
    "« aucun » is an answer like another": """
  une_de:
    - {question: soucis, contient_un_de: [aucun]}
    - {question: soucis, contient_toutes: [bus]}
""",
}


@pytest.mark.parametrize("conditions", SOUND_RULES.values(), ids=SOUND_RULES)
def test_no_false_alarm(lint: Callable[..., object], conditions: str) -> None:
    assert lint(conditions) == []


FAULTS = {
    "départements that have no commune in common": (
        "  toutes:\n    - territoire: isere\n    - territoire: pas-de-calais\n",
        [("CAT-E541", 5)],
    ),
    "a commune outside the territoire": (
        "  toutes:\n    - territoire: isere\n    - question: ville\n      egal: '62041'\n",
        [("CAT-E541", 5)],
    ),
    "days in the wrong order": (
        "  toutes:\n    - question: inscription\n      avant: 2024-01-01\n"
        "    - question: inscription\n      apres: 2024-01-02\n",
        [("CAT-E541", 6)],
    ),
    "an empty list of answers": (
        "  toutes:\n    - question: rsa\n      parmi: []\n    - question: rsa\n      sauf: []\n",
        [("CAT-E540", 4), ("CAT-E543", 6)],
    ),
    "an alternative that nobody can take": (
        "  une_de:\n    - question: rsa\n      egal: oui\n    - toutes:\n"
        "        - question: age\n          max: 20\n        - question: age\n          min: 30\n",
        [("CAT-E541", 9)],
    ),
    "an exclusion that excludes nobody": (
        "  aucune:\n    - question: age\n      moins_de: 14\n",
        [("CAT-E540", 4)],
    ),
    "a priority of everybody": (
        "  toutes:\n    - question: age\n      min: 14\n      nature: prioritaire\n"
        "    - question: rsa\n      egal: oui\n",
        [("CAT-E543", 4)],
    ),
    "a hole that a decimal shows": (
        "  une_de:\n    - question: heures\n      max: '10,5'\n    - question: heures\n"
        "      min: 11\n      max: 35\n",
        [("CAT-E544", 6)],
    ),
    "a hole between two amounts, though all bounds are whole": (
        "  une_de:\n    - question: quotient\n      max: 500\n    - question: quotient\n"
        "      min: 501\n",
        [("CAT-E544", 6)],
    ),
    "no whole year between two": (
        "  toutes:\n    - question: age\n      plus_de: 17\n      moins_de: '17,5'\n",
        [("CAT-E540", 4)],
    ),
    "nothing, and something": (
        "  toutes:\n    - question: soucis\n      contient_toutes: [bus, aucun]\n",
        [("CAT-E540", 4)],
    ),
    "nothing here, something there": (
        "  toutes:\n    - question: soucis\n      contient_un_de: [aucun]\n"
        "    - question: soucis\n      contient_toutes: [bus]\n",
        [("CAT-E541", 6)],
    ),
    "only priorities, at the root": (
        "  toutes:\n    - {question: rsa, egal: oui, nature: prioritaire}\n"
        "    - une_de: [{question: rsa, egal: non, nature: prioritaire}]\n",
        [("CAT-E546", 3)],
    ),
    "a hole left open by two strict bounds": (
        "  une_de:\n    - question: age\n      moins_de: 26\n    - question: age\n"
        "      plus_de: 26\n",
        [("CAT-E544", 6)],
    ),
}


@pytest.mark.parametrize(("conditions", "expected"), FAULTS.values(), ids=FAULTS)
def test_each_fault_is_told_where_it_is(
    lint: Callable[..., object], conditions: str, expected: list[tuple[str, int]]
) -> None:
    assert lint(conditions) == expected


def test_what_another_check_reports_is_not_reported_again(
    catalogue_factory: Factory, today: date
) -> None:
    conditions = """nom: Public fictif
conditions:
  toutes:
    - {question: age, min: 180}
    - {question: age, min: 30, max: 20}
    - {question: rsa, egal: yes}
    - {question: rsa, egal: non}
    - {question: freins, contient_un_de: [sante]}
    - {question: freins, min: 3}
    - {question: inconnue, egal: oui}
    - {public_cible: inconnu}
    - {territoire: [inconnu]}
    - {territoire: [mal-ecrit]}
"""
    files = {
        "questions.yml": QUESTION_FILE,
        "publics_cibles/exemple.yml": conditions,
        "territoires/mal-ecrit.yml": 'nom: Mal écrit\nnature: commune\ncode: "62999"\n',
    }

    problems = check_catalogue(load_catalogue(catalogue_factory(files)), today)

    codes = {problem.code for problem in problems}
    assert {"CAT-E514", "CAT-E520", "CAT-E521", "CAT-E522", "CAT-R101"} <= codes
    assert not {code for code in codes if code.startswith("CAT-E54")}


def test_publics_in_a_loop_are_left_to_the_check_on_loops(lint: Callable[..., object]) -> None:
    loop = "nom: Un\nconditions: {toutes: [{public_cible: deux}, {question: rsa, egal: oui}]}\n"
    back = "nom: Deux\nconditions: {toutes: [{public_cible: un}, {question: rsa, egal: non}]}\n"

    assert lint("  public_cible: un\n", un=loop, deux=back) == []


def test_a_public_is_looked_into(lint: Callable[..., object]) -> None:
    young = "nom: Jeunes\nconditions: {question: age, max: 25}\n"
    conditions = "  toutes:\n    - question: age\n      min: 26\n    - public_cible: jeunes\n"

    assert lint(conditions, jeunes=young) == [("CAT-E541", 6)]


def idle_questions(folder: Path, today: date) -> list[str]:
    review = Review.of(load_catalogue(folder), today)
    return [problem.value for problem in check_questions(review)]


def test_a_question_is_needed_by_a_rule_or_by_a_public_of_a_rule(
    catalogue_factory: Factory, today: date
) -> None:
    action = "nom: A\nresume: Une action.\npublics_cibles: [liste]\neligibilite:\n  beneficiaire:\n"
    files = {
        "questions.yml": QUESTION_FILE,
        "publics_cibles/nomme.yml": "nom: B\nconditions: {public_cible: autre}\n",
        "publics_cibles/autre.yml": "nom: C\nconditions: {question: rsa, egal: oui}\n",
        "publics_cibles/liste.yml": "nom: D\nconditions: {question: freins, contient_un_de: [a]}\n",
        "profils/p.yml": "nom: P\nreponses: {heures: 3}\n",
        "actions/a.yml": action + "    aucune: [{public_cible: nomme}, {question: age, max: 20}]\n",
    }

    # « inscription » is mentioned nowhere: another check says so. « ville » finds whom to call.
    assert idle_questions(catalogue_factory(files), today) == ["heures", "freins"]


@pytest.mark.parametrize("other", [{}, {"contacts/refuse.yml": "tel: non\n"}])
def test_nothing_is_said_of_questions_while_actions_are_missing(
    catalogue_factory: Factory, today: date, other: Mapping[str, str]
) -> None:
    files = {"questions.yml": QUESTION_FILE, "profils/p.yml": "nom: P\nreponses: {rsa: oui}\n"}

    assert idle_questions(catalogue_factory({**files, **other}), today) == []
