"""The sentence that a question and the answers expected make together."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from site_builder.eligibility.grammaire.attentes import Attente
from site_builder.eligibility.grammaire.choix import state_choice, state_place
from site_builder.eligibility.grammaire.clauses import Clause, parse_clause, tidy
from site_builder.eligibility.grammaire.doubles import parse_double
from site_builder.eligibility.grammaire.mesures import state_number
from site_builder.eligibility.grammaire.moments import state_day
from site_builder.eligibility.grammaire.negation import deny
from site_builder.eligibility.grammaire.options import (
    affirmative,
    in_person_of,
    is_noun_phrase,
    lowered,
    negative,
    tail,
)
from site_builder.eligibility.grammaire.patrons import OPEN, Patron, parse_patron
from site_builder.vocabulary.typographie import fold, french_list

_NO_BREAK = "\u00a0"
_MAKERS: dict[str, Callable[[Patron, Attente], str | None]] = {
    "nombre": state_number,
    "date": state_day,
    "commune": state_place,
}


def enoncer(question: str, attente: Attente) -> str | None:
    """Return a clause without capital nor full stop, ``None`` if the grammar has none."""
    text = tidy(question)
    if not OPEN.match(text):
        return _closed(text, attente)
    patron = parse_patron(text)
    if patron and attente.question.type in ("choix", "choix-multiple"):
        return state_choice(patron, attente, text)
    make = _MAKERS.get(attente.question.type)
    return make(patron, attente) if patron and make else None


def _closed(text: str, attente: Attente) -> str | None:
    """A question that is answered by yes or no, with its options when it has some."""
    if attente.question.type not in ("oui-non", "choix") or _ASKS_TO_SAY.match(text):
        return None
    labels = attente.libelles
    yes, no = all(map(affirmative, labels)), all(map(negative, labels))
    if (yes or no) and labels:
        return _yes_or_no(text, attente, yes=yes)
    clause = parse_clause(text)
    return _object_replaced(clause, attente, text) if clause else None


# A question within a question: whether one can say so is not what is asked.
_ASKS_TO_SAY = re.compile(
    r"(?:pouvez|pourriez|voulez|voudriez)-vous (?:(?:nous|me) )?"
    r"(?:dire|indiquer|préciser|confirmer|expliquer|signaler)\b",
    re.IGNORECASE,
)


def _yes_or_no(text: str, attente: Attente, *, yes: bool) -> str | None:
    labels = attente.libelles
    if attente.question.type == "oui-non":
        return _stated(text, yes=yes != attente.negation) if len(set(labels)) == 1 else None
    same = affirmative if yes else negative
    offered = {option.libelle for option in attente.question.options if same(option.libelle)}
    tails = [tail(label) for label in labels if tail(label)]
    whole = set(labels) == offered
    others = [o.libelle for o in attente.question.options if o.libelle not in offered]
    if attente.negation:
        opposed = negative if yes else affirmative
        if not whole or not others or not all(map(opposed, others)):
            return None
        return _stated(text, yes=not yes)
    statement = _stated(text, yes=yes)
    if whole or statement is None:
        return statement
    # « Non » beside « Non, mais… » is not the whole of no.
    told = len(tails) == len(labels) and all(_specifies(label, text) for label in tails)
    return f"{statement}{_NO_BREAK}: {french_list(tails, 'ou')}" if told else None


def _specifies(label: str, question: str) -> bool:
    """Tell whether what follows « oui » may follow a statement: not « mais j’hésite »."""
    opposes = re.match(r"(?:mais|sauf|seulement)\b", label)
    return not opposes and in_person_of(label, question)


def _stated(text: str, *, yes: bool) -> str | None:
    if double := parse_double(text):
        return double.affirm() if yes else double.deny()
    clause = parse_clause(text)
    if clause is None:
        return None
    return clause.affirm() if yes else deny(clause)


_OBJECT = re.compile(r"(?:une?|des|de l’|du|de la|au moins une?)\s*(?P<tete>[\w-]+)(?P<reste>.*)")


def _object_replaced(clause: Clause, attente: Attente, question: str) -> str | None:
    """« Avez-vous des enfants ? Au moins un enfant mineur »: the answer becomes the object."""
    found = _OBJECT.fullmatch(clause.suite)
    if found is None or not clause.verbe:
        return None
    labels = attente.libelles
    if attente.negation:
        labels = tuple(o.libelle for o in attente.question.options if o.libelle not in labels)
    head = fold(found["tete"]).rstrip("sx")
    if not all(re.search(rf"\b{re.escape(head)}[sx]?\b", fold(label)) for label in labels):
        return None
    none = [label for label in labels if _NONE.match(label)]
    some = [label for label in labels if not _NONE.match(label)]
    if len(none) > 1 or not labels or not all(map(is_noun_phrase, some)):
        return None
    if not all(in_person_of(label, question) for label in some):
        return None
    stated = replace(clause, suite=french_list(map(lowered, some), "ou")).affirm()
    if not none:
        offered = [o.libelle for o in attente.question.options if not _NONE.match(o.libelle)]
        return clause.affirm() if some == offered and len(some) > 1 else stated
    denied = deny(replace(clause, suite=none[0][3:]))
    return f"{denied}, ou {stated}" if denied and some else denied


# « Aucun enfant » denies « un enfant »: the article begins after three letters.
_NONE = re.compile(r"aucune?\b", re.IGNORECASE)
