"""Links that pages share are settled once: the answer is that of the address alone."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from site_builder.build.address import Addresses, Target, fragment_of
from site_builder.build.page import read_page
from site_builder.build.survey import Survey

_PIECES = ["..", ".", "a", "b-c", "index.html", "", "x:y", "//", "%2e%2e", "#f", "?q=1", " ", "é"]
_LINKS = st.lists(st.sampled_from(_PIECES), max_size=6).map("/".join)
_FILES = [
    "index.html",
    "404.html",
    "a/index.html",
    "b-c/index.html",
    "a/b/index.html",
    "a/b/c.html",
]
_BASES = st.sampled_from(["", "<base href='..'>", "<base href='b-c/'>"])
_PAGES = st.tuples(_BASES, st.sampled_from(_FILES), st.lists(_LINKS, max_size=5))


def _counts(survey: Survey) -> Counter[object]:
    """What was found, and on how many pages."""
    found = Counter({(f.code, f.target or f.text): f.count for f in survey.found.findings})
    found.update({link: len(pages) for link, pages in survey.found.pending.items()})
    return found


@given(st.lists(_PAGES, max_size=8), st.sampled_from(["", "https://x.fr/d/"]))
def test_what_is_found_does_not_depend_on_the_pages_before(
    pages: list[tuple[str, str, list[str]]], site_url: str
) -> None:
    addresses = Addresses(site_url)
    together = Survey(Path(), _FILES, addresses)
    for base, page, links in pages:
        anchors = "".join(f"<a href='{link}'>x</a>" for link in links)
        content = read_page(f"{base}{anchors}".encode())
        alone = Survey(Path(), _FILES, addresses)
        alone.check_page(page, content)
        before = _counts(together)
        together.check_page(page, content)
        assert _counts(together) - before == _counts(alone)


@given(st.text("#:~%4a \té", max_size=8).map("#{}".format))
def test_the_fragment_of_a_link_to_the_page_itself(link: str) -> None:
    assert Addresses("").resolve(link, "a.html") == Target("a.html", fragment_of(link))
