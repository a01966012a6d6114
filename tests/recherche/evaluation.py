"""How well the search answers what people type: success at 1 and at 3, mean reciprocal rank.

A query succeeds at N when one of the records that it should find is among the first N results.
"""

from __future__ import annotations

import string
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import yaml

from site_builder.vocabulary.typographie import fold

FOLDER = Path(__file__).parent
# Results past this one count for nothing.
_LAST = 10
# A word of four letters or more: where the search forgives a typo.
_LETTERS_FOR_A_TYPO = 4


@dataclass(frozen=True, slots=True)
class Requete:
    """What somebody types, and the records (``kind/slug``) that answer."""

    requete: str
    attendus: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Essai:
    """A query as it was tried, what was found first, and the rank of the first good answer."""

    requete: Requete
    typed: str
    found: tuple[str, ...]
    rank: int | None


@dataclass(frozen=True, slots=True)
class Bilan:
    """The outcome of a series of queries."""

    essais: tuple[Essai, ...]

    def success(self, first: int) -> float:
        """Return the share of queries answered among the ``first`` results, from 0 to 1."""
        good = sum(essai.rank is not None and essai.rank <= first for essai in self.essais)
        return good / len(self.essais)

    @property
    def mrr(self) -> float:
        """The mean of 1 / rank of the first good answer, 0 when there is none."""
        return sum(1 / essai.rank for essai in self.essais if essai.rank) / len(self.essais)

    def failures(self, first: int) -> list[Essai]:
        """Return the queries that are not answered among the ``first`` results."""
        return [e for e in self.essais if e.rank is None or e.rank > first]


def read_requetes(path: Path) -> list[Requete]:
    """Return the queries of a file."""
    return [
        Requete(entry["requete"], tuple(entry["attendus"]), entry.get("note", ""))
        for entry in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


def evaluate(
    requetes: Iterable[Requete],
    search: Callable[[str], Sequence[str]],
    change: Callable[[str], str] = str,
) -> Bilan:
    """Try each query, typed as ``change`` makes it; ``search`` returns records, best first."""
    essais = []
    for requete in requetes:
        typed = change(requete.requete)
        found = tuple(search(typed)[:_LAST])
        ranks = [found.index(record) + 1 for record in requete.attendus if record in found]
        essais.append(Essai(requete, typed, found, min(ranks, default=None)))
    return Bilan(tuple(essais))


def with_typo(requete: str, seed: int) -> str:
    """Return a query with one mistake in one of its long words, always the same for a seed.

    A letter too many, missing or changed, or two swapped; a query of short words is unchanged.
    """
    chance = Random(f"{seed} {requete}")
    words = requete.split(" ")
    long = [place for place, word in enumerate(words) if _is_long(word)]
    if long:
        place = chance.choice(long)
        words[place] = _mistyped(words[place], chance)
    return " ".join(words)


def _is_long(word: str) -> bool:
    return len(word) >= _LETTERS_FOR_A_TYPO and word.isalpha()


def _mistyped(word: str, chance: Random) -> str:
    # The first letter is rarely missed.
    place = chance.randrange(1, len(word))
    letter = chance.choice(string.ascii_lowercase)
    before, after = word[:place], word[place:]
    swapped = before[:-1] + after[0] + before[-1] + after[1:]
    mistakes = [before + after[1:], before + letter + after, before + letter + after[1:], swapped]
    return chance.choice([mistake for mistake in mistakes if mistake != word])


WAYS: dict[str, Callable[[str], str]] = {
    "as typed": str,
    "without accents": fold,
    "with one typo": lambda requete: with_typo(requete, seed=1),
}
