"""The words of a catalogue: each written form analysed once, however often it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from functools import cache, cached_property
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from site_builder.search.langue import (
    Folded,
    Stems,
    empty_words,
    formes_of,
    racines_of,
    words_of,
)
from site_builder.search.listes import Integers, Lists, Ranks


class Pieces(dict[str, int]):
    """The pieces of text between spaces, each with a number: few are different.

    A piece that is asked for and not known yet gets the next number. Numbers are never given
    again: a piece that no text holds any more keeps its own. What was found of their forms is kept
    beside: foldings and stems.
    """

    def __init__(self) -> None:
        """Know none."""
        self.formes: dict[str, int] = {}
        self.folded = Folded()
        self.stems = Stems()
        self.texts: list[str] = []
        self._whole = Lists.of(())
        self._parts = Lists.of(())

    def __missing__(self, piece: str) -> int:
        """Number ``piece``."""
        number = self[piece] = len(self)
        self.texts.append(piece)
        return number

    def __reduce__(self) -> tuple[Any, ...]:
        """Be pickled as lists: numbers are the ranks in them."""
        lists = self.texts, list(self.formes), list(self.folded.items()), list(self.stems.items())
        return _restore_pieces, (*lists, self._whole, self._parts)

    @property
    def whole(self) -> Lists:
        """The numbers in ``formes`` of the forms of each piece, a compound and its parts."""
        self._analyse()
        return self._whole

    @property
    def parts(self) -> Lists:
        """The same, the parts of a compound without their whole."""
        self._analyse()
        return self._parts

    def _analyse(self) -> None:
        """Analyse the pieces that came since the last time."""
        known = len(self._whole.starts) - 1
        if known == len(self):
            return
        new = self.texts[known:]
        self._whole += self._numbered(map(formes_in, new))
        self._parts += self._numbered(map(_parts_in, new))

    def _numbered(self, every: Iterable[Sequence[str]]) -> Lists:
        number = self.formes.setdefault
        return Lists.of([number(one, len(self.formes)) for one in formes] for formes in every)


def _restore_pieces(
    texts: list[str],
    formes: list[str],
    folded: list[tuple[str, str]],
    stems: list[tuple[str, str]],
    whole: Lists,
    parts: Lists,
) -> Pieces:
    pieces = Pieces()
    pieces.update(zip(texts, range(len(texts)), strict=True))
    pieces.texts = texts
    pieces.formes = dict(zip(formes, range(len(formes)), strict=True))
    pieces.folded.update(folded)
    pieces.stems.update(stems)
    pieces._whole, pieces._parts = whole, parts
    return pieces


class Vocabulaire:
    """The forms that a catalogue has, and the terms that they are indexed under.

    ``formes`` are in the order of their folding, the most frequent first among those that
    fold alike; ``termes`` is the rank of the term of each, in the same order. ``racines`` says
    what each form is indexed under; terms are their ranks in ``roots``.
    """

    def __init__(
        self,
        pieces: Pieces,
        counts: Integers,
        names: Set[str],
        former: Vocabulaire | None = None,
    ) -> None:
        """``counts`` is how often the catalogue has each of ``pieces``.

        ``names`` are forms that have no stem: the names of its places. ``former`` is of another
        state of it.
        """
        numbers, owners = pieces.whole.numbers, pieces.whole.owners()
        found = np.bincount(numbers, counts[owners], len(pieces.formes))
        known = dict(zip(pieces.formes, found.astype(np.int64).tolist(), strict=True))
        frequencies = {forme: count for forme, count in known.items() if count}
        folded = pieces.folded
        self._names = names
        if former and former.racines.keys() == frequencies.keys() and former._names == names:
            self.racines: dict[str, str] = former.racines
            self.roots: list[str] = former.roots
        else:
            self.racines = racines_of(frequencies, names, folded, pieces.stems)
            self.roots = sorted(set(self.racines.values()))
        rank_of = {root: rank for rank, root in enumerate(self.roots)}
        self.formes = sorted(frequencies, key=lambda one: (folded[one], -frequencies[one], one))
        self.termes = [rank_of[self.racines[forme]] for forme in self.formes]
        empty = empty_words()
        self._pieces = pieces
        # By the number of a form; one that the catalogue has no longer has no term.
        terms = dict(zip(self.formes, self.termes, strict=True))
        self._term_of = np.fromiter((terms.get(one, 0) for one in known), np.int32, len(known))
        is_full = (folded[one] not in empty for one in known)
        self._is_full = np.fromiter(is_full, np.bool_, len(known))

    @property
    def size(self) -> int:
        """How many terms there are."""
        return len(self.roots)

    def terms_in(self, pieces: Ranks) -> tuple[Ranks, Ranks, NDArray[np.bool_]]:
        """Return the terms of each of ``pieces``, their places among these, and which are full.

        Others are those of empty words. They come in any order.
        """
        first = self._firsts[pieces]
        alone, several = np.flatnonzero(first >= 0), np.flatnonzero(first == _SEVERAL)
        formes = self._pieces.whole.at(pieces[several])
        numbers = np.concatenate([first[alone], formes.numbers])
        places = np.concatenate([alone, several[formes.owners()]])
        return self._term_of[numbers], places, self._is_full[numbers]

    @cached_property
    def _firsts(self) -> Ranks:
        """The form of each piece that has a single one, as nearly all do."""
        whole = self._pieces.whole
        lengths = whole.lengths()
        firsts = np.where(lengths > 1, _SEVERAL, _NONE).astype(np.int32)
        alone = lengths == 1
        firsts[alone] = whole.numbers[whole.starts[:-1][alone]]
        return firsts

    def sizes_of(self, texts: Lists) -> Integers:
        """Return how many different words each of ``texts``, in pieces, has.

        A compound counts as its parts. Empty words count only where there is no other.
        """
        formes = self._pieces.parts.at(texts.numbers)
        owners = texts.owners()[formes.owners()]
        is_full = self._is_full[formes.numbers]
        every = len(texts.starts) - 1
        has_full = np.bincount(owners[is_full], minlength=every) > 0
        counted = is_full | ~has_full[owners]
        terms = self._term_of[formes.numbers[counted]]
        keys = np.sort(owners[counted].astype(np.int64) * max(1, self.size) + terms)
        keys = keys[np.diff(keys, prepend=-1) > 0]
        return np.bincount(keys // max(1, self.size), minlength=every)


# Of the pieces without a form, and with several.
_NONE, _SEVERAL = -1, -2


@cache
def _words_in(piece: str) -> tuple[tuple[str, ...], ...]:
    """Return the forms of each word in a piece of text, in order."""
    return tuple(formes_of(word) for _, word in words_of(piece.lower()))


def formes_in(piece: str) -> tuple[str, ...]:
    """Return the forms in a piece of text, in order."""
    return tuple(chain.from_iterable(_words_in(piece)))


def _parts_in(piece: str) -> tuple[str, ...]:
    """Return the forms in a piece of text, the parts of a compound without their whole."""
    return tuple(chain.from_iterable(formes[1:] or formes for formes in _words_in(piece)))
