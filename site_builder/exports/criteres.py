"""The rules of a catalogue as the browser reads them: each criterion once, trees of numbers.

A criterion comes with its sentences, for the readers of the rules where it stands, and with
the sentences that say the contrary where a rule shuts it out.

A rule is read once into plain values (``Regle``). Criteria are numbered anew for each state of a
catalogue; what is said of one depends on its readers, and on the questions, publics and
territoires of the catalogue.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import Any, NamedTuple

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

# Who reads the two rules of an action: to prescribe is to apply the rule of the person.
LECTEURS = {"beneficiaire": ("beneficiaire", "prescripteur"), "porteur": ("porteur",)}

# Two leaves with the same key are written alike; models compare, and hash, far more slowly.
_KEYS: dict[type[Feuille], Callable[[Feuille], tuple[object, ...]]] = {
    model: attrgetter("__class__", *model.model_fields)
    for model in (CritereQuestion, CriterePublicCible, CritereTerritoire, Appreciation)
}
_GROUPS: dict[type[Condition], str] = {
    model: next(iter(model.model_fields)) for model in (Toutes, UneDe, Aucune)
}


class Regle(NamedTuple):
    """A rule: its tree in JSON, with ``%d`` for each leaf, and the leaves in their order.

    ``feuilles`` are their ranks in ``Feuilles``; ``lectures`` twice that, one more for a leaf that
    the rule shuts out.
    """

    arbre: bytes
    feuilles: tuple[int, ...]
    lectures: tuple[int, ...]


class Feuilles:
    """The different leaves of the rules that were read so far, each with a rank."""

    def __init__(self) -> None:
        """Know none."""
        self._ranks: dict[tuple[object, ...], int] = {}
        self._every: list[Feuille] = []

    def __getitem__(self, rank: int) -> Feuille:
        """Return a leaf."""
        return self._every[rank]

    def read(self, condition: Condition) -> Regle:
        """Return the rule that ``condition`` is."""
        tree: list[str] = []
        lectures: list[int] = []
        self._visit(condition, tree, lectures, shut_out=0)
        ranks = tuple(lecture >> 1 for lecture in lectures)
        return Regle("".join(tree).encode(), ranks, tuple(lectures))

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
        rank = self._ranks.setdefault(key, len(self._every))
        if rank == len(self._every):
            self._every.append(leaf)
        return rank


Lecture = tuple[str, bool]
"""Who reads a criterion, and whether it is shut out."""


class _Numbers(dict[int, int]):
    """The number of each leaf: the next one, when it is first asked for."""

    def __missing__(self, rank: int) -> int:
        number = self[rank] = len(self)
        return number


class Criteres:
    """The criteria of the rules of one state, numbered in the order in which they are met.

    A leaf has a number once a tree holds it; those of a public that a rule names are read with it.
    """

    def __init__(self, feuilles: Feuilles, publics: Mapping[str, Regle | None]) -> None:
        """``publics`` are the rules of the publics of the catalogue."""
        self._feuilles = feuilles
        self._publics = publics
        self._numbers = _Numbers()
        self._seen: dict[str, set[int]] = {}
        self._readings: dict[int, list[Lecture]] = {}

    def add(self, regle: Regle, lecteurs: Iterable[str]) -> None:
        """Number the criteria of ``regle``, and remember who reads them."""
        for lecteur in lecteurs:
            seen = self._seen.setdefault(lecteur, set())
            if not seen.issuperset(regle.lectures):
                self._read(regle.lectures, lecteur, seen)
        for rank in regle.feuilles:
            self._numbers[rank]

    def tree(self, regle: Regle) -> bytes:
        """Return the tree of a rule that was added."""
        return regle.arbre % tuple(map(self._numbers.__getitem__, regle.feuilles))

    def met(self) -> Iterator[tuple[int, tuple[Lecture, ...]]]:
        """Yield the rank of each criterion, in the order of their numbers, and its readings."""
        return ((rank, tuple(self._readings[rank])) for rank in self._numbers)

    def _read(self, lectures: Iterable[int], lecteur: str, seen: set[int]) -> None:
        """Remember that ``lecteur`` reads these leaves, and those of the publics they name."""
        for lecture in lectures:
            if lecture in seen:
                continue
            seen.add(lecture)
            rank, shut_out = divmod(lecture, 2)
            self._readings.setdefault(rank, []).append((lecteur, bool(shut_out)))
            leaf = self._feuilles[rank]
            if isinstance(leaf, CriterePublicCible):
                public = self._publics.get(leaf.public_cible)
                if public is not None:
                    inside = [inner ^ shut_out for inner in public.lectures]
                    self._read(inside, lecteur, seen)


def encode_critere(leaf: Feuille, readings: Iterable[Lecture], enonceur: Enonceur) -> bytes:
    """Return what the file says of a criterion."""
    # A reader who sees a criterion shut out may see its own sentence too.
    lecteurs = {lecteur: None for lecteur, _ in readings}
    shut_out = {lecteur: None for lecteur, exclu in readings if exclu}
    return to_bytes(
        {
            **_test_of(leaf),
            **({"nature": leaf.nature} if leaf.nature != "obligatoire" else {}),
            **({"source": brut(leaf.source)} if leaf.source else {}),
            **_sentences("phrase", leaf, lecteurs, enonceur, exclu=False),
            **_sentences("phrase_exclu", leaf, shut_out, enonceur, exclu=True),
        }
    )


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
