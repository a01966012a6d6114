"""The catalogue's files, as MkDocs sees them.

Being in ``Files`` is what makes a link from a hand-written page checked and rewritten:
``[PER](actions/per.md)`` leads to the sheet of the action ``per``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils import get_build_datetime

from site_builder.config import Content, read_guides
from site_builder.exports import communes, eligibilite, open_data, serveurs
from site_builder.exports.code_qr import draw_qr
from site_builder.model.catalogue import Catalogue
from site_builder.pages import PlannedPage
from site_builder.plugin.theme import CODE
from site_builder.search.documents import documents_of
from site_builder.search.facettes import make_facettes
from site_builder.search.fichiers import FOLDER
from site_builder.search.index import make_index

_ID = re.compile(r"""\sid=["']([^"']+)""")


def find_ids(html: str) -> set[str]:
    """Return the identifiers of elements: what a link may lead to in a page."""
    return set(_ID.findall(html))


@dataclass(frozen=True, slots=True)
class _WrittenPage:
    """Enough of a page for MkDocs to check the links that lead to a part of a sheet."""

    path: Path

    @property
    def present_anchor_ids(self) -> set[str]:
        """The identifiers in the sheet; it is read for the few links that ask."""
        return find_ids(self.path.read_text(encoding="utf-8"))


class SheetFile(File):
    """A sheet: a target for links that MkDocs neither reads, renders nor shows in the nav."""

    def __init__(
        self,
        planned: PlannedPage,
        site_dir: str,
        render: Callable[[PlannedPage], str],
        site_url: str,
    ) -> None:
        """``render`` returns the sheet's whole page; it is called when the file is copied.

        ``site_url`` is the address of the site, ``""`` when no code is to lead to the sheet.
        """
        super().__init__(
            f"{planned.url.rstrip('/')}.md",
            src_dir=None,
            dest_dir=site_dir,
            use_directory_urls=True,
            dest_uri=f"{planned.url}index.html",
            inclusion=InclusionLevel.NOT_IN_NAV,
        )
        self.generated_by = "catalogue"
        self._planned = planned
        self._render = render
        self._site_url = site_url

    def is_documentation_page(self) -> bool:
        """MkDocs renders documentation pages; this one it only copies."""
        return False

    def copy_file(self, dirty: bool = False) -> None:  # noqa: ARG002 - MkDocs' signature
        """Render the sheet into the site, and the code that leads to it from paper."""
        path = Path(self.abs_dest_path)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(self._render(self._planned), encoding="utf-8", newline="\n")
        if self._site_url:
            code = _draw_code(self._site_url, self._planned)
            path.with_name(CODE).write_text(code, encoding="utf-8", newline="\n")
        self.page = _WrittenPage(path)  # type: ignore[assignment]


def add_listings(
    files: Files, listings: Iterable[PlannedPage], config: MkDocsConfig, site_url: str = ""
) -> None:
    """Add the generated pages that MkDocs renders: its nav may name them.

    A code leads to each of them when ``site_url`` is known.
    """
    for planned in listings:
        # The foot of every page leads to the pages about the site: a nav need not name them.
        inclusion = _SHOWN if planned.a_propos else InclusionLevel.UNDEFINED
        uri = listing_uri(planned)
        _append(files, File.generated(config, uri, content="", inclusion=inclusion))
        if site_url:
            code = _draw_code(site_url, planned)
            uri = f"{planned.url}{CODE}"
            _append(files, File.generated(config, uri, content=code, inclusion=_SHOWN))


def _draw_code(site_url: str, planned: PlannedPage) -> str:
    return draw_qr(urljoin(site_url, planned.url))


def add_sheets(
    files: Files,
    sheets: Iterable[PlannedPage],
    config: MkDocsConfig,
    render: Callable[[PlannedPage], str],
    site_url: str = "",
) -> None:
    """Add the sheets, which ``render`` turns into whole pages.

    A code leads to each of them when ``site_url`` is known.
    """
    for planned in sheets:
        _append(files, SheetFile(planned, config.site_dir, render, site_url))


def add_sources(
    files: Files, sheets: Iterable[PlannedPage], config: MkDocsConfig, catalogue_dir: Path
) -> None:
    """Publish the YAML file of each sheet, under ``sources/``."""
    for source in {planned.source: None for planned in sheets if planned.source}:
        path = str(catalogue_dir / source)
        uri = f"sources/{source}"
        _append(files, File.generated(config, uri, abs_src_path=path, inclusion=_SHOWN))


def add_open_data(files: Files, catalogue: Catalogue, config: MkDocsConfig) -> None:
    """Publish ``catalogue`` (as published) under ``data/``: for reuse, and for questionnaires."""
    today = get_build_datetime().date()
    texts = {
        open_data.URI: open_data.describe_catalogue(catalogue),
        eligibilite.URI: eligibilite.describe_eligibilite(catalogue, today),
        communes.URI: communes.describe_communes(catalogue),
    }
    for uri, text in texts.items():
        _append(files, File.generated(config, uri, content=text, inclusion=_SHOWN))


def add_search_files(files: Files, content: Content, config: MkDocsConfig) -> dict[str, str]:
    """Publish, under ``recherche/``, what the search and the page of all actions read.

    Returns the addresses of the first files, by the names that templates know them by; they name
    the others.
    """
    catalogue = content.catalogue
    documents = [
        *documents_of(catalogue, {page.url for page in content.pages}),
        *read_guides(files.documentation_pages()),
    ]
    actions = [document.slug for document in documents if document.kind == "actions"]
    published = {
        "search_index": make_index(documents, catalogue.glossaire.values()),
        "search_facets": make_facettes(catalogue, actions),
    }
    for fichiers in published.values():
        for name, text in fichiers.files.items():
            uri = f"{FOLDER}/{name}"
            _append(files, File.generated(config, uri, content=text, inclusion=_SHOWN))
    return {name: f"{FOLDER}/{fichiers.first}" for name, fichiers in published.items()}


def add_server_files(files: Files, config: MkDocsConfig, frame_ancestors: Sequence[str]) -> None:
    """Add what tells web servers which headers to send, once every other file is there."""
    paths = [file.dest_uri for file in files]
    root = urlsplit(config.site_url or "").path.rstrip("/") + "/"
    texts = serveurs.describe_servers(paths, root=root, frame_ancestors=frame_ancestors)
    for uri, text in texts.items():
        _append(files, File.generated(config, uri, content=text, inclusion=_SHOWN))


def listing_uri(planned: PlannedPage) -> str:
    """Return where the Markdown file of a generated list would be in ``docs/``."""
    return f"{planned.url}index.md"


_SHOWN = InclusionLevel.NOT_IN_NAV


def _append(files: Files, file: File) -> None:
    if files.get_file_from_path(file.src_uri) is not None:
        raise Abort(
            f"La page docs/{file.src_uri} porte l’adresse d’une page du catalogue"
            f"\u00a0: donnez-lui un autre nom."
        )
    files.append(file)
