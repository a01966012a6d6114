"""Whether one answer to a question can meet several criteria at once.

Exact: for each type of question, the answers that are tried stand for all the others.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Protocol

from site_builder.eligibility.contexte import Contexte
from site_builder.eligibility.criteres import read_day, read_number
from site_builder.eligibility.evaluation import Situation
from site_builder.eligibility.valeurs import Valeur
from site_builder.model.condition import CritereQuestion, Feuille
from site_builder.model.question import Question

_ANY_DAY = date(2000, 1, 1)


class Litteral(Protocol):
    """A leaf on a question or a place, or its contrary."""

    @property
    def feuille(self) -> Feuille:
        """The leaf."""

    @property
    def exclu(self) -> bool:
        """Whether its contrary is wanted."""


def can_all_hold(litteraux: Sequence[Litteral], question: str, contexte: Contexte) -> bool:
    """Return whether some answer to ``question`` meets all ``litteraux``, which are all on it.

    Nothing is ruled out of a question that does not exist.
    """
    if question not in contexte.questions and question != contexte.place:
        return True
    return any(
        _hold(litteraux, question, answer, contexte)
        for answer in _answers(litteraux, question, contexte)
    )


def _hold(litteraux: Sequence[Litteral], question: str, answer: object, contexte: Contexte) -> bool:
    situation = Situation({question: answer}, contexte)
    return all(
        situation.value_of_leaf(litteral.feuille)
        is (Valeur.FAUX if litteral.exclu else Valeur.VRAI)
        for litteral in litteraux
    )


def _answers(litteraux: Sequence[Litteral], question: str, contexte: Contexte) -> Iterator[object]:
    asked = contexte.questions.get(question)
    genre = asked.type if asked else "commune"
    criteres = [lit.feuille for lit in litteraux if isinstance(lit.feuille, CritereQuestion)]
    if genre == "commune":
        yield from _communes(criteres, contexte)
    elif genre == "oui-non":
        yield from ("oui", "non")
    elif genre == "date":
        yield from _days(criteres)
    elif asked and genre == "nombre":
        yield from _numbers(criteres, asked)
    elif asked:
        options = [option.valeur for option in asked.options]
        yield from options
        if genre == "choix-multiple":
            yield from _selections(litteraux, options)


def _operands(criteres: Sequence[CritereQuestion]) -> Iterator[object]:
    for critere in criteres:
        for operand in critere.operateurs.values():
            yield from operand if isinstance(operand, tuple) else (operand,)


def _communes(criteres: Sequence[CritereQuestion], contexte: Contexte) -> Iterator[object]:
    yield from contexte.situations
    if criteres:
        yield from _operands(criteres)
        yield from contexte.communes()


def _days(criteres: Sequence[CritereQuestion]) -> Iterator[object]:
    yield _ANY_DAY.isoformat()
    for operand in _operands(criteres):
        day = operand if isinstance(operand, date) else read_day(operand)
        if day is not None:
            yield day.isoformat()
            if day > date.min:
                yield (day - timedelta(days=1)).isoformat()
            if day < date.max:
                yield (day + timedelta(days=1)).isoformat()


def _numbers(criteres: Sequence[CritereQuestion], question: Question) -> Iterator[object]:
    limits = [float(end) for end in (question.min, question.max) if end is not None]
    operands = map(_number, _operands(criteres))
    bounds = sorted({0.0, *limits, *(number for number in operands if number is not None)})
    low = -float("inf") if question.min is None else float(question.min)
    high = float("inf") if question.max is None else float(question.max)
    around = [number for bound in bounds for number in (bound - 1, bound, bound + 1)]
    if not all(bound.is_integer() for bound in bounds):
        around += [(left + right) / 2 for left, right in pairwise(bounds)]
    yield from (number for number in around if low <= number <= high)


def _number(operand: object) -> float | None:
    return read_number(float(operand) if isinstance(operand, Decimal) else operand)


def _selections(
    litteraux: Sequence[Litteral], options: Collection[str]
) -> Iterator[tuple[str, ...]]:
    """Yield the smallest choices of options that hold all that the criteria want held.

    What they forbid can only be broken by choosing more: no other choice needs a try.
    """
    required: set[str] = set()
    groups: list[frozenset[str]] = []
    for litteral in litteraux:
        feuille = litteral.feuille
        if isinstance(feuille, CritereQuestion) and not litteral.exclu:
            required.update(feuille.contient_toutes or ())
            if feuille.contient_un_de is not None:
                groups.append(frozenset(feuille.contient_un_de).intersection(options))
    if required <= set(options):
        yield from _complete(frozenset(required), groups)


def _complete(chosen: frozenset[str], groups: list[frozenset[str]]) -> Iterator[tuple[str, ...]]:
    missed = next((group for group in groups if chosen.isdisjoint(group)), None)
    if missed is None:
        yield tuple(chosen)
    else:
        for option in missed:
            yield from _complete(chosen | {option}, groups)
