"""``catalogue check``: exit codes, and what goes to which output."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.terminal import run_in_terminal

Catalogue = Any
Process = Any

KEYS = ["code", "severity", "file", "line", "column", "message", "suggestion"]


def test_a_sound_catalogue_exits_with_0(catalogue: Catalogue, sound: Path) -> None:
    run = catalogue("check", sound)
    assert (run.code, run.err) == (0, "")
    assert run.out == "Aucun problème\u00a0: le catalogue est sain\n"


def test_an_error_exits_with_1_and_is_shown_where_it_is(catalogue: Catalogue, faulty: Path) -> None:
    run = catalogue("check", faulty)
    assert (run.code, run.err) == (1, "")
    assert "erreur[CAT-R101] la structure «\u00a0association-fictve\u00a0» n’existe pas" in run.out
    assert "--> actions/atelier-mobilite.yml:4:16" in run.out
    assert "vouliez-vous écrire «\u00a0association-fictive\u00a0»" in run.out


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_warnings_exit_with_0_and_with_1_when_strict(
    catalogue: Catalogue, doubtful: Path, form: str
) -> None:
    run = catalogue("check", doubtful, "--format", form)
    assert run.code == 0
    assert "CAT-F014" in run.out
    assert catalogue("check", doubtful, "--format", form, "--strict").code == 1


def test_strict_changes_nothing_for_a_sound_catalogue(catalogue: Catalogue, sound: Path) -> None:
    assert catalogue("check", sound, "--strict").code == 0


def test_json_is_one_object_a_line_with_its_keys_and_nothing_else(
    catalogue: Catalogue, faulty: Path
) -> None:
    run = catalogue("check", faulty, "--format", "json")
    assert (run.code, run.err) == (1, "")
    problems = [json.loads(line) for line in run.out.splitlines()]
    assert [list(problem) for problem in problems] == [KEYS] * len(problems)
    [error] = [problem for problem in problems if problem["severity"] == "erreur"]
    assert error == {
        "code": "CAT-R101",
        "severity": "erreur",
        "file": "actions/atelier-mobilite.yml",
        "line": 4,
        "column": 16,
        "message": "la structure «\u00a0association-fictve\u00a0» n’existe pas",
        "suggestion": "vouliez-vous écrire «\u00a0association-fictive\u00a0»\u202f?",
    }


def test_json_of_a_sound_catalogue_is_empty(catalogue: Catalogue, sound: Path) -> None:
    run = catalogue("check", sound, "--format", "json")
    assert (run.code, run.out, run.err) == (0, "", "")


def test_json_is_utf_8_whatever_the_encoding_of_the_output(process: Process, faulty: Path) -> None:
    command = ("-m", "site_builder", "check", str(faulty), "--format", "json")
    run = process(*command, PYTHONIOENCODING="latin-1")
    assert run.returncode == 1
    assert json.loads(run.stdout.splitlines()[0])["message"].endswith("n’existe pas")


def test_text_survives_an_output_that_lacks_letters(process: Process, faulty: Path) -> None:
    run = process("-m", "site_builder", "check", str(faulty), PYTHONIOENCODING="latin-1")
    assert run.returncode == 1
    assert "erreur[CAT-R101] la structure «\u00a0association-fictve\u00a0» n?existe pas" in (
        run.stdout.decode("latin-1")
    )


def test_paths_for_other_tools_start_from_the_current_folder(
    catalogue: Catalogue, faulty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(faulty.parent)
    run = catalogue("check", "--format", "github")
    assert run.code == 1
    assert "::error file=catalogue/actions/atelier-mobilite.yml,line=4,col=16," in run.out
    # An absolute path to the same folder gives the same annotations.
    assert catalogue("check", faulty, "--format", "github") == run


def test_sarif_is_a_log_with_the_problem(
    catalogue: Catalogue, faulty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(faulty.parent)
    run = catalogue("check", "--format", "sarif")
    assert (run.code, run.err) == (1, "")
    [log] = json.loads(run.out)["runs"]
    result = next(found for found in log["results"] if found["level"] == "error")
    place = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert (result["ruleId"], place) == ("CAT-R101", "catalogue/actions/atelier-mobilite.yml")


def test_every_problem_of_a_run_is_reported(catalogue: Catalogue, catalogue_factory: Any) -> None:
    folder = catalogue_factory(
        {
            "actions/une.yml": "nom: Une\n",
            "actions/deux.yml": "nom: Deux\nresume: Bref.\ninconnu: oui\n",
            "contacts/accueil.yml": "fonction: Accueil\ntelephone: 12\n",
        }
    )
    run = catalogue("check", folder, "--format", "json")
    errors = [json.loads(line) for line in run.out.splitlines()]
    assert {e["file"] for e in errors if e["severity"] == "erreur"} == {
        "actions/une.yml",
        "actions/deux.yml",
        "contacts/accueil.yml",
    }


def test_the_default_folder_is_catalogue(
    catalogue: Catalogue, sound: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(sound.parent)
    assert catalogue("check").code == 0


@pytest.mark.parametrize("folder", ["absent", "fichier.txt"])
def test_a_folder_that_is_not_one_is_a_wrong_usage(
    catalogue: Catalogue, tmp_path: Path, folder: str
) -> None:
    (tmp_path / "fichier.txt").touch()
    run = catalogue("check", tmp_path / folder)
    assert (run.code, run.out) == (2, "")
    assert "n’existe pas" in run.err or "n’est pas un dossier" in run.err


def test_an_empty_catalogue_is_a_problem(catalogue: Catalogue, tmp_path: Path) -> None:
    run = catalogue("check", tmp_path)
    assert run.code == 1
    assert "CAT-F011" in run.out


def test_checking_does_without_mkdocs(process: Process, sound: Path) -> None:
    without = "import sys; sys.modules['mkdocs'] = None; from site_builder.cli import main; main()"
    run = process("-c", without, "check", str(sound))
    assert (run.returncode, run.stderr) == (0, b"")


def test_a_terminal_gets_colours_unless_it_asks_for_none(root: Path, faulty: Path) -> None:
    assert "\x1b[1;31merreur[CAT-R101]" in run_in_terminal(
        root, "-m", "site_builder", "check", str(faulty)
    )
    plain = run_in_terminal(root, "-m", "site_builder", "check", str(faulty), NO_COLOR="1")
    assert "erreur[CAT-R101]" in plain
    assert "\x1b" not in plain


def test_a_pipe_gets_neither_colours_nor_progress(process: Process, faulty: Path) -> None:
    run = process("-m", "site_builder", "check", str(faulty))
    assert b"\x1b" not in run.stdout
    assert b"\r" not in run.stdout
    assert run.stderr == b""
