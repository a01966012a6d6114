"""The words of a document, as numbers: all that an index keeps of its texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice, pairwise
from typing import Any, NamedTuple

import numpy as np

from site_builder.model.glossaire import Terme
from site_builder.search.document import Document, shared, slug_of_title
from site_builder.search.langue import Folded, pieces_of
from site_builder.search.listes import Ranks
from site_builder.search.synonymes import Synonymes
from site_builder.search.vocabulaire import Pieces

# The fields of a document, in the order of their pieces: empty words count in the first two.
TITRE, ALIAS, RESUME, CORPS, MOTS, NOMS = range(6)
FIELDS = 6
# Documents read at once: their texts are held meanwhile.
_TOGETHER = 128
_NO_WORD = -1
_NOTHING = np.zeros(0, np.int32)


class Findable(NamedTuple):
    """Something to be found, of which ``write`` writes the document when it has to be read."""

    kind: str
    slug: str
    write: Callable[[Any], Document]
    subject: object

    @classmethod
    def of(cls, document: Document) -> Findable:
        """Return a document that is written already."""
        return cls(document.kind, document.slug, _itself, document)

    def document(self) -> Document:
        """Write the document."""
        return self.write(self.subject)


def _itself(document: Document) -> Document:
    return document


class Words(NamedTuple):
    """A document without its texts: plain values, which depend on its texts and the glossary.

    ``commun`` is how many letters the slug shares with the one that the title would have.
    ``lengths`` is how many pieces of text each field has; ``pieces`` are their numbers in
    ``Pieces``, field after field, 32 bits each. The last field has the other names of what the
    document names.
    """

    kind: str
    slug: str
    titre: str
    precision: str
    commun: int
    lengths: tuple[int, ...]
    pieces: bytes | memoryview


class Reader:
    """Turns texts into numbers."""

    def __init__(self, termes: Sequence[Terme]) -> None:
        """``termes`` is the glossary."""
        self.pieces = Pieces()
        # What titles fold to.
        self.titres = Folded()
        self._synonymes = Synonymes(termes)
        # By number of a form: the number of a word of the glossary, or -1; by number of a piece:
        # whether it has such a form.
        self._words = np.zeros(0, np.int32)
        self._is_named = np.zeros(0, np.bool_)
        self._mots: dict[str, Ranks] = {}

    def read(self, documents: Iterable[Document]) -> Iterator[Words]:
        """Yield the words of each document."""
        waiting = iter(documents)
        while part := list(islice(waiting, _TOGETHER)):
            yield from self._read(part)
        self._mots.clear()

    def _read(self, documents: Sequence[Document]) -> Iterator[Words]:
        lengths, numbers = zip(*map(self._number, documents), strict=True)
        names = self._names_in(documents, numbers)
        for document, found, counts, named in zip(documents, numbers, lengths, names, strict=True):
            others = self._numbers_of("\n".join(named)) if named else _NOTHING
            yield Words(
                document.kind,
                document.slug,
                document.titre,
                document.precision,
                shared(document.slug, slug_of_title(document.titre, self.titres.__getitem__)),
                (*counts, len(others)),
                found.tobytes() + others.tobytes(),
            )

    def _number(self, document: Document) -> tuple[list[int], Ranks]:
        """Return how many pieces each field has, and their numbers."""
        pieces: list[str] = []
        lengths = []
        for text in (
            document.titre,
            document.alias,
            f"{document.resume}\n{document.themes}",
            document.corps,
        ):
            found = pieces_of(text) if text else ()
            lengths.append(len(found))
            pieces += found
        numbers = self._numbered(pieces)
        words = self._words_for(document.mots)
        return [*lengths, len(words)], np.concatenate([numbers, words])

    def _words_for(self, mots: str) -> Ranks:
        """Return the numbers of words that go with themes: many documents have the same."""
        numbers = self._mots.get(mots)
        if numbers is None:
            numbers = self._mots[mots] = self._numbers_of(mots)
        return numbers

    def _numbers_of(self, text: str) -> Ranks:
        return self._numbered(pieces_of(text))

    def _numbered(self, pieces: Sequence[str]) -> Ranks:
        return np.fromiter(map(self.pieces.__getitem__, pieces), np.int32, len(pieces))

    def _names_in(
        self, documents: Sequence[Document], numbers: Sequence[Ranks]
    ) -> Iterator[Sequence[str]]:
        """Yield the other names of what each document names."""
        self._mark_pieces()
        every = np.concatenate(numbers)
        named = np.flatnonzero(self._is_named[every])
        formes = self.pieces.whole.at(every[named])
        ends = np.cumsum([len(one) for one in numbers])
        owners = np.searchsorted(ends, named, side="right")[formes.owners()]
        words = self._words[formes.numbers]
        bounds = np.searchsorted(owners, np.arange(len(documents) + 1)).tolist()
        for document, (first, last) in zip(documents, pairwise(bounds), strict=True):
            met = set(words[first:last].tolist()) - {_NO_WORD}
            yield list(self._synonymes.of(met, document)) if met else ()

    def _mark_pieces(self) -> None:
        """Look for words of the glossary among the pieces that came since the last time."""
        whole, marked = self.pieces.whole, len(self._is_named)
        if marked == len(self.pieces):
            return
        word_of = self._synonymes.words.get
        new = islice(self.pieces.formes, len(self._words), None)
        found = np.fromiter((word_of(forme, _NO_WORD) for forme in new), np.int32)
        self._words = np.concatenate([self._words, found])
        is_named = np.zeros(len(self.pieces), np.bool_)
        is_named[whole.owners()[self._words[whole.numbers] != _NO_WORD]] = True
        self._is_named = is_named
