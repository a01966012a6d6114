"""A small site around a catalogue that no file describes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest
from markupsafe import escape
from selectolax.lexbor import LexborHTMLParser

from site_builder.config import Content, Run, run_mkdocs_build
from site_builder.pages import Heading, PlannedPage

FOLDERS = ("actions", "structures", "publics-cibles", "territoires")


@dataclass(frozen=True)
class Body:
    html: str
    headings: tuple[Heading, ...] = ()


class FakeRenderer:
    """Renders a title and the headings that a page's URL is given."""

    def __init__(self, headings: dict[str, tuple[Heading, ...]] | None = None) -> None:
        self._headings = headings or {}

    def get_ready(self, layouts: Iterable[str]) -> None:
        """It has nothing to prepare."""

    def render(self, page: PlannedPage) -> Body:
        headings = self._headings.get(page.url, ())
        parts = [f'<h2 id="{escape(h.id)}">{escape(h.titre)}</h2>\n<p>Texte.</p>' for h in headings]
        return Body("\n".join([f"<h1>{escape(page.titre)}</h1>", *parts]), headings)

    def render_all(self, pages: Sequence[PlannedPage]) -> list[Body]:
        return list(map(self.render, pages))


def plan(url: str, titre: str = "Titre", **fields: object) -> PlannedPage:
    """A sheet, unless ``record`` is None."""
    values = {
        "description": "Une description.",
        "layout": url.partition("/")[0] or "accueil",
        "record": object(),
        "source": f"{url.rstrip('/')}.yml",
        "date_maj": date(2025, 3, 14),
        **fields,
    }
    return PlannedPage(url=url, titre=titre, **values)  # type: ignore[arg-type]


def listings() -> list[PlannedPage]:
    urls = ("", *(f"{folder}/" for folder in FOLDERS))
    return [plan(url, f"Liste {url}", record=None, source=None, date_maj=None) for url in urls]


@dataclass(frozen=True)
class Site:
    """A built site."""

    folder: Path

    def read(self, path: str) -> str:
        return (self.folder / path).read_text(encoding="utf-8")

    def html(self, url: str) -> str:
        return self.read(f"{url}index.html")

    def page(self, url: str) -> LexborHTMLParser:
        return LexborHTMLParser(self.html(url))

    def files(self) -> dict[str, bytes]:
        paths = sorted(path for path in self.folder.rglob("*") if path.is_file())
        return {path.relative_to(self.folder).as_posix(): path.read_bytes() for path in paths}


class SmallSite:
    """A folder with mkdocs.yml, docs/ and a catalogue, and how to build it."""

    def __init__(self, folder: Path, overrides: Path) -> None:
        self.folder = folder
        self.options: dict[str, object] = {}
        self.settings: dict[str, object] = {"site_url": "https://exemple.fr/catalogue/"}
        self.overrides = overrides
        self.nav = ""
        (folder / "docs").mkdir()
        (folder / "catalogue").mkdir(exist_ok=True)

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text).lstrip("\n"), encoding="utf-8")

    def configure(self) -> Path:
        chosen = {"catalogue_dir": "catalogue", **self.options}
        options = "".join(f"      {k}: {json.dumps(v)}\n" for k, v in chosen.items())
        settings = "".join(f"{k}: {json.dumps(v)}\n" for k, v in self.settings.items())
        nav = "".join(f"  - {folder}/index.md\n" for folder in FOLDERS)
        path = self.folder / "mkdocs.yml"
        path.write_text(
            f"site_name: Essai & <test>\n{settings}"
            f"theme:\n  name: material\n  language: fr\n  font: false\n"
            f"  custom_dir: {self.overrides}\n"
            f"plugins:\n  - catalogue:\n{options}"
            f"validation:\n  links:\n    anchors: warn\n    unrecognized_links: warn\n"
            f"nav:\n  - Accueil: index.md\n{nav}{self.nav}",
            encoding="utf-8",
        )
        return path

    def content(
        self,
        sheets: Iterable[PlannedPage],
        headings: dict[str, tuple[Heading, ...]] | None = None,
    ) -> Content:
        pages = (*listings(), *sheets)
        for page in pages:
            if page.source:
                self.write(f"catalogue/{page.source}", f"nom: {page.titre}\n")
        return Content(
            folder=self.folder / "catalogue", pages=pages, renderer=FakeRenderer(headings)
        )

    def build(self, content: Content, out: str = "site", **options: object) -> Site:
        """Build with these options of the plugin; a broken link fails the build."""
        self.options = options
        folder = self.folder / out
        run_mkdocs_build(self.configure(), folder, Run(content=content))
        return Site(folder)


@pytest.fixture
def planned() -> Callable[..., PlannedPage]:
    return plan


@pytest.fixture
def small_site(tmp_path: Path, root: Path) -> SmallSite:
    return SmallSite(tmp_path, root / "overrides")
