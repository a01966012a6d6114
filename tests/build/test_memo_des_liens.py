"""Links that pages share are settled once: the answer is that of the address alone."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from site_builder.build.address import Addresses
from site_builder.build.verification import _Survey

_PIECES = ["..", ".", "a", "b-c", "index.html", "", "x:y", "//", "%2e%2e", "#f", "?q=1", " ", "é"]
_LINKS = st.lists(st.sampled_from(_PIECES), max_size=6).map("/".join)
_PAGES = st.sampled_from(["index.html", "a/index.html", "a/b/index.html", "a/b/c.html", "404.html"])


@given(st.lists(st.tuples(_LINKS, _PAGES), max_size=20), st.sampled_from(["", "https://x.fr/d/"]))
def test_a_link_leads_to_the_same_place(links: list[tuple[str, str]], site_url: str) -> None:
    survey = _Survey(Path(), (), Addresses(site_url))
    alone = Addresses(site_url)
    for link, page in links:
        assert survey._resolve(link, page) == alone.resolve(link, page), (link, page)
