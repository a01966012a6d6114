"""What the checks read in a text: links, raw HTML, unknown acronyms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.vocabulary.sigles import unknown_acronyms
from site_builder.vocabulary.texte_riche import (
    RecordTarget,
    Reference,
    _parsed_references,
    raw_html_spans,
    references,
)
from tests.any_markdown import ANY_MARKDOWN


def test_references_are_located_and_judged() -> None:
    text = (
        "- [a](actions/un)\n- [b](javascript:x) et [c](actions/un) ![d](d.png) [e](mailto:a@b.fr)"
    )
    found = references(text)
    assert found == [
        Reference(6, "actions/un", RecordTarget("actions", "un")),
        Reference(24, "javascript:x", None),
        Reference(45, "actions/un", RecordTarget("actions", "un")),
        Reference(62, "d.png", None, image=True),
        Reference(73, "mailto:a@b.fr", "mailto:a@b.fr"),
    ]
    for reference in found:
        assert text[reference.offset :].startswith(reference.destination)


@pytest.mark.parametrize("text", ["", "sans lien", "`[a](actions/un)`", "\\[a](actions/un)"])
def test_no_reference(text: str) -> None:
    assert references(text) == []


@given(ANY_MARKDOWN)
def test_links_are_the_same_with_and_without_the_parser(text: str) -> None:
    assert references(text) == (_parsed_references(text) if "](" in text else [])


@pytest.mark.parametrize(
    ("text", "offset", "snippet"),
    [
        ("un <b>mot</b>", 3, "<b>"),
        ("<script>alert(1)</script>", 0, "<script>"),
        ("texte <script", 6, "<script"),
        ("</p>", 0, "</p>"),
        ("a <!-- note -->", 2, "<!-- note -->"),
        ("<br/>", 0, "<br/>"),
        ("<img src=x onerror=alert(1)>", 0, "<img src=x onerror=alert(1)>"),
        ("<svg/onload=alert(1)>", 0, "<svg/onload=alert(1)>"),
        ("<o:p>", 0, "<o:p>"),
        ("<!DOCTYPE html>", 0, "<!DOCTYPE html>"),
        ("<?xml version='1.0'?>", 0, "<?xml version='1.0'?>"),
        ("&lt;script&gt;", 0, "&lt;script&gt;"),
        ("&#60;b&#62;", 0, "&#60;b&#62;"),
        ("&#x3C;iframe src=x", 0, "&#x3C;iframe src=x"),
    ],
)
def test_raw_html_is_found(text: str, offset: int, snippet: str) -> None:
    assert raw_html_spans(text)[0] == (offset, snippet)


@pytest.mark.parametrize(
    "text",
    [
        *("5 < 10", "<18 ans", "< 26 ans", "x<5 et y>3", "R&D", "a <- b", "<prenom@exemple.fr>"),
        *("<https://exemple.fr>", "« <= 26 »", "I <3 vous", "&eacute;", "&lt; 26 ans"),
    ],
)
def test_what_is_not_html(text: str) -> None:
    assert raw_html_spans(text) == []


@given(st.text(alphabet="<>&lt;#60x3cab!-/?: @\n", max_size=80))
def test_snippets_stand_where_they_are_said(text: str) -> None:
    for offset, snippet in raw_html_spans(text):
        assert text.startswith(snippet, offset)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("le RSA et l'AAH", [(12, "AAH")]),
        ("un BRSA, le PDI-E", [(3, "BRSA"), (12, "PDI-E")]),
        ("CCAS-RSA et RSA-CCAS2", [(0, "CCAS-RSA"), (12, "RSA-CCAS2")]),
        ("les SLAI(s)", [(4, "SLAI")]),
        ("RSA", []),
        ("AAH", [(0, "AAH")]),
        ("chapitre II, titre XIV, bilan N+1, Monjob62, S4, 2A", []),
        ("ACTION 2.4 : ACCOMPAGNER DES ALLOCATAIRES PAR LES CCAS", []),
        ("le guide ACCOMPAGNER LES JEUNES du service", []),
        ("ATTENTION au délai", []),
        ("un CV, un RDV, un SMS, 62000 ARRAS CEDEX", [(29, "ARRAS")]),
        ("https://www.AAH.fr et AAH@exemple.fr", []),
        ("Œuvre, ÉTÉ, l'ARS", [(7, "ÉTÉ"), (14, "ARS")]),
    ],
)
def test_unknown_acronyms(text: str, expected: list[tuple[int, str]]) -> None:
    assert unknown_acronyms(text, {"RSA"}) == expected


@given(st.text())
def test_unknown_acronyms_stand_where_they_are_said(text: str) -> None:
    for offset, acronym in unknown_acronyms(text, ()):
        assert text.startswith(acronym, offset)
        assert sum(char.isupper() for char in acronym) >= 2
