"""The words of a catalogue: each written form analysed once, however often it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping
from functools import cache
from itertools import chain

from site_builder.search.langue import empty_words, formes_of, racines_of, words_of
from site_builder.vocabulary.typographie import fold


def pieces_of(text: str) -> list[str]:
    """Return the pieces of ``text`` between spaces: few are different, and each is read once."""
    return text.lower().split()


class Vocabulaire:
    """The forms in some pieces of text, and the terms that they are indexed under.

    ``formes`` are in the order of their folding, the most frequent first among those that
    fold alike; ``termes`` is the rank of the term of each, in the same order.
    """

    def __init__(self, pieces: Mapping[str, int], names: Container[str]) -> None:
        """``pieces`` are all those of the catalogue, and how often each stands there.

        ``names`` are forms that have no stem: the names of its places.
        """
        self._formes_by_piece = {piece: formes_in(piece) for piece in pieces}
        frequencies: Counter[str] = Counter()
        for piece, formes in self._formes_by_piece.items():
            for forme in formes:
                frequencies[forme] += pieces[piece]
        racines = racines_of(frequencies, names)
        rank_of = {racine: rank for rank, racine in enumerate(sorted(set(racines.values())))}
        folded = {forme: fold(forme) for forme in frequencies}
        self.size = len(rank_of)
        self.formes = sorted(frequencies, key=lambda one: (folded[one], -frequencies[one], one))
        self.termes = [rank_of[racines[forme]] for forme in self.formes]
        self._terms = dict(zip(self.formes, self.termes, strict=True))
        empty = empty_words()
        self._is_full = {forme: folded[forme] not in empty for forme in frequencies}
        self._full_terms = {
            piece: tuple(self._terms[forme] for forme in formes if self._is_full[forme])
            for piece, formes in self._formes_by_piece.items()
        }
        self._all_terms = {
            piece: tuple(self._terms[forme] for forme in formes)
            for piece, formes in self._formes_by_piece.items()
        }

    def size_of(self, text: str) -> int:
        """Return how many different words ``text`` has, a compound counting as its parts.

        Empty words count only where there is no other.
        """
        words = [formes_of(word) for piece in pieces_of(text) for _, word in words_of(piece)]
        formes = [forme for word in words for forme in (word[1:] or word)]
        full = filter(self._is_full.__getitem__, formes)
        return len({self._terms[forme] for forme in tuple(full) or formes})

    def count(self, pieces: Iterable[str], *, with_empty: bool = False) -> Counter[int]:
        """Return how often each term stands in ``pieces``; empty words only if asked for."""
        terms_of = self._all_terms if with_empty else self._full_terms
        return Counter(chain.from_iterable(map(terms_of.__getitem__, pieces)))


@cache
def formes_in(piece: str) -> tuple[str, ...]:
    """Return the forms in a piece of text, in order."""
    return tuple(forme for _, word in words_of(piece) for forme in formes_of(word))
