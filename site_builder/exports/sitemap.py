"""The sitemap: every page of the site, with the day it last changed.

MkDocs' own lists the pages that MkDocs knows, and sheets are none of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """A page's absolute URL and the day it last changed."""

    url: str
    changed: date


def render_sitemap(entries: Iterable[SitemapEntry]) -> str:
    """Return the text of ``sitemap.xml`` (https://www.sitemaps.org/protocol.html)."""
    lines = [
        f"  <url><loc>{escape(entry.url)}</loc><lastmod>{entry.changed.isoformat()}</lastmod></url>"
        for entry in entries
    ]
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
            *lines,
            "</urlset>",
            "",
        ]
    )
