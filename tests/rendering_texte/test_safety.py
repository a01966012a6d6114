"""Whatever a text holds, only allowed elements and attributes come out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from site_builder.rendering.html import ALLOWED, SCHEMES, sanitize
from site_builder.rendering.markdown import write_blocks
from site_builder.rendering.sigles import SiglesFiche
from site_builder.vocabulary.texte_riche import parse_blocks, references
from tests.rendering_texte.glossaire_fictif import SIGLES, new_sheet, resolve

FUNCTIONS = ("bloc", "ligne", "brut")
ATTACKS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<a href='javascript:alert(1)'>x</a>",
    "<!-- --><b>x</b>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](java\0script:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:msgbox)",
    "[x](//exemple.fr/a)",
    "[x](\\\\exemple.fr)",
    "[x](https://exemple.fr@mechant.example/)",
    '[x](https://exemple.fr/"onmouseover="alert(1))',
    '[x](<https://exemple.fr/"onclick=alert(1)>)',
    '[x](https://exemple.fr "titre\\" onclick=alert(1)")',
    "[x](../../actions/garage)",
    "[x](actions/garage?x=1)",
    "[[[x](https://exemple.fr)](javascript:a)](https://exemple.org)",
    "![x](javascript:alert(1))",
    "![<script>](x)",
    "<javascript:alert(1)>",
    "[x]: javascript:alert(1)\n\n[x]",
    "**<b onclick=x>**",
    "`<script>`",
    "```html\n<script>\n```",
    "| <script> |\n|-|\n| <img onerror=x> |",
    "\u202e<tpircs>\u2066",
    "\uff1cscript\uff1e",
    "\ufdd0\ufdd1<b>\ufdd0",
    "\ud83d \udc00 <b>",
    "RSA<b>RSA</b>RSA\ufdd0",
    '" onmouseover="alert(1)',
    "' onmouseover='alert(1)",
    "{{ 7*7 }} {% raw %} ${7*7}",
    "[" * 300 + "](" * 300,
    "> " * 300 + "x",
    "*" * 999 + "x" + "_" * 999,
)

fragments = st.sampled_from(
    (*ATTACKS, "RSA", "**", "*", "_", "`", "[", "](", ")", "actions/garage", "https://exemple.fr")
)
separators = st.sampled_from(("", " ", "\n", "\n\n", "- ", "|", "# ", "1. "))
texts = st.lists(fragments | separators | st.text(max_size=12), max_size=12).map("".join)


def assert_allowed(html: str) -> None:
    tree = LexborHTMLParser(f"<div>{html}</div>").css_first("body > div")
    assert tree is not None
    for node in tree.traverse():
        if node is tree or node.mem_id == tree.mem_id:
            continue
        assert node.tag in ALLOWED, html
        assert set(node.attributes) <= ALLOWED[node.tag], html
        href = node.attributes.get("href")
        if href is not None and not href.startswith(("../../", "#sigle-")):
            assert href.partition(":")[0] in SCHEMES, html


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("function", FUNCTIONS)
def test_an_attack_gives_no_forbidden_markup(function: str, attack: str) -> None:
    html = str(getattr(new_sheet(), function)(attack))
    assert_allowed(html)
    assert "<script" not in html
    if function == "brut":
        assert "<" not in html
        assert '"' not in html
        assert "'" not in html


@given(texts)
def test_only_allowed_markup_comes_out(text: str) -> None:
    sheet = new_sheet()
    for function in FUNCTIONS:
        assert_allowed(str(getattr(sheet, function)(text)))


@given(texts)
def test_the_sanitizer_never_catches_anything(text: str) -> None:
    html = write_blocks(parse_blocks(text), SiglesFiche(SIGLES), resolve)
    assert sanitize(html) == html


@given(texts)
def test_references_never_raise_and_stay_inside(text: str) -> None:
    assert all(0 <= found.offset <= len(text) for found in references(text))


@pytest.mark.parametrize(
    "destination",
    [
        "javascript:a",
        "//exemple.fr",
        "http://exemple.fr",
        "https://exemple",
        "https://a@exemple.fr",
    ],
)
def test_a_refused_link_leaves_its_words(destination: str) -> None:
    assert str(new_sheet().ligne(f"voir [le site]({destination})")) == "voir le site"


def test_a_refused_link_says_why() -> None:
    refusals = [found.refusal for found in references("[a](http://exemple.fr) [b](actions/b)")]
    assert refusals[0] is not None
    assert refusals[0].code == "CAT-V320"
    assert refusals[1] is None
