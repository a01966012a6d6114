"""Indexing documents, and again once some of them changed, for what the change costs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pickle import PickleBuffer
from typing import Any

import numpy as np

from site_builder.model.glossaire import Terme
from site_builder.search.listes import Integers, Lists
from site_builder.search.mots_lus import TITRE, Findable, Reader, Words
from site_builder.search.postings import TOGETHER, Means, Postings, Weigher
from site_builder.search.vocabulaire import Vocabulaire, formes_in

Key = tuple[str, str]
"""A kind and a slug."""


@dataclass(frozen=True, slots=True)
class Indexed:
    """Documents in order, their words, and which of them hold each term.

    ``title_sizes`` is how many different words each title has.
    """

    words: tuple[Words, ...]
    vocabulaire: Vocabulaire
    means: Means
    postings: Postings
    title_sizes: Integers

    def __reduce__(self) -> tuple[Any, ...]:
        """Be pickled with the words in columns: their pieces are beside, as they are."""
        *columns, pieces = zip(*self.words, strict=True) if self.words else ((),) * _COLUMNS
        others = self.vocabulaire, self.means, self.postings, self.title_sizes
        return _restore, ((*columns, tuple(map(PickleBuffer, pieces))), *others)


_COLUMNS = len(Words._fields)


def _restore(columns: Sequence[Any], *others: Any) -> Indexed:
    return Indexed(tuple(map(Words._make, zip(*columns, strict=True))), *others)


class Indexer:
    """Indexes the documents of a catalogue, state after state.

    What it returns is what another one would that never saw a former state.
    """

    def __init__(self, termes: Iterable[Terme]) -> None:
        """``termes`` is the glossary, for other names of what it names.

        ``titres`` is what titles fold to.
        """
        self.termes = tuple(termes)
        self._reader = Reader(self.termes)
        self.titres = self._reader.titres
        self._counts = np.zeros(0, np.int64)
        # How many of the last documents were those of records.
        self._records = 0
        self._last: Indexed | None = None

    def known(self, touched: Iterable[Key] = ()) -> dict[Key, Words]:
        """Return the words of the records that were there the last time, but those ``touched``."""
        former = self._last.words if self._last else ()
        known = {words[:2]: words for words in former[: self._records]}
        for key in touched:
            known.pop(key, None)
        return known

    def index(
        self,
        records: Iterable[Findable],
        others: Iterable[Findable] = (),
        known: Mapping[Key, Words] | None = None,
    ) -> Indexed:
        """Index the documents of ``records``, then ``others``, in their order.

        Of the records that were there the last time, those that are ``known`` have the texts that
        they had: all of them unless somebody says so.
        """
        former = self._last.words if self._last else ()
        known = self.known() if known is None else known
        found = [(record, known.get(record[:2])) for record in records]
        came = (record for record, words in found if words is None)
        read = self._reader.read(findable.document() for findable in chain(came, others))
        every = [words or next(read) for _, words in found]
        self._records = len(every)
        every += read
        counts = self._count(former, every)
        before = self._last.vocabulaire if self._last else None
        names = self._names_of_places(every)
        vocabulaire = Vocabulaire(self._reader.pieces, counts, names, before)
        means = Means.of(every)
        postings, sizes = self._post(every, vocabulaire, means)
        self._counts = counts
        self._last = Indexed(tuple(every), vocabulaire, means, postings, sizes)
        return self._last

    def _count(self, former: Sequence[Words], words: Sequence[Words]) -> Integers:
        """Return how often the texts have each piece, from those that came and went."""
        pieces = len(self._reader.pieces)
        before, now = {id(one) for one in former}, {id(one) for one in words}
        counts = np.zeros(pieces, np.int64)
        counts[: len(self._counts)] = self._counts
        counts += _counted([one for one in words if id(one) not in before], pieces)
        counts -= _counted([one for one in former if id(one) not in now], pieces)
        return counts

    def _names_of_places(self, words: Iterable[Words]) -> set[str]:
        """Return the forms that the names of territoires are made of."""
        titles = _titles_of([one for one in words if one.kind == "territoires"])
        pieces = (self._reader.pieces.texts[piece] for piece in set(titles.numbers.tolist()))
        return {forme for piece in pieces for forme in formes_in(piece)}

    def _post(
        self, words: Sequence[Words], vocabulaire: Vocabulaire, means: Means
    ) -> tuple[Postings, Integers]:
        """Weigh the words of the documents that changed, or of all; return their sizes too."""
        last = self._last
        weigher = Weigher(vocabulaire, means)
        ranks = {id(one): rank for rank, one in enumerate(words)}
        former = last.words if last and last.means == means else ()
        places = np.fromiter((ranks.get(id(one), -1) for one in former), np.int64, len(former))
        if last is None or not _is_increasing(places[places >= 0]):
            postings = weigher.weigh(words, np.arange(len(words), dtype=np.int64))
            return postings, vocabulaire.sizes_of(_titles_of(words))
        places[_touched(last, vocabulaire)] = -1
        stay = places >= 0
        sizes = np.full(len(words), -1, np.int64)
        sizes[places[stay]] = last.title_sizes[stay]
        new = np.flatnonzero(sizes < 0)
        changed = [words[rank] for rank in new.tolist()]
        sizes[new] = vocabulaire.sizes_of(_titles_of(changed))
        moves = _moves(last.vocabulaire, vocabulaire)
        kept = last.postings.moved(moves, vocabulaire.size, places)
        return kept + weigher.weigh(changed, new), sizes


def _is_increasing(ranks: Integers) -> bool:
    return len(ranks) > 0 and bool((np.diff(ranks) > 0).all())


def _counted(words: Sequence[Words], pieces: int) -> Integers:
    """Return how often each piece stands in some documents."""
    counts = np.zeros(pieces, np.int64)
    for start in range(0, len(words), TOGETHER):
        numbers = b"".join(one.pieces for one in words[start : start + TOGETHER])
        counts += np.bincount(np.frombuffer(numbers, np.int32), minlength=pieces)
    return counts


def _titles_of(words: Sequence[Words]) -> Lists:
    lengths = [one.lengths[TITRE] for one in words]
    titles = b"".join(one.pieces[: 4 * length] for one, length in zip(words, lengths, strict=True))
    starts = np.concatenate([[0], np.cumsum(lengths, dtype=np.int64)])
    return Lists(np.frombuffer(titles, np.int32), starts)


def _moves(before: Vocabulaire, now: Vocabulaire) -> Integers:
    """Return the rank that each term has now; any for one that no document holds."""
    if before.roots == now.roots:
        return np.arange(now.size)
    ranks = {root: rank for rank, root in enumerate(now.roots)}
    return np.fromiter((ranks.get(root, 0) for root in before.roots), np.int64)


def _touched(last: Indexed, now: Vocabulaire) -> Integers:
    """Return the documents, some of them twice, that hold a form which has another root now.

    A plural has the stem of its singular, once there is a text that has the singular.
    """
    before = last.vocabulaire
    if before.racines == now.racines:
        return np.zeros(0, np.int64)
    moved = {root for forme, root in before.racines.items() if now.racines.get(forme, root) != root}
    terms = [rank for rank, root in enumerate(before.roots) if root in moved]
    found = [last.postings.documents(term, term + 1) for term in terms]
    return np.concatenate([np.zeros(0, np.int64), *found])
