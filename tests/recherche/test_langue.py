"""Words: elisions, compounds, acronyms, plurals; accents never decide."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from snowballstemmer.french_stemmer import FrenchStemmer

from site_builder.search.langue import Stems, empty_words, formes_of, racines_of, words_of
from site_builder.vocabulary.typographie import fold
from tests.recherche.donnees import real_documents


def formes(text: str) -> list[tuple[str, ...]]:
    return [formes_of(word) for _, word in words_of(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L’emploi, l'Élan", [("emploi",), ("élan",)]),
        ("qu’il s’agit d’un", [("il",), ("agit",), ("un",)]),
        ("jusqu’à lorsqu’elle puisqu’on", [("à",), ("elle",), ("on",)]),
        ("aujourd’hui", [("aujourd'hui",)]),
        ("socio-professionnel", [("socioprofessionnel", "socio", "professionnel")]),
        ("l’arc-en-ciel", [("arcenciel", "arc", "en", "ciel")]),
        ("R.S.A. et S.I.A.E", [("rsa",), ("et",), ("siae",)]),
        ("fin. Le début", [("fin",), ("le",), ("début",)]),
        ("18-25 ans", [("18", "25"), ("ans",)]),
        ("01 99 00 12 34", [("0199001234",)]),
        ("01.99.00.12.34 ou 01-99-00-12-34", [("0199001234",), ("ou",), ("0199001234",)]),
        ("Cœur, ex æquo", [("cœur",), ("ex",), ("æquo",)]),
        ("Monjob62", [("monjob62",)]),
        ("**gras** [lien](", [("gras",), ("lien",)]),
        ("e\u0301lan", [("élan",)]),
    ],
)
def test_words(text: str, expected: list[tuple[str, ...]]) -> None:
    assert formes(text) == expected


@given(
    st.from_regex(r"\d{1,14}", fullmatch=True)
    | st.from_regex(r"[\da-zàâçéèêëîïôùûüÿœ²½]{1,16}", fullmatch=True)
)
def test_a_stem_is_that_of_snowball(forme: str) -> None:
    assert Stems()[forme] == fold(FrenchStemmer().stemWord(forme))


def test_the_stems_of_the_catalogue_are_those_of_snowball() -> None:
    texts = (document.corps for document in real_documents())
    formes = {forme for text in texts for _, word in words_of(text) for forme in formes_of(word)}
    assert len(formes) > 1000
    python, stems = FrenchStemmer(), Stems()
    assert {forme: stems[forme] for forme in formes} == {
        forme: fold(python.stemWord(forme)) for forme in formes
    }


@pytest.mark.parametrize(
    ("forms", "same"),
    [
        (("emploi", "emplois"), True),
        (("délai", "délais"), True),
        (("travail", "travaux"), True),
        (("mobilité", "mobilités"), True),
        (("professionnel", "professionnelle"), True),
        (("emploi", "employeur"), False),
    ],
)
def test_plurals_and_feminines_share_a_stem(forms: tuple[str, ...], same: bool) -> None:
    assert (len(set(racines_of(forms).values())) == 1) is same


def test_a_word_stays_what_it_is_once_folded() -> None:
    """What a query is made of (folded first) is what the index has (folded last)."""
    texts = [text for d in real_documents() for text in (d.titre, d.alias, d.resume, d.corps)]
    words = {word for text in texts for _, word in words_of(text)}
    assert len(words) > 2_000
    for word in words:
        assert [fold(forme) for forme in formes_of(word)] == list(formes_of(fold(word))), word


@given(st.text(alphabet="aàeéœLlDdqQuU’'-. 019", max_size=30))
def test_formes_are_words(text: str) -> None:
    for start, word in words_of(text):
        assert text.startswith(word, start)
        for forme in formes_of(word):
            assert forme
            assert forme == forme.lower()
            assert not set(forme) & set("-. ’")


def test_empty_words_are_written_as_typed() -> None:
    words = empty_words()
    assert {"le", "du", "je", "comment"} <= words
    assert {word for word in words if fold(word) != word} == set()
