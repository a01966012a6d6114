"""Web addresses: what a page may link to, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.vocabulary.adresses_web import parse_lien, parse_site_web
from site_builder.vocabulary.refusal import ValueRefused, did_you_mean

_BOTH = pytest.mark.parametrize("parse", [parse_site_web, parse_lien])


@_BOTH
@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://www.exemple.fr", "https://www.exemple.fr"),
        (" HTTPS://Www.Exemple.FR/Page?a=B#C ", "https://www.exemple.fr/Page?a=B#C"),
        ("https://exemple.fr:8443/x", "https://exemple.fr:8443/x"),
        ("https://écoles.fr/été", "https://écoles.fr/été"),
        ("https://xn--coles-9ra.fr", "https://xn--coles-9ra.fr"),
        ("https://exemple.fr/a@b", "https://exemple.fr/a@b"),
    ],
)
def test_https_addresses(parse: Callable[[str], str], text: str, address: str) -> None:
    assert parse(text) == address


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("mailto:contact@exemple.fr", "mailto:contact@exemple.fr"),
        ("tel:01 99 00 12 34", "tel:+33199001234"),
        ("TEL:+33199001234", "tel:+33199001234"),
        ("tel:3949", "tel:3949"),
    ],
)
def test_links_may_write_or_call(text: str, link: str) -> None:
    assert parse_lien(text) == link
    with pytest.raises(ValueRefused) as refusal:
        parse_site_web(text)
    assert refusal.value.code == "CAT-V322"


@_BOTH
@pytest.mark.parametrize(
    ("text", "code", "mended"),
    [
        ("http://exemple.fr/a", "CAT-V320", "https://exemple.fr/a"),
        ("www.exemple.fr", "CAT-V321", "https://www.exemple.fr"),
        ("exemple.fr:8080/a", "CAT-V321", "https://exemple.fr:8080/a"),
        ("//exemple.fr/a", "CAT-V321", "https://exemple.fr/a"),
        ("contact@exemple.fr", "CAT-V321", "mailto:contact@exemple.fr"),
        ("documents/fiche", "CAT-V321", None),
        ("", "CAT-V321", None),
        ("javascript:alert(1)", "CAT-V322", None),
        ("JavaScript:alert(1)", "CAT-V322", None),
        ("data:text/html,x", "CAT-V322", None),
        ("ftp://exemple.fr", "CAT-V322", None),
        ("java\tscript:alert(1)", "CAT-V323", None),
        ("\x01javascript:alert(1)", "CAT-V323", None),
        ("https://", "CAT-V323", None),
        ("https:exemple.fr", "CAT-V323", None),
        ("https:///exemple.fr", "CAT-V323", None),
        ("https://exemple fr", "CAT-V323", None),
        ("https://localhost/", "CAT-V323", None),
        ("https://127.0.0.1/", "CAT-V323", None),
        ("https://[::1]/", "CAT-V323", None),
        ("https://[", "CAT-V323", None),
        ("https://exemple.fr:99999/", "CAT-V323", None),
        ("https://exemple..fr/", "CAT-V323", None),
        ("https://ⓔxemple.fr/", "CAT-V323", None),
        ("https://exemple.fr/\u202egpj.exe", "CAT-V323", None),
        ("https://exemple.fr/\u200b", "CAT-V323", None),
        ("https://exemple.fr\\@autre.fr", "CAT-V323", None),
        ('https://exemple.fr/"onclick=', "CAT-V323", None),
        ("https://exemple.fr/<b>", "CAT-V323", None),
        ("https://exemple.fr/" + "a" * 2000, "CAT-V323", None),
        ("https://nom:secret@exemple.fr/", "CAT-V324", None),
        ("https://exemple.fr@autre.fr/", "CAT-V324", None),
    ],
)
def test_what_is_refused(
    parse: Callable[[str], str], text: str, code: str, mended: str | None
) -> None:
    with pytest.raises(ValueRefused) as refusal:
        parse(text)
    assert refusal.value.code == code
    assert refusal.value.suggestion == (None if mended is None else did_you_mean(mended))


def test_what_follows_mailto_and_tel_is_checked() -> None:
    with pytest.raises(ValueRefused, match="CAT-V310"):
        parse_lien("mailto:a@exemple.fr?cc=b@exemple.fr")
    with pytest.raises(ValueRefused, match="CAT-V304"):
        parse_lien("tel:+442079460123")


@given(st.text() | st.text(alphabet="https:/@.\\ e[]?#%&\t\u202e").map("https://".__add__))
def test_an_accepted_address_is_safe_and_stable(text: str) -> None:
    try:
        address = parse_site_web(text)
    except ValueRefused:
        return
    parts = urlsplit(address)
    assert parts.scheme == "https"
    assert "@" not in parts.netloc
    assert not set(address) & set("\"'<>\\ \t\n") - {"'"}
    assert parse_site_web(address) == address
