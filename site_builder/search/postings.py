"""Which documents hold each term, and how much they are about it.

The measure is BM25F (Robertson, Zaragoza, Taylor, 2004): the counts of a term in the fields
of a document are weighed, added, then flattened, since a word said ten times does not make a
text ten times more about it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from math import log

from site_builder.model.glossaire import Terme
from site_builder.search.document import Document
from site_builder.search.synonymes import Synonymes
from site_builder.search.vocabulaire import Vocabulaire, formes_in, pieces_of

# What a word is worth in each field, one of the body being the unit.
_NAME = 10.0
_SUMMARY = 3.0
_OTHER_WORD = 0.5
# How far a long body, or a long name, makes each of its words worth less: not at all, 0; in
# proportion, 1.
_BODY_LENGTH = 0.6
_NAME_LENGTH = 0.3
# The worth at which half of the highest level is reached.
_HALF = 4.0
LEVELS = 31
IN_TITLE = 32
# Past these many times, a word says no more.
_MOST_COUNTED = 12
# What a term tells is written as a number from 1 to 90.
_SCALE = 9


@dataclass(frozen=True, slots=True)
class Postings:
    """What is indexed: ``by_term`` holds, by term, document × 64 + level, increasing.

    ``poids`` is what each term tells, from 1 to 90.
    """

    vocabulaire: Vocabulaire
    by_term: list[list[int]]
    poids: list[int]


@dataclass(frozen=True, slots=True)
class _Pieces:
    """A document as pieces of text, by field."""

    titre: list[str]
    alias: list[str]
    resume: list[str]
    corps: list[str]
    mots: list[str]

    def fields(self) -> Iterator[list[str]]:
        return iter((self.titre, self.alias, self.resume, self.corps, self.mots))


def make_postings(documents: Sequence[Document], termes: Sequence[Terme]) -> Postings:
    """Index the words of ``documents``."""
    every = [_split(document) for document in documents]
    total: Counter[str] = Counter()
    for pieces in every:
        for field in pieces.fields():
            total.update(field)
    _add_other_names(documents, every, total, Synonymes(termes))
    places = (document for document in documents if document.kind == "territoires")
    names = {forme for place in places for forme in formes_in(place.titre.lower())}
    return _Indexer(Vocabulaire(total, names), every).run()


def _split(document: Document) -> _Pieces:
    return _Pieces(
        pieces_of(document.titre),
        pieces_of(document.alias),
        pieces_of(f"{document.resume}\n{document.themes}"),
        pieces_of(document.corps),
        pieces_of(document.mots),
    )


def _add_other_names(
    documents: Sequence[Document],
    every: Sequence[_Pieces],
    total: Counter[str],
    synonymes: Synonymes,
) -> None:
    """Add to ``mots`` the other names of what each document names."""
    known = {
        piece: formes
        for piece in total
        if (formes := tuple(filter(synonymes.is_known, formes_in(piece))))
    }
    known_pieces = frozenset(known)
    for document, pieces in zip(documents, every, strict=True):
        met = known_pieces.intersection(chain.from_iterable(pieces.fields()))
        if met:
            texts = (document.titre, document.alias, document.resume, document.corps)
            words = dict.fromkeys(forme for piece in sorted(met) for forme in known[piece])
            text = "\n".join(texts).lower()
            others = pieces_of("\n".join(synonymes.of(words, text)))
            pieces.mots.extend(others)
            total.update(others)


class _Indexer:
    """Turns pieces of text into levels of terms."""

    def __init__(self, vocabulaire: Vocabulaire, every: Sequence[_Pieces]) -> None:
        self._vocabulaire = vocabulaire
        self._every = every
        self._body = _mean(pieces.corps for pieces in every)
        self._name = _mean(pieces.titre for pieces in every)
        self._by_term: list[list[int]] = [[] for _ in range(vocabulaire.size)]
        self._said_in: Counter[int] = Counter()

    def run(self) -> Postings:
        """Index every document."""
        for rank, pieces in enumerate(self._every):
            self._index(rank, pieces)
        poids = [
            _weigh(len(self._every), self._said_in[term] or len(postings))
            for term, postings in enumerate(self._by_term)
        ]
        return Postings(self._vocabulaire, self._by_term, poids)

    def _index(self, rank: int, pieces: _Pieces) -> None:
        """Add a document to the postings."""
        count = self._vocabulaire.count
        title = count(pieces.titre, with_empty=True)
        body = count(pieces.corps)
        worth: dict[int, float] = {}
        name = _NAME / _length(pieces.titre, self._name, _NAME_LENGTH)
        alias = count(pieces.alias, with_empty=True)
        for counts, weight in ((title, name), (alias, _NAME), (count(pieces.resume), _SUMMARY)):
            for term, number in counts.items():
                worth[term] = worth.get(term, 0.0) + weight * number
        weight = 1 / _length(pieces.corps, self._body, _BODY_LENGTH)
        code, by_term = rank << 6, self._by_term
        levels = _levels_of(round(weight, 2))
        for term in body.keys() - worth.keys():
            number = body[term]
            by_term[term].append(code | levels[number if number < _MOST_COUNTED else _MOST_COUNTED])
        for term, value in worth.items():
            level = _level(value + weight * body.get(term, 0))
            by_term[term].append(code | level | (IN_TITLE if term in title else 0))
        self._said_in.update(body.keys() | worth.keys())
        for term in count(pieces.mots):
            if term not in worth and term not in body:
                by_term[term].append(code | _LEVEL_OF_OTHER_WORD)


def _mean(fields: Iterable[Sequence[str]]) -> float:
    lengths = [len(field) for field in fields]
    return max(1.0, sum(lengths) / max(1, len(lengths)))


def _length(field: Sequence[str], mean: float, importance: float) -> float:
    return 1 - importance + importance * len(field) / mean


def _level(worth: float) -> int:
    return max(1, round(LEVELS * worth / (worth + _HALF)))


@cache
def _levels_of(weight: float) -> list[int]:
    """Return the level of a word said 0, 1, 2… times in a body."""
    return [_level(weight * number) for number in range(_MOST_COUNTED + 1)]


def _weigh(documents: int, said_in: int) -> int:
    """Return what a term tells that ``said_in`` of ``documents`` hold."""
    rarity = log(1 + (documents - said_in + 0.5) / (said_in + 0.5))
    return min(90, max(1, round(_SCALE * rarity)))


_LEVEL_OF_OTHER_WORD = _level(_OTHER_WORD)
