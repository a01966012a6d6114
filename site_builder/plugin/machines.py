"""What machines read of the site and MkDocs would write without the sheets."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.utils import get_build_datetime

from site_builder.exports.sitemap import SitemapEntry, render_sitemap
from site_builder.pages import PlannedPage

SITEMAP = "sitemap.xml"
"""The template of the sitemap. MkDocs compresses what it makes of it, into a second file."""


def leave_out_sitemap(config: MkDocsConfig) -> tuple[str, ...]:
    """Have MkDocs write no sitemap; return the paths of the files that it would write."""
    if SITEMAP not in config.theme.static_templates:
        return ()
    config.theme.static_templates.remove(SITEMAP)
    return SITEMAP, f"{SITEMAP}.gz"


def list_in_sitemap(files: Files, sheets: Iterable[PlannedPage], config: MkDocsConfig) -> str:
    """Return a sitemap of every page, without any when the site's address isn't known."""
    site_url = config.site_url
    if not site_url:
        return render_sitemap([])
    today = get_build_datetime().date()
    pages = [file.page for file in files.documentation_pages() if file.page is not None]
    entries = [
        SitemapEntry(page.canonical_url or "", date.fromisoformat(page.update_date))
        for page in pages
    ]
    entries += [
        # MkDocs ends the site's address with a slash.
        SitemapEntry(f"{site_url}{sheet.url}", sheet.date_maj or today)
        for sheet in sheets
    ]
    return render_sitemap(entries)
