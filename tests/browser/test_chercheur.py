"""The searcher of a page: in a worker or without one, and what it does when a download fails."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from site_builder.search.fichiers import FOLDER, Fichiers
from tests.browser.conftest import forgive
from tests.recherche.donnees import real_index, synthetic_index

MODULE = "./assets/javascripts/chercher/chercheur.mjs"
QUERIES = ["permi conduire", "l'emploi", "zzzz", "sante mentale xyzw", "pole emploi", ""]
OFFLINE = "connecté à internet"
ASK = """
async ([address, queries]) => {
  const { openChercheur } = await import(new URL(address, location));
  const chercheur = openChercheur();
  const told = [];
  for (const query of queries) {
    const { docs, ...order } = await chercheur.order(query, { kinds: ["actions", "glossaire"] });
    told.push({
      search: await chercheur.search(query, { limit: 5 }),
      order: { ...order, docs: [...docs], typed: docs.constructor.name },
      documents: await chercheur.documents([...docs].slice(0, 3)),
      marks: await chercheur.marks(query, ["Aide au permis", "Santé, emploi", ""]),
    });
  }
  return told;
}
"""
SEARCH = """
async ([address, query]) => {
  const { openChercheur } = await import(new URL(address, location));
  try { return (await openChercheur().search(query, { limit: 3 })).total; }
  catch (error) { return error.message; }
}
"""
PREPARE = """
async (address) => {
  const { openChercheur } = await import(new URL(address, location));
  await openChercheur().prepare();
}
"""


def write_site(folder: Path, root: Path, index: Fichiers) -> Path:
    """Write the modules and an index beside an empty page."""
    config = json.dumps({"base": ".", "recherche": f"{FOLDER}/{index.first}"})
    page = (
        "<!doctype html><html lang=fr><title>Recherche</title><link rel=icon href='data:,'>"
        f"<script id=__config type=application/json>{config}</script>"
    )
    shutil.copytree(root / "docs/assets/javascripts", folder / "assets/javascripts")
    (folder / "index.html").write_text(page, encoding="utf-8")
    (folder / FOLDER).mkdir()
    for name, text in index.files.items():
        (folder / FOLDER / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def site_url(serve_folder, tmp_path_factory: pytest.TempPathFactory, root: Path) -> str:
    """A page without a box, and the index of the real catalogue: a few shards.

    Beside it, ``../beaucoup/`` has more shards than are loaded at once.
    """
    folder = tmp_path_factory.mktemp("recherche")
    write_site(folder / "peu", root, real_index())
    large = synthetic_index(600)
    assert len(large.files) > 8
    write_site(folder / "beaucoup", root, large)
    return f"{serve_folder(folder)}peu/"


@pytest.fixture
def requests_of(page) -> list[str]:
    """The names of the files that the page and its worker ask for."""
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    return asked


def shards_in(requests: list[str]) -> list[str]:
    return [name for name in requests if name.startswith("lot.")]


def ask(page, queries: list[str] = QUERIES) -> Any:
    return page.evaluate(ASK, [MODULE, queries])


def search(page, query: str) -> int | str:
    return page.evaluate(SEARCH, [MODULE, query])


def test_it_answers_from_a_worker(page, site_url: str) -> None:
    page.goto("")
    [permis, emploi, nothing, dropped, _, empty] = ask(page)
    assert len(page.workers) == 1
    first = permis["search"]["results"][0]
    assert first["url"].startswith(site_url)
    marked = [
        result["titre"][start:end].lower()
        for result in emploi["search"]["results"]
        for start, end in result["marques"]
    ]
    assert marked
    assert all(word.startswith("emploi") for word in marked)
    assert permis["search"]["words"] == ["permi", "conduire"]
    assert set(first) == {
        *("doc", "score", "mots", "kind", "slug", "titre", "precision", "url", "marques")
    }
    assert emploi["order"]["typed"] == "Int32Array"
    assert [each["doc"] for each in emploi["documents"]] == emploi["order"]["docs"][:3]
    assert emploi["marks"] == [[], [[7, 13]], []]
    assert nothing["search"]["total"] == empty["search"]["total"] == 0
    assert dropped["search"]["dropped"] == ["xyzw"]


@pytest.mark.parametrize("reason", ["none", "no modules", "not found"])
def test_without_a_worker_the_page_answers_the_same(
    page, open_page, faults: list[str], reason: str
) -> None:
    page.goto("")
    expected = ask(page)
    other = open_page()
    if reason == "none":
        other.add_init_script("delete window.Worker")
    if reason == "no modules":
        other.add_init_script("Worker = class { constructor() { throw new TypeError(); } }")
    if reason == "not found":
        other.route("**/travailleur.mjs", lambda route: route.fulfill(status=404))
    other.goto("")
    assert ask(other) == expected
    assert not other.workers
    forgive(other, faults, "travailleur")


def test_nothing_is_loaded_before_the_first_call(page, requests_of: list[str]) -> None:
    page.goto("")
    page.evaluate(
        "address => import(new URL(address, location)).then(m => m.openChercheur())", MODULE
    )
    page.wait_for_timeout(200)
    assert set(requests_of) <= {"", "chercheur.mjs", "confiance.mjs", "textes.mjs"}


def test_a_small_index_is_loaded_whole_and_once(page, requests_of: list[str]) -> None:
    page.goto("")
    page.evaluate(PREPARE, MODULE)
    assert {name for name in requests_of if name.endswith(".json")} == set(real_index().files)
    page.context.set_offline(True)
    assert search(page, "permis") > 0
    assert search(page, "sante mentale") > 0
    page.context.set_offline(False)
    files = [name for name in requests_of if name.endswith(".json")]
    assert len(files) == len(set(files))


def test_of_a_large_index_a_query_loads_its_shards(page, requests_of: list[str]) -> None:
    page.goto("../beaucoup/")
    page.evaluate(PREPARE, MODULE)
    assert not shards_in(requests_of)
    assert search(page, "accompagnement") > 0
    asked = shards_in(requests_of)
    assert 1 <= len(asked) <= 3
    assert search(page, "accompagnement") > 0
    assert shards_in(requests_of) == asked


@pytest.mark.parametrize("lost", ["**/index.*.json", "**/lot.*.json"])
def test_a_failed_download_is_told_and_tried_again(page, faults: list[str], lost: str) -> None:
    page.goto("")
    page.context.route(lost, lambda route: route.abort())
    assert OFFLINE in search(page, "permis")
    assert OFFLINE in search(page, "permis")
    page.context.unroute(lost)
    assert search(page, "permis") > 0
    forgive(page, faults)


def test_a_worker_that_no_network_brought_is_tried_again(page, faults: list[str]) -> None:
    page.goto("")
    page.evaluate("address => import(new URL(address, location))", MODULE)
    page.context.set_offline(True)
    assert OFFLINE in search(page, "permis")
    page.context.set_offline(False)
    assert search(page, "permis") > 0
    assert len(page.workers) == 1
    forgive(page, faults)


def test_an_index_that_was_replaced_asks_for_a_reload(page, faults: list[str]) -> None:
    page.goto("")
    page.context.route("**/index.*.json", lambda route: route.fulfill(status=404))
    assert "Rechargez la page" in search(page, "permis")
    forgive(page, faults)


def test_a_page_instead_of_the_index_is_a_failed_download(page) -> None:
    """A network that asks to log in answers everything with a page."""
    page.goto("")
    page.context.route("**/index.*.json", lambda route: route.fulfill(body="<html>"))
    assert OFFLINE in search(page, "permis")


def test_words_are_marked_in_a_text(page) -> None:
    page.goto("")
    html = page.evaluate("""async () => {
      const address = new URL("assets/javascripts/chercher/marquer.mjs", location);
      const { markedText } = await import(address);
      const holder = document.createElement("p");
      holder.append(markedText("<b>Aide</b> & permis", [[3, 7], [14, 20]]));
      return holder.innerHTML;
    }""")
    assert html == "&lt;b&gt;<mark>Aide</mark>&lt;/b&gt; &amp; <mark>permis</mark>"


def test_a_browser_fetches_the_modules_of_the_worker_together(root: Path) -> None:
    """The worker names every module that one of its modules imports."""
    folder = root / "docs/assets/javascripts/chercher"
    pattern = re.compile(r"""^(?:import|export)\b[^"';]*["'](\.{1,2}/[^"']+)["'];""", re.MULTILINE)

    def imported(module: Path) -> set[Path]:
        text = module.read_text("utf-8")
        return {(module.parent / address).resolve() for address in pattern.findall(text)}

    named = imported(folder / "travailleur.mjs")
    assert set().union(*map(imported, named)) <= named
