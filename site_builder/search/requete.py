"""What a query asks for: its words, and the terms of the index that each stands for.

``recherche/requete.mjs`` does the same, number for number.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field

from site_builder.search.dictionnaire import Dictionnaire
from site_builder.search.langue import formes_of, words_of
from site_builder.vocabulary.typographie import fold

# How much a term is worth, by how it was found: as typed, but for a plural or a feminine,
# by its beginning, as half of a word, or nearly (by the cost of the mistakes).
_EXACT, _INFLECTED, _BEGINNING, _HALF = 8, 7, 4, 4
_NEAR = {2: 3, 3: 2, 4: 2, 5: 1}
# A beginning stands for so many terms at most, a mistake for so many words.
_MOST_BEGINNINGS = 24
_MOST_NEAR = 6
_SHORTEST_BEGINNING = 2
_SHORTEST_HALF = 4
_SHORTEST_INFLECTED = 3
_MOST_WORDS = 16
_ENDINGS = ("s", "x", "e", "es")


@dataclass(slots=True)
class Mot:
    """A word of a query, folded.

    ``weights`` says how much each term that it stands for is worth; ``poids`` how much the
    word tells, the less so the less sure it is (0: it stands for nothing); ``meant`` is the
    word it was taken for, when no word of the catalogue is written so; ``size`` is how many
    words it counts for in a title. ``aside`` are terms that stand for it less surely than
    others: they make no title.
    """

    folded: str
    size: int = 1
    last: bool = False
    weights: dict[int, int] = field(default_factory=dict)
    poids: int = 0
    meant: str | None = None
    aside: set[int] = field(default_factory=set)

    def add(self, term: int, weight: int) -> None:
        """Let the word stand for ``term`` too."""
        self.weights[term] = weight
        self.poids = max(self.poids, weight // _EXACT, 1)


class Lecteur:
    """Reads queries with the words of an index."""

    def __init__(self, dictionnaire: Dictionnaire, poids: Sequence[int], empty: Set[str]) -> None:
        """``poids`` is what each term tells; ``empty`` are words that queries do without."""
        self._words = dictionnaire
        self._poids = poids
        self._empty = empty

    def read(self, query: str) -> list[Mot]:
        """Return the words of ``query`` that count, each once, in order."""
        sizes: dict[str, int] = {}
        typed = self._joined(self._typed(query, sizes))
        last = typed[-1] if typed else None
        full = [word for word in typed if word not in self._empty] or typed
        # The last word is perhaps not finished; it is none of those that don't count.
        mots = [Mot(word, sizes.get(word, 1), word == last) for word in dict.fromkeys(full)]
        return [found for mot in mots for found in self._understood(mot)][:_MOST_WORDS]

    def _typed(self, query: str, sizes: dict[str, int]) -> list[str]:
        """Return the words of ``query``; add to ``sizes`` the compounds known as one."""
        every = list(filter(None, (formes_of(fold(word)) for _, word in words_of(query))))
        words: list[str] = []
        for place, (whole, *parts) in enumerate(every):
            if parts and not self._is_known(whole, last=place == len(every) - 1):
                words += parts
                continue
            words.append(whole)
            if parts:
                sizes[whole] = len({part for part in parts if part not in self._empty})
        return words

    def _is_known(self, folded: str, *, last: bool) -> bool:
        if self._words.rank_of(folded) is not None:
            return True
        return last and len(self._words.beginning_with(folded)) > 0

    def _joined(self, words: Sequence[str]) -> list[str]:
        """Join two words that make one of the catalogue, when either is none: « porte feuille »."""
        found: list[str] = []
        for word in words:
            if found and self._are_one(found[-1], word):
                found[-1] += word
            else:
                found.append(word)
        return found

    def _are_one(self, word: str, after: str) -> bool:
        known = self._words.rank_of
        if known(word + after) is None:
            return False
        return known(word) is None or known(after) is None

    def _understood(self, mot: Mot) -> list[Mot]:
        """Return ``mot`` with its terms, or the two words that it is made of."""
        is_written = self._words.rank_of(mot.folded) is not None
        self._find_whole(mot, _EXACT)
        if not mot.weights:
            self._find_inflected(mot)
        is_begun = (mot.last or not mot.weights) and self._find_beginnings(mot)
        if not is_written and not is_begun:
            self._find_near(mot)
        if not mot.weights and (halves := self._halves(mot.folded)):
            mots = [Mot(half) for half in halves]
            for half in mots:
                self._find_whole(half, _HALF)
            return mots
        return [mot]

    def _find_whole(self, mot: Mot, worth: int, written: str | None = None) -> None:
        """Add the terms of ``mot``, or of another word, if the catalogue has it."""
        rank = self._words.rank_of(written or mot.folded)
        for term in () if rank is None else self._words.terms[rank]:
            mot.add(term, worth * self._poids[term])

    def _find_inflected(self, mot: Mot) -> None:
        for word in _inflections(mot.folded):
            self._find_whole(mot, _INFLECTED, word)

    def _find_beginnings(self, mot: Mot) -> bool:
        """Add the words that begin like ``mot``; return whether there are others than itself."""
        if len(mot.folded) < _SHORTEST_BEGINNING:
            return False
        ranks = self._words.beginning_with(mot.folded)
        terms = {term for rank in ranks for term in self._terms_of(rank)} - mot.weights.keys()
        # The most common ones, since nobody can tell which was meant.
        kept = sorted(terms, key=lambda term: (self._poids[term], term))[:_MOST_BEGINNINGS]
        self._add(mot, kept, _BEGINNING)
        return bool(kept)

    def _find_near(self, mot: Mot) -> None:
        near = [found for found in self._words.near(mot.folded) if self._terms_of(found.rank)]
        if not near:
            return
        cost = min(near, key=lambda found: found.cost).cost
        ranks = [found.rank for found in near if found.cost == cost]
        ranks.sort(
            key=lambda rank: (min(map(self._poids.__getitem__, self._words.terms[rank])), rank)
        )
        if not mot.weights:
            mot.meant = self._words.written[ranks[0]]
        terms = {term for rank in ranks[:_MOST_NEAR] for term in self._words.terms[rank]}
        self._add(mot, sorted(terms - mot.weights.keys()), _NEAR[cost])

    def _terms_of(self, rank: int) -> tuple[int, ...]:
        """Return the terms of a word that a query can mean without writing it."""
        return () if self._words.folded[rank] in self._empty else self._words.terms[rank]

    def _least(self, terms: Iterable[int]) -> int:
        """Return what the most common of ``terms`` tells."""
        return min(self._poids[term] for term in terms)

    def _add(self, mot: Mot, terms: Sequence[int], worth: int) -> None:
        """Add terms as one: they tell no more than the most common, or than surer ones."""
        if not terms:
            return
        poids = self._least([*terms, *mot.weights])
        if mot.weights:
            mot.aside.update(terms)
        for term in terms:
            mot.add(term, worth * poids)

    def _halves(self, folded: str) -> tuple[str, str] | None:
        """Return two words of the catalogue written as one, the most even ones."""
        places = range(_SHORTEST_HALF, len(folded) - _SHORTEST_HALF + 1)
        for place in sorted(places, key=lambda place: (abs(2 * place - len(folded)), place)):
            halves = folded[:place], folded[place:]
            if None not in map(self._words.rank_of, halves):
                return halves
        return None


def _inflections(folded: str) -> list[str]:
    """Return what ``folded`` may be the plural, the feminine, or the singular of."""
    shorter = [folded.removesuffix(end) for end in _ENDINGS if folded.endswith(end)]
    return [word for word in (*shorter, folded + "s") if len(word) >= _SHORTEST_INFLECTED]
