"""The words of a catalogue: each written form analysed once, however often it stands."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cache
from itertools import chain

from site_builder.search.langue import (
    empty_words,
    formes_of,
    pieces_of,
    racines_of,
    words_of,
)
from site_builder.search.listes import Lists
from site_builder.vocabulary.typographie import fold


class Pieces:
    """The pieces of text between spaces, in lower case: few are different, each has a number."""

    def __init__(self) -> None:
        self._numbers: defaultdict[str, int] = defaultdict()
        self._numbers.default_factory = self._numbers.__len__

    def __iter__(self) -> Iterator[str]:
        """Yield the pieces, by number."""
        return iter(self._numbers)

    def read(self, texts: Iterable[str]) -> Lists:
        """Return the numbers of the pieces of each text."""
        number = self._numbers.__getitem__
        return Lists.of(list(map(number, pieces_of(text.lower()))) for text in texts)


class Vocabulaire:
    """The forms in some pieces of text, and the terms that they are indexed under.

    ``formes`` are in the order of their folding, the most frequent first among those that
    fold alike; ``termes`` is the rank of the term of each, in the same order. ``all_terms``
    and ``full_terms`` are the terms of each piece, with and without those of empty words.
    """

    def __init__(self, pieces: Mapping[str, int], names: Container[str]) -> None:
        """``pieces`` are all those of the catalogue, and how often each stands there.

        ``names`` are forms that have no stem: the names of its places.
        """
        formes_by_piece = [formes_in(piece) for piece in pieces]
        frequencies: Counter[str] = Counter()
        for formes, count in zip(formes_by_piece, pieces.values(), strict=True):
            for forme in formes:
                frequencies[forme] += count
        racines = racines_of(frequencies, names)
        rank_of = {racine: rank for rank, racine in enumerate(sorted(set(racines.values())))}
        folded = {forme: fold(forme) for forme in frequencies}
        self.size = len(rank_of)
        self.formes = sorted(frequencies, key=lambda one: (folded[one], -frequencies[one], one))
        self.termes = [rank_of[racines[forme]] for forme in self.formes]
        self._terms = terms = dict(zip(self.formes, self.termes, strict=True))
        empty = empty_words()
        self._is_full = is_full = {forme: folded[forme] not in empty for forme in frequencies}
        self.all_terms = Lists.of([terms[one] for one in formes] for formes in formes_by_piece)
        self.full_terms = Lists.of(
            [terms[one] for one in formes if is_full[one]] for formes in formes_by_piece
        )

    def size_of(self, text: str) -> int:
        """Return how many different words ``text`` has, a compound counting as its parts.

        Empty words count only where there is no other.
        """
        formes = list(chain.from_iterable(map(_parts_in, pieces_of(text.lower()))))
        full = filter(self._is_full.__getitem__, formes)
        return len({self._terms[forme] for forme in tuple(full) or formes})


@cache
def formes_in(piece: str) -> tuple[str, ...]:
    """Return the forms in a piece of text, in order."""
    return tuple(forme for _, word in words_of(piece) for forme in formes_of(word))


@cache
def _parts_in(piece: str) -> tuple[str, ...]:
    """Return the forms in a piece of text, the parts of a compound without their whole."""
    words = (formes_of(word) for _, word in words_of(piece))
    return tuple(chain.from_iterable(formes[1:] or formes for formes in words))
