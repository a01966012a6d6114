"""Which documents hold each term, and how much they are about it.

The measure is BM25F (Robertson, Zaragoza, Taylor, 2004): the counts of a term in the fields
of a document are weighed, added, then flattened, since a word said ten times does not make a
text ten times more about it.

A large catalogue has millions of words. Each is a number in an array of its field, and arrays
are worked on whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from site_builder.model.glossaire import Terme
from site_builder.search.document import Document
from site_builder.search.listes import Integers, Lists
from site_builder.search.synonymes import Synonymes
from site_builder.search.vocabulaire import Pieces, Vocabulaire, formes_in

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
# Past these many times, a word of a body says no more.
_MOST_COUNTED = 12
# What a term tells is written as a number from 1 to 90.
_SCALE = 9


@dataclass(frozen=True, slots=True)
class Postings:
    """What is indexed, term after term: ``documents``, increasing in each, and ``niveaux``.

    The postings of a term t are those from ``starts[t]`` to ``starts[t + 1]``; ``poids`` is
    what each term tells, from 1 to 90.
    """

    vocabulaire: Vocabulaire
    starts: Integers
    documents: Integers
    niveaux: NDArray[np.uint8]
    poids: list[int]


@dataclass(frozen=True, slots=True)
class _Champs:
    """The pieces of text of every document, by field."""

    titre: Lists
    alias: Lists
    resume: Lists
    corps: Lists
    mots: Lists

    @classmethod
    def of(cls, documents: Sequence[Document], pieces: Pieces) -> _Champs:
        return cls(
            pieces.read(document.titre for document in documents),
            pieces.read(document.alias for document in documents),
            pieces.read(f"{document.resume}\n{document.themes}" for document in documents),
            pieces.read(document.corps for document in documents),
            pieces.read(document.mots for document in documents),
        )

    def every(self) -> tuple[Lists, ...]:
        return (self.titre, self.alias, self.resume, self.corps, self.mots)


def make_postings(documents: Sequence[Document], termes: Sequence[Terme]) -> Postings:
    """Index the words of ``documents``; ``termes`` is the glossary, for other names."""
    pieces = Pieces()
    champs = _Champs.of(documents, pieces)
    noms = pieces.read(_other_names(documents, champs, pieces, Synonymes(termes)))
    every = np.concatenate([field.numbers for field in (*champs.every(), noms)])
    known = list(pieces)
    counts = np.bincount(every, minlength=len(known)).tolist()
    places = (document for document in documents if document.kind == "territoires")
    names = {forme for place in places for forme in formes_in(place.titre.lower())}
    vocabulaire = Vocabulaire(dict(zip(known, counts, strict=True)), names)
    return _Indexer(vocabulaire, champs, noms).run()


def _other_names(
    documents: Sequence[Document], champs: _Champs, pieces: Pieces, synonymes: Synonymes
) -> list[str]:
    """Return, for each document, the other names of what it names."""
    every = list(pieces)
    formes = [tuple(filter(synonymes.is_known, formes_in(piece))) for piece in every]
    is_known = np.fromiter(map(bool, formes), bool, len(formes))
    met: list[dict[str, None]] = [{} for _ in documents]
    for field in champs.every():
        known = is_known[field.numbers]
        for rank, number in zip(field.owners()[known], field.numbers[known], strict=True):
            met[rank].update(dict.fromkeys(formes[number]))
    return [
        "\n".join(synonymes.of(words, _text_of(document))) if words else ""
        for document, words in zip(documents, met, strict=True)
    ]


def _text_of(document: Document) -> str:
    texts = (document.titre, document.alias, document.resume, document.corps)
    return "\n".join(texts).lower()


class _Indexer:
    """Turns pieces of text into levels of terms.

    A key is term × documents + document: sorted keys are postings.
    """

    def __init__(self, vocabulaire: Vocabulaire, champs: _Champs, noms: Lists) -> None:
        self._vocabulaire = vocabulaire
        self._champs = champs
        self._noms = noms
        self._documents = len(champs.titre.starts) - 1

    def run(self) -> Postings:
        """Index every document."""
        keys, worths, titles = self._weigh_words()
        order = np.argsort(keys)
        keys = keys[order]
        firsts = np.flatnonzero(np.diff(keys, prepend=-1))
        worth = np.add.reduceat(worths[order], firsts) if len(firsts) else worths
        keys = keys[firsts]
        in_title = np.zeros(len(keys), np.int64)
        in_title[np.searchsorted(keys, titles)] = IN_TITLE
        terms, documents = np.divmod(keys, max(1, self._documents))
        said = np.bincount(terms[worth > 0], minlength=self._vocabulaire.size)
        starts = np.searchsorted(terms, np.arange(self._vocabulaire.size + 1))
        # A term that only other names bring is as rare as they are.
        said = np.where(said > 0, said, np.diff(starts))
        niveaux = np.where(worth > 0, _levels(worth), _levels(_OTHER_WORD * _UNIT))
        return Postings(
            self._vocabulaire,
            starts,
            documents,
            (niveaux + in_title).astype(np.uint8),
            _poids(self._documents, said).tolist(),
        )

    def _weigh_words(self) -> tuple[Integers, Integers, Integers]:
        """Return keys, the worth that each adds, and those of titles."""
        champs, everything = self._champs, self._vocabulaire.all_terms
        title, alias = self._keys(champs.titre, everything), self._keys(champs.alias, everything)
        summary = self._keys(champs.resume)
        body, counts = np.unique(self._keys(champs.corps), return_counts=True)
        others = np.concatenate([self._keys(champs.mots), self._keys(self._noms)])
        each_title = _UNIT * _NAME / _relative_lengths(champs.titre, _NAME_LENGTH)
        each_word = _UNIT / _relative_lengths(champs.corps, _BODY_LENGTH)
        worths = (
            each_title[title % self._documents],
            np.full(len(alias), _UNIT * _NAME),
            np.full(len(summary), _UNIT * _SUMMARY),
            np.minimum(counts, _MOST_COUNTED) * each_word[body % self._documents],
            np.zeros(len(others)),
        )
        keys = np.concatenate([title, alias, summary, body, others])
        # Whole numbers have the same sum in any order.
        return keys, np.rint(np.concatenate(worths)).astype(np.int64), title

    def _keys(self, field: Lists, terms_of: Lists | None = None) -> Integers:
        """Return a key for each word of a field; those of empty words only if asked for."""
        terms = (terms_of or self._vocabulaire.full_terms).at(field.numbers)
        keys = terms.numbers.astype(np.int64)
        keys *= self._documents
        keys += field.owners()[terms.owners()]
        return keys


def _relative_lengths(field: Lists, importance: float) -> NDArray[np.float64]:
    """Return how long a field is in each document, its mean being 1."""
    lengths = field.lengths()
    mean = max(1.0, len(field.numbers) / max(1, len(lengths)))
    return np.asarray(1 - importance + importance * lengths / mean, np.float64)


def _levels(worth: Integers | float) -> Integers:
    levels = np.rint(LEVELS * worth / (worth + _HALF * _UNIT))
    return np.maximum(1, np.asarray(levels, np.int64))


def _poids(documents: int, said_in: Integers) -> Integers:
    """Return what terms tell that ``said_in`` of ``documents`` hold."""
    rarity = np.log(1 + (documents - said_in + 0.5) / (said_in + 0.5))
    return np.asarray(np.clip(np.rint(_SCALE * rarity), 1, 90), np.int64)
