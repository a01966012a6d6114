"""The site publishes the very index that ``catalogue search`` answers from, and the facets."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from site_builder.cli.display import read_today
from site_builder.cli.search import index_catalogue
from site_builder.loading import load_catalogue
from site_builder.search.facettes import make_facettes
from site_builder.search.fichiers import Fichiers
from site_builder.search.moteur import open_index
from tests.benchmarks.recherche_report import compressed

PAGES = ("index.html", "actions/boost-emploi/index.html", "guides/publier/index.html")


def test_the_site_publishes_the_index_of_the_command(built_site: Path, root: Path) -> None:
    catalogue = load_catalogue(root / "catalogue").catalogue
    index = index_catalogue(catalogue, root / "mkdocs.yml")
    published = {
        file.name: file.read_text(encoding="utf-8") for file in (built_site / "recherche").iterdir()
    }
    facettes = make_facettes(catalogue.published(read_today()), action_slugs(index))
    assert published == {**index.files, **facettes.files}


def action_slugs(index: Fichiers) -> list[str]:
    """Return the actions, in the order of the index: they come first."""
    moteur = open_index(index)
    kind, count, *_ = json.loads(index.files[index.first])["documents"]["genres"][0]
    assert kind == "actions"
    return [moteur.document(rank).slug for rank in range(count)]


def test_what_the_site_publishes_for_search_weighs_little(built_site: Path) -> None:
    files = (built_site / "recherche").iterdir()
    assert sum(compressed(file.read_text(encoding="utf-8")) for file in files) <= 40_000


@pytest.mark.parametrize(
    ("name", "addresses"),
    [
        ("recherche", PAGES),
        ("recherche", ["actions/index.html"]),
        ("facettes", ["actions/index.html"]),
    ],
)
def test_pages_lead_to_the_first_file_that_they_need(
    built_site: Path, name: str, addresses: list[str]
) -> None:
    for address in addresses:
        page = built_site / address
        island = LexborHTMLParser(page.read_text(encoding="utf-8")).css_first("#__config")
        assert island is not None
        first = json.loads(island.text())[name]
        if first.endswith("data/recherche.json"):
            page = page.parent / first
            first = json.loads(page.read_text(encoding="utf-8"))["index"]
        assert re.search(r"(^|/)recherche/(index|facettes)\.[0-9a-f]{8}\.json$", first)
        assert (page.parent / first).is_file()


def test_what_is_found_has_a_page(built_site: Path, root: Path) -> None:
    catalogue = load_catalogue(root / "catalogue").catalogue
    index = index_catalogue(catalogue, root / "mkdocs.yml")
    moteur = open_index(index)
    count = len(json.loads(index.files[index.first])["documents"]["titres"])
    for rank in range(count):
        folder, _, anchor = moteur.document(rank).url.partition("#")
        html = (built_site / folder / "index.html").read_text(encoding="utf-8")
        assert not anchor or html.count(f'id="{anchor}"') == 1, anchor
