"""A text is called easy to read, and bears the European logo, once it was proofread."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from site_builder.model.catalogue import Catalogue
from site_builder.model.falc import Falc
from site_builder.pages import PlannedPage
from site_builder.rendering.renderer import Renderer

ACTION = "actions/parcours-fictif/"
LOGO = "assets/images/facile-a-lire.12345678.svg"
PROOFREAD = Falc.model_validate(
    {"texte": "Une aide.", "relu_par": "Association Fictive", "relu_le": "2025-01-15"}
)


@pytest.fixture
def block(catalogue: Catalogue, templates: Path, pages: dict[str, PlannedPage]):
    """Return a function that renders an action with a text, and gives its block."""

    def render(falc: Falc | None, logo: str = LOGO) -> LexborNode | None:
        page = pages[ACTION]
        assert page.record is not None
        record = page.record.model_copy(update={"falc": falc})
        renderer = Renderer(catalogue, templates, date(2025, 1, 20), logo)
        body = renderer.render(page._replace(record=record))
        return LexborHTMLParser(body.html).css_first(".cat-falc")

    return render


def test_a_text_that_was_proofread_says_by_whom_and_when(block) -> None:
    found = block(PROOFREAD)
    assert found.css_first("h2").text() == "Facile à lire et à comprendre (FALC)"
    assert "Texte relu par\u00a0: Association Fictive, le 15\u00a0janvier 2025." in found.text()
    image = found.css_first("img")
    assert image.attributes["src"] == f"../../{LOGO}"
    assert image.attributes["alt"] == "Logo européen «\u00a0Facile à lire\u00a0»"
    assert "© Inclusion Europe" in found.text()


def test_without_the_file_there_is_no_logo(block) -> None:
    found = block(PROOFREAD, logo="")
    assert found.css("img") == []
    assert "Inclusion Europe" not in found.text()
    assert "Texte relu par" in found.text()


@pytest.mark.parametrize("missing", ["relu_par", "relu_le"])
def test_a_text_without_proofreading_is_in_plain_words_only(block, missing: str) -> None:
    found = block(PROOFREAD.model_copy(update={missing: None}))
    assert found.css_first("h2").text() == "En mots simples"
    assert found.css("img") == []
    for words in ("FALC", "relu", "Association Fictive"):
        assert words not in found.text()


def test_it_stands_above_the_summary(block) -> None:
    found = block(PROOFREAD)
    assert found.next.next.attributes["class"] == "cat-bref"
    assert block(None) is None
