"""``catalogue build``: what is published, what is refused, and what stays."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

Catalogue = Any
CatalogueFactory = Any


@pytest.fixture
def project(tmp_path: Path, sound: Path, root: Path) -> Path:
    """A folder with mkdocs.yml, docs/ and the sound catalogue."""
    assert sound.parent == tmp_path
    # The templates ask for the browser modules and the styles.
    shutil.copytree(root / "docs/assets", tmp_path / "docs/assets")
    (tmp_path / "docs/aide.md").write_text("# Aide\n\nBonjour.\n", encoding="utf-8")
    configure(tmp_path, root)
    return tmp_path


def configure(project: Path, root: Path, plugins: str = "[catalogue]") -> None:
    (project / "mkdocs.yml").write_text(
        "site_name: Essai\n"
        f"theme: {{name: material, language: fr, font: false, custom_dir: {root}/overrides}}\n"
        f"plugins: {plugins}\n"
        "nav: [index.md, aide.md]\n"
        "validation: {nav: {omitted_files: info}}\n",
        encoding="utf-8",
    )


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_a_sound_catalogue_is_published(
    catalogue: Catalogue, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    run = catalogue("build")
    assert (run.code, run.out) == (0, "")
    assert run.err == "Le site est prêt dans «\u00a0site\u00a0».\n"
    page = (project / "site/actions/atelier-mobilite/index.html").read_text(encoding="utf-8")
    assert "Vous apprenez à vous déplacer." in page
    assert (project / "site/aide/index.html").is_file()


def test_it_builds_from_any_folder_to_any_folder(
    catalogue: Catalogue, project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    other = tmp_path / "ailleurs"
    other.mkdir()
    monkeypatch.chdir(other)
    run = catalogue("build", "--config-file", project / "mkdocs.yml", "--out", "public")
    assert (run.code, run.out) == (0, "")
    assert (other / "public/actions/atelier-mobilite/index.html").is_file()
    assert not (project / "site").exists()


def test_another_catalogue_may_be_chosen(
    catalogue: Catalogue, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    action = project / "autre/actions/jardin.yml"
    action.parent.mkdir(parents=True)
    action.write_text("nom: Jardin\nresume: Vous jardinez.\n", encoding="utf-8")
    run = catalogue("build", "--catalogue", "autre")
    assert (run.code, run.out) == (0, "")
    assert (project / "site/actions/jardin/index.html").is_file()
    assert not (project / "site/actions/atelier-mobilite").exists()


@pytest.fixture
def published(
    catalogue: Catalogue, project: Path, monkeypatch: pytest.MonkeyPatch
) -> dict[str, bytes]:
    """The files of the site of the sound catalogue."""
    monkeypatch.chdir(project)
    assert catalogue("build").code == 0
    return contents(project / "site")


def test_errors_leave_the_last_site_as_it_was(
    catalogue: Catalogue, project: Path, published: dict[str, bytes]
) -> None:
    file = project / "catalogue/actions/atelier-mobilite.yml"
    file.write_text("nom: Atelier\n", encoding="utf-8")
    run = catalogue("build")
    assert (run.code, run.out) == (1, "")
    assert "erreur[CAT-M001]" in run.err
    assert " 1 | nom: Atelier" in run.err
    assert "Le site n’a pas été construit" in run.err
    assert contents(project / "site") == published


def test_warnings_are_published_unless_strict(
    catalogue: Catalogue, project: Path, published: dict[str, bytes]
) -> None:
    (project / "catalogue/actions/notes.bak").touch()
    run = catalogue("build", "--strict")
    assert (run.code, run.out) == (1, "")
    assert "avertissement[CAT-F014]" in run.err
    assert contents(project / "site") == published
    run = catalogue("build")
    assert run.code == 0
    assert "avertissement[CAT-F014]" in run.err


def test_what_mkdocs_refuses_leaves_the_last_site_as_it_was(
    catalogue: Catalogue, project: Path, published: dict[str, bytes]
) -> None:
    (project / "docs/aide.md").write_text("# Aide\n\n[perdu](absente.md)\n", encoding="utf-8")
    run = catalogue("build")
    assert (run.code, run.out) == (1, "")
    assert "absente.md" in run.err
    assert "celui qui existait n’a pas changé" in run.err
    assert contents(project / "site") == published


def test_a_folder_that_is_no_site_is_not_replaced(
    catalogue: Catalogue, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    (project / "photos").mkdir()
    (project / "photos/vacances.txt").write_text("soleil", encoding="utf-8")
    run = catalogue("build", "--out", "photos")
    assert (run.code, run.out) == (1, "")
    assert "CAT-B903" in run.err
    assert contents(project / "photos") == {"vacances.txt": b"soleil"}


@pytest.mark.parametrize(
    ("plugins", "said"),
    [("[]", "ne nomme pas le plugin «\u00a0catalogue\u00a0»"), ("[inconnu-xyz]", "inconnu-xyz")],
)
def test_a_wrong_configuration_is_a_wrong_usage(
    catalogue: Catalogue,
    project: Path,
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    plugins: str,
    said: str,
) -> None:
    configure(project, root, plugins)
    monkeypatch.chdir(project)
    for command in ("build", "serve"):
        run = catalogue(command)
        assert (run.code, run.out) == (2, "")
        assert said in run.err
    assert not (project / "site").exists()
