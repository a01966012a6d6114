"""What a leaf on a question expects of the answer, in one shape for all the operators."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from site_builder.model.condition import CritereQuestion
from site_builder.model.question import Question
from site_builder.vocabulary.lieux import lieu
from site_builder.vocabulary.nombres import parse_nombre
from site_builder.vocabulary.refusal import ValueRefused


@dataclass(frozen=True, slots=True)
class Borne:
    """An end of an interval of numbers, ``comprise`` or strict."""

    valeur: Decimal
    comprise: bool


@dataclass(frozen=True, slots=True)
class Attente:
    """The answers that satisfy a leaf, or those that do not when ``negation``.

    ``libelles`` are answers as they are read (several: any of them, or all when ``toutes``),
    ``bas`` and ``haut`` the ends of an interval of numbers, ``premier`` and ``dernier`` the
    days of a period, both included.
    """

    question: Question
    negation: bool = False
    libelles: tuple[str, ...] = ()
    toutes: bool = False
    bas: Borne | None = None
    haut: Borne | None = None
    premier: date | None = None
    dernier: date | None = None

    @property
    def numerique(self) -> bool:
        """Whether a number is expected."""
        return self.bas is not None or self.haut is not None

    @property
    def datee(self) -> bool:
        """Whether a day is expected."""
        return self.premier is not None or self.dernier is not None

    def complement(self) -> Attente:
        """Return the same expectation said without a negation, where one end tells it all.

        Not « at least 18 » is « less than 18 ». Anything else comes back as it is.
        """
        if not self.negation or (self.bas is None) == (self.haut is None):
            return self
        if self.bas:
            opposite = Borne(self.bas.valeur, not self.bas.comprise)
            return replace(self, negation=False, bas=None, haut=opposite)
        assert self.haut is not None
        opposite = Borne(self.haut.valeur, not self.haut.comprise)
        return replace(self, negation=False, haut=None, bas=opposite)


def attente_of(leaf: CritereQuestion, question: Question, *, exclu: bool) -> Attente:
    """Return what ``leaf`` expects, the contrary when it stands under ``aucune``."""
    if leaf.avant is not None or leaf.apres is not None:
        return Attente(question, exclu, premier=leaf.apres, dernier=leaf.avant)
    if leaf.sauf is not None:
        return Attente(question, not exclu, _labels(leaf.sauf, question))
    if leaf.contient_toutes is not None:
        several = len(leaf.contient_toutes) > 1
        return Attente(question, exclu, _labels(leaf.contient_toutes, question), several)
    options = leaf.parmi or leaf.contient_un_de
    if leaf.egal is not None:
        options = (leaf.egal,)
    if options is None:
        bas, haut = _borne(leaf.min, leaf.plus_de), _borne(leaf.max, leaf.moins_de)
        return Attente(question, exclu, bas=bas, haut=haut)
    if question.type == "nombre" and len(options) == 1 and (number := _number(options[0])):
        return Attente(question, exclu, bas=number, haut=number)
    return Attente(question, exclu, _labels(options, question))


def _borne(inclusive: Decimal | None, strict: Decimal | None) -> Borne | None:
    if inclusive is not None:
        return Borne(inclusive, comprise=True)
    return None if strict is None else Borne(strict, comprise=False)


def _number(text: str) -> Borne | None:
    try:
        return Borne(parse_nombre(text), comprise=True)
    except ValueRefused:
        return None


def _labels(values: Iterable[str], question: Question) -> tuple[str, ...]:
    return tuple(_label(value, question) for value in values)


def _label(value: str, question: Question) -> str:
    if question.type == "commune":
        return lieu(value)
    for option in question.options:
        if option.valeur == value:
            return option.libelle
    return value.capitalize() if question.type == "oui-non" else value
