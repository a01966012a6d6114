"""The smallest changes of answers that would open an action to somebody.

The rule is opened out into alternatives, lists of criteria that are enough together, public
by public; those that ask for the fewest other answers are kept. A bound on their number
keeps the cost of a rule small whatever its depth.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import reduce
from typing import Any

from site_builder.eligibility.compatibilite import can_all_hold
from site_builder.eligibility.contexte import Contexte, Regle, Reponses
from site_builder.eligibility.disponibilite import find_closed
from site_builder.eligibility.evaluation import Phrase, Raison, Situation, judge
from site_builder.eligibility.valeurs import Valeur, negate
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

MOST_ALTERNATIVES = 16
MOST_CHANGEMENTS = 3


@dataclass(frozen=True, slots=True)
class Changement:
    """Questions to answer otherwise, and the criteria that the answers would then meet."""

    questions: tuple[str, ...]
    criteres: tuple[Raison, ...]

    def to_json(self, phrase: Phrase) -> dict[str, Any]:
        """Return ``{questions, criteres}``, the criteria as reasons."""
        criteres = [raison.to_json(phrase) for raison in self.criteres]
        return {"questions": list(self.questions), "criteres": criteres}


@dataclass(frozen=True, slots=True)
class _Litteral:
    feuille: Feuille
    exclu: bool
    etat: Valeur
    question: str
    # What it tests, its sentence and its source apart.
    test: tuple[object, ...]


@dataclass(frozen=True)
class _Alternative:
    """Criteria that are enough together; compared as a set, told in the order of the file."""

    litteraux: tuple[_Litteral, ...]
    tests: frozenset[tuple[object, ...]] = field(init=False)
    cost: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "tests", frozenset(lit.test for lit in self.litteraux))
        object.__setattr__(self, "cost", len(self.questions))

    @property
    def missing(self) -> tuple[_Litteral, ...]:
        return tuple(lit for lit in self.litteraux if lit.etat is not Valeur.VRAI)

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions to answer otherwise, in order of first appearance."""
        return tuple(dict.fromkeys(lit.question for lit in self.missing))

    def on(self, question: str) -> tuple[_Litteral, ...]:
        return tuple(lit for lit in self.litteraux if lit.question == question)


_ENOUGH = _Alternative(())


def changements(regle: Regle, reponses: Reponses, contexte: Contexte) -> tuple[Changement, ...]:
    """Return at most three smallest changes; none when no answer is in the way."""
    situation = Situation(reponses, contexte)
    resultat, _ = judge(regle, situation, situation.value_of(regle.condition))
    if resultat not in ("non", "a-preciser") or find_closed(regle, contexte):
        return ()
    found = _Opening(situation).open(regle.condition, False, frozenset())
    # What asks for no other answer is no change: a professional's opinion is enough there.
    costly = [alternative for alternative in found or () if alternative.cost]
    least = min((alternative.cost for alternative in costly), default=0)
    wanted: dict[frozenset[tuple[object, ...]], Changement] = {}
    for alternative in costly:
        if alternative.cost == least:
            missing = alternative.missing
            criteres = tuple(Raison(lit.feuille, lit.etat, lit.exclu) for lit in missing)
            tests = frozenset(lit.test for lit in missing)
            wanted.setdefault(tests, Changement(alternative.questions, criteres))
    return tuple(wanted.values())[:MOST_CHANGEMENTS]


class _Opening:
    """Opens the tree of a rule out into alternatives, for one person."""

    def __init__(self, situation: Situation) -> None:
        self._situation = situation
        self._contexte = situation.contexte

    def open(
        self, condition: Condition, exclu: bool, publics: frozenset[str]
    ) -> list[_Alternative] | None:
        """Return the alternatives of a node, ``None`` when it is left out.

        ``publics`` are those being opened: a loop is left to a professional.
        """
        match condition:
            case Toutes() | UneDe() | Aucune():
                inside = exclu != isinstance(condition, Aucune)
                every = isinstance(condition, Toutes) != inside
                return self._open_each(children(condition), inside, publics, every=every)
            case _ if condition.nature == "prioritaire":
                return None
            case CriterePublicCible(public_cible=public):
                return self._open_public(public, exclu, publics)
            case Appreciation():
                return [_ENOUGH]
            case _:
                return self._open_leaf(condition, exclu)

    def _open_each(
        self,
        conditions: Iterable[Condition],
        exclu: bool,
        publics: frozenset[str],
        *,
        every: bool,
    ) -> list[_Alternative] | None:
        opened = [self.open(condition, exclu, publics) for condition in conditions]
        counted = [alternatives for alternatives in opened if alternatives is not None]
        if opened and not counted:
            return None
        if every:
            return reduce(self._both, counted, [_ENOUGH])
        return _least(alternative for alternatives in counted for alternative in alternatives)

    def _open_public(self, public: str, exclu: bool, publics: frozenset[str]) -> list[_Alternative]:
        condition = self._contexte.publics_cibles.get(public)
        if condition is None or public in publics:
            return [_ENOUGH]
        opened = self.open(condition, exclu, publics | {public})
        if opened is None:
            return [] if exclu else [_ENOUGH]
        return opened

    def _open_leaf(
        self, feuille: CritereQuestion | CritereTerritoire, exclu: bool
    ) -> list[_Alternative]:
        etat = self._situation.value_of_leaf(feuille)
        if isinstance(feuille, CritereQuestion):
            question = feuille.question
            test: tuple[object, ...] = (exclu, question, *feuille.operateurs.items())
        else:
            question = self._contexte.place
            test = (exclu, None, feuille.territoire)
        litteral = _Litteral(feuille, exclu, negate(etat) if exclu else etat, question, test)
        alternative = _Alternative((litteral,))
        return [alternative] if self._is_possible(alternative, question) else []

    def _both(self, left: list[_Alternative], right: list[_Alternative]) -> list[_Alternative]:
        """Return what meets one alternative of each list."""
        return _least(both for one in left for other in right if (both := self._merge(one, other)))

    def _merge(self, one: _Alternative, other: _Alternative) -> _Alternative | None:
        added = tuple(lit for lit in other.litteraux if lit.test not in one.tests)
        both = _Alternative(one.litteraux + added)
        shared = {lit.question for lit in one.litteraux} & {lit.question for lit in added}
        return both if all(self._is_possible(both, question) for question in shared) else None

    def _is_possible(self, alternative: _Alternative, question: str) -> bool:
        return can_all_hold(alternative.on(question), question, self._contexte)


def _least(alternatives: Iterable[_Alternative]) -> list[_Alternative]:
    """Return the first alternatives by cost, each once."""
    distinct: dict[frozenset[tuple[object, ...]], _Alternative] = {}
    for alternative in alternatives:
        distinct.setdefault(alternative.tests, alternative)
    return sorted(distinct.values(), key=lambda found: found.cost)[:MOST_ALTERNATIVES]
