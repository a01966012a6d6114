"""Conditions as formulas over the classes of answers: what a decision procedure works on.

A variable stands for a question, or for one option of a multiple choice; its values are the
classes of answers that the conditions in play tell apart, one bit each. A formula has no
negation: the negation of a literal is the literal of the other classes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

# Far above what a file may hold (5,000 nodes, 12 levels), publics included: beyond, a formula
# is not decided.
_LARGEST = 10_000
_HIGHEST = 100


class Constante(Enum):
    """What no answer changes; ``INDECIDABLE`` is what is too large to be looked at."""

    TOUJOURS = "toujours"
    JAMAIS = "jamais"
    INDECIDABLE = "indecidable"


TOUJOURS, JAMAIS, INDECIDABLE = Constante


@dataclass(frozen=True, slots=True, eq=False)
class Variable:
    """Something that is answered: ``plein`` has one bit for each class of answers."""

    nom: str
    plein: int
    _litteraux: dict[int, Litteral] = field(default_factory=dict, repr=False)

    def among(self, masque: int) -> Formule:
        """Return « the answer is in one of these classes », the same object each time."""
        masque &= self.plein
        if masque == 0:
            return JAMAIS
        if masque == self.plein:
            return TOUJOURS
        found = self._litteraux.get(masque)
        if found is None:
            found = self._litteraux[masque] = Litteral(self, masque)
        return found


@dataclass(frozen=True, slots=True, eq=False)
class Litteral:
    """Holds when the answer to ``variable`` is in one of the classes of ``masque``."""

    variable: Variable
    masque: int


@dataclass(frozen=True, slots=True, eq=False)
class Et:
    """Holds when every member does; ``taille`` counts nodes, ``hauteur`` levels."""

    membres: tuple[Litteral | Ou, ...]
    taille: int
    hauteur: int


@dataclass(frozen=True, slots=True, eq=False)
class Ou:
    """Holds when one of its members does."""

    membres: tuple[Litteral | Et, ...]
    taille: int
    hauteur: int


Formule = Constante | Litteral | Et | Ou


def conjunction(formules: Iterable[Formule]) -> Formule:
    """Return « all of these »; criteria on one variable become one."""
    return _gathered(Et, formules, neutral=TOUJOURS, absorbing=JAMAIS)


def disjunction(formules: Iterable[Formule]) -> Formule:
    """Return « one of these »; criteria on one variable become one."""
    return _gathered(Ou, formules, neutral=JAMAIS, absorbing=TOUJOURS)


def _gathered(
    kind: type[Et] | type[Ou],
    formules: Iterable[Formule],
    *,
    neutral: Constante,
    absorbing: Constante,
) -> Formule:
    masques: dict[Variable, int] = {}
    # A dictionary for a set that keeps its order: a public named ten times counts once.
    others: dict[Formule, None] = {}
    is_decided = True
    for group in formules:
        for formule in group.membres if isinstance(group, kind) else (group,):
            if isinstance(formule, Litteral):
                variable, masque = formule.variable, formule.masque
                known = masques.get(variable, masque)
                masques[variable] = known & masque if kind is Et else known | masque
            elif formule is absorbing:
                return absorbing
            elif formule is INDECIDABLE:
                is_decided = False
            elif formule is not neutral:
                others[formule] = None
    literals = [variable.among(masque) for variable, masque in masques.items()]
    if absorbing in literals:
        return absorbing
    if not is_decided:
        return INDECIDABLE
    members = [*[literal for literal in literals if literal is not neutral], *others]
    if len(members) <= 1:
        return members[0] if members else neutral
    return _sized(kind, members)


def _sized(kind: type[Et] | type[Ou], members: Sequence[Formule]) -> Formule:
    groups = [member for member in members if isinstance(member, Et | Ou)]
    size = 1 + len(members) + sum([group.taille - 1 for group in groups])
    height = 1 + max([group.hauteur for group in groups], default=0)
    if size > _LARGEST or height > _HIGHEST:
        return INDECIDABLE
    return kind(tuple(members), size, height)  # type: ignore[arg-type]


class Issues(NamedTuple):
    """When a condition may hold, and when it may fail, whatever professionals appreciate.

    For given answers both may hold: the condition then depends on an appreciation.
    """

    oui: Formule
    non: Formule


LIBRE = Issues(TOUJOURS, TOUJOURS)
# A condition that only holds priorities counts as satisfied where it stands alone.
ALWAYS = Issues(TOUJOURS, JAMAIS)


def all_of(issues: Sequence[Issues]) -> Issues:
    """Return the issues of ``toutes``."""
    return Issues(conjunction(i.oui for i in issues), disjunction(i.non for i in issues))


def one_of(issues: Sequence[Issues]) -> Issues:
    """Return the issues of ``une_de``."""
    return Issues(disjunction(i.oui for i in issues), conjunction(i.non for i in issues))


def none_of(issues: Sequence[Issues]) -> Issues:
    """Return the issues of ``aucune``, the negation of ``une_de``."""
    either = one_of(issues)
    return Issues(either.non, either.oui)
