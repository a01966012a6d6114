"""The page of a code, the nearest code, and the reference page for editors."""

from __future__ import annotations

from dataclasses import replace

import markdown
import pytest

from site_builder.messages import describe_codes_markdown, explain, nearest_code
from site_builder.problems import REGISTER


@pytest.mark.parametrize("code", list(REGISTER))
def test_every_code_has_its_page(code):
    page = explain(code)
    assert page is not None
    assert page.startswith(f"{code}\u00a0: {REGISTER[code].titre} ({REGISTER[code].severity})\n")
    assert "{" not in page.split("Pourquoi")[0]


@pytest.mark.parametrize("typed", ["CAT-R101", " cat-r101 ", "R101", "cat r101", "CATR101"])
@pytest.mark.usefixtures("register")
def test_a_code_may_be_typed_loosely(typed):
    assert explain(typed) == explain("CAT-R101")


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [
        ("CAT-R110", "CAT-R101"),
        ("R1O1", "CAT-R101"),
        ("CAT-D21", "CAT-D201"),
        ("f90", "CAT-F090"),
        ("bonjour", None),
        ("", None),
    ],
)
@pytest.mark.usefixtures("register")
def test_an_unknown_code_has_a_nearest_one(typed, nearest):
    assert explain(typed) is None
    assert nearest_code(typed) == nearest


def test_the_terminal_page_is_harmless_and_narrow(register):
    register["CAT-R101"] = replace(register["CAT-R101"], mauvais="nom:\t\x1b[31mx\x00\nfin: 1\n")
    page = explain("CAT-R101")
    assert page is not None
    assert "À éviter\n  nom:→   ␛[31mx␀\n  fin: 1\n" in page
    assert max(map(len, page.splitlines())) <= 80


def test_the_markdown_page_has_one_anchored_heading_a_code():
    html = markdown.markdown(describe_codes_markdown(), extensions=["attr_list", "fenced_code"])
    for code in REGISTER:
        assert html.count(f'<h3 id="{code.lower()}">{code}') == 1
    assert html.count("<h3") == len(REGISTER)


def test_the_words_of_a_rule_are_text_in_markdown(register):
    hostile = "<b>gras</b> & *étoile* _sous_ [lien](x) `code` { .x } 1 < 2"
    register["CAT-R101"] = replace(register["CAT-R101"], titre=hostile, pourquoi=hostile)
    html = markdown.markdown(describe_codes_markdown(), extensions=["attr_list", "fenced_code"])
    shown = hostile.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert f'<h3 id="cat-r101">CAT-R101\u00a0: {shown}</h3>' in html
    assert f"<p><strong>Pourquoi.</strong> {shown}</p>" in html
