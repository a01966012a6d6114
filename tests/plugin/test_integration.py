"""From YAML files to a site, with templates as plain as can be."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from site_builder.config import HostError, Run, load_content, read_settings, run_mkdocs_build
from site_builder.pages import LAYOUTS
from site_builder.problems import Severity, worst

SmallSite = Any
CatalogueFactory = Callable[[Mapping[str, str | bytes]], Path]

TODAY = date(2025, 6, 1)
CATALOGUE = {
    "site.yml": """
        nom: L’insertion à Ville-Exemple & ailleurs
        description: Des aides « près de chez vous ».
        editeur:
          nom: À compléter
        hebergeur:
          nom: À compléter
        """,
    "structures/association-fictive.yml": """
        nom: Association Fictive
        categorie: association
        resume: Une association qui n’existe pas.
        """,
    "actions/brouillon.yml": "nom: Brouillon\nresume: Pas encore.\nstatut: brouillon\n",
}


@pytest.fixture
def project(small_site: SmallSite, root: Path, catalogue_factory: CatalogueFactory) -> SmallSite:
    """A site with its own copy of the overrides, and a fragment for each layout."""
    overrides = small_site.folder / "overrides"
    shutil.copytree(root / "overrides", overrides, dirs_exist_ok=True)
    for layout in LAYOUTS:
        small_site.write(
            f"overrides/fragments/catalogue/{layout}.html",
            """
            <h1>{{ page.titre }}</h1>
            {{ titre("details", "Les détails") }}
            """,
        )
    small_site.overrides = overrides
    small_site.write("docs/voir.md", "# Voir\n\n[qui appeler](contacts/index.md#details)\n")
    catalogue_factory(CATALOGUE)
    return small_site


def test_mkdocs_publishes_what_the_catalogue_holds(project: SmallSite) -> None:
    config = project.configure()
    settings = read_settings(config)
    content = load_content(settings.catalogue_dir, TODAY, settings.templates)
    assert worst(content.problems) is not Severity.ERREUR, content.problems
    site = project.build(content)
    page = site.page("structures/association-fictive/")
    nom = "L’insertion à Ville-Exemple & ailleurs"
    assert page.css_first("title").text() == f"Association Fictive - {nom}"
    assert page.css_first("article h1").text() == "Association Fictive"
    assert page.css_first(".cat-sommaire a").text() == "Les détails"
    assert site.read("sources/structures/association-fictive.yml").startswith("nom: Association")
    assert not (site.folder / "actions/brouillon").exists()
    assert "brouillon" not in "".join(site.files())
    assert "structures/association-fictive/" in site.read("sitemap.xml")


def test_the_settings_are_those_of_mkdocs(project: SmallSite) -> None:
    project.options = {"catalogue_dir": "../ailleurs"}
    settings = read_settings(project.configure())
    assert settings.catalogue_dir == project.folder.parent / "ailleurs"
    assert settings.templates == project.folder / "overrides"
    assert settings.site_dir == project.folder / "site"
    assert settings.site_url == "https://exemple.fr/catalogue/"
    assert settings.sources == (
        settings.catalogue_dir,
        project.folder / "docs",
        settings.templates,
    )


def test_settings_without_the_plugin_are_refused(tmp_path: Path) -> None:
    config = tmp_path / "mkdocs.yml"
    config.write_text("site_name: Essai\ndocs_dir: .\nplugins: []\n", encoding="utf-8")
    (tmp_path / "docs").mkdir()
    config.write_text("site_name: Essai\nplugins: []\n", encoding="utf-8")
    with pytest.raises(HostError, match="ne nomme pas le plugin"):
        read_settings(config)


def test_a_configuration_that_mkdocs_refuses(tmp_path: Path) -> None:
    config = tmp_path / "mkdocs.yml"
    config.write_text("site_name: Essai\ndocs_dir: absent\n", encoding="utf-8")
    with pytest.raises(HostError, match="docs_dir"):
        read_settings(config)


def test_a_faulty_record_is_left_out_of_a_preview_and_stops_a_build(
    project: SmallSite, catalogue_factory: CatalogueFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = catalogue_factory({"structures/fautive.yml": "nom: Fautive\ninconnu: oui\n"})
    config = project.configure()
    content = load_content(folder, TODAY, project.overrides)
    urls = [page.url for page in content.sheets]
    assert urls == ["structures/association-fictive/"]
    with pytest.raises(HostError, match="Le site n’a pas été construit"):
        run_mkdocs_build(config, project.folder / "site")
    assert "structures/fautive.yml:2:1" in capsys.readouterr().err
    assert not (project.folder / "site").exists()


@pytest.mark.parametrize("processes", [1, 2])
def test_progress_is_told_sheet_by_sheet(
    processes: int, project: SmallSite, allow_processes: Callable[[int], None]
) -> None:
    allow_processes(processes)
    told: list[tuple[int, int]] = []
    content = load_content(project.folder / "catalogue", TODAY, project.overrides)
    config, site = project.configure(), project.folder / "site"
    run_mkdocs_build(
        config,
        site,
        Run(content=content, progress=lambda done, total: told.append((done, total))),
    )
    assert set(told) == {(1, 1)}
