"""Sentences about the places of a catalogue: « Votre siège se trouve à La Réunion »."""

from __future__ import annotations

import re
from collections.abc import Callable

from site_builder.eligibility.grammaire.clauses import Clause, tidy
from site_builder.eligibility.grammaire.emplacement import SLOT
from site_builder.eligibility.grammaire.lecteurs import Lecteur
from site_builder.eligibility.grammaire.neutre import introduced
from site_builder.eligibility.grammaire.patrons import Patron, parse_patron

# The words by which a question speaks of living, or of working, somewhere.
_ABOUT = {
    "habitez": re.compile(
        r"\b(?:habit|viv(?:ez|re)|vit\b|résid|log[eé]|domicil)|\bvotre (?:commune|ville)\b"
        r"|\b(?:commune|ville) de la personne\b",
        re.IGNORECASE,
    ),
    "intervient": re.compile(r"\b(?:interven|intervien|actions?\b|agi(?:t|ssez)\b)", re.IGNORECASE),
}
_ABOUT["habite"] = _ABOUT["habitez"]
_NEUTRAL = Patron("lieu", Clause("qui", "est", f"situé {SLOT}"))


def state_within(
    question: str | None, reader: Lecteur, place: Callable[[Patron], str | None]
) -> str:
    """Return a clause about where ``reader`` is, that ``place`` completes.

    ``question`` is how the catalogue asks ``reader`` for it, if it does. Its own verb serves
    when it can be turned, the reader's when the question speaks of that; otherwise it is
    quoted.
    """
    own = question and parse_patron(tidy(question))
    if own and own.genre == "lieu" and (stated := place(own)):
        return stated
    if not question or _ABOUT[reader.habiter].search(question):
        return place(Patron("lieu", Clause(reader.sujet, reader.habiter, SLOT))) or ""
    answers = "la réponse est" if reader.nom == "prescripteur" else reader.answers
    return f"{introduced(question)}, {answers} un lieu {place(_NEUTRAL)}"
