"""The next question: the one that settles the most undecided actions.

A question may exclude an action by one of its answers, admit it by one of its answers, or
both; those that exclude go first, sensitive ones last, and equals in the order of the file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from site_builder.eligibility.contexte import Contexte, Regle, Reponses, rank_of
from site_builder.eligibility.disponibilite import find_closed
from site_builder.eligibility.evaluation import Situation
from site_builder.eligibility.valeurs import Valeur, hold_all, hold_one, negate
from site_builder.model.condition import (
    Aucune,
    Condition,
    CriterePublicCible,
    CritereQuestion,
    CritereTerritoire,
    Toutes,
    UneDe,
    children,
)

_NOTHING: frozenset[str] = frozenset()
# One rule in how many: below, a question that can only exclude is not asked.
_FEWEST_BLOCKED = 4


class Suivante(NamedTuple):
    """The question to ask, ``None`` at the end; and how many may remain, that one included."""

    question: str | None
    restantes: int


@dataclass(frozen=True, slots=True)
class _Influence:
    """The value of a node, and when it is unknown, the questions that may settle it.

    ``excluding`` and ``admitting`` settle it alone; ``open`` are all that still count.
    ``may_hold`` and ``may_fail`` tell what further answers can still make of it: neither, when
    somebody answered « je ne sais pas » to what it needs.
    """

    value: Valeur
    excluding: frozenset[str] = _NOTHING
    admitting: frozenset[str] = _NOTHING
    open: frozenset[str] = _NOTHING
    may_hold: bool = False
    may_fail: bool = False


def _settled(value: Valeur) -> _Influence:
    return _Influence(
        value,
        may_hold=value in (Valeur.VRAI, Valeur.RESERVE),
        may_fail=value in (Valeur.FAUX, Valeur.RESERVE),
    )


def next_question(regles: Iterable[Regle], reponses: Reponses, contexte: Contexte) -> Suivante:
    """Return the next question for the undecided rules, and a bound that never grows."""
    situation = Situation(reponses, contexte)
    settling: Counter[str] = Counter()
    excluding: Counter[str] = Counter()
    candidates: set[str] = set()
    blocked: Counter[str] = Counter()
    reader = _Influences(situation)
    total = 0
    for regle in regles:
        total += 1
        influence = None if find_closed(regle, contexte) else reader.of(regle.condition)
        if influence is None or influence.value is not Valeur.INCONNU:
            continue
        if influence.may_hold:
            candidates |= influence.open
        elif influence.may_fail:
            blocked.update(influence.open)
        else:
            continue
        settling.update(influence.excluding | influence.admitting)
        excluding.update(influence.excluding)
    # « Je ne sais pas » stands in the way of these: answers can only exclude them, and are worth
    # asking for when they bear on many.
    candidates |= {slug for slug, count in blocked.items() if count * _FEWEST_BLOCKED >= total}
    ranks = {slug: rank for rank, slug in enumerate(contexte.questions)}

    def key(slug: str) -> tuple[bool, int, int, float, int]:
        question = contexte.questions[slug]
        utility = (-settling[slug], -excluding[slug])
        return (question.sensible, *utility, rank_of(question), ranks[slug])

    return Suivante(min(candidates, key=key, default=None), len(candidates))


class _Influences:
    """Reads the influences of questions on conditions, each public once."""

    def __init__(self, situation: Situation) -> None:
        self._situation = situation
        self._publics: dict[str, _Influence] = {}

    def of(self, condition: Condition) -> _Influence | None:
        """Return the influence of the questions on a node, ``None`` when it is left out."""
        match condition:
            case Toutes() | UneDe() | Aucune():
                return self._of_group(condition)
            case _ if condition.nature == "prioritaire":
                return None
            case CriterePublicCible(public_cible=public):
                return self._of_public(public)
            case CritereQuestion(question=question):
                return self._of_answer(question, self._situation.value_of_leaf(condition))
            case CritereTerritoire():
                place = self._situation.contexte.place
                return self._of_answer(place, self._situation.value_of_leaf(condition))
            case _:
                return _settled(Valeur.RESERVE)

    def _of_answer(self, question: str, value: Valeur) -> _Influence:
        reponses, questions = self._situation.reponses, self._situation.contexte.questions
        asked = question in reponses and reponses[question] is None
        if value is not Valeur.INCONNU or asked or question not in questions:
            return _settled(value)
        alone = frozenset({question})
        return _Influence(value, alone, alone, alone, may_hold=True, may_fail=True)

    def _of_public(self, public: str) -> _Influence:
        if public not in self._publics:
            self._publics[public] = _settled(Valeur.RESERVE)
            condition = self._situation.contexte.publics_cibles.get(public)
            if condition is not None:
                found = self.of(condition)
                self._publics[public] = found or _settled(Valeur.VRAI)
        return self._publics[public]

    def _of_group(self, group: Toutes | UneDe | Aucune) -> _Influence | None:
        conditions = children(group)
        found = [influence for child in conditions if (influence := self.of(child))]
        if conditions and not found:
            return None
        values = {influence.value for influence in found}
        value = hold_all(values) if isinstance(group, Toutes) else hold_one(values)
        if value is not Valeur.INCONNU:
            return _settled(negate(value) if isinstance(group, Aucune) else value)
        unknown = [influence for influence in found if influence.value is Valeur.INCONNU]
        still_open = _NOTHING.union(*(influence.open for influence in unknown))
        excluding = [influence.excluding for influence in unknown]
        admitting = [influence.admitting for influence in unknown]
        if isinstance(group, Toutes):
            any_excludes, all_admit = _NOTHING.union(*excluding), _shared(admitting)
            may_hold = all(influence.may_hold for influence in unknown)
            may_fail = any(influence.may_fail for influence in unknown)
            may_fail = may_fail or (Valeur.RESERVE in values and may_hold)
            return _Influence(value, any_excludes, all_admit, still_open, may_hold, may_fail)
        # One child that a professional settles, and no answer excludes the group.
        all_exclude = _NOTHING if Valeur.RESERVE in values else _shared(excluding)
        any_admits = _NOTHING.union(*admitting)
        may_fail = all(influence.may_fail for influence in unknown)
        may_hold = any(influence.may_hold for influence in unknown)
        may_hold = may_hold or (Valeur.RESERVE in values and may_fail)
        if isinstance(group, Aucune):
            return _Influence(value, any_admits, all_exclude, still_open, may_fail, may_hold)
        return _Influence(value, all_exclude, any_admits, still_open, may_hold, may_fail)


def _shared(sets: list[frozenset[str]]) -> frozenset[str]:
    return frozenset.intersection(*sets)
