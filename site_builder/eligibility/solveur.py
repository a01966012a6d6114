"""Can anybody satisfy a condition? Can anybody fail to?

The publics that a condition names are looked into, priorities are left out, and an
appreciation may go either way. Answers are complete: « je ne sais pas » settles nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from graphlib import CycleError, TopologicalSorter

from site_builder.eligibility.domaines import Domaines
from site_builder.eligibility.formules import ALWAYS, LIBRE, Issues, all_of, none_of, one_of
from site_builder.eligibility.recherche import STEPS, Budget, is_possible
from site_builder.model.condition import (
    Aucune,
    Condition,
    CriterePublicCible,
    CritereQuestion,
    CritereTerritoire,
    Feuille,
    Toutes,
    UneDe,
    children,
    leaves,
)
from site_builder.model.question import Question

Publics = Mapping[str, Condition | None]


class Lecture:
    """What conditions mean, publics included.

    ``publics_cibles`` gets the issues of each public as they become known; one that is not
    there (unknown, without conditions, in a loop) may go either way.
    """

    def __init__(self, domaines: Domaines) -> None:
        self.domaines = domaines
        self.publics_cibles: dict[str, Issues] = {}

    def leaf(self, leaf: Feuille) -> Issues:
        """Return the issues of a leaf, whatever its nature."""
        match leaf:
            case CritereQuestion() | CritereTerritoire():
                return self.domaines.issues(leaf)
            case CriterePublicCible():
                return self.publics_cibles.get(leaf.public_cible, LIBRE)
            case _:
                return LIBRE

    def condition(self, condition: Condition) -> Issues | None:
        """Return the issues of a condition, ``None`` when only priorities are in it."""
        if not isinstance(condition, Toutes | UneDe | Aucune):
            return None if condition.nature == "prioritaire" else self.leaf(condition)
        written = children(condition)
        counted = [issues for child in written if (issues := self.condition(child)) is not None]
        return None if written and not counted else join(condition, counted)


def join(group: Toutes | UneDe | Aucune, members: Sequence[Issues]) -> Issues:
    """Return the issues of a group from those of its members that count."""
    match group:
        case Toutes():
            return all_of(members)
        case UneDe():
            return one_of(members)
        case Aucune():
            return none_of(members)


def in_order(publics_cibles: Publics) -> list[str]:
    """Return the publics with conditions, each after those that it names.

    Publics that name one another in a loop, and those that lead to them, are left out.
    """
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for slug, condition in publics_cibles.items():
        sorter.add(slug, *(_named(condition) if condition else ()))
    # After a loop is found, the sorter still gives all that it does not hold back.
    with suppress(CycleError):
        sorter.prepare()
    order: list[str] = []
    while ready := sorter.get_ready():
        order += ready
        sorter.done(*ready)
    return [slug for slug in order if publics_cibles.get(slug) is not None]


def _named(condition: Condition) -> list[str]:
    return [leaf.public_cible for leaf in leaves(condition) if isinstance(leaf, CriterePublicCible)]


class Solveur:
    """The decision procedure, for conditions taken one by one.

    ``lieux`` maps the communes that may be answered to the territoires that hold them.
    ``steps`` bounds the search: an answer that it does not reach is ``None``.
    """

    def __init__(
        self,
        questions: Mapping[str, Question],
        publics_cibles: Publics,
        lieux: Mapping[str, frozenset[str]],
        steps: int = STEPS,
    ) -> None:
        self._questions = questions
        self._publics_cibles = publics_cibles
        self._lieux = lieux
        self._steps = steps

    def satisfiable(self, condition: Condition) -> bool | None:
        """Tell whether some answers satisfy ``condition``, if need be with an appreciation."""
        return is_possible(self._read(condition).oui, Budget(self._steps))

    def falsifiable(self, condition: Condition) -> bool | None:
        """Tell whether some answers fail ``condition``: nobody fails a tautology."""
        return is_possible(self._read(condition).non, Budget(self._steps))

    def _read(self, condition: Condition) -> Issues:
        publics = {slug: tree for slug, tree in self._publics_cibles.items() if tree is not None}
        conditions = [condition, *publics.values()]
        lecture = Lecture(Domaines(conditions, self._questions, lambda: self._lieux))
        for slug in in_order(publics):
            lecture.publics_cibles[slug] = lecture.condition(publics[slug]) or ALWAYS
        return lecture.condition(condition) or ALWAYS
