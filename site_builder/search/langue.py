"""French words: where they stand in a text, which of them mean the same.

A *forme* is a word as written, in lower case with its accents. Its *racine* is what it is
indexed under: the stem of the accented form, folded afterwards. Folding first would give
another stem to a third of accented words; browsers need no stemmer, since the index tells
them the terms of each form.

The stemmer is Snowball's French, the one of lunr's French pipeline, from its own package:
lunr takes it from nltk, which downloads its word lists.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from site_builder.vocabulary.typographie import fold

# What recherche/langue.mjs writes the same way. Letters, digits, combining accents; no letter
# beyond the basic plane, whose order differs from one language to the other.
_L = r"(?:[^\W_\U00010000-\U0010ffff]|[\u0300-\u036f])"
_APOSTROPHES = "'’ʼ‘"
_HYPHENS = "\u2010\u2011-"
_NUMBER = r"0(?<!\w0)\d(?:[ .\u00a0\u202f-]?\d\d){4}(?!\w)"
# First a telephone number, in pairs of digits; then « R.S.A. », letters with a full stop between.
_WORD = re.compile(
    rf"{_NUMBER}|"
    rf"(?<!\w){_L}(?:\.{_L})+(?!{_L})|{_L}+(?:[{_APOSTROPHES}{_HYPHENS}]{_L}+)*"
)
_TELEPHONE = re.compile(r"0\d(?:\D?\d\d){4}")
_NUMBERS = re.compile(_NUMBER)
_NOT_DIGITS = re.compile(r"\D")
_ELISION = re.compile(r"(?:[ldnsjcmt]|qu|jusqu|lorsqu|puisqu|quoiqu)'")
_JOINTS = re.compile("['-]")
_WHOLE = frozenset({"aujourd'hui"})
_SIGNS = str.maketrans(dict.fromkeys(_APOSTROPHES, "'") | dict.fromkeys(_HYPHENS, "-"))
_AUX = re.compile("aux$")
_LETTER = re.compile(r"[^\W\d_]")


def words_of(text: str) -> Iterator[tuple[int, str]]:
    """Yield ``(offset, word)`` for each word of ``text``, as written, compounds in one piece."""
    return ((match.start(), match[0]) for match in _WORD.finditer(text))


def pieces_of(text: str) -> list[str]:
    """Return the pieces of ``text`` between spaces; a telephone number is one of them."""
    return _NUMBERS.sub(lambda number: _NOT_DIGITS.sub("", number[0]), text).split()


def formes_of(word: str) -> tuple[str, ...]:
    """Return the forms that a word is indexed under: lower case, accents kept.

    Without its elision: « l’emploi » gives « emploi ». A compound gives its whole, joined,
    then its parts: « socio-professionnel » gives « socioprofessionnel », « socio » and
    « professionnel ».
    """
    plain = unicodedata.normalize("NFKC", word).lower().translate(_SIGNS)
    if _TELEPHONE.fullmatch(plain):
        return (_NOT_DIGITS.sub("", plain),)
    if "." in plain:
        return (plain.replace(".", ""),)
    if plain in _WHOLE:
        return (plain,)
    while elided := _ELISION.match(plain):
        plain = plain[elided.end() :]
    parts = tuple(filter(None, _JOINTS.split(plain)))
    if len(parts) < 2 or not _LETTER.search(plain):
        return parts
    return ("".join(parts), *parts)


@cache
def empty_words() -> frozenset[str]:
    """Return the words, folded, that a query does without."""
    lines = files("site_builder.search").joinpath("data/mots_vides.txt").read_text("utf-8")
    return frozenset(
        word for line in lines.splitlines() if not line.startswith("#") for word in line.split()
    )


class Folded(dict[str, str]):
    """Texts folded so far; one that is asked for is folded once."""

    def __missing__(self, text: str) -> str:
        """Fold ``text``."""
        folded = self[text] = fold(text)
        return folded


class Stems(dict[str, str]):
    """The stems found so far, folded; that of a form is looked for once."""

    def __missing__(self, forme: str) -> str:
        """Find the stem of ``forme``, whatever other words there are."""
        stem = self[forme] = fold(_make_stemmer().stemWord(forme))
        return stem


def racines_of(
    formes: Iterable[str],
    names: Container[str] = (),
    folded: Mapping[str, str] | None = None,
    stems: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """Return the stem, folded, of each of ``formes``: all the words of a catalogue.

    ``names`` are those of places, which have no stem: Calais is not the Calaisis. ``folded`` and
    ``stems`` (``Folded``, ``Stems``) are what is known of words already.

    Snowball keeps the « s » of « emplois » or « délais », which end like « permis », and takes
    « travaux » for a plural of « traval »: a word whose singular is a word of the catalogue
    has the stem of its singular.
    """
    folded = Folded() if folded is None else folded
    stems = Stems() if stems is None else stems
    every = dict.fromkeys(formes)
    return {
        forme: folded[forme] if forme in names else stems[_singular(forme, every)]
        for forme in every
    }


def _make_stemmer() -> Any:
    """Return a stemmer that remembers nothing; it takes no time, and one is for one thread."""
    # Few processes ask for a stem.
    from Stemmer import Stemmer  # noqa: PLC0415

    return Stemmer("french", 0)


def _singular(forme: str, known: Container[str]) -> str:
    """Return the singular of ``forme`` if it is known, ``forme`` otherwise."""
    if len(forme) > 3 and forme[-1] in "sx":
        for singular in (forme[:-1], _AUX.sub("ail", forme)):
            if singular in known:
                return singular
    return forme
