"""Holes between the ranges of numbers that the alternatives of a list admit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import reduce
from operator import or_
from typing import NamedTuple

from site_builder.eligibility.echelles import Echelle, Intervalle
from site_builder.eligibility.formules import Et, Formule, Litteral, Ou, Variable
from site_builder.model.question import Question
from site_builder.model.reference import Path

# The classes that an alternative admits on one variable, by the path of the alternative.
_Ranges = dict[Path, int]


class Trou(NamedTuple):
    """A hole just before the range of the alternative at ``path``.

    ``is_narrow``: both ranges around it are at least twice as wide, as when a bound is one
    off; « moins de 26 ans » and « 50 ans et plus » leave a wide one.
    """

    path: Path
    question: str
    interval: Intervalle
    is_narrow: bool


def find_holes(
    alternatives: Iterable[tuple[Path, Formule]], echelles: Mapping[str, Echelle]
) -> Iterator[Trou]:
    """Yield the holes on a number between alternatives that are the same but for it.

    A hole inside one alternative is not looked at: it is reported where it is written.
    """
    scales = {echelle.variable: echelle for echelle in echelles.values()}
    groups: defaultdict[tuple[Variable, frozenset[Formule]], _Ranges] = defaultdict(dict)
    for path, formule in alternatives:
        for branch in formule.membres if isinstance(formule, Ou) else (formule,):
            members = branch.membres if isinstance(branch, Et) else (branch,)
            for member in members:
                if isinstance(member, Litteral) and member.variable in scales:
                    found = groups[member.variable, frozenset(members) - {member}]
                    found[path] = found.get(path, 0) | member.masque
    for (variable, _), ranges in groups.items():
        if len(ranges) > 1:
            yield from _between(scales[variable], ranges)


def _between(scale: Echelle, ranges: _Ranges) -> Iterator[Trou]:
    for before, hole, after in scale.holes(reduce(or_, ranges.values())):
        below, above = (hole.masque & -hole.masque) - 1, ~(hole.masque | (hole.masque - 1))
        if any(mask & below and mask & above for mask in ranges.values()):
            continue
        if before.bas < before.haut and after.bas < after.haut:
            path = next(path for path, mask in ranges.items() if mask & after.masque)
            narrow = all(2 * _width(scale, hole) <= _width(scale, side) for side in (before, after))
            yield Trou(path, scale.variable.nom, hole, narrow)


def _width(scale: Echelle, interval: Intervalle) -> Decimal:
    return interval.haut - interval.bas + (1 if scale.entiers else 0)


def hole_in_words(interval: Intervalle, question: Question, *, entiers: bool) -> str:
    """Return « 26 ans », « les valeurs de 26 à 29 ans » or « les valeurs entre 2 et 2,5 »."""
    unit = f"\u00a0{question.unite}" if question.unite else ""
    low, high = (_in_figures(number) for number in (interval.bas, interval.haut))
    if low == high:
        return f"{low}{unit}"
    if entiers:
        return f"les valeurs de {low} à {high}{unit}"
    return f"les valeurs entre {low} et {high}{unit}"


def _in_figures(number: Decimal) -> str:
    return format(number.normalize(), "f").replace(".", ",")
