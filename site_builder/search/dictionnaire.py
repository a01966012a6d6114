"""The words that the first file of an index holds: exactly, by their beginning, or nearly.

``recherche/dictionnaire.mjs`` does the same, by a walk where this file asks rapidfuzz.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from site_builder.vocabulary.typographie import fold

_CAPITAL = ord("A")
_AFTER_ALL = "\uffff"
# One mistake forgiven from 4 letters, two from 8; nothing is near a word of two letters.
_ONE_MISTAKE, _TWO_MISTAKES = 4, 8
_SHORTEST_NEAR = 3


class Proche(NamedTuple):
    """A word near another: its rank, and how far it is.

    Two for each mistake (a letter too many, missing, changed, or two swapped), one more when
    the first letter is not the same: people rarely miss it.
    """

    rank: int
    cost: int


class Dictionnaire:
    """Words as folded, sorted; a rank is a place among them."""

    def __init__(self, formes: str, termes: Sequence[int]) -> None:
        """Read ``formes`` and ``termes`` of an index's first file."""
        self.folded: list[str] = []
        self.written: list[str] = []
        self.terms: list[tuple[int, ...]] = []
        term = 0
        for forme, step in zip(_read(formes), termes, strict=True):
            term += step
            folded = fold(forme)
            if self.folded and self.folded[-1] == folded:
                self.terms[-1] = (*dict.fromkeys((*self.terms[-1], term)),)
                continue
            self.folded.append(folded)
            self.written.append(forme)
            self.terms.append((term,))
        self._ranks = {folded: rank for rank, folded in enumerate(self.folded)}

    def rank_of(self, folded: str) -> int | None:
        """Return the rank of a word, ``None`` when the catalogue has no such word."""
        return self._ranks.get(folded)

    def beginning_with(self, folded: str) -> range:
        """Return the ranks of the words that begin with ``folded``."""
        return range(
            bisect_left(self.folded, folded), bisect_left(self.folded, folded + _AFTER_ALL)
        )

    def near(self, folded: str) -> list[Proche]:
        """Return the words within the mistakes forgiven, by rank; none for a number."""
        mistakes = (len(folded) >= _ONE_MISTAKE) + (len(folded) >= _TWO_MISTAKES)
        if not mistakes or folded.isdecimal():
            return []
        found = process.extract(
            folded, self.folded, scorer=OSA.distance, score_cutoff=mistakes, limit=None
        )
        return sorted(
            Proche(rank, 2 * distance + (word[0] != folded[0]))
            for word, distance, rank in found
            if len(word) >= _SHORTEST_NEAR
        )


def _read(formes: str) -> Iterator[str]:
    """Yield each word: a capital letter counts what it shares with the one before."""
    word = ""
    start = 0
    while start < len(formes):
        shared = ord(formes[start]) - _CAPITAL
        end = start + 1
        while end < len(formes) and not "A" <= formes[end] <= "Z":
            end += 1
        word = word[:shared] + formes[start + 1 : end]
        yield word
        start = end
