"""What a logo may hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.vocabulary.logo import find_danger, kind_of

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'
HARMLESS = (
    '<path d="M0 0h8v8H0z" fill="#1d4f5c"/>',
    '<style>path { fill: #1d4f5c }</style><g id="a"><path d="M0 0"/></g><use href="#a"/>',
    '<use xlink:href="#a"/>',
    '<image href="data:image/png;base64,iVBORw0KGgo="/>',
    "<title>Département Fictif</title>",
)
DANGERS = {
    "<script>alert(1)</script>": "une balise «\u00a0script\u00a0»",
    '<s:script xmlns:s="http://www.w3.org/2000/svg"/>': "une balise «\u00a0s:script\u00a0»",
    "<foreignObject/>": "une balise «\u00a0foreignObject\u00a0»",
    '<path onclick="alert(1)"/>': "un attribut «\u00a0onclick\u00a0»",
    '<image href="https://www.exemple.fr/a.png"/>': "un lien «\u00a0href\u00a0»",
    '<a xlink:href="javascript:alert(1)"/>': "un lien «\u00a0xlink:href\u00a0»",
    '<image href="data:image/svg+xml,a"/>': "un lien «\u00a0href\u00a0»",
    "<path>": "une faute d’écriture du dessin",
}


@pytest.mark.parametrize("inside", HARMLESS)
def test_a_drawing_is_accepted(inside: str) -> None:
    data = SVG.format(inside).encode()
    assert kind_of(data) == "svg"
    assert find_danger(data) is None


@pytest.mark.parametrize(("inside", "danger"), DANGERS.items())
def test_what_acts_or_leads_elsewhere_is_refused(inside: str, danger: str) -> None:
    assert find_danger(SVG.format(inside).encode()) == danger


def test_a_declaration_of_entities_is_refused_in_any_encoding() -> None:
    text = '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "a">]>' + SVG.format("&a;")
    for encoding in ("utf-8", "utf-16"):
        assert find_danger(text.encode(encoding)) == "une déclaration «\u00a0DOCTYPE\u00a0»"


def test_a_style_sheet_from_elsewhere_is_refused() -> None:
    text = '<?xml-stylesheet href="a.css"?>' + SVG.format("")
    assert find_danger(text.encode()) == "une instruction «\u00a0xml-stylesheet\u00a0»"


def test_the_kind_is_told_from_the_content() -> None:
    assert kind_of(b"\x89PNG\r\n\x1a\n...") == "png"
    assert kind_of(b"\xff\xd8\xff\xe0") is None


@given(st.binary(max_size=200))
def test_nothing_raises(data: bytes) -> None:
    kind_of(data)
    assert find_danger(data) is None or find_danger(data)
