"""``catalogue new``: records that are valid as they stand, and nothing overwritten."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from site_builder.model.kinds import FOLDERS
from site_builder.vocabulary.slugs import slugify

Catalogue = Any

WORDS = [slugify(kind.singulier) for kind in FOLDERS.values()]


def errors(catalogue: Catalogue, folder: Path) -> list[dict[str, Any]]:
    problems = map(json.loads, catalogue("check", folder, "--format", "json").out.splitlines())
    return [problem for problem in problems if problem["severity"] == "erreur"]


@pytest.mark.parametrize("path", ["essai", "isere/essai", "isere/nord/essai"])
@pytest.mark.parametrize("kind", WORDS)
def test_a_new_record_is_valid_as_it_stands(
    catalogue: Catalogue, sound: Path, kind: str, path: str
) -> None:
    run = catalogue("new", kind, path, "--catalogue", sound)
    assert (run.code, run.out) == (0, "")
    assert errors(catalogue, sound) == []
    [file] = sound.rglob("essai.yml")
    assert file.relative_to(sound).as_posix().endswith(f"/{path}.yml")
    assert run.err == f"Fiche créée\u00a0: {file.as_posix()}\n"


@pytest.mark.parametrize("kind", WORDS)
def test_a_new_record_names_the_schema_that_explains_it(
    catalogue: Catalogue, sound: Path, kind: str
) -> None:
    catalogue("schema", "--out", sound / ".schemas")
    catalogue("new", kind, "isere/essai", "--catalogue", sound)
    [file] = sound.rglob("essai.yml")
    first_line = file.read_text(encoding="utf-8").splitlines()[0]
    schema = first_line.removeprefix("# yaml-language-server: $schema=")
    assert (file.parent / schema).resolve().is_file()


@pytest.mark.parametrize(
    "word", ["actions", "Action", "publics_cibles", "public-cible", "publics cibles"]
)
def test_a_kind_may_be_typed_in_several_ways(catalogue: Catalogue, sound: Path, word: str) -> None:
    assert catalogue("new", word, "essai", "--catalogue", sound).code == 0


@pytest.mark.parametrize("path", ["atelier-mobilite", "isere/atelier-mobilite"])
def test_an_existing_record_is_never_overwritten(
    catalogue: Catalogue, sound: Path, path: str
) -> None:
    before = {file: file.read_bytes() for file in sound.rglob("*.yml")}
    run = catalogue("new", "action", path, "--catalogue", sound)
    assert (run.code, run.out) == (2, "")
    assert "l’action «\u00a0atelier-mobilite\u00a0» existe déjà" in run.err
    assert {file: file.read_bytes() for file in sound.rglob("*.yml")} == before


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Été à Ville-Exemple", "vouliez-vous écrire «\u00a0ete-a-ville-exemple\u00a0»"),
        ("Isère/garage", "vouliez-vous écrire «\u00a0isere\u00a0»"),
        ("mot-" * 20 + "fin", "60 au plus"),
        ("../ailleurs", "«\u00a0..\u00a0» ne peut pas être le nom d’une fiche"),
        ("/tmp/ailleurs", "«\u00a0/\u00a0» ne peut pas être le nom d’une fiche"),
        ("..\\ailleurs", "«\u00a0..\u00a0» ne peut pas être le nom d’une fiche"),
        ("", "ne peut pas être le nom d’une fiche"),
    ],
)
def test_a_name_that_is_no_slug_is_refused_with_one_that_is(
    catalogue: Catalogue, sound: Path, name: str, said: str
) -> None:
    before = sorted(sound.parent.rglob("*"))
    run = catalogue("new", "action", name, "--catalogue", sound)
    assert (run.code, run.out) == (2, "")
    assert said in run.err
    assert sorted(sound.parent.rglob("*")) == before


def test_the_folder_of_the_kind_may_be_part_of_the_name(catalogue: Catalogue, sound: Path) -> None:
    assert catalogue("new", "action", "actions/essai.yml", "--catalogue", sound).code == 0
    assert (sound / "actions/essai.yml").is_file()


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("strcture", "vouliez-vous écrire «\u00a0structure\u00a0»"),
        ("xyz", "action, public-cible, structure, contact, territoire, page ou profil"),
        ("question", "complétez questions.yml"),
        ("glossaire", "complétez glossaire.yml"),
        ("site", "complétez site.yml"),
    ],
)
def test_an_unknown_kind_is_refused_with_what_to_do(
    catalogue: Catalogue, sound: Path, kind: str, said: str
) -> None:
    run = catalogue("new", kind, "essai", "--catalogue", sound)
    assert (run.code, run.out) == (2, "")
    assert said in run.err


def test_a_folder_that_cannot_be_written_is_said(catalogue: Catalogue, sound: Path) -> None:
    (sound / "structures").write_text("un fichier, non un dossier", encoding="utf-8")
    run = catalogue("new", "structure", "essai", "--catalogue", sound)
    assert (run.code, run.out) == (2, "")
    assert "impossible d’écrire" in run.err


def test_the_catalogue_of_the_current_folder_is_the_default(
    catalogue: Catalogue, sound: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(sound.parent)
    run = catalogue("new", "contact", "service")
    assert run.err == "Fiche créée\u00a0: catalogue/contacts/service.yml\n"
    assert (sound / "contacts/service.yml").is_file()
