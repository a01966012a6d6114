"""The peer: the same pages in plain MkDocs and Material, all of them in the nav.

Usage: ``python -m tests.benchmarks.peer CATALOGUE FOLDER``. It runs in a process of its own,
so that the memory it takes is not counted with what is measured afterwards.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from site_builder.loading import load_catalogue
from site_builder.model.catalogue import Catalogue
from site_builder.model.parcours import Parcours
from site_builder.pages import PlannedPage, plan_pages
from tests.benchmarks.markdown import Markdown
from tests.synthetic.catalogue import DAY


def write_peer(catalogue_folder: Path, folder: Path) -> Path:
    """Write an MkDocs project into ``folder``; return its configuration file.

    Its pages have the addresses of those that ``catalogue build`` makes on ``DAY``.
    """
    loaded = load_catalogue(catalogue_folder)
    catalogue = loaded.catalogue.published(DAY)
    pages = list(plan_pages(catalogue, loaded.documents))
    markdown = Markdown(catalogue)
    for page in pages:
        path = folder / "docs" / _file(page)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_page(page, pages, catalogue, markdown), encoding="utf-8")
    config_file = folder / "mkdocs.yml"
    # JSON is YAML.
    config_file.write_text(json.dumps(_config(pages), ensure_ascii=False), encoding="utf-8")
    return config_file


def _file(page: PlannedPage) -> str:
    return f"{page.url[:-1]}.md" if page.is_sheet else f"{page.url}index.md"


def _page(
    page: PlannedPage, pages: list[PlannedPage], catalogue: Catalogue, markdown: Markdown
) -> str:
    match page.record:
        case Parcours() as path:
            lines: Iterable[str] = map(markdown.entry, catalogue.actions_of(path))
        case None:
            lines = _list(page, pages, catalogue, markdown)
        case record:
            return markdown.sheet(record)
    return "\n".join([f"# {page.titre}", "", page.description, "", *lines])


def _list(
    page: PlannedPage, pages: list[PlannedPage], catalogue: Catalogue, markdown: Markdown
) -> Iterator[str]:
    if page.url == "":
        lists = (other for other in pages if not other.is_sheet and other.url)
        yield from (f"- [{other.titre}]({other.url}index.md)" for other in lists)
    elif page.layout == "contacts":
        yield from map(markdown.contact, catalogue.contacts.values())
    elif page.layout == "glossaire":
        for term in catalogue.glossaire.values():
            yield f"## {term.forme} {{#{term.slug}}}\n\n{term.developpe}\n\n{term.definition}\n"
    else:
        yield from (
            f"- [{sheet.titre}](../{_file(sheet)})"
            if isinstance(sheet.record, Parcours)
            else markdown.entry(sheet.record)
            for sheet in pages
            if sheet.record is not None and sheet.url.startswith(page.url)
        )


def _config(pages: list[PlannedPage]) -> dict[str, Any]:
    nav: list[dict[str, Any]] = []
    for page in pages:
        if not page.is_sheet:
            sheets = [
                {sheet.titre: _file(sheet)}
                for sheet in pages
                if page.url and sheet.is_sheet and sheet.url.startswith(page.url)
            ]
            entry = _file(page)
            nav.append({page.titre: [entry, *sheets] if sheets else entry})
    return {
        "site_name": "Catalogue fictif",
        "site_url": "https://www.exemple.fr/",
        "theme": {"name": "material", "language": "fr", "font": False},
        "plugins": [{"search": {"lang": "fr"}}],
        "markdown_extensions": ["attr_list", "tables", {"toc": {"permalink": True}}],
        "nav": nav,
    }


if __name__ == "__main__":
    write_peer(Path(sys.argv[1]), Path(sys.argv[2]))
