"""Sentences about a day: « Vous êtes arrivé en France au plus tard le 31 décembre 2025 »."""

from __future__ import annotations

from site_builder.eligibility.grammaire.attentes import Attente
from site_builder.eligibility.grammaire.negation import obliges
from site_builder.eligibility.grammaire.patrons import Patron
from site_builder.eligibility.grammaire.quantites import (
    depuis,
    outside_days,
    periode,
    since_outside,
)
from site_builder.eligibility.grammaire.remplissage import agree, fill
from site_builder.vocabulary.dates import jour


def state_day(patron: Patron, attente: Attente) -> str | None:
    """Return the clause of a day or of a period."""
    first, last = attente.premier, attente.dernier
    if not attente.datee or obliges(patron.clause):
        return None
    if patron.genre == "attribut":
        return _date_of(patron, attente)
    if patron.genre not in ("jour", "debut"):
        return None
    since = patron.genre == "debut"
    one_end = (first is None) != (last is None)
    if attente.negation and one_end:
        value = since_outside(first, last) if since else outside_days(first, last)
        return fill(patron, value, negation=False)
    value = depuis(first, last) if since else periode(first, last)
    return fill(patron, value, negation=attente.negation)


def _date_of(patron: Patron, attente: Attente) -> str | None:
    """« Votre date de naissance est comprise entre le … et le … »."""
    first, last = attente.premier, attente.dernier
    if first and last:
        both = f"{agree('compris', patron.accord)} {periode(first, last)}"
        value = f"le {jour(first)}" if first == last else both
        return fill(patron, value, negation=attente.negation)
    day = first or last
    if day is None:
        return None
    later = bool(first) != attente.negation
    if attente.negation:
        word = agree("postérieur" if later else "antérieur", patron.accord)
        return fill(patron, f"{word} au {jour(day)}", negation=False)
    return fill(patron, f"le {jour(day)} au plus {'tôt' if later else 'tard'}", negation=False)
