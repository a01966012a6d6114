"""Completing the sentence of an open question with its answer."""

from __future__ import annotations

from dataclasses import replace

from site_builder.eligibility.grammaire.emplacement import SLOT
from site_builder.eligibility.grammaire.negation import deny
from site_builder.eligibility.grammaire.patrons import Patron

# Holds a place in a clause that is being denied: no letter, so no rule of grammar touches it.
MARK = "\ufdd0"


def fill(patron: Patron, value: str, *, negation: bool) -> str | None:
    """Put ``value`` in the slot, denying the verb when asked."""
    clause = patron.clause
    if negation:
        denied = deny(replace(clause, suite=clause.suite.replace(SLOT, MARK)))
        return denied and denied.replace(MARK, value)
    return clause.affirm().replace(SLOT, value)


def agree(adjective: str, accord: str) -> str:
    """Return « comprise » for the « le » of « quelle »: gender and number of what is asked."""
    word = adjective + ("e" if accord.startswith("e") else "")
    return word + ("s" if accord.endswith("s") and not word.endswith("s") else "")
