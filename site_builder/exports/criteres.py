"""The rules of a catalogue as the browser reads them: each criterion once, trees of numbers.

A criterion comes with its sentences, for the readers of the rules where it stands, and with
the sentences that say the contrary where a rule shuts it out.

A rule is read once into plain values (``Regle``). Criteria are numbered anew for each state of a
catalogue; what is said of one depends on its readers, and on the questions, publics and
territoires of the catalogue.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import chain
from operator import attrgetter
from pickle import PickleBuffer
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from site_builder.eligibility.phrases import Enonceur
from site_builder.exports.open_data import to_bytes
from site_builder.exports.texte_brut import brut
from site_builder.model.condition import (
    Appreciation,
    Aucune,
    Condition,
    CriterePublicCible,
    CritereQuestion,
    CritereTerritoire,
    Feuille,
    Toutes,
    UneDe,
    children,
)
from site_builder.search.listes import first_met

# Who reads the two rules of an action: to prescribe is to apply the rule of the person.
LECTEURS = {"beneficiaire": ("beneficiaire", "prescripteur"), "porteur": ("porteur",)}

_RULES = tuple(LECTEURS)
_READERS = tuple(LECTEURS.values())
Ranks = NDArray[np.int32]

# Two leaves with the same key are written alike; models compare, and hash, far more slowly.
_KEYS: dict[type[Feuille], Callable[[Feuille], tuple[object, ...]]] = {
    model: attrgetter("__class__", *model.model_fields)
    for model in (CritereQuestion, CriterePublicCible, CritereTerritoire, Appreciation)
}
_GROUPS: dict[type[Condition], str] = {
    model: next(iter(model.model_fields)) for model in (Toutes, UneDe, Aucune)
}


class Regle(NamedTuple):
    """A rule: its tree in JSON, with ``%d`` for each leaf, and the readings of the leaves in order.

    A reading is twice the rank of a leaf in ``Feuilles``, one more if the rule shuts it out.
    """

    arbre: bytes
    lectures: tuple[int, ...]


class Feuilles:
    """The different leaves of the rules that were read so far, each with a rank.

    ``publics`` are the slugs of the publics that leaves name, by the ranks of these.
    """

    def __init__(self) -> None:
        """Know none."""
        self._ranks: dict[tuple[object, ...], int] = {}
        self._packed: bytes | memoryview | None = None
        self.publics: dict[int, str] = {}

    def __getstate__(self) -> dict[str, Any]:
        """Be pickled with the leaves apart: nearly all runs do without them."""
        packed = pickle.dumps(self._every, pickle.HIGHEST_PROTOCOL)
        return {"_ranks": self._ranks, "publics": self.publics, "_packed": PickleBuffer(packed)}

    @cached_property
    def _every(self) -> list[Feuille]:
        if self._packed is None:
            return []
        every: list[Feuille] = pickle.loads(self._packed)  # noqa: S301 - written by ``__getstate__``
        return every

    def __getitem__(self, rank: int) -> Feuille:
        """Return a leaf."""
        return self._every[rank]

    def __len__(self) -> int:
        """Count the leaves."""
        return len(self._ranks)

    def read(self, condition: Condition) -> Regle:
        """Return the rule that ``condition`` is."""
        tree: list[str] = []
        lectures: list[int] = []
        self._visit(condition, tree, lectures, shut_out=0)
        return Regle("".join(tree).encode(), tuple(lectures))

    def _visit(
        self, condition: Condition, tree: list[str], lectures: list[int], shut_out: int
    ) -> None:
        group = _GROUPS.get(type(condition))
        if group is None:
            tree.append("%d")
            lectures.append(self._rank_of(condition) * 2 + shut_out)  # type: ignore[arg-type]
            return
        tree.append(f'{{"{group}":[')
        for place, child in enumerate(children(condition)):
            if place:
                tree.append(",")
            self._visit(child, tree, lectures, shut_out ^ (type(condition) is Aucune))
        tree.append("]}")

    def _rank_of(self, leaf: Feuille) -> int:
        key = _KEYS[type(leaf)](leaf)
        known = len(self._ranks)
        rank = self._ranks.setdefault(key, known)
        if rank == known:
            self._every.append(leaf)
            if isinstance(leaf, CriterePublicCible):
                self.publics[rank] = leaf.public_cible
        return rank


Readings = tuple[int, ...]
"""Who reads a criterion: twice the rank of a rule in ``LECTEURS``, one more if it is shut out."""


class Criteres:
    """The criteria of the rules of one state, numbered in the order in which they are met.

    A leaf has a number once a rule holds it; those of a public that a rule names are read with it.
    """

    def __init__(
        self, feuilles: Feuilles, publics: Mapping[str, Regle | None], lectures: Ranks
    ) -> None:
        """``publics`` are the rules of the publics of the catalogue.

        ``lectures`` are those of all rules, one after the other, as ``encode_lectures`` writes
        them. What a rule reads that another one did before is known: each is looked at once.
        """
        self._feuilles = feuilles
        self._publics = publics
        self._seen: tuple[set[int], ...] = tuple(set() for _ in _RULES)
        self._readings: dict[int, list[int]] = {}
        for lecture in first_met(lectures):
            self._read(*divmod(lecture, len(_RULES)))
        self._order = first_met(_leaves(lectures))
        self.numbers = np.zeros(len(feuilles), np.int32)
        self.numbers[self._order] = np.arange(len(self._order))

    def met(self) -> Iterator[tuple[int, Readings]]:
        """Yield the rank of each criterion, in the order of their numbers, and its readings."""
        return ((rank, tuple(self._readings[rank])) for rank in self._order)

    def _read(self, lecture: int, rule: int) -> None:
        """Remember that the readers of a rule read a leaf, and those of the public it names."""
        seen = self._seen[rule]
        if lecture in seen:
            return
        seen.add(lecture)
        rank, shut_out = lecture >> 1, lecture & 1
        self._readings.setdefault(rank, []).append(rule << 1 | shut_out)
        public = self._publics.get(self._feuilles.publics.get(rank, ""))
        for inner in public.lectures if public else ():
            self._read(inner ^ shut_out, rule)


def numbers_of(lectures: Ranks, numbers: Ranks) -> list[int]:
    """Return the number of the criterion of each reading; ``numbers`` are those of the leaves."""
    found: list[int] = numbers[_leaves(lectures)].tolist()
    return found


def _leaves(lectures: Ranks) -> Ranks:
    """Return the rank of the leaf of each reading."""
    return lectures // len(_RULES) >> 1


def encode_lectures(rule: str, regle: Regle) -> bytes:
    """Return the readings of a rule, with whose rule it is, 32 bits each."""
    whose = _RULES.index(rule)
    lectures = [lecture * len(_RULES) + whose for lecture in regle.lectures]
    return np.array(lectures, np.int32).tobytes()


def encode_critere(leaf: Feuille, readings: Readings, enonceur: Enonceur) -> bytes:
    """Return what the file says of a criterion."""
    # A reader who sees a criterion shut out may see its own sentence too.
    lecteurs = _readers(reading >> 1 for reading in readings)
    shut_out = _readers(reading >> 1 for reading in readings if reading & 1)
    return to_bytes(
        {
            **_test_of(leaf),
            **({"nature": leaf.nature} if leaf.nature != "obligatoire" else {}),
            **({"source": brut(leaf.source)} if leaf.source else {}),
            **_sentences("phrase", leaf, lecteurs, enonceur, exclu=False),
            **_sentences("phrase_exclu", leaf, shut_out, enonceur, exclu=True),
        }
    )


def _readers(rules: Iterable[int]) -> dict[str, None]:
    return dict.fromkeys(chain.from_iterable(_READERS[rule] for rule in rules))


def _sentences(
    key: str, leaf: Feuille, lecteurs: Iterable[str], enonceur: Enonceur, *, exclu: bool
) -> dict[str, Any]:
    """Return the sentence under ``key``, or those of each reader under its plural."""
    said = {lecteur: brut(enonceur.phrase(leaf, lecteur, exclu=exclu)) for lecteur in lecteurs}
    if len(set(said.values())) == 1:
        return {key: next(iter(said.values()))}
    return {key.replace("phrase", "phrases"): said} if said else {}


def _test_of(leaf: Feuille) -> dict[str, Any]:
    """Return what a criterion tests, under the keys of the catalogue's format."""
    match leaf:
        case CritereQuestion():
            operands = {name: _plain(operand) for name, operand in leaf.operateurs.items()}
            return {"question": leaf.question, **operands}
        case CriterePublicCible():
            return {"public_cible": leaf.public_cible}
        case CritereTerritoire():
            return {"territoire": list(leaf.territoire)}
        case Appreciation():
            return {"appreciation": brut(leaf.appreciation)}


def _plain(operand: str | tuple[str, ...] | Decimal | date) -> Any:
    match operand:
        case Decimal():
            return nombre(operand)
        case date():
            return operand.isoformat()
        case tuple():
            return list(operand)
        case _:
            return operand


def nombre(value: Decimal) -> int | float:
    """Return a number as JSON writes it: without decimals when it has none."""
    return int(value) if value == value.to_integral_value() else float(value)
