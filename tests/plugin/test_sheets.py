"""Sheets: poured into frames, the same as if MkDocs had rendered each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from site_builder.config import RUN, Run
from site_builder.pages import Heading, PlannedPage

# The names of conftest.py, which pytest doesn't let a test import.
SmallSite = Any
Planned = Any

HOSTILE = (
    "</title><script>alert(1)</script>",
    '"onmouseover="alert(1)',
    "Qui ? « L’été » & l'hiver — 100 %",
    "&amp;&lt;b&gt;",
    "{{ config }} {% endblock %}",
    "  deux  espaces\tet\nune ligne ",
    "<h1>Titre</h1>",
    "edit blob raw",
)


@pytest.fixture
def sheets(planned: Planned) -> list[PlannedPage]:
    """Each shape of a sheet, on each layout, with titles that mean harm."""
    folders = ("actions", "structures", "publics-cibles", "territoires")
    pages = [
        planned(f"{folder}/fiche-{index}/", titre, description=titre if index % 2 else "")
        for folder in folders
        for index, titre in enumerate(HOSTILE)
    ]
    return [
        *pages,
        planned("actions/sans-source/", source=None),
        planned("actions/rangee/", source="actions/dossier à part/rangee.yml"),
    ]


HEADINGS = {
    f"{folder}/fiche-{index}/": tuple(Heading(f"partie-{i}", HOSTILE[i]) for i in range(index))
    for folder in ("actions", "structures")
    for index in range(len(HOSTILE))
}


@pytest.mark.parametrize("edit_uri", ["", "https://forge.example/depot/edit/main/catalogue/"])
@pytest.mark.parametrize("site_url", ["", "https://exemple.fr/catalogue/"])
def test_a_framed_sheet_is_byte_for_byte_what_mkdocs_renders(
    small_site: SmallSite, sheets: list[PlannedPage], edit_uri: str, site_url: str
) -> None:
    small_site.settings["site_url"] = site_url
    content = small_site.content(sheets, HEADINGS)
    framed = small_site.build(content, "framed", edit_uri=edit_uri).files()
    rendered = small_site.build(content, "rendered", edit_uri=edit_uri, frame=False).files()
    assert framed.keys() == rendered.keys()
    for sheet in sheets:
        name = f"{sheet.url}index.html"
        assert framed[name] == rendered[name], name
    assert framed == rendered


def test_a_hostile_title_is_text_everywhere(
    small_site: SmallSite, sheets: list[PlannedPage]
) -> None:
    site = small_site.build(small_site.content(sheets, HEADINGS))
    for index, titre in enumerate(HOSTILE):
        page = site.page(f"structures/fiche-{index}/")
        assert page.css_first("title").text() == f"{titre} - Essai & <test>"
        description = page.css_first("meta[name=description]")
        assert (description.attributes["content"] if description else "") == (
            titre if index % 2 else ""
        )
        assert [script for script in page.css("script") if "alert" in script.text()] == []
        assert page.css("[onmouseover]") == []


def test_the_contents_lead_to_the_headings(
    small_site: SmallSite, sheets: list[PlannedPage]
) -> None:
    site = small_site.build(small_site.content(sheets, HEADINGS))
    links = site.page("actions/fiche-3/").css(".cat-sommaire a")
    assert [link.attributes["href"] for link in links] == ["#partie-0", "#partie-1", "#partie-2"]
    assert [link.text() for link in links] == list(HOSTILE[:3])
    assert site.page("actions/fiche-0/").css(".cat-sommaire") == []


def test_a_sheet_stands_under_its_list(small_site: SmallSite, planned: Planned) -> None:
    site = small_site.build(small_site.content([planned("structures/exemple/")]))
    page = site.page("structures/exemple/")
    [current] = page.css(".cat-menu [aria-current]")
    assert (current.attributes["href"], current.attributes["aria-current"]) == ("../", "true")
    crumbs = [a.attributes["href"] for a in page.css(".cat-fil li a")]
    assert crumbs == ["../..", "../"]
    canonical = page.css_first("link[rel=canonical]").attributes["href"]
    assert canonical == "https://exemple.fr/catalogue/structures/exemple/"
    # The frame has not left the list active for the pages that follow.
    assert len(site.page("actions/").css(".cat-menu [aria-current]")) == 1


def test_a_sheet_is_in_no_menu(small_site: SmallSite, planned: Planned) -> None:
    site = small_site.build(small_site.content([planned("actions/exemple/")]))
    assert "exemple/" not in site.html("structures/").replace("exemple.fr", "")


def test_the_skip_link_leads_to_the_content(small_site: SmallSite, planned: Planned) -> None:
    site = small_site.build(small_site.content([planned("actions/exemple/")]))
    for url in ("actions/exemple/", "actions/"):
        page = site.page(url)
        target = page.css_first(".cat-evitement").attributes["href"]
        assert page.css_first(f"article{target}") is not None


@pytest.mark.parametrize(
    "edit_uri",
    [
        "https://forge.example/depot/edit/main/catalogue",
        "https://forge.example/depot/edit/main/catalogue/",
        "https://forge.example/depot/edit/main/catalogue/{path}",
    ],
)
def test_the_edit_link_opens_the_yaml_file(
    small_site: SmallSite, sheets: list[PlannedPage], edit_uri: str
) -> None:
    site = small_site.build(small_site.content(sheets), edit_uri=edit_uri)
    [link] = site.page("actions/rangee/").css(".cat-source")
    base = "https://forge.example/depot/edit/main/catalogue"
    assert link.attributes["href"] == f"{base}/actions/dossier%20%C3%A0%20part/rangee.yml"
    assert link.attributes["rel"] == "edit"
    assert site.page("actions/sans-source/").css(".cat-source") == []
    assert site.page("actions/").css(".cat-source") == []
    assert not (site.folder / "sources").exists()


def test_without_a_forge_the_link_shows_the_published_file(
    small_site: SmallSite, sheets: list[PlannedPage]
) -> None:
    small_site.write("catalogue/actions/brouillon.yml", "nom: Brouillon\n")
    site = small_site.build(small_site.content(sheets))
    [link] = site.page("actions/rangee/").css(".cat-source")
    assert link.text() == "Voir le fichier YAML"
    assert link.attributes["href"] == "../../sources/actions/dossier%20%C3%A0%20part/rangee.yml"
    assert site.read("sources/actions/dossier à part/rangee.yml") == "nom: Titre\n"
    assert not (site.folder / "sources/actions/brouillon.yml").exists()
    assert site.page("actions/sans-source/").css(".cat-source") == []


def test_the_frame_of_a_sheet_is_light(
    small_site: SmallSite, planned: Planned, root: Path, tmp_path: Path
) -> None:
    """All but the body, with the site's own settings; 25 KB is what a whole sheet may weigh."""
    pages = [
        planned(f"{folder}/", record=None, source=None) for folder in ("contacts", "glossaire")
    ]
    titres = (f"Une partie de la fiche, {number}" for number in range(12))
    headings = tuple(Heading(f"partie-{at}", titre) for at, titre in enumerate(titres))
    sheet = planned("actions/exemple/", "Une action", description="x" * 300)
    content = small_site.content([*pages, sheet], {"actions/exemple/": headings})
    config = load_config(
        str(root / "mkdocs.yml"), site_dir=str(tmp_path / "site"), docs_dir=str(root / "docs")
    )
    token = RUN.set(Run(content=content))
    try:
        build(config)
    finally:
        RUN.reset(token)
    page = (tmp_path / "site/actions/exemple/index.html").read_bytes()
    start, end = page.index(b"<h1>"), page.index(b"</article>")
    assert page[:start].count(b'<li><a href="#partie-') == 12
    assert page[:start].count(b"aria-current") == 1
    assert len(page) - (end - start) < 5_000
