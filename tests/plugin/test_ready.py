"""Ready files are known to MkDocs, one by one, when a page leads to them."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files, InclusionLevel

from site_builder.plugin.ready import SiteFiles, paths_of
from tests.plugin.conftest import SmallSite, plan

SHEETS = {f"actions/{name}.md": f"actions/{name}/index.html" for name in ("un", "deux")}


def of_mkdocs(uri: str) -> File:
    return File(uri, "docs", "site", use_directory_urls=True)


@pytest.fixture
def files() -> SiteFiles:
    files = SiteFiles([of_mkdocs("index.md")], "site", [Path("site")])
    files.add_ready(SHEETS)
    return files


def test_ready_files_are_found_and_not_gone_through(files: SiteFiles) -> None:
    assert [file.src_uri for file in files] == ["index.md"]
    assert len(files) == 1
    found = files.get_file_from_path("actions/un.md")
    assert found is not None
    assert found is files.get_file_from_path("actions/un.md")
    assert "actions/un.md" in files
    assert (found.url, found.inclusion) == ("actions/un/", InclusionLevel.NOT_IN_NAV)
    assert files.get_file_from_path("actions/trois.md") is None
    assert [file.src_uri for file in files] == ["index.md"]
    assert paths_of(files) == ["index.html", *SHEETS.values()]


@pytest.mark.parametrize("uri", ["index.md", "actions/un.md"])
def test_a_ready_file_stands_in_nobodys_place(files: SiteFiles, uri: str) -> None:
    with pytest.raises(Abort, match=f"La page docs/{uri} porte l’adresse"):
        files.add_ready({uri: "ailleurs/index.html"})


def test_ready_files_can_be_shown_to_a_list_that_is_gone_through(files: SiteFiles) -> None:
    others = Files([of_mkdocs("index.md")])
    files.show_all(others)
    assert [file.src_uri for file in others] == ["index.md", *SHEETS]
    assert paths_of(others) == ["index.html", *SHEETS.values()]


def test_links_to_sheets_are_checked_when_another_plugin_has_its_own_list(
    small_site: SmallSite,
) -> None:
    small_site.write(
        "docs/autre.py",
        """
        from mkdocs.structure.files import Files

        def on_files(files, **_):
            return Files([file for file in files if file.src_uri != "brouillon.md"])
        """,
    )
    small_site.settings["hooks"] = ["docs/autre.py"]
    small_site.write("docs/brouillon.md", "# Brouillon\n")
    small_site.write("docs/guide.md", "# Guide\n\n[lien](actions/fiche.md)\n")
    site = small_site.build(small_site.content([plan("actions/fiche/", "Fiche")]))
    assert 'href="../actions/fiche/"' in site.html("guide/")
    assert "brouillon/index.html" not in site.files()
    assert "sources/actions/fiche.yml" in site.files()
