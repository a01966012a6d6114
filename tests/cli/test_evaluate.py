"""``catalogue evaluate``: JSON for programs, French refusals for people."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import ERROR
from tests.site_fictif import SOUND

Catalogue = Any
CatalogueFactory = Any

KEYS = [
    *("resultat", "disponibilite", "satisfaites", "non_satisfaites", "inconnues"),
    *("prioritaires", "appreciations", "changements"),
]
FILES = {
    **SOUND,
    "questions.yml": """
        age:
          libelle:
            beneficiaire: Quel âge avez-vous ?
            prescripteur: Quel âge a la personne ?
          type: nombre
          unite: ans
          max: 120
        logement:
          libelle:
            beneficiaire: Avez-vous un logement ?
            porteur: Votre structure propose-t-elle un logement ?
          type: oui-non
        ville:
          libelle:
            beneficiaire: Où habitez-vous ?
          type: commune
        """,
    "actions/atelier-jeunes.yml": """
        nom: Atelier des jeunes
        resume: Un atelier fictif.
        contacts: accueil
        eligibilite:
          beneficiaire:
            toutes:
              - question: age
                max: 25
                phrase: Vous avez moins de 26 ans !
              - question: logement
                egal: oui
                nature: prioritaire
              - territoire: [arras]
        """,
    "actions/aide-fictive.yml": """
        nom: Aide fictive
        resume: Une aide fictive.
        contacts: accueil
        publie_jusqu_au: 2025-12-31
        eligibilite:
          beneficiaire:
            question: logement
            egal: non
          porteur:
            question: logement
            egal: oui
        """,
    "actions/brouillon.yml": """
        nom: Brouillon
        resume: Pas encore publié.
        statut: brouillon
        contacts: accueil
        eligibilite:
          beneficiaire:
            question: logement
            egal: non
        """,
    "territoires/arras.yml": """
        nom: Arras
        nature: commune
        code: "62041"
        """,
}


@pytest.fixture
def folder(catalogue_factory: CatalogueFactory) -> Path:
    found: Path = catalogue_factory(FILES)
    return found


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    return tmp_path / "reponses.json"


def run_with(catalogue: Catalogue, answers: Path, content: str | bytes, *arguments: object) -> Any:
    answers.write_bytes(content if isinstance(content, bytes) else content.encode())
    given = arguments if "--lecteur" in arguments else ("--lecteur", "beneficiaire", *arguments)
    return catalogue("evaluate", "--reponses", answers, *given)


def test_each_action_with_a_rule_gets_its_result(
    catalogue: Catalogue, answers: Path, folder: Path
) -> None:
    written = '{"age": 20, "logement": false, "ville": "62041"}'
    run = run_with(catalogue, answers, written, "--date", "2025-06-02", folder)
    assert (run.code, run.err) == (0, "")
    results = json.loads(run.out)
    assert list(results) == ["aide-fictive", "atelier-jeunes", "brouillon"]
    assert all(list(result) == KEYS for result in results.values())
    assert {slug: result["resultat"] for slug, result in results.items()} == {
        "aide-fictive": "oui",
        "atelier-jeunes": "oui",
        "brouillon": "non",
    }
    assert results["brouillon"]["disponibilite"] == {"etat": "retiree"}
    atelier = results["atelier-jeunes"]
    assert atelier["satisfaites"][0] == {
        "question": "age",
        "max": 25,
        "phrase": "Vous avez moins de 26\u00a0ans\u202f!",
        "etat": "satisfaite",
    }
    assert [reason["etat"] for reason in atelier["prioritaires"]] == ["non_satisfaite"]
    assert '\n  "aide-fictive": {\n    "resultat": "oui"' in run.out


def test_dates_are_compared_to_the_day_given_or_to_today(
    catalogue: Catalogue, answers: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day, result in (("2025-12-31", "oui"), ("2026-01-01", "non")):
        run = run_with(catalogue, answers, '{"logement": "non"}', folder, "--date", day)
        assert json.loads(run.out)["aide-fictive"]["resultat"] == result
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1748822400")  # 2 June 2025
    run = run_with(catalogue, answers, '{"logement": "non"}', folder)
    assert json.loads(run.out)["aide-fictive"]["resultat"] == "oui"


def test_each_reader_has_its_rules_and_its_sentences(
    catalogue: Catalogue, answers: Path, folder: Path
) -> None:
    arguments = ("--lecteur", "porteur", "--date", "2025-06-02", folder)
    porteur = run_with(catalogue, answers, '{"logement": "oui"}', *arguments)
    assert list(json.loads(porteur.out)) == ["aide-fictive"]
    arguments = ("--lecteur", "prescripteur", folder)
    prescripteur = run_with(catalogue, answers, '{"age": null}', *arguments)
    [inconnue, *_] = json.loads(prescripteur.out)["atelier-jeunes"]["inconnues"]
    assert inconnue["phrase"].startswith("La personne")


def test_what_would_change_a_result_is_told(
    catalogue: Catalogue, answers: Path, folder: Path
) -> None:
    run = run_with(catalogue, answers, '{"age": 40, "ville": "62041"}', folder)
    [change] = json.loads(run.out)["atelier-jeunes"]["changements"]
    assert change["questions"] == ["age"]
    assert [critere["question"] for critere in change["criteres"]] == ["age"]


def test_the_help_tells_how_answers_are_written(catalogue: Catalogue) -> None:
    run = catalogue("evaluate", "--help")
    assert run.code == 0
    for said in ("choix-multiple  une liste de valeurs", '"ailleurs"', "null veut dire", '"62041"'):
        assert said in run.out
    assert "required" not in run.out


def test_answers_may_come_from_standard_input(
    catalogue: Catalogue, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = '\ufeff{"logement": "non"}'.encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content)))
    arguments = ("--lecteur", "beneficiaire", "--date", "2025-06-02", folder)
    run = catalogue("evaluate", "--reponses", "-", *arguments)
    assert json.loads(run.out)["aide-fictive"]["resultat"] == "oui"


def test_errors_of_the_catalogue_are_shown_and_nothing_is_evaluated(
    catalogue: Catalogue, answers: Path, catalogue_factory: CatalogueFactory
) -> None:
    run = run_with(catalogue, answers, "{}", catalogue_factory(ERROR))
    assert (run.code, run.out) == (1, "")
    assert "erreur[CAT-R101]" in run.err
    assert "--> actions/atelier-mobilite.yml:4:16" in run.err


def test_a_profile_that_gets_another_result_hides_no_result(
    catalogue: Catalogue, answers: Path, catalogue_factory: CatalogueFactory
) -> None:
    profil = """
        nom: Personne de 20 ans
        lecteur: beneficiaire
        date: 2025-06-02
        reponses: {age: 20, logement: non}
        attendus: {atelier-jeunes: non}
        """
    folder = catalogue_factory({**FILES, "profils/jeune.yml": profil})
    assert catalogue("check", folder).code == 1
    assert run_with(catalogue, answers, "{}", folder).code == 0


def test_all_answers_that_do_not_fit_are_told_together(
    catalogue: Catalogue, answers: Path, folder: Path
) -> None:
    written = '{"logment": "oui", "age": 121, "ville": "Arras", "logement": "peut-être"}'
    run = run_with(catalogue, answers, written, folder)
    assert (run.code, run.out) == (2, "")
    assert run.err.splitlines() == [
        "erreur\u00a0: ces réponses ne conviennent pas",
        "  logment\u00a0: la question «\u00a0logment\u00a0» n’existe pas\u202f; vouliez-vous "
        "écrire «\u00a0logement\u00a0»\u202f?",
        "  age\u00a0: la question «\u00a0age\u00a0» n’admet que les nombres jusqu’à 120\u202f; "
        "«\u00a0121\u00a0» est en dehors",
        "  ville\u00a0: «\u00a0Arras\u00a0» n’est pas le code INSEE d’une commune\u202f; le code "
        "INSEE est 62041 (Arras, 62)",
        "  logement\u00a0: on attend «\u00a0oui\u00a0» ou «\u00a0non\u00a0», et non "
        "«\u00a0peut-être\u00a0»",
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('{"age": 20,\n "logement" "oui"}', "n’est pas du JSON correct, ligne 2, colonne 13"),
        ("{", "n’est pas du JSON correct, ligne 1, colonne 2"),
        ("", "est vide\u202f; sans aucune réponse, on y écrit {}"),
        ("\n", "est vide"),
        ("[1, 2]", "doit contenir un objet"),
        ("null", "doit contenir un objet"),
        ('{"age": 1, "age": 2}', "«\u00a0age\u00a0» a plusieurs réponses"),
        (b'{"age": "\xff"}', "n’est pas en UTF-8"),
        ('{"age": ' + "[" * 100_000, "n’est pas un fichier de réponses"),
        ('{"age": ' + "1" * 5000 + "}", "111…\u00a0» est un nombre de plus de 12 chiffres"),
        ('{"age": -1e400}', "«\u00a0-1e400\u00a0» est un nombre de plus de 12 chiffres"),
        ('{"age": 1e999999999999999999999}', "est un nombre de plus de 12 chiffres"),
        ('{"age": NaN}', "«\u00a0NaN\u00a0» n’est pas un nombre"),
        ('{"age": 17.5}', "attend un nombre entier, et non «\u00a017.5\u00a0»"),
        ('{"age": {"a": 1}}', "attend un nombre, et non un objet"),
        ('{"logement": "Je ne sais pas"}', "écrivez null, ou ne mettez pas la question"),
        ('{"age": "\\ud800\\u001b[31m"}', "n’est pas un nombre"),
    ],
)
def test_a_file_that_holds_no_answers_is_refused_in_french(
    catalogue: Catalogue, answers: Path, folder: Path, content: str | bytes, said: str
) -> None:
    run = run_with(catalogue, answers, content, folder)
    assert (run.code, run.out) == (2, "")
    assert said in run.err
    assert not re.search(r"Traceback|\x1b|Expecting|Invalid", run.err)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--lecteur", "referent"], "choisissez beneficiaire, prescripteur ou porteur"),
        (["--date", "2025-02-30"], "février 2025 compte 28 jours"),
        (["--date", "2/6/2025"], "vouliez-vous écrire «\u00a02025-06-02\u00a0»"),
    ],
)
def test_wrong_options_are_refused(
    catalogue: Catalogue, answers: Path, folder: Path, arguments: list[str], said: str
) -> None:
    run = run_with(catalogue, answers, "{}", folder, *arguments)
    assert (run.code, run.out) == (2, "")
    assert said in run.err


def test_missing_options_and_files_are_named(
    catalogue: Catalogue, folder: Path, tmp_path: Path
) -> None:
    absent = tmp_path / "absent.json"
    for arguments, said in (
        (["--reponses", absent, "--lecteur", "porteur"], "n’existe pas"),
        (["--reponses", tmp_path, "--lecteur", "porteur"], "ne peut pas être lu"),
        (["--lecteur", "porteur"], "il manque --reponses"),
    ):
        run = catalogue("evaluate", *arguments, folder)
        assert (run.code, run.out) == (2, "")
        assert said in run.err
