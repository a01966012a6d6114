"""Links lead where a browser would go."""

from __future__ import annotations

import posixpath
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.build.address import Addresses, Elsewhere, Target

SITE = "https://Exemple.fr/catalogue/"
PAGE = "actions/garage/index.html"


@pytest.mark.parametrize(
    ("link", "path", "fragment"),
    [
        ("", PAGE, ""),
        ("#", PAGE, ""),
        ("#etapes", PAGE, "etapes"),
        ("?page=2#etapes", PAGE, "etapes"),
        (".", "actions/garage/", ""),
        ("./", "actions/garage/", ""),
        ("..", "actions/", ""),
        ("../", "actions/", ""),
        ("../ccas/?a=../b#c", "actions/ccas/", "c"),
        ("../ccas", "actions/ccas", ""),
        ("../..", "", ""),
        ("../../index.html", "index.html", ""),
        ("plan/./a//b/../c.svg", "actions/garage/plan/a/c.svg", ""),
        ("d%C3%A9marche/#%C3%A9tape", "actions/garage/démarche/", "étape"),
        ("#etapes:~:text=bonjour", PAGE, "etapes"),
        ("/catalogue", "", ""),
        ("/catalogue/", "", ""),
        ("/catalogue/.", "", ""),
        ("/catalogue/actions/#x", "actions/", "x"),
        ("https://exemple.fr/catalogue/actions/", "actions/", ""),
        ("HTTPS://EXEMPLE.FR/catalogue", "", ""),
        (" \n../cc\tas/ ", "actions/ccas/", ""),
    ],
)
def test_links_that_stay_in_the_site(link: str, path: str, fragment: str) -> None:
    assert Addresses(SITE).resolve(link, PAGE) == Target(path, fragment)


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("https://exemple.org/", Elsewhere.SAFE),
        ("HTTPS://exemple.org/", Elsewhere.SAFE),
        ("//exemple.org/", Elsewhere.SAFE),
        ("https://exemple.fr/autre/", Elsewhere.SAFE),
        ("https://exemple.fr.exemple.org/catalogue/", Elsewhere.SAFE),
        ("mailto:contact@exemple.fr", Elsewhere.SAFE),
        ("tel:+33199001234", Elsewhere.SAFE),
        ("data:image/png;base64,AAAA", Elsewhere.SAFE),
        ("http://exemple.org/", Elsewhere.UNENCRYPTED),
        ("javascript:void(0)", Elsewhere.FORBIDDEN),
        (" JavaScript:alert(1)", Elsewhere.FORBIDDEN),
        ("java\nscript:alert(1)", Elsewhere.FORBIDDEN),
        ("\x01javascript:alert(1)", Elsewhere.FORBIDDEN),
        ("data:text/html,<script>", Elsewhere.FORBIDDEN),
        ("vbscript:x", Elsewhere.FORBIDDEN),
        ("file:///etc/hosts", Elsewhere.FORBIDDEN),
        ("C:\\dossier\\fiche.yml", Elsewhere.FORBIDDEN),
        ("../../..", Elsewhere.OUTSIDE),
        ("../../../actions/", Elsewhere.OUTSIDE),
        ("%2E%2E/../../x", Elsewhere.OUTSIDE),
        ("/", Elsewhere.OUTSIDE),
        ("/autre/", Elsewhere.OUTSIDE),
        ("/catalogue-2/", Elsewhere.OUTSIDE),
        ("/catalogue/../autre/", Elsewhere.OUTSIDE),
    ],
)
def test_links_that_leave_the_site(link: str, expected: Elsewhere) -> None:
    assert Addresses(SITE).resolve(link, PAGE) is expected


@pytest.mark.parametrize("site_url", ["", "https://exemple.fr", "https://exemple.fr/"])
def test_a_site_at_the_root_of_its_host(site_url: str) -> None:
    addresses = Addresses(site_url)
    assert addresses.resolve("/actions/", "404.html") == Target("actions/", "")
    assert addresses.resolve("/", "404.html") == Target("", "")


def test_without_a_site_address_full_links_are_external() -> None:
    assert Addresses("").resolve("https://exemple.fr/actions/", PAGE) is Elsewhere.SAFE


NAMES = st.text(min_size=1, max_size=8).filter(lambda name: name not in (".", ".."))
SEGMENTS = st.lists(NAMES.map(lambda name: name.replace("/", "a").replace("\0", "a")), min_size=1)


@given(SEGMENTS, SEGMENTS)
def test_a_relative_link_written_for_a_page_leads_to_it(page: list[str], target: list[str]) -> None:
    here = posixpath.join("/", *page[:-1])
    link = quote(posixpath.relpath(posixpath.join("/", *target), here))
    resolved = Addresses(SITE).resolve(link, "/".join(page))
    assert isinstance(resolved, Target)
    assert resolved.path.rstrip("/") == "/".join(target)


@given(st.text(), st.sampled_from(["", SITE, "https://exemple.fr"]))
def test_no_link_is_too_odd(link: str, site_url: str) -> None:
    assert isinstance(Addresses(site_url).resolve(link, PAGE), Target | Elsewhere)


_PARTS = st.sampled_from(["..", ".", "a", "b-c", "index.html", "..d", "é", ""])


@given(
    st.lists(_PARTS, max_size=6).map("/".join),
    st.sampled_from(["", "#e", "#f=g", "#%C3%A9", "#"]),
    st.sampled_from(["index.html", "a/index.html", "a/b/c.html", "a/b-c/"]),
)
def test_a_query_never_changes_where_a_link_leads(path: str, fragment: str, page: str) -> None:
    """Whichever way the address is read: a short one is for those without a query."""
    addresses = Addresses(SITE)
    assert addresses.resolve(path + fragment, page) == addresses.resolve(
        f"{path}?q{fragment}", page
    )
