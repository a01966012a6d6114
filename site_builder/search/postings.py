"""Which documents hold each term, and how much they are about it.

The measure is BM25F (Robertson, Zaragoza, Taylor, 2004): the counts of a term in the fields
of a document are weighed, added, then flattened, since a word said ten times does not make a
text ten times more about it.

What a document's words are worth depends on the other documents by two means alone, that of
the lengths of titles and that of bodies. They are rounded, so that an edit hardly ever changes
them: what the words of the other documents are worth is then known already.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from site_builder.search.listes import Integers, Ranks
from site_builder.search.mots_lus import ALIAS, CORPS, RESUME, TITRE, Words
from site_builder.search.vocabulaire import Vocabulaire

# What a word is worth in each field, one of the body being the unit; then as whole numbers,
# whose sums are the same in any order.
_NAME = 10.0
_SUMMARY = 3.0
_OTHER_WORD = 0.5
_UNIT = 1 << 12
# How far a long body, or a long name, makes each of its words worth less: not at all, 0; in
# proportion, 1.
_BODY_LENGTH = 0.6
_NAME_LENGTH = 0.3
# The worth at which half of the highest level is reached.
_HALF = 4.0
LEVELS = 31
IN_TITLE = 32
# Of a term that only other names bring, which is as rare as they are.
_UNSAID = 64
# Past these many times, a word of a body says no more.
_MOST_COUNTED = 12
# What a term tells is written as a number from 1 to 90.
_SCALE = 9
# Documents whose words are weighed at once: what that takes does not grow with the catalogue. A
# key is a term, a place among them, a field; it has 32 bits, as long as there are not more terms.
_PLACE, _FIELD = 8, 3
TOGETHER = 1 << _PLACE
_PLACES, _FIELDS = TOGETHER - 1, (1 << _FIELD) - 1
_MOST_TERMS = 1 << 31 - _PLACE - _FIELD

# The document of an entry is written from the 8th bit on; below stands its level.
_DOCUMENT = 8
_LEVEL = (1 << _DOCUMENT) - 1
Entries = NDArray[np.uint32]


class Weighed(NamedTuple):
    """What some documents say: terms in their order, and the entry of a document under each."""

    terms: Ranks
    entries: Entries


@dataclass(frozen=True, slots=True)
class Postings:
    """What is indexed, term after term, by increasing documents in each.

    The postings of a term t are those from ``starts[t]`` to ``starts[t + 1]``: in ``entries``,
    the rank of a document, then the 8 bits of a level.
    """

    starts: Integers
    entries: Entries

    @classmethod
    def of(cls, parts: Sequence[Weighed], terms: int) -> Postings:
        """Return the postings of documents, given by increasing ranks, under so many terms."""
        counts = [np.bincount(part.terms, minlength=terms) for part in parts]
        starts = _starts_of(sum(counts, np.zeros(terms, np.int64)))
        entries = np.zeros(starts[-1], np.uint32)
        free = starts[:-1].copy()
        for part, count in zip(parts, counts, strict=True):
            # Where the first of this part goes, less where it stands in it.
            shifts = free - np.cumsum(count) + count
            entries[shifts[part.terms] + np.arange(len(part.terms))] = part.entries
            free += count
        return cls(starts, entries)

    def documents(self, first: int, last: int) -> Integers:
        """Return the documents of the terms from ``first`` to before ``last``."""
        entries = self.entries[self.starts[first] : self.starts[last]]
        return (entries >> _DOCUMENT).astype(np.int64)

    def niveaux(self, first: int, last: int) -> bytes:
        """Return the levels of the same postings, with the bit of those in a title."""
        entries = self.entries[self.starts[first] : self.starts[last]]
        return (entries & (IN_TITLE | LEVELS)).astype(np.uint8).tobytes()

    def poids(self, documents: int) -> list[int]:
        """Return what each term tells, from 1 to 90, of so many documents."""
        unsaid = np.flatnonzero(self.entries & _UNSAID > 0)
        holders = np.diff(self.starts)
        said_in = holders - np.bincount(self._terms_of(unsaid), minlength=len(holders))
        said_in = np.where(said_in > 0, said_in, holders)
        rarity = np.log(1 + (documents - said_in + 0.5) / (said_in + 0.5))
        return list(np.clip(np.rint(_SCALE * rarity), 1, 90).astype(np.int64).tolist())

    def moved(self, terms: Integers, size: int, documents: Integers) -> Postings:
        """Return the postings under other ranks: where each term of ``size``, and document, goes.

        Those of a document that goes to -1 are left out. The others stay in their order.
        """
        entries, counts = self.entries, np.diff(self.starts)
        places = entries >> _DOCUMENT
        leaving = np.flatnonzero((documents < 0)[places])
        if len(leaving):
            counts -= np.bincount(self._terms_of(leaving), minlength=len(counts))
            entries, places = np.delete(entries, leaving), np.delete(places, leaving)
        if (documents != np.arange(len(documents)))[documents >= 0].any():
            entries = entries & _LEVEL | (documents << _DOCUMENT).astype(np.uint32)[places]
        held = np.flatnonzero(counts)
        moved = np.zeros(size, np.int64)
        moved[terms[held]] = counts[held]
        return Postings(_starts_of(moved), entries)

    def __add__(self, others: Postings) -> Postings:
        """Return these postings and those of other documents, under the same terms."""
        counts = np.diff(others.starts)
        places = [
            self.starts[term]
            + np.searchsorted(
                self.entries[self.starts[term] : self.starts[term + 1]],
                others.entries[others.starts[term] : others.starts[term + 1]],
            )
            for term in np.flatnonzero(counts).tolist()
        ]
        if not places:
            return self
        entries = np.insert(self.entries, np.concatenate(places), others.entries)
        return Postings(self.starts + others.starts, entries)

    def _terms_of(self, places: Integers) -> Integers:
        """Return the terms of the postings that stand at ``places``."""
        return np.searchsorted(self.starts, places, side="right") - 1


def _starts_of(counts: Integers) -> Integers:
    return np.concatenate([[0], np.cumsum(counts, dtype=np.int64)])


@dataclass(frozen=True, slots=True)
class Means:
    """The mean lengths of titles and of bodies, in pieces, to two digits."""

    titre: float
    corps: float

    @classmethod
    def of(cls, words: Sequence[Words]) -> Means:
        """Return those of documents."""
        count = max(1, len(words))
        totals = (sum(one.lengths[field] for one in words) for field in (TITRE, CORPS))
        return cls(*(float(f"{max(1.0, total / count):.1e}") for total in totals))


class Weigher:
    """Turns the words of documents into postings."""

    def __init__(self, vocabulaire: Vocabulaire, means: Means) -> None:
        self._vocabulaire = vocabulaire
        self._means = means

    def weigh(self, words: Sequence[Words], ranks: Integers) -> Postings:
        """Return the postings of documents of increasing ``ranks``."""
        parts = [
            self._weigh(words[start : start + TOGETHER], ranks[start : start + TOGETHER])
            for start in range(0, len(words), TOGETHER)
        ]
        return Postings.of(parts, self._vocabulaire.size)

    def _weigh(self, words: Sequence[Words], ranks: Integers) -> Weighed:
        """Weigh the words of a few documents."""
        lengths = np.array([one.lengths for one in words], np.int64)
        every = np.sort(self._keys(words, lengths))
        runs = np.flatnonzero(np.diff(every, prepend=-1))
        keys: Integers = every[runs].astype(np.int64)
        counts = np.diff(runs, append=len(every))
        worths = self._worths(keys, counts, lengths)
        # What the fields of a document say of a term is added; whole numbers have one sum.
        places = keys >> _FIELD
        firsts = np.flatnonzero(np.diff(places, prepend=-1))
        worths = np.add.reduceat(worths, firsts) if len(firsts) else worths
        # The title is the first of the fields.
        is_titled = keys[firsts] & _FIELDS == TITRE
        niveaux = np.where(worths > 0, _levels(worths), _levels(_OTHER_WORD * _UNIT) | _UNSAID)
        niveaux |= np.where(is_titled, IN_TITLE, 0)
        places = places[firsts]
        entries = ranks[places & _PLACES] << _DOCUMENT | niveaux
        return Weighed((places >> _PLACE).astype(np.int32), entries.astype(np.uint32))

    def _keys(self, words: Sequence[Words], lengths: Integers) -> Ranks | Integers:
        """Return a key for each word: its term, its document, its field.

        Empty words count in names alone.
        """
        pieces = np.frombuffer(b"".join(one.pieces for one in words), np.int32)
        terms, places, is_full = self._vocabulaire.terms_in(pieces)
        documents = np.arange(len(lengths), dtype=np.int32)[:, np.newaxis]
        fields = np.arange(lengths.shape[1], dtype=np.int32)
        slots = np.repeat((documents << _FIELD | fields).ravel(), lengths.ravel())[places]
        kept = is_full | (slots & _FIELDS <= ALIAS)
        terms = terms[kept]
        if self._vocabulaire.size < _MOST_TERMS:
            return terms << _PLACE + _FIELD | slots[kept]
        return terms.astype(np.int64) << _PLACE + _FIELD | slots[kept]

    def _worths(self, keys: Integers, counts: Integers, lengths: Integers) -> Integers:
        """Return what each field of a document, that holds a term so often, says of it."""
        titre = 1 - _NAME_LENGTH + _NAME_LENGTH * lengths[:, TITRE] / self._means.titre
        corps = 1 - _BODY_LENGTH + _BODY_LENGTH * lengths[:, CORPS] / self._means.corps
        each = np.zeros(lengths.shape)
        each[:, TITRE] = np.rint(_UNIT * _NAME / titre)
        each[:, ALIAS] = _UNIT * _NAME
        each[:, RESUME] = _UNIT * _SUMMARY
        each[:, CORPS] = _UNIT / corps
        fields = keys & _FIELDS
        counted = np.where(fields == CORPS, np.minimum(counts, _MOST_COUNTED), counts)
        worths = counted * each[keys >> _FIELD & _PLACES, fields]
        rounded: Integers = np.rint(worths).astype(np.int64)
        return rounded


def _levels(worth: Integers | float) -> Integers:
    levels = np.rint(LEVELS * worth / (worth + _HALF * _UNIT))
    return np.maximum(1, np.asarray(levels, np.int64))
