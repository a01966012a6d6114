"""The four values of a condition, and what ``toutes``, ``une_de`` and ``aucune`` make of them.

Kleene's three values, the unknown one being split in two: an answer may still come, or only a
professional can tell (« Conditions » in the catalogue's format).
"""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum


class Valeur(StrEnum):
    """What is known of a condition; the text is the ``etat`` of a reason."""

    VRAI = "satisfaite"
    FAUX = "non_satisfaite"
    INCONNU = "inconnue"
    RESERVE = "appreciation"


_NEGATIONS = {Valeur.VRAI: Valeur.FAUX, Valeur.FAUX: Valeur.VRAI}


def negate(valeur: Valeur) -> Valeur:
    """Return the value of the contrary: what is unknown stays so."""
    return _NEGATIONS.get(valeur, valeur)


def hold_all(valeurs: Collection[Valeur]) -> Valeur:
    """Return the value of « all of them »; of none, it is true."""
    for valeur in (Valeur.FAUX, Valeur.INCONNU, Valeur.RESERVE):
        if valeur in valeurs:
            return valeur
    return Valeur.VRAI


def hold_one(valeurs: Collection[Valeur]) -> Valeur:
    """Return the value of « at least one of them »; of none, it is false."""
    for valeur in (Valeur.VRAI, Valeur.INCONNU, Valeur.RESERVE):
        if valeur in valeurs:
            return valeur
    return Valeur.FAUX
