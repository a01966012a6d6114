"""Texts without markup: words, typography, and nothing that Markdown added."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.exports.texte_brut import _lines, _words, bloc, brut, ligne
from site_builder.rendering.typographie import typographie
from site_builder.vocabulary.texte_riche import parse_blocks, parse_line
from tests.any_markdown import ANY_MARKDOWN


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Un *mot* **important**, du `code`", "Un mot important, du code"),
        ("Une ligne\nqui continue\n\nUn paragraphe", "Une ligne qui continue\nUn paragraphe"),
        ("Avant\\\naprès", "Avant\naprès"),
        ("- un\n- deux", "–\u00a0un\n–\u00a0deux"),
        ("- un\n\n  la suite\n- deux", "–\u00a0un\nla suite\n–\u00a0deux"),
        ("3. trois\n4. quatre", "3.\u00a0trois\n4.\u00a0quatre"),
        ("# Titre\n\nTexte", "Titre\nTexte"),
        ("> Citation", "Citation"),
        ("| Jour | Heure |\n|---|---|\n| Lundi | |", "Jour\u202f; Heure\nLundi"),
        ("Voir [la fiche](actions/atelier-fictif)", "Voir la fiche"),
        (
            "Voir [le site](https://www.exemple.fr/a)",
            "Voir le site (https://www.exemple.fr/a)",
        ),
        ("[Écrire](mailto:a@exemple.fr)", "Écrire (a@exemple.fr)"),
        ("[a@exemple.fr](mailto:a@exemple.fr)", "a@exemple.fr"),
        ("[ici](http://www.exemple.fr)", "ici"),
        ("![Une image](https://www.exemple.fr/a.png)", "Une image"),
        ('Qui ? L\'usager : "oui"', "Qui\u202f? L’usager\u00a0: «\u00a0oui\u00a0»"),
        ("<b>5 < 10</b> & co", "<b>5 < 10</b> & co"),
    ],
)
def test_a_long_text_is_a_line_a_paragraph(written: str, said: str) -> None:
    assert bloc(written) == said


def test_a_short_text_holds_no_block() -> None:
    assert ligne("1. *premier* [lien](https://www.exemple.fr)") == (
        "1. premier lien (https://www.exemple.fr)"
    )
    assert ligne("- tiret") == "- tiret"


def test_a_name_has_no_markup_at_all() -> None:
    assert brut(" *Nom* : l'atelier ") == "*Nom*\u00a0: l’atelier"


@given(st.text(max_size=80))
def test_any_text_will_do(text: str) -> None:
    assert {type(write(text)) for write in (brut, ligne, bloc)} == {str}


@given(ANY_MARKDOWN)
def test_words_are_the_same_with_and_without_the_parser(text: str) -> None:
    parsed = [typographie(line) for line in _lines(parse_blocks(text.strip()))]
    assert bloc(text) == "\n".join(parsed)
    assert ligne(text) == typographie(_words(parse_line(text.strip())))
