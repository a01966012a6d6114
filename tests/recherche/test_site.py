"""The site publishes the very index that ``catalogue search`` answers from."""

from __future__ import annotations

import json
import re
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from site_builder.cli.search import index_catalogue
from site_builder.loading import load_catalogue
from site_builder.search.moteur import open_index

PAGES = ("index.html", "actions/boost-emploi/index.html", "guides/publier/index.html")


def test_the_site_publishes_the_index_of_the_command(built_site: Path, root: Path) -> None:
    catalogue = load_catalogue(root / "catalogue").catalogue
    index = index_catalogue(catalogue, root / "mkdocs.yml")
    published = {
        file.name: file.read_text(encoding="utf-8") for file in (built_site / "recherche").iterdir()
    }
    assert published == dict(index.files)


def test_every_page_leads_to_the_index(built_site: Path) -> None:
    for name in PAGES:
        page = built_site / name
        island = LexborHTMLParser(page.read_text(encoding="utf-8")).css_first("#__config")
        assert island is not None
        address = json.loads(island.text())["recherche"]
        assert re.search(r"(^|/)recherche/index\.[0-9a-f]{8}\.json$", address)
        assert (page.parent / address).is_file()


def test_what_is_found_has_a_page(built_site: Path, root: Path) -> None:
    catalogue = load_catalogue(root / "catalogue").catalogue
    index = index_catalogue(catalogue, root / "mkdocs.yml")
    moteur = open_index(index)
    count = len(json.loads(index.files[index.first])["documents"]["titres"])
    for rank in range(count):
        folder, _, anchor = moteur.document(rank).url.partition("#")
        html = (built_site / folder / "index.html").read_text(encoding="utf-8")
        assert not anchor or html.count(f'id="{anchor}"') == 1, anchor
