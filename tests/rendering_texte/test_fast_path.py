"""A text that is not parsed comes out as if it had been."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.rendering import texte
from site_builder.rendering.html import sanitize
from site_builder.rendering.markdown import write_blocks, write_line
from site_builder.rendering.sigles import SiglesFiche
from site_builder.vocabulary.texte_riche import parse_blocks, parse_line
from tests.rendering_texte.glossaire_fictif import SIGLES, new_sheet, resolve

pieces = st.sampled_from(
    (
        *"-+#=|~!:()\"'. \t0123456789$^é",
        *("\u00a0", "\u2028", "\u3000", "RSA", "SLAI(s)", " mot ", "1.", "1)", "...", "52 700 €"),
        *("https://exemple.fr/b", "a@exemple.fr", "www.exemple.fr"),
        *("**", "*", "_", "`", "\\", "&amp;", "<b>", "[", "](actions/garage)", "> "),
    )
)
texts = st.lists(pieces | st.text(max_size=4), max_size=12).map("".join)

# Where strong words and links meet what makes them something else.
marked = st.lists(
    st.sampled_from(
        (
            *("**mot**", "**le RSA**", "**Oui.**", "**1 (un)**", "[mot](actions/garage)"),
            *("[le RSA](actions/garage)", "[mot](actions/absent)", "[mot](inconnu/garage)"),
            *(
                "[mot](https://www.exemple.fr/a_b/c.pdf)",
                "| a | b |\n|---|:-:|",
                "\n| **a** | RSA |",
            ),
            *("\n| a |", "\n|a|b|c|", "|", "\n|-|-|", "\\|"),
            *(
                "[un) mot](actions/garage)",
                "**[mot](actions/garage)**",
                "[**mot**](actions/garage)",
            ),
            *("**", "*", "_", "!", "[", "]", "(", ")", "a", "é", "RSA", ".", "»", "\\", "`", "<b>"),
            *(" ", "\u00a0", "\n", "- ", "\n- ", "\n\n"),
        )
    ),
    max_size=8,
).map("".join)


@given(texts)
def test_a_block_comes_out_the_same(text: str) -> None:
    parsed = sanitize(write_blocks(parse_blocks(text.rstrip()), SiglesFiche(SIGLES), resolve))
    assert new_sheet().bloc(text) == parsed


@given(st.lists(pieces | st.sampled_from(("\n", "\n\n", "\n\n- mot", "\n- ", "- "))).map("".join))
def test_blocks_come_out_the_same(text: str) -> None:
    parsed = sanitize(write_blocks(parse_blocks(text.rstrip()), SiglesFiche(SIGLES), resolve))
    assert new_sheet().bloc(text) == parsed


@given(texts)
def test_a_line_comes_out_the_same(text: str) -> None:
    parsed = sanitize(write_line(parse_line(text.strip()), SiglesFiche(SIGLES), resolve))
    assert new_sheet().ligne(text) == parsed


@given(marked)
def test_simple_markup_comes_out_the_same(text: str) -> None:
    parsed = sanitize(write_line(parse_line(text.strip()), SiglesFiche(SIGLES), resolve))
    assert new_sheet().ligne(text) == parsed
    parsed = sanitize(write_blocks(parse_blocks(text.rstrip()), SiglesFiche(SIGLES), resolve))
    assert new_sheet().bloc(text) == parsed


def test_plain_paragraphs_and_flat_lists_are_not_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Une phrase :\n\n- un\n- le RSA\n\nUne autre."
    parsed = new_sheet().bloc(text)

    def refuse(_: str) -> None:
        raise AssertionError("parsed")

    monkeypatch.setattr(texte, "parse_blocks", refuse)
    assert new_sheet().bloc(text) == parsed


@pytest.mark.parametrize(
    "text",
    [
        *("Une phrase.", "6 mois | 80 €", "(2025) l'accueil du RSA : oui"),
        *("**À savoir** : le [garage](actions/garage).", "**Oui.** C’est le [RSA](actions/rsa)"),
    ],
)
def test_a_plain_text_is_not_parsed(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: str) -> None:
        raise AssertionError("parsed")

    monkeypatch.setattr(texte, "parse_blocks", refuse)
    monkeypatch.setattr(texte, "parse_line", refuse)
    assert new_sheet().bloc(text).startswith("<p>")
    assert new_sheet().ligne(text)
