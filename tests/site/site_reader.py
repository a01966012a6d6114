"""A built site, read page by page."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

LISTS = (
    "",
    "actions/",
    "structures/",
    "publics-cibles/",
    "territoires/",
    "thematiques/",
    "parcours/",
    "contacts/",
    "glossaire/",
    "hors-connexion/",
    "accessibilite/",
    "mentions-legales/",
    "confidentialite/",
    "plan-du-site/",
    "contact/",
    "aide/",
)
SHEETS = ("actions", "structures", "publics-cibles", "territoires", "thematiques", "parcours")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True)
class SitePage:
    """A page: its address relative to the site, and what it holds."""

    url: str
    path: Path

    @cached_property
    def html(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> LexborHTMLParser:
        return LexborHTMLParser(self.html)

    @cached_property
    def main(self) -> LexborNode:
        """What a page says of its own, without header, menu and footer."""
        found = self.tree.css_first("article") or self.tree.css_first("main")
        assert found is not None, self.url
        return found

    @property
    def text(self) -> str:
        return " ".join(self.main.text(separator=" ").split())

    @property
    def title(self) -> str:
        found = self.tree.css_first("title")
        assert found is not None, self.url
        return found.text().strip()

    @property
    def headings(self) -> list[tuple[int, LexborNode]]:
        """The headings of the page, in order, each with its level."""
        nodes = self.main.css(", ".join(_HEADINGS))
        return [(int(node.tag[1]), node) for node in nodes]

    def meta(self, name: str) -> str:
        node = self.tree.css_first(f'meta[name="{name}"]')
        return (node.attributes["content"] or "").strip() if node else ""

    def links(self) -> Iterator[str]:
        for node in self.tree.css("a[href]"):
            yield node.attributes["href"] or ""


@dataclass(frozen=True)
class BuiltSite:
    """A folder that holds a site."""

    folder: Path

    @cached_property
    def pages(self) -> dict[str, SitePage]:
        """Every page by its address, but for the one of addresses that lead nowhere."""
        found = {}
        for path in sorted(self.folder.rglob("index.html")):
            url = path.relative_to(self.folder).as_posix().removesuffix("index.html")
            found[url] = SitePage(url, path)
        return found

    @property
    def sheets(self) -> dict[str, SitePage]:
        return {
            url: page
            for url, page in self.pages.items()
            if url.partition("/")[0] in SHEETS and url not in LISTS
        }

    @property
    def records(self) -> dict[str, SitePage]:
        """The sheets that show a record: the paths of the law are written in no file."""
        return {url: page for url, page in self.sheets.items() if not url.startswith("parcours/")}

    @property
    def page_types(self) -> dict[tuple[str, int], str]:
        """The first page of each folder and depth: a type that is added comes by itself."""
        first: dict[tuple[str, int], str] = {}
        for url in self.pages:
            first.setdefault((url.partition("/")[0], url.count("/")), url)
        return first

    @property
    def files(self) -> dict[str, bytes]:
        paths = [path for path in self.folder.rglob("*") if path.is_file()]
        return {path.relative_to(self.folder).as_posix(): path.read_bytes() for path in paths}


def run(
    root: Path, *arguments: str, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a module of Python from the root of the repository, as a user would."""
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=root,
        env={**os.environ, "CI": "true", **(environment or {})},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def build(root: Path, out: Path, catalogue: Path | None = None, **environment: str) -> BuiltSite:
    """Build a site with ``catalogue build``; it fails the test when the command does."""
    where = ["--catalogue", str(catalogue)] if catalogue else []
    done = run(root, "site_builder", "build", *where, "--out", str(out), environment=environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return BuiltSite(out)
