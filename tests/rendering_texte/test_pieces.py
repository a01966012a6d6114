"""What many sheets of a folder show is printed once, unless it depends on the sheet."""

from __future__ import annotations

from site_builder.rendering.html import safe
from site_builder.rendering.texte import Pieces, TexteFiche
from tests.rendering_texte.glossaire_fictif import SIGLES, resolve


def print_twice(words: str) -> tuple[list[str], int]:
    """Return what two sheets of a folder show of a piece, and how many times it was printed."""
    pieces: Pieces = {}
    printed = 0

    def macro(sujet: object, texte: TexteFiche, _lien: object) -> str:
        nonlocal printed
        printed += 1
        return safe(f"<p>{texte.ligne(str(sujet))}</p>")

    sheets = []
    for before in ("Rien.", "Le RSA."):
        texte = TexteFiche(SIGLES, resolve, pieces)
        texte.ligne(before)
        sheets.append(texte.piece(macro, words, None))
    return sheets, printed


def test_a_piece_is_printed_once() -> None:
    assert print_twice("Un bureau.") == (["<p>Un bureau.</p>"] * 2, 1)


def test_a_piece_that_names_an_acronym_follows_what_the_sheet_said_before() -> None:
    (first, second), printed = print_twice("Le bureau du RSA.")
    assert printed == 2
    assert "revenu de solidarité active" in first
    assert "revenu de solidarité active" not in second


def test_another_subject_is_another_piece() -> None:
    pieces: Pieces = {}

    def macro(sujet: object, _texte: TexteFiche, _lien: object) -> str:
        return str(sujet)

    texte = TexteFiche(SIGLES, resolve, pieces)
    assert [texte.piece(macro, words, None) for words in ("un", "deux", "un")] == [
        "un",
        "deux",
        "un",
    ]
