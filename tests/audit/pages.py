"""Which pages are measured: one of each type, and those that Lighthouse visits."""

from __future__ import annotations

from tests.site.site_reader import BuiltSite

# Home, an action, the explorer, a questionnaire.
LIGHTHOUSE = ("", "actions/referent-solidarite/", "actions/", "mes-droits/")
NOT_FOUND = "404.html"


def find_pages(site: BuiltSite) -> list[str]:
    """Return the addresses of a page of each type: one that Lighthouse visits, where there is."""
    known = {
        (url.partition("/")[0], url.count("/")): url for url in LIGHTHOUSE if url in site.pages
    }
    return [*sorted({**site.page_types, **known}.values()), NOT_FOUND]
