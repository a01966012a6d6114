"""What the questionnaires read: the rules, the sentences, the communes, and how much it weighs."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from site_builder.eligibility import Lieux, regle_of
from site_builder.exports.communes import describe_communes
from site_builder.exports.eligibilite import describe_eligibilite
from site_builder.loading import load_catalogue
from site_builder.model.catalogue import Catalogue
from site_builder.model.condition import leaves
from tests.synthetic.catalogue import write_catalogue

TODAY = date(2026, 11, 21)
BUDGET = 60_000
HERE = Path(__file__).parent
RULES = ("beneficiaire", "porteur")
Factory = Callable[[dict[str, str]], Path]

QUESTIONS = """
age:
  libelle:
    beneficiaire: Quel âge avez-vous ?
    prescripteur: Quel âge a la personne ?
  type: nombre
  unite: ans
  min: 0
logement:
  libelle:
    beneficiaire: Avez-vous un logement ?
  type: oui-non
  sensible: oui
"""
ACTION = """
nom: Garage fictif
resume: Vous réparez votre voiture.
eligibilite:
  beneficiaire:
"""


def published(folder: Path) -> Catalogue:
    loaded = load_catalogue(folder)
    assert loaded.problems == []
    return loaded.catalogue.published(TODAY)


def exported(folder: Path) -> Any:
    return json.loads(describe_eligibilite(published(folder), TODAY))


def faults(name: str, data: object) -> list[str]:
    schema = json.loads((HERE / f"{name}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    found = Draft202012Validator(schema).iter_errors(data)
    return [f"{error.json_path}: {error.message[:200]}" for error in found]


@pytest.fixture(scope="module")
def real(root: Path) -> Catalogue:
    return load_catalogue(root / "catalogue").catalogue.published(TODAY)


@pytest.fixture(scope="module")
def synthetic(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    folder = tmp_path_factory.mktemp("synthetic")
    write_catalogue(folder, actions=60)
    return load_catalogue(folder).catalogue.published(TODAY)


@pytest.mark.parametrize("name", ["real", "synthetic"])
def test_both_files_are_what_their_schemas_say(name: str, request: pytest.FixtureRequest) -> None:
    catalogue = request.getfixturevalue(name)
    assert faults("eligibilite", json.loads(describe_eligibilite(catalogue, TODAY))) == []
    assert faults("communes", json.loads(describe_communes(catalogue))) == []


def test_the_data_of_the_real_catalogue_is_light(real: Catalogue) -> None:
    texts = {
        "eligibilite.json": describe_eligibilite(real, TODAY),
        "communes.json": describe_communes(real),
    }
    weights = {name: len(gzip.compress(text.encode(), 9)) for name, text in texts.items()}
    assert sum(weights.values()) < BUDGET, weights


@pytest.mark.parametrize("name", ["real", "synthetic"])
def test_every_number_leads_somewhere(name: str, request: pytest.FixtureRequest) -> None:
    catalogue = request.getfixturevalue(name)
    data = json.loads(describe_eligibilite(catalogue, TODAY))
    trees = [action[r] for action in data["actions"].values() for r in RULES if r in action]
    trees += [public["condition"] for public in data["publics_cibles"].values()]
    used = {number for tree in trees if tree is not None for number in numbers(tree)}
    assert used == set(range(len(data["criteres"])))
    named = [c for action in data["actions"].values() for c in action.get("contacts", ())]
    assert set(named) <= set(range(len(data["contacts"])))
    places = {s for c in data["criteres"] for s in c.get("territoire", ())}
    assert places <= data["territoires"].keys()


def numbers(tree: Any) -> list[int]:
    if isinstance(tree, int):
        return [tree]
    [(_, children)] = tree.items()
    return [number for child in children for number in numbers(child)]


@pytest.mark.parametrize("rule", RULES)
def test_every_reader_of_a_rule_has_a_sentence_for_each_criterion(
    real: Catalogue, rule: str
) -> None:
    lecteurs = {"porteur"} if rule == "porteur" else {"beneficiaire", "prescripteur"}
    data = json.loads(describe_eligibilite(real, TODAY))
    for slug, action in data["actions"].items():
        regle = regle_of(real.actions[slug], rule)
        found = numbers(action[rule]) if rule in action else []
        assert len(found) == len(list(leaves(regle.condition)) if regle else [])
        criteres = [data["criteres"][number] for number in found]
        assert all("phrase" in c or c["phrases"].keys() >= lecteurs for c in criteres)


def test_it_says_the_same_twice(real: Catalogue) -> None:
    assert describe_eligibilite(real, TODAY) == describe_eligibilite(real, TODAY)
    assert describe_communes(real) == describe_communes(real)


def test_a_rule_is_a_tree_of_numbers_and_a_criterion_is_told_once(
    catalogue_factory: Factory,
) -> None:
    rule = """
    toutes:
      - question: age
        min: 18
        max: 25,5
        phrase: Vous avez moins de 26 ans.
        source: "Fiche 1 : publics"
      - aucune:
          - question: logement
            egal: non
            nature: prioritaire
      - question: age
        min: 18
        max: 25,5
        phrase: Vous avez moins de 26 ans.
        source: "Fiche 1 : publics"
"""
    data = exported(
        catalogue_factory(
            {"questions.yml": QUESTIONS, "actions/garage.yml": ACTION.lstrip() + rule}
        )
    )
    assert data["actions"]["garage"]["beneficiaire"] == {"toutes": [0, {"aucune": [1]}, 0]}
    age, logement = data["criteres"]
    assert age["question"] == "age"
    assert (age["min"], age["max"]) == (18, 25.5)
    assert age["source"] == "Fiche 1\u00a0: publics"
    assert age["phrases"]["beneficiaire"] == "Vous avez moins de 26\u00a0ans."
    assert age["phrases"]["prescripteur"].startswith("La personne")
    assert not {"phrase_exclu", "phrases_exclu", "nature"} & age.keys()
    assert (logement["egal"], logement["nature"]) == ("non", "prioritaire")
    assert {"phrase_exclu", "phrases_exclu"} & logement.keys()
    assert data["questions"]["logement"]["sensible"] is True
    assert data["questions"]["age"] == {
        "type": "nombre",
        "libelle": {
            "beneficiaire": "Quel âge avez-vous\u202f?",
            "prescripteur": "Quel âge a la personne\u202f?",
        },
        "unite": "ans",
        "entier": True,
        "min": 0,
    }


def test_a_public_that_is_shut_out_has_its_criteria_denied_for_its_readers(
    catalogue_factory: Factory,
) -> None:
    rule = """
    une_de:
      - aucune:
          - public_cible: jeunes
  porteur:
    question: logement
    egal: oui
"""
    publics = {
        "publics_cibles/jeunes.yml": """
            nom: Jeunes
            conditions:
              toutes:
                - public_cible: majeurs
                - public_cible: jeunes
        """,
        "publics_cibles/majeurs.yml": """
            nom: Majeurs
            conditions:
              question: age
              min: 18
        """,
        "publics_cibles/autres.yml": "nom: Autres\n",
    }
    files = {"questions.yml": QUESTIONS, "actions/garage.yml": ACTION.lstrip() + rule, **publics}
    data = exported(catalogue_factory(files))
    assert data["publics_cibles"]["autres"]["condition"] is None
    [majeur] = [c for c in data["criteres"] if c.get("question") == "age"]
    denied = majeur.get("phrases_exclu") or {}
    assert denied.keys() == {"beneficiaire", "prescripteur"}
    [porteur] = [c for c in data["criteres"] if c.get("question") == "logement"]
    assert "phrase" in porteur


def test_an_action_without_rule_call_or_funding_is_left_out(catalogue_factory: Factory) -> None:
    action = "nom: {}\nresume: Rien.\n"
    call = "appel_a_projets:\n  cloture: 2026-12-31\n"
    data = exported(
        catalogue_factory(
            {
                "actions/sans-regle.yml": action.format("Sans règle") + "eligibilite: {}\n",
                "actions/appel.yml": action.format("Appel") + call,
            }
        )
    )
    assert data["actions"] == {
        "appel": {
            "nom": "Appel",
            "url": "actions/appel/",
            "resume": "Rien.",
            "appel": {"cloture": "2026-12-31"},
            "portage": {},
        }
    }


def test_contacts_are_ready_to_read(catalogue_factory: Factory) -> None:
    files = {
        "actions/garage.yml": "nom: Garage\nresume: Rien.\ncontacts: [b, a]\nfinancement:\n"
        "  - libelle: Place\n    montant: 0\n",
        "contacts/a.yml": """
            fonction: Accueil
            structure: association-fictive
            telephone: 01 99 00 12 34
            horaires_accueil: Mo-Fr 09:00-12:00
            precisions: "Pour **tout** : [écrire](mailto:a@exemple.fr)"
            territoires: [arras, absent]
        """,
        "contacts/b.yml": "fonction: Secrétariat\n",
        "structures/association-fictive.yml": "nom: Association Fictive\n",
        "territoires/arras.yml": 'nom: Arras\nnature: commune\ncode: "62041"\n',
    }
    data = exported(catalogue_factory(files))
    [action] = data["actions"].values()
    assert [data["contacts"][rank] for rank in action["contacts"]] == [
        {"fonction": "Secrétariat"},
        {
            "fonction": "Accueil",
            "structure": "Association Fictive",
            "telephone": {
                "affichage": "01\u00a099\u00a000\u00a012\u00a034",
                "uri": "tel:+33199001234",
            },
            "horaires": "du lundi au vendredi de 9\u00a0h à 12\u00a0h",
            "precisions": "Pour tout\u00a0: écrire (a@exemple.fr)",
            "territoires": ["arras"],
        },
    ]
    assert action["portage"]["financement"] == [{"libelle": "Place", "montant": 0}]


def test_communes_are_rows_that_share_their_territoires(real: Catalogue) -> None:
    data = json.loads(describe_communes(real))
    lieux = Lieux(real)
    assert data["departements"] == {
        "13": "Bouches-du-Rhône",
        "38": "Isère",
        "62": "Pas-de-Calais",
        "77": "Seine-et-Marne",
    }
    assert [row[0] for row in data["communes"]] == [c.code for c in lieux.communes()]
    for code, _, _, rank in data["communes"]:
        assert set(data["lieux"][rank]) == lieux.territoires_of(code)
    rows = {row[0]: row for row in data["communes"]}
    assert rows["13201"][1:3] == ["Marseille 1er Arrondissement", "13001"]
    assert rows["62498"][1] == "Lens"


def test_without_territoires_there_is_no_commune(catalogue_factory: Factory) -> None:
    data = json.loads(describe_communes(published(catalogue_factory({"questions.yml": QUESTIONS}))))
    assert (data["departements"], data["lieux"], data["communes"]) == ({}, [], [])
