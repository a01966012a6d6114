"""``catalogue search``: one record a line, best first, remarks on standard error."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import ERROR
from tests.site_fictif import SOUND

Catalogue = Any
CatalogueFactory = Any

FILES = {
    **SOUND,
    "actions/permis.yml": "nom: Permis de conduire\nresume: Un code fictif.\ncontacts: accueil\n",
    "actions/secret.yml": "nom: Permis secret\nresume: Rien.\nstatut: brouillon\n",
}


@pytest.fixture
def folder(catalogue_factory: CatalogueFactory, monkeypatch: pytest.MonkeyPatch) -> str:
    """A catalogue in a folder where no mkdocs.yml names pages written by hand."""
    path: Path = catalogue_factory(FILES)
    monkeypatch.chdir(path.parent)
    return str(path)


def test_one_record_a_line(catalogue: Catalogue, folder: str) -> None:
    run = catalogue("search", "mobilite", folder)
    assert run.code == 0
    assert run.out == "actions/atelier-mobilite\tAtelier mobilité\n"
    assert run.err == ""


def test_the_folder_is_catalogue_by_default(catalogue: Catalogue, folder: str) -> None:
    assert catalogue("search", "permis").out == catalogue("search", "permis", folder).out


def test_drafts_are_not_found(catalogue: Catalogue, folder: str) -> None:
    assert catalogue("search", "permis", folder).out == "actions/permis\tPermis de conduire\n"


def test_a_mistake_is_told(catalogue: Catalogue, folder: str) -> None:
    run = catalogue("search", "mobillité", folder)
    assert run.out == "actions/atelier-mobilite\tAtelier mobilité\n"
    assert run.err == "Vouliez-vous dire «\u00a0mobilité\u00a0»\u202f?\n"


def test_words_left_out_are_told(catalogue: Catalogue, folder: str) -> None:
    run = catalogue("search", "permis jardinage", folder)
    assert run.out == "actions/permis\tPermis de conduire\n"
    assert run.err.startswith("Aucune fiche ne contient tous les mots\u00a0: sans")
    assert "«\u00a0jardinage\u00a0»" in run.err


def test_nothing_found_is_no_error(catalogue: Catalogue, folder: str) -> None:
    run = catalogue("search", "xyzxyz", folder)
    assert (run.code, run.out, run.err) == (0, "", "Aucun résultat.\n")


def test_a_catalogue_in_error(catalogue: Catalogue, catalogue_factory: CatalogueFactory) -> None:
    run = catalogue("search", "mobilité", str(catalogue_factory(ERROR)))
    assert run.code == 1
    assert run.out == ""
    assert "CAT-R101" in run.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [((), "il manque RECHERCHE"), (("mobilité", "nulle-part"), "n’existe pas")],
)
def test_wrong_usage(catalogue: Catalogue, arguments: tuple[str, ...], said: str) -> None:
    run = catalogue("search", *arguments)
    assert run.code == 2
    assert said in run.err


def test_a_configuration_that_mkdocs_refuses(
    catalogue: Catalogue, folder: str, tmp_path: Path
) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: [", encoding="utf-8")
    run = catalogue("search", "mobilité", folder)
    assert run.code == 2
    assert run.err.startswith("erreur")
