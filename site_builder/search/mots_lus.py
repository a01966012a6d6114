"""The words of a document, as numbers: all that an index keeps of its texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np

from site_builder.model.glossaire import Terme
from site_builder.search.document import Document
from site_builder.search.langue import pieces_of
from site_builder.search.synonymes import Synonymes
from site_builder.search.vocabulaire import Pieces, formes_in

# The fields of a document, in the order of their pieces: empty words count in the first two.
TITRE, ALIAS, RESUME, CORPS, MOTS, NOMS = range(6)
FIELDS = 6


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

    ``lengths`` is how many pieces of text each field has; ``pieces`` are their numbers in
    ``Pieces``, field after field, 32 bits each. The last field has the other names of what the
    document names.
    """

    kind: str
    slug: str
    titre: str
    precision: str
    lengths: tuple[int, ...]
    pieces: bytes


class Reader:
    """Turns texts into numbers, one document at a time."""

    def __init__(self, termes: Sequence[Terme]) -> None:
        """``termes`` is the glossary."""
        self.pieces = Pieces()
        self._synonymes = Synonymes(termes)
        # The pieces that may be a word of a name of the glossary, by number, with their forms.
        self._named: dict[int, tuple[str, ...]] = {}
        self._sorted = 0

    def read(self, document: Document) -> Words:
        """Return the words of ``document``."""
        pieces: list[str] = []
        lengths = []
        for text in (
            document.titre,
            document.alias,
            f"{document.resume}\n{document.themes}",
            document.corps,
            document.mots,
        ):
            lengths.append(_add(pieces, text))
        numbers = list(map(self.pieces.__getitem__, pieces))
        names: list[str] = []
        lengths.append(_add(names, "\n".join(self._names_in(document, numbers))))
        numbers += map(self.pieces.__getitem__, names)
        return Words(
            document.kind,
            document.slug,
            document.titre,
            document.precision,
            tuple(lengths),
            np.array(numbers, np.int32).tobytes(),
        )

    def _names_in(self, document: Document, numbers: Iterable[int]) -> Iterator[str]:
        """Return the other names of what ``document`` names."""
        self._sort_pieces()
        met = self._named.keys() & numbers
        formes = {forme for number in met for forme in self._named[number]}
        return self._synonymes.of(formes, document)

    def _sort_pieces(self) -> None:
        """Look for words of names among the pieces that came since the last time."""
        for number in range(self._sorted, len(self.pieces)):
            formes = formes_in(self.pieces.texts[number])
            if named := tuple(filter(self._synonymes.is_known, formes)):
                self._named[number] = named
        self._sorted = len(self.pieces)


def _add(pieces: list[str], text: str) -> int:
    """Add the pieces of ``text`` to others; return how many they are."""
    found = pieces_of(text) if text else ()
    pieces += found
    return len(found)
