"""The catalogue's files, as MkDocs sees them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from site_builder.exports import serveurs
from site_builder.exports.code_qr import draw_qr
from site_builder.pages import PlannedPage
from site_builder.plugin.ready import SiteFiles, paths_of, refuse_twin
from site_builder.plugin.theme import CODE


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


def add_sheets(files: SiteFiles, sheets: Iterable[PlannedPage]) -> None:
    """Let pages written by hand link to the sheets."""
    files.add_ready({_sheet_uri(planned): f"{planned.url}index.html" for planned in sheets})


def list_sources(sheets: Iterable[PlannedPage]) -> list[str]:
    """Return the YAML files of the sheets, relative to the catalogue, each once."""
    return list({planned.source: None for planned in sheets if planned.source})


def source_uri(source: str) -> str:
    """Return the address under which a YAML file of the catalogue is published."""
    return f"sources/{source}"


def add_made_files(files: SiteFiles, uris: Iterable[str]) -> None:
    """Add files that stand in the site already, or will before MkDocs copies the others."""
    files.add_ready({uri: uri for uri in uris})


def add_server_files(files: Files, config: MkDocsConfig, frame_ancestors: Sequence[str]) -> None:
    """Add what tells web servers which headers to send, once every other file is there."""
    root = urlsplit(config.site_url or "").path.rstrip("/") + "/"
    texts = serveurs.describe_servers(paths_of(files), root=root, frame_ancestors=frame_ancestors)
    for uri, text in texts.items():
        _append(files, File.generated(config, uri, content=text, inclusion=_SHOWN))


def _sheet_uri(planned: PlannedPage) -> str:
    return f"{planned.url.rstrip('/')}.md"


def listing_uri(planned: PlannedPage) -> str:
    """Return where the Markdown file of a generated list would be in ``docs/``."""
    return f"{planned.url}index.md"


_SHOWN = InclusionLevel.NOT_IN_NAV


def _append(files: Files, file: File) -> None:
    if file.src_uri in files:
        refuse_twin(file.src_uri)
    files.append(file)
