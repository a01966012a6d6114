"""A small project shown live, over HTTP."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from textwrap import dedent
from typing import Any
from urllib.parse import urlsplit

import pytest

from site_builder.loading import Loaded
from site_builder.preview import Preview, PreviewServer, Project
from site_builder.problems import Problem
from tests.site_fictif import SITE

# The names of tests/conftest.py, which pytest doesn't let a test import.
CatalogueFactory = Any

TODAY = date(2025, 6, 2)
# Seconds after which a test is sure that what it waits for will not come.
PATIENCE = 60.0
FILES = {
    **SITE,
    "actions/atelier-mobilite.yml": """
        nom: Atelier mobilité
        resume: Vous apprenez à vous déplacer.
        contacts: accueil
        structures:
          - structure: association-fictive
            role: porteur
        """,
    "actions/permis.yml": """
        nom: Permis de conduire
        resume: Vous passez le permis.
        contacts: accueil
        structures:
          - structure: association-fictive
            role: porteur
        """,
    "structures/association-fictive.yml": "nom: Association Fictive\n",
    "contacts/accueil.yml": """
        fonction: Accueil de l’Association Fictive
        telephone: 01 99 00 12 34
        """,
    "glossaire.yml": """
        per:
          forme: PER
          developpe: parcours emploi renforcé
          definition: Un accompagnement de chaque semaine.
        """,
}


@dataclass
class Said:
    """What the preview said on the terminal."""

    lines: list[str] = field(default_factory=list)
    problems: list[Sequence[Problem]] = field(default_factory=list)

    def say(self, text: str) -> None:
        self.lines.append(text)

    def show_problems(self, problems: Sequence[Problem], loaded: Loaded) -> None:
        assert loaded is not None
        self.problems.append(problems)


@dataclass(frozen=True)
class Got:
    """What the server answered."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")


@dataclass
class Shown:
    """A project that is previewed, and whoever looks at it."""

    folder: Path
    preview: Preview
    server: PreviewServer
    said: Said

    def connect(self) -> HTTPConnection:
        return HTTPConnection(urlsplit(self.server.origin).netloc, timeout=PATIENCE)

    def ask(self, path: str, method: str = "GET") -> Got:
        """Ask for a path of the host, as it is written."""
        connection = self.connect()
        try:
            connection.request(method, path)
            response = connection.getresponse()
            return Got(response.status, dict(response.getheaders()), response.read())
        finally:
            connection.close()

    def get(self, address: str) -> Got:
        """Ask for an address of the site."""
        return self.ask(self.preview.project.root + address)

    def listen(self, version: str) -> tuple[HTTPConnection, HTTPResponse]:
        """Listen as a browser does that shows ``version``."""
        connection = self.connect()
        connection.request(
            "GET", f"{self.preview.project.root}__apercu/evenements?version={version}"
        )
        return connection, connection.getresponse()

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text).lstrip("\n"), encoding="utf-8")

    def edit(self, name: str, before: str, after: str) -> None:
        path = self.folder / name
        text = path.read_text(encoding="utf-8")
        assert before in text
        path.write_text(text.replace(before, after), encoding="utf-8")

    def settle(self) -> None:
        assert self.preview.settle(PATIENCE)


Show = Callable[..., Shown]


@pytest.fixture
def project(
    catalogue_factory: CatalogueFactory, root: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """The folder of a project: a catalogue, a guide, the settings of its site, and its cache."""
    monkeypatch.delenv("CATALOGUE_CACHE", raising=False)
    folder: Path = catalogue_factory(FILES).parent
    guide = folder / "docs/guides/index.md"
    guide.parent.mkdir(parents=True)
    guide.write_text("# Les guides\n\n[L’atelier](../actions/atelier-mobilite.md)\n", "utf-8")
    (folder / "mkdocs.yml").write_text(
        "site_name: Essai\ntheme:\n  name: material\n  language: fr\n  font: false\n"
        f"  custom_dir: {root / 'overrides'}\n"
        "plugins:\n  - catalogue\nnav:\n  - Accueil: index.md\n  - actions/index.md\n"
        "  - guides/index.md\n",
        encoding="utf-8",
    )
    return folder


@pytest.fixture
def show(project: Path) -> Iterator[Show]:
    """Return a function that shows the project at an address of this machine."""
    running: list[Shown] = []

    def start() -> Shown:
        def read() -> Project:
            return Project.read(project / "mkdocs.yml", None, None)

        server, said = PreviewServer("127.0.0.1", 0), Said()
        preview = Preview(read, lambda: TODAY, said, server.origin)
        running.append(Shown(project, preview, server, said))
        preview.start()
        server.start(preview)
        return running[-1]

    yield start
    for one in running:
        one.server.stop()
        one.preview.stop()


@pytest.fixture
def shown(show: Show) -> Shown:
    """The project, shown and checked."""
    one = show()
    one.settle()
    return one


@pytest.fixture
def own_templates(project: Path, root: Path) -> Path:
    """The folder of templates of a project that has its own."""
    folder = project / "overrides"
    shutil.copytree(root / "overrides", folder)
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace(str(root / "overrides"), str(folder)), encoding="utf-8")
    return folder
