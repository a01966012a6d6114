"""The engine: from a query to documents, best first.

``recherche.mjs`` gives the same results in the same order: all that ranks is integers, and
equal scores follow the order of the documents.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from site_builder.search.dictionnaire import Dictionnaire
from site_builder.search.document import GUIDES, slug_of_title
from site_builder.search.fichiers import Fichiers
from site_builder.search.index import VERSION, shard_name
from site_builder.search.postings import IN_TITLE
from site_builder.search.requete import Lecteur, Mot
from site_builder.search.signes import decode_ranks, decode_signs

# Below so many documents that have all the words, others that have most of them follow.
_ENOUGH = 5


class Trouvable(NamedTuple):
    """A document as results show it."""

    kind: str
    slug: str
    titre: str
    precision: str
    url: str


@dataclass(frozen=True, slots=True)
class Resultat:
    """A document found: its rank in the index, its score, and the words that it matches."""

    doc: int
    score: int
    mots: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reponse:
    """What is found: the best results, best first, and how many there are in all.

    The first ``complete`` of them have all the words but those ``dropped``, which no document
    has with the others; ``corrections`` are the words that others were taken for.
    """

    results: list[Resultat]
    total: int
    complete: int
    dropped: list[str]
    corrections: dict[str, str]


class Moteur:
    """Answers queries from the files of an index."""

    def __init__(self, first: Mapping[str, Any], read: Callable[[str], Mapping[str, str]]) -> None:
        """``first`` is the index's first file; ``read`` returns another, by its name."""
        if first["version"] != VERSION:
            raise ValueError(f"an index of version {first['version']}, not {VERSION}")
        self._read = read
        self._documents = first["documents"]
        self._title_words = decode_signs(self._documents["mots"])
        self._poids = decode_signs(first["poids"])
        self._lots: Sequence[tuple[int, str]] = first["lots"]
        self._starts = [start for start, _ in self._lots]
        self._postings: dict[int, list[tuple[int, int]]] = {}
        self._is_guide = self._allowed({GUIDES})
        dictionnaire = Dictionnaire(first["formes"], first["termes"])
        self._lecteur = Lecteur(dictionnaire, self._poids, frozenset(first["vides"].split()))

    def document(self, rank: int) -> Trouvable:
        """Return the document of that rank."""
        documents, start = self._documents, 0
        titre = documents["titres"][rank]
        slug = slug_of_title(titre)[: documents["communs"][rank]] + documents["restes"][rank]
        precision = documents["precisions"][documents["precision"][rank]]
        for kind, count, before, after in documents["genres"]:
            start += count
            if rank < start:
                return Trouvable(kind, slug, titre, precision, f"{before}{slug}{after}")
        raise IndexError(rank)

    def search(
        self, query: str, *, limit: int | None = None, kinds: Collection[str] | None = None
    ) -> Reponse:
        """Return the documents (of ``kinds``) that match ``query``, at most ``limit`` of them.

        All words have to match; when no document has them all, the words that tell least are
        given up, as few as possible. A few documents that have most of the words follow when
        hardly any has them all. Guides are for editors, and long: what one says, but in its
        title, is worth half, and comes after what has all the words.
        """
        mots = self._lecteur.read(query)
        scores, masks, titles = self._score(mots, self._allowed(kinds))
        kept = _keep(mots, {mask for doc, mask in masks.items() if not self._is_guide[doc]})
        kept = kept or _keep(mots, set(masks.values()))
        aside = {doc for doc in masks if self._is_guide[doc] and titles.get(doc, 0) & kept != kept}
        told = {mask: _tell(mots, mask & kept) for mask in set(masks.values())}
        worth = {doc: told[mask] * (1 if doc in aside else 2) for doc, mask in masks.items()}

        def order(doc: int) -> tuple[int, bool, int, int]:
            title = titles.get(doc, 0)
            size = sum(mot.size for mot in _of(mots, title))
            is_the_title = title & kept == kept and size >= self._title_words[doc]
            return (-worth[doc], not is_the_title, -scores[doc], doc)

        full = {doc for doc, mask in masks.items() if kept and mask & kept == kept}
        found = full - aside
        complete = len(found)
        most = 2 * _tell(mots, kept)
        partial = (doc for doc, value in worth.items() if kept and most > value >= most / 2)
        found.update(sorted(partial, key=order)[: max(0, _ENOUGH - complete)], full)
        ranked = sorted(found, key=order)
        return Reponse(
            [
                Resultat(doc, scores[doc], tuple(mot.folded for mot in _of(mots, masks[doc])))
                for doc in ranked[:limit]
            ],
            len(ranked),
            complete,
            [mot.folded for mot in _of(mots, ~kept)],
            {mot.folded: mot.meant for mot in _of(mots, kept) if mot.meant is not None},
        )

    def _allowed(self, kinds: Collection[str] | None) -> bytes:
        """Return 1 for each document of ``kinds``, 0 for the others."""
        return b"".join(
            bytes([kinds is None or kind in kinds]) * count
            for kind, count, *_ in self._documents["genres"]
        )

    def _score(
        self, mots: Sequence[Mot], allowed: bytes
    ) -> tuple[dict[int, int], dict[int, int], dict[int, int]]:
        """Return scores, and masks of the words (anywhere, in the title), by document."""
        scores: dict[int, int] = {}
        masks: dict[int, int] = {}
        titles: dict[int, int] = {}
        for place, mot in enumerate(mots):
            best: dict[int, int] = {}
            bit = 1 << place
            for term, weight in mot.weights.items():
                for doc, level in self._postings_of(term):
                    if allowed[doc]:
                        best[doc] = max(best.get(doc, 0), weight * (level % IN_TITLE))
                        if level >= IN_TITLE and term not in mot.aside:
                            titles[doc] = titles.get(doc, 0) | bit
            for doc, score in best.items():
                scores[doc] = scores.get(doc, 0) + score
                masks[doc] = masks.get(doc, 0) | bit
        return scores, masks, titles

    def _postings_of(self, term: int) -> list[tuple[int, int]]:
        if term not in self._postings:
            lot = bisect_right(self._starts, term) - 1
            start, digest = self._lots[lot]
            shard = self._read(shard_name(lot, digest))
            levels = iter(decode_signs(shard["niveaux"]))
            for rank, documents in enumerate(shard["documents"].split(" ")):
                self._postings[start + rank] = [
                    (doc, next(levels)) for doc in decode_ranks(documents)
                ]
        return self._postings[term]


def open_index(index: Fichiers) -> Moteur:
    """Return the engine of an index that was just made."""
    return Moteur(json.loads(index.files[index.first]), lambda name: json.loads(index.files[name]))


def _keep(mots: Sequence[Mot], masks: Collection[int]) -> int:
    """Return the mask of the words that some document has together.

    The words that tell most come first; one that no document has with those before is left.
    """
    kept = 0
    for place in sorted(range(len(mots)), key=lambda place: -mots[place].poids):
        wanted = kept | 1 << place
        if any(mask & wanted == wanted for mask in masks):
            kept = wanted
    return kept


def _of(mots: Sequence[Mot], mask: int) -> Iterator[Mot]:
    """Yield the words of a mask."""
    return (mot for place, mot in enumerate(mots) if mask >> place & 1)


def _tell(mots: Sequence[Mot], mask: int) -> int:
    """Return how much the words of a mask tell together."""
    return sum(mot.poids for mot in _of(mots, mask))
