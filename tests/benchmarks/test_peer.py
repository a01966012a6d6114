"""The peer is the same site: same pages, same texts, links that lead somewhere."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from site_builder.loading import Loaded, load_catalogue
from site_builder.pages import plan_pages
from tests.benchmarks.peer import write_peer
from tests.synthetic.catalogue import DAY, write_catalogue


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    folder = tmp_path_factory.mktemp("peer") / "catalogue"
    write_catalogue(folder, actions=12)
    return load_catalogue(folder)


@pytest.fixture(scope="module")
def peer(loaded: Loaded) -> Path:
    folder = loaded.root.parent / "peer"
    write_peer(loaded.root, folder)
    return folder


def urls_of(loaded: Loaded) -> set[str]:
    return {page.url for page in plan_pages(loaded.catalogue.published(DAY), loaded.documents)}


def test_mkdocs_builds_the_same_pages_without_a_warning(loaded: Loaded, peer: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    run = subprocess.run(command, cwd=peer, env=os.environ, capture_output=True, check=False)
    assert run.returncode == 0, run.stderr.decode()
    built = (path.parent.relative_to(peer / "site") for path in peer.rglob("index.html"))
    addresses = {"" if folder == Path() else f"{folder.as_posix()}/" for folder in built}
    assert addresses == urls_of(loaded)


def test_every_page_is_in_the_nav_once(peer: Path) -> None:
    config = json.loads((peer / "mkdocs.yml").read_text(encoding="utf-8"))
    listed = list(_files(config["nav"]))
    docs = peer / "docs"
    written = {path.relative_to(docs).as_posix() for path in docs.rglob("*.md")}
    assert len(listed) == len(set(listed))
    assert set(listed) == written


def _files(nav: Any) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
        return
    for entry in nav.values() if isinstance(nav, dict) else nav:
        yield from _files(entry)


def test_a_sheet_says_what_its_record_says(loaded: Loaded, peer: Path) -> None:
    for slug, action in loaded.catalogue.actions.items():
        text = (peer / "docs" / "actions" / f"{slug}.md").read_text(encoding="utf-8")
        assert text.startswith(f"# {action.nom}\n")
        first_paragraph = (action.description or "").partition("\n\n")[0]
        assert first_paragraph in text
        assert all(f"- {objectif}\n" in text for objectif in action.objectifs)
        for contact in loaded.catalogue.contacts_of(action):
            assert str(contact.telephone) in text
        for part in action.structures:
            assert f"../structures/{part.structure}.md" in text
