"""Finding the acronyms of a text, whether or not a glossary knows them."""

from __future__ import annotations

import re
from collections.abc import Container

from site_builder.vocabulary.texte_riche import ADDRESS

_CAPITAL = "A-ZÀ-ÖØ-Þ"
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_ACRONYM = re.compile(
    rf"(?=[{_CAPITAL}0-9\-]*[{_CAPITAL}]-?[{_CAPITAL}])[{_CAPITAL}][{_CAPITAL}0-9]*"
    rf"(?:-[{_CAPITAL}0-9]+)*"
)
_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
_SENTENCE = re.compile(r"[^.!?:;\n]+")

# Abbreviations that everyone reads without a glossary, and units.
EVERYDAY = frozenset("BP CEDEX CS CV HT KO MO GO OK PDF RDV SMS TTC TV".split())

# Longer words in capitals are shouted, not spelt; the longest acronyms in use have 8 letters.
_LONGEST_ACRONYM = 8
# From three words in capitals one after the other, it is a title rather than acronyms.
_TITLE_WORDS = 3


def unknown_acronyms(text: str, known: Container[str]) -> list[tuple[int, str]]:
    """Return ``(offset, acronym)`` for each acronym of ``text`` missing from ``known``.

    ``known`` holds the forms of the glossary, as written there. An acronym is a word of two
    capitals or more (digits and hyphens allowed: « PDI-E »); a compound whose parts are all
    known is known. Left out: Roman numerals, titles and sentences written in capitals, words
    of more than 8 capitals, everyday abbreviations (``EVERYDAY``), addresses and e-mails.
    """
    addresses = [match.span() for match in ADDRESS.finditer(text)]
    found: list[tuple[int, str]] = []
    for sentence in _SENTENCE.finditer(text):
        words = [(m.start() + sentence.start(), m[0]) for m in _WORD.finditer(sentence[0])]
        for at, word in _spelt_words(words):
            if not _is_known(word, known) and not any(a <= at < b for a, b in addresses):
                found.append((at, word))
    return found


def _spelt_words(words: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Return the words in capitals of a sentence, without those of a title in capitals."""
    if len(words) > 1 and not any(char.islower() for _, word in words for char in word):
        return []
    spelt: list[tuple[int, str]] = []
    run: list[tuple[int, str]] = []
    for place in [*words, (0, "")]:
        if place[1].isupper():
            run.append(place)
            continue
        if len(run) < _TITLE_WORDS:
            spelt += [found for found in run if _ACRONYM.fullmatch(found[1])]
        run = []
    return spelt


def _is_known(word: str, known: Container[str]) -> bool:
    parts = word.split("-")
    return (
        word in known
        or word in EVERYDAY
        or _ROMAN.fullmatch(word) is not None
        or max(len(part) for part in parts) > _LONGEST_ACRONYM
        or (len(parts) > 1 and all(part in known or part.isdigit() for part in parts))
    )
