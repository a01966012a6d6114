"""Sentences about a number: « Vous avez au moins 2 enfants à charge »."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from site_builder.eligibility.grammaire.attentes import Attente, Borne
from site_builder.eligibility.grammaire.comptes import counted_noun, is_measure
from site_builder.eligibility.grammaire.emplacement import SLOT
from site_builder.eligibility.grammaire.negation import after, deny, elide_de, obliges
from site_builder.eligibility.grammaire.patrons import Patron
from site_builder.eligibility.grammaire.quantites import STRETCH, counted, outside, quantite
from site_builder.eligibility.grammaire.remplissage import agree, fill


def state_number(patron: Patron, attente: Attente) -> str | None:
    """Return the clause of a number or of an interval."""
    attente = attente.complement()
    if not attente.numerique or obliges(patron.clause):
        return None
    make, noun = _MAKERS.get(patron.genre), counted_noun(patron, attente.question.unite or "")
    return make(patron, attente, noun) if make and noun is not None else None


def _governed(patron: Patron, attente: Attente, noun: str) -> str | None:
    """« Vous recevez le RSA depuis au moins 6 mois »."""
    if patron.avant == "à" and attente.bas and attente.haut and attente.bas != attente.haut:
        return None
    value = after(patron.avant, quantite(attente, noun, STRETCH))
    return _fill(patron, value, negation=attente.negation)


def _quantity(patron: Patron, attente: Attente, noun: str) -> str | None:
    """« Vous avez au moins 2 enfants à charge »."""
    if patron.avant:
        return _governed(patron, attente, noun)
    suite = patron.clause.suite
    if patron.compte and not is_measure(noun) and not _RATE.search(f"{noun} {suite}"):
        if _is_none(attente):
            return _none_of(patron, noun)
        if _is_some(attente):
            attente = Attente(attente.question, bas=Borne(Decimal(1), comprise=True))
    elif attente.haut == _ZERO:
        return _nothing(patron, attente, noun) if is_measure(noun) or patron.compte else None
    bas, haut = attente.bas, attente.haut
    if bas and haut and attente.negation and not (bas.comprise and haut.comprise):
        return fill(patron, outside(attente, noun), negation=False)
    return _fill(patron, quantite(attente, noun), negation=attente.negation)


def _fill(patron: Patron, value: str, *, negation: bool) -> str | None:
    """Put ``value`` in the slot, unless a denial would then bear on something else.

    « Ne pas pouvoir accueillir entre 2 et 5 personnes » is not to accueillir more, nor is
    « pas de médecin 2 fois par mois » to see one 3 times.
    """
    stated = fill(patron, value, negation=negation)
    clause = patron.clause
    told = not negation or (stated and clause.suite.replace(SLOT, value) in stated)
    return stated if told and not (negation and _CAN.match(clause.verbe)) else None


def _nothing(patron: Patron, attente: Attente, noun: str) -> str | None:
    """« Vous n’avez pas d’expérience » for no year of it, « vous travaillez 0 heure »."""
    if attente.negation:
        some = replace(attente, negation=False, bas=Borne(Decimal(0), comprise=False), haut=None)
        return fill(patron, quantite(some, noun), negation=False)
    measured = re.fullmatch(r"(?:ans|années|mois) d’((?:expérience|ancienneté).*)", noun)
    if measured:
        return _none_of(patron, measured[1])
    return fill(patron, quantite(replace(attente, bas=_ZERO), noun), negation=False)


_ZERO = Borne(Decimal(0), comprise=True)
_CAN = re.compile(r"pou[vr]|peu")
_RATE = re.compile(r"\bpar (?:jour|semaine|mois|trimestre|semestre|an|année)\b")


def _is_none(attente: Attente) -> bool:
    haut = attente.haut
    if haut is None or attente.negation:
        return False
    if attente.bas and attente.bas.valeur != 0:
        return False
    return haut.valeur == 0 if haut.comprise else haut.valeur == 1


def _is_some(attente: Attente) -> bool:
    """Tell whether all that is expected is one at least: more than zero, not zero."""
    bas, haut = attente.bas, attente.haut
    if bas is None or bas.valeur != 0:
        return False
    return attente.negation if bas == haut else haut is None and not bas.comprise


def _none_of(patron: Patron, noun: str) -> str | None:
    clause = patron.clause
    # « Pas une fois » is simply « pas ».
    what = "" if noun == "fois" else f"un {noun}"
    denied = deny(replace(clause, suite=clause.suite.replace(SLOT, what).strip()))
    # « Ne peut pas accueillir un… »: the article only goes away after some verbs.
    return denied if denied and (not what or elide_de(noun) in denied) else None


def _measure(patron: Patron, attente: Attente, unit: str) -> str | None:
    """« Votre âge est compris entre 18 et 25 ans », « est inférieur à 26 ans »."""
    bas, haut = attente.bas, attente.haut
    if bas and haut:
        return _measured_between(patron, attente, unit)
    borne = bas or haut
    if borne is None:
        return None
    if borne.comprise:
        return fill(patron, f"d’{quantite(attente, unit)}", negation=False)
    word = agree("supérieur" if bas else "inférieur", patron.accord)
    return fill(patron, f"{word} à {counted(borne.valeur, unit)}", negation=False)


def _measured_between(patron: Patron, attente: Attente, unit: str) -> str | None:
    bas, haut = attente.bas, attente.haut
    if bas is None or haut is None or not (bas.comprise and haut.comprise):
        return None
    if bas == haut:
        return fill(patron, f"de {quantite(attente, unit)}", negation=attente.negation)
    # Said as under a negation, which has no « 24 ou 25 ».
    words = quantite(replace(attente, negation=True), unit)
    return fill(patron, f"{agree('compris', patron.accord)} {words}", negation=attente.negation)


def _object_measured(patron: Patron, attente: Attente, unit: str) -> str | None:
    """« Vous avez un revenu d’au moins 600 € »."""
    if attente.negation or not patron.compte or patron.compte.endswith("s"):
        return None
    words = quantite(attente, unit, "{bas} à {haut}")
    value = f"{patron.accord} {patron.compte} {elide_de(words)}"
    return fill(patron, value, negation=False)


def _counted_subject(patron: Patron, attente: Attente, noun: str) -> str | None:
    borne = attente.haut or attente.bas
    if attente.negation or patron.compte is None or borne is None or borne.valeur < 2:
        return None
    return fill(patron, "", negation=False) and patron.clause.affirm().replace(
        SLOT, quantite(attente, noun)
    )


_MAKERS: dict[str, Callable[[Patron, Attente, str], str | None]] = {
    "attribut": _measure,
    "objet": _object_measured,
    "sujet": _counted_subject,
    "quantite": _quantity,
}
