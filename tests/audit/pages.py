"""Which pages are measured: one of each type, and those that Lighthouse visits."""

from __future__ import annotations

from tests.site.site_reader import BuiltSite

# A sheet with everything on it, rather than the first that comes.
SHEETS = {"actions": "actions/referent-solidarite/"}
# Home, an action, the explorer, a questionnaire.
LIGHTHOUSE = ("", "actions/referent-solidarite/", "actions/", "mes-droits/")
NOT_FOUND = "404.html"


def find_pages(site: BuiltSite) -> list[str]:
    """Return the addresses of a page of each folder and depth: a type that is added comes too."""
    first: dict[tuple[str, int], str] = {}
    for url in site.pages:
        folder = url.partition("/")[0]
        first.setdefault((folder, url.count("/")), url)
        if url == SHEETS.get(folder):
            first[folder, url.count("/")] = url
    return [
        *sorted({*first.values(), *(url for url in LIGHTHOUSE if url in site.pages)}),
        NOT_FOUND,
    ]
