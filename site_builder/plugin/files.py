"""The catalogue's files, as MkDocs sees them.

Being in ``Files`` is what makes a link from a hand-written page checked and rewritten:
``[PER](actions/per.md)`` leads to the sheet of the action ``per``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files, InclusionLevel

from site_builder.exports import serveurs
from site_builder.exports.code_qr import draw_qr
from site_builder.pages import PlannedPage
from site_builder.plugin.theme import CODE

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


class MadeFile(File):
    """A file of the site that stands in it before MkDocs copies the others."""

    def __init__(self, uri: str, site_dir: str, *, src_uri: str | None = None) -> None:
        super().__init__(
            src_uri or uri,
            src_dir=None,
            dest_dir=site_dir,
            use_directory_urls=True,
            dest_uri=uri,
            inclusion=InclusionLevel.NOT_IN_NAV,
        )
        self.generated_by = "catalogue"

    def is_documentation_page(self) -> bool:
        """MkDocs renders documentation pages; these are ready."""
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """Leave the file as it is."""


class SheetFile(MadeFile):
    """A sheet: a target for links that MkDocs neither reads, renders nor shows in the nav."""

    def __init__(self, planned: PlannedPage, site_dir: str, *, written: bool) -> None:
        uri = f"{planned.url}index.html"
        super().__init__(uri, site_dir, src_uri=_sheet_uri(planned))
        if written:
            self.page = _WrittenPage(Path(self.abs_dest_path))  # type: ignore[assignment]


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
            code = draw_code(site_url, planned)
            uri = f"{planned.url}{CODE}"
            _append(files, File.generated(config, uri, content=code, inclusion=_SHOWN))


def draw_code(site_url: str, planned: PlannedPage) -> str:
    """Return the code that leads to a page, as SVG. ``site_url`` ends with a slash."""
    return draw_qr(f"{site_url}{planned.url}")


def add_sheets(
    files: Files, sheets: Iterable[PlannedPage], config: MkDocsConfig, *, written: bool
) -> None:
    """Let pages written by hand link to the sheets.

    ``written`` says whether they are in the site before MkDocs copies files; they are made on
    demand otherwise.
    """
    for planned in sheets:
        _append(files, SheetFile(planned, config.site_dir, written=written))


def list_sources(sheets: Iterable[PlannedPage]) -> list[str]:
    """Return the YAML files of the sheets, relative to the catalogue, each once."""
    return list({planned.source: None for planned in sheets if planned.source})


def source_uri(source: str) -> str:
    """Return the address under which a YAML file of the catalogue is published."""
    return f"sources/{source}"


def add_made_files(files: Files, uris: Iterable[str], config: MkDocsConfig) -> None:
    """Add files that stand in the site already, or will before MkDocs copies the others."""
    for uri in uris:
        _append(files, MadeFile(uri, config.site_dir))


def add_server_files(files: Files, config: MkDocsConfig, frame_ancestors: Sequence[str]) -> None:
    """Add what tells web servers which headers to send, once every other file is there."""
    paths = [file.dest_uri for file in files]
    root = urlsplit(config.site_url or "").path.rstrip("/") + "/"
    texts = serveurs.describe_servers(paths, root=root, frame_ancestors=frame_ancestors)
    for uri, text in texts.items():
        _append(files, File.generated(config, uri, content=text, inclusion=_SHOWN))


def _sheet_uri(planned: PlannedPage) -> str:
    return f"{planned.url.rstrip('/')}.md"


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
