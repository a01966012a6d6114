"""Who edits the catalogue sees each change in the browser, without asking for it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.site_fictif import SOUND

# The names of tests/conftest.py, which pytest doesn't let a test import.
CatalogueFactory = Any
OpenPage = Callable[..., Any]
# Milliseconds after which a test is sure that what it waits for will not come.
PATIENCE = 60_000
ATELIER = "actions/atelier-mobilite.yml"


@pytest.fixture
def folder(catalogue_factory: CatalogueFactory) -> Path:
    """A catalogue of one action."""
    found: Path = catalogue_factory(SOUND)
    return found


@pytest.fixture
def preview(folder: Path, root: Path, tmp_path: Path) -> Iterator[str]:
    """The address of its preview, in the site of the repository."""
    command = [sys.executable, "-m", "site_builder", "serve", "--catalogue", str(folder)]
    # Where the tests run in the background of a shell, Ctrl+C is ignored, by their children too.
    former = signal.signal(signal.SIGINT, signal.default_int_handler)
    process = subprocess.Popen(
        [*command, "--address", "127.0.0.1:0"],
        cwd=root,
        env={
            **os.environ,
            "CATALOGUE_CACHE": str(tmp_path / "cache"),
            "PYTHONUNBUFFERED": "1",
            "PYTHONIOENCODING": "utf-8",
        },
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    signal.signal(signal.SIGINT, former)
    assert process.stderr is not None
    said = ""
    for line in process.stderr:
        said += line
        if found := re.search(r"L’aperçu est prêt\u00a0: (\S+)", line):
            break
    else:
        pytest.fail(said)
    yield found[1]
    process.send_signal(signal.SIGINT)
    _, last = process.communicate(timeout=PATIENCE / 1000)
    assert process.returncode == 0, last
    assert last.rstrip().endswith("L’aperçu est arrêté.")


def test_a_page_follows_its_file(open_page: OpenPage, preview: str, folder: Path) -> None:
    path = folder / ATELIER
    text = path.read_text("utf-8")
    page = open_page(base_url=preview, policy=True)
    page.goto("actions/atelier-mobilite/")
    title = page.locator("h1")
    assert title.inner_text() == "Atelier mobilité"

    path.write_text(text.replace("mobilité", "vélo"), "utf-8")
    page.locator("h1", has_text="Atelier vélo").wait_for(timeout=PATIENCE)
    page.get_by_role("status").get_by_text("Aperçu mis à jour").wait_for(
        state="attached", timeout=PATIENCE
    )

    path.write_text(text.replace("contacts: accueil", "contacts: acceuil"), "utf-8")
    problem = page.locator(".cat-problemes__item", has_text="CAT-R101")
    problem.wait_for(timeout=PATIENCE)
    assert "accueil" in problem.inner_text()

    path.write_text(text, "utf-8")
    problem.wait_for(state="detached", timeout=PATIENCE)
    assert title.inner_text() == "Atelier mobilité"
    # The page may be loading again, and its server is about to stop.
    page.goto("about:blank")
