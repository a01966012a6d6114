"""The peer made by plain MkDocs and Material: the same pages, and their search.

Usage: ``python -m tests.benchmarks.mkdocs CATALOGUE FOLDER``. It runs in a process of its own,
so that the memory it takes is not counted with what is measured afterwards.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from site_builder.pages import PlannedPage
from tests.benchmarks.sites import SITE_URL
from tests.benchmarks.texts import Texts

# Two configurations of the same pages. With every page in the nav, each page prints all others.
SHORT_NAV = "mkdocs.yml"
FULL_NAV = "mkdocs-nav.yml"


def write_mkdocs(catalogue: Path, folder: Path) -> None:
    """Write an MkDocs project into ``folder``, with the pages of ``catalogue``."""
    texts = Texts(catalogue, lambda url: f"/{_file(url)}")
    for page in texts.pages:
        path = folder / "docs" / _file(page.url)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# {page.titre}\n\n{texts.body(page)}", encoding="utf-8")
    lists = [{page.titre: _file(page.url)} for page in texts.pages if not page.is_sheet]
    for name, nav in ((SHORT_NAV, lists), (FULL_NAV, _full_nav(texts.pages))):
        # JSON is YAML.
        config = json.dumps(_config(nav), ensure_ascii=False)
        (folder / name).write_text(config, encoding="utf-8")


def _file(url: str) -> str:
    """Return where the page of a URL is written: « actions/x/ » has a file in « actions »."""
    name = url.rstrip("/")
    return f"{name}.md" if "/" in name else f"{url}index.md"


def _full_nav(pages: list[PlannedPage]) -> list[dict[str, Any]]:
    nav: list[dict[str, Any]] = []
    for page in pages:
        if not page.is_sheet:
            sheets = [
                {sheet.titre: _file(sheet.url)}
                for sheet in pages
                if page.url and sheet.is_sheet and sheet.url.startswith(page.url)
            ]
            entry = _file(page.url)
            nav.append({page.titre: [entry, *sheets] if sheets else entry})
    return nav


def _config(nav: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "site_name": "Catalogue fictif",
        "site_url": SITE_URL,
        "theme": {"name": "material", "language": "fr", "font": False},
        "plugins": [{"search": {"lang": "fr"}}],
        "markdown_extensions": ["attr_list", "tables", {"toc": {"permalink": True}}],
        "nav": nav,
        # Links are written from the root of the site.
        "validation": {"links": {"absolute_links": "relative_to_docs"}},
    }


if __name__ == "__main__":
    write_mkdocs(Path(sys.argv[1]), Path(sys.argv[2]))
