"""A sheet stays light on a phone, in this catalogue and in one many times larger."""

from __future__ import annotations

import gzip
import json
import posixpath
import re
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path

from tests.site.site_reader import BuiltSite, SitePage, build
from tests.synthetic.catalogue import DAY, write_catalogue

MOST_BYTES = 25 * 1024
# Compressed, with all that the page loads, at a first visit. The site promises 80 KB; the rest
# is there for those who add to it.
MOST_AT_FIRST = 72 * 1024
# The modules of a questionnaire, or of the list of all actions.
MOST_TO_COMPUTE = 155 * 1024
LOADED = (
    "link[rel=stylesheet], link[rel=icon], link[rel=modulepreload], link[rel=preload],"
    " script[src], img[src]"
)
# In a style sheet, in a module: what they load in turn.
ADDRESSES = {
    ".css": re.compile(r"""url\(["']?([^"')]+)"""),
    ".mjs": re.compile(r"""^(?:import|export)\b[^"'`;]*["'](\.{1,2}/[^"']+)["'];""", re.MULTILINE),
}
# Loaded when somebody is about to search, once a page is shown, or by who reuses the engine.
LATER = re.compile(
    r"assets/javascripts/"
    r"(chercher|confiance|eligibilite|explorateur|hors-connexion|questionnaire|recherche)"
    r"(/[a-z/-]+)?\.mjs"
)
# Goes with the font wherever it is copied.
LICENCE = "assets/fonts/OFL.txt"


def heavy(site: BuiltSite) -> dict[str, int]:
    sizes = {url: page.path.stat().st_size for url, page in site.sheets.items()}
    assert sizes
    return {url: size for url, size in sizes.items() if size > MOST_BYTES}


def test_each_sheet_weighs_25_kilobytes_at_most(site: BuiltSite) -> None:
    assert heavy(site) == {}


def test_sheets_do_not_grow_with_the_catalogue(tmp_path: Path, root: Path) -> None:
    write_catalogue(tmp_path / "catalogue", actions=300)
    day = int(datetime.combine(DAY, time(), UTC).timestamp())

    site = build(root, tmp_path / "site", tmp_path / "catalogue", SOURCE_DATE_EPOCH=str(day))

    assert heavy(site) == {}


@cache
def compressed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9))


def loaded_by(page: SitePage) -> set[Path]:
    """Return the files that a browser fetches to show ``page``, itself among them."""
    nodes = [node.attributes for node in page.tree.css(LOADED)]
    addresses = [attributes.get("href") or attributes.get("src") or "" for attributes in nodes]
    found = {page.path} | {resolve(page.path, address) for address in addresses}
    queue = list(found)
    while queue:
        path = queue.pop()
        pattern = ADDRESSES.get(path.suffix)
        text = path.read_text("utf-8") if pattern else ""
        new = {resolve(path, address) for address in pattern.findall(text)} if pattern else set()
        queue += new - found
        found |= new
    return found


def resolve(path: Path, address: str) -> Path:
    return Path(posixpath.normpath(path.parent / address))


def test_a_first_visit_to_a_sheet_loads_little(site: BuiltSite) -> None:
    weights = {
        url: sum(compressed(path) for path in loaded_by(page)) for url, page in site.sheets.items()
    }
    assert {url: weight for url, weight in weights.items() if weight > MOST_AT_FIRST} == {}
    # A style sheet and scripts were counted.
    assert min(weights.values()) > 15 * 1024


def test_a_page_that_computes_loads_more_but_not_much(site: BuiltSite) -> None:
    """It asks nothing of a server: its rules and its words come at once."""
    for url in ("mes-droits/", "prescrire/", "porter/", "actions/"):
        weight = sum(compressed(path) for path in loaded_by(site.pages[url]))
        assert MOST_AT_FIRST < weight < MOST_TO_COMPUTE, url


def test_nothing_is_published_that_no_page_loads(site: BuiltSite) -> None:
    """Such as the source maps, the languages and the icons of the theme."""
    names = [name for name in site.files if name.startswith("assets/")]
    assert not [name for name in names if name.endswith((".map", ".min.js", ".min.css"))]
    loaded = set().union(*(loaded_by(page) for page in site.pages.values()))
    manifest = json.loads((site.folder / "manifest.webmanifest").read_text("utf-8"))
    icons = {icon["src"] for icon in manifest["icons"]}
    idle = {name for name in names if site.folder / name not in loaded} - icons
    assert {name for name in idle if not LATER.fullmatch(name)} == {LICENCE}
