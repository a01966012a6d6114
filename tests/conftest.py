"""Fixtures that every folder of tests may ask for."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from textwrap import dedent

import pytest
from filelock import FileLock
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent

# The machines that run the tests differ in speed: no deadline anywhere. Continuous integration
# draws the same examples each time, so that a failure is always due to the change.
settings.register_profile("local", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "local")


def pytest_xdist_auto_num_workers() -> int:
    """Return how many processes « auto » stands for: one more than there are processors.

    Tests often wait for a browser or for a server.
    """
    return (os.cpu_count() or 1) + 1


CatalogueFactory = Callable[[Mapping[str, str | bytes]], Path]
BuildOnce = Callable[[str, Callable[[Path], None]], Path]


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the repository."""
    return ROOT


@pytest.fixture(autouse=True)
def _collect_garbage() -> Iterator[None]:
    """Free what a test leaves: a command that is run here keeps all of it, for it ends soon."""
    yield
    gc.enable()


@pytest.fixture
def catalogue_factory(tmp_path: Path) -> CatalogueFactory:
    """Return a function that writes a catalogue from ``{relative path: content}``.

    Text is dedented and loses its first line break, so that a test can indent it with its
    own code; bytes are written as they are. Every call of a test adds to the same folder,
    which the function returns.
    """
    folder = tmp_path / "catalogue"

    def write(files: Mapping[str, str | bytes]) -> Path:
        folder.mkdir(exist_ok=True)
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else dedented(content))
        return folder

    return write


@pytest.fixture
def allow_processes(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Return a function that lets so many processes work at once, however many processors.

    And whatever threads run beside the tests, those of pytest's own plugins for instance: tasks
    would all run in place because of them, and nothing would tell.
    """

    def allow(count: int) -> None:
        monkeypatch.setattr(threading, "active_count", lambda: 1)
        monkeypatch.setenv("CATALOGUE_PROCESSES", str(count))

    return allow


def dedented(text: str) -> bytes:
    """Return ``text`` in UTF-8 as if it had been written at the left margin."""
    return dedent(text.removeprefix("\n")).encode()


@pytest.fixture(scope="session")
def build_once(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> BuildOnce:
    """Return a function that has a folder made, once for all test processes, and gives it.

    It takes a name for the folder, and what fills one.
    """
    shared = tmp_path_factory.getbasetemp()
    if worker_id != "master":
        shared = shared.parent

    def build(name: str, fill: Callable[[Path], None]) -> Path:
        folder = shared / name
        with FileLock(shared / f"{name}.lock"):
            # It takes its name at the end: a folder that exists is complete.
            if not folder.exists():
                begun = tmp_path_factory.mktemp(name) / name
                fill(begun)
                begun.rename(folder)
        return folder

    return build


@pytest.fixture(scope="session")
def built_site(build_once: BuildOnce) -> Path:
    """The site of the repository's own catalogue."""
    return build_once("site", build_site)


def build_site(out: Path) -> None:
    """Build the repository's catalogue into ``out`` as a user would, or fail the test."""
    arguments = ["--catalogue", "catalogue", "--config-file", "mkdocs.yml", "--out", str(out)]
    run = subprocess.run(
        [sys.executable, "-m", "site_builder", "build", *arguments],
        cwd=ROOT,
        env={**os.environ, "CI": "true"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if run.returncode != 0:
        pytest.fail(f"catalogue build ended with {run.returncode}:\n{run.stdout}{run.stderr}")
