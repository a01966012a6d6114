"""``catalogue explain`` and ``catalogue schema``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from site_builder.messages import explain
from site_builder.model.kinds import KINDS, SITE
from site_builder.problems import REGISTER

Catalogue = Any


@pytest.mark.parametrize("code", ["CAT-R101", "cat-r101", "R101"])
def test_explain_prints_the_page_of_a_code(catalogue: Catalogue, code: str) -> None:
    run = catalogue("explain", code)
    assert (run.code, run.out, run.err) == (0, explain("CAT-R101"), "")
    assert "Pourquoi" in run.out
    assert "Comment corriger" in run.out


def test_every_code_is_explained(catalogue: Catalogue) -> None:
    for code in REGISTER:
        assert catalogue("explain", code).out.startswith(f"{code}\u00a0: ")


def test_explain_offers_the_nearest_code(catalogue: Catalogue) -> None:
    run = catalogue("explain", "F90")
    assert (run.code, run.out) == (2, "")
    assert "vouliez-vous écrire CAT-F090\u202f?" in run.err


def test_schema_writes_one_valid_schema_a_kind(catalogue: Catalogue, tmp_path: Path) -> None:
    run = catalogue("schema", "--out", tmp_path / "schemas")
    assert (run.code, run.out) == (0, "")
    written = {file.name: file for file in (tmp_path / "schemas").iterdir()}
    assert set(written) == {f"{name}.schema.json" for name in (*KINDS, SITE.name)}
    for file in written.values():
        Draft7Validator.check_schema(json.loads(file.read_text(encoding="utf-8")))
    assert f"{len(written)} schémas écrits" in run.err


def test_schema_goes_beside_the_records_by_default(
    catalogue: Catalogue, sound: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(sound.parent)
    assert catalogue("schema").code == 0
    assert (sound / ".schemas/actions.schema.json").is_file()
    # The schemas are no records.
    assert catalogue("check").code == 0


def test_schema_does_not_invent_a_catalogue(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run = catalogue("schema")
    assert (run.code, run.out) == (2, "")
    assert "«\u00a0catalogue\u00a0» n’existe pas ici" in run.err
    assert list(tmp_path.iterdir()) == []


def test_schema_says_why_it_cannot_write(catalogue: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "fichier").touch()
    run = catalogue("schema", "--out", tmp_path / "fichier")
    assert (run.code, run.out) == (2, "")
    assert "impossible d’écrire" in run.err
