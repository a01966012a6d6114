"""Sentences about a place or an option: « Le logement complique votre retour à l’emploi »."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from site_builder.eligibility.grammaire.attentes import Attente
from site_builder.eligibility.grammaire.clauses import Clause, join
from site_builder.eligibility.grammaire.emplacement import SLOT, with_slot
from site_builder.eligibility.grammaire.negation import after, deny, deny_subject
from site_builder.eligibility.grammaire.options import (
    in_person_of,
    is_compound,
    is_infinitive,
    is_nothing,
    is_noun_phrase,
    is_plural,
    listed,
    lowered,
    plural_verb,
    repeats,
)
from site_builder.eligibility.grammaire.patrons import Patron
from site_builder.eligibility.grammaire.remplissage import MARK, fill
from site_builder.vocabulary.lieux import a_commune
from site_builder.vocabulary.typographie import french_list

_NO_BREAK = "\u00a0"


def state_place(patron: Patron, attente: Attente) -> str | None:
    """Return the clause of a commune: « vous habitez à Lens »."""
    if patron.genre == "attribut":
        return one_of(patron, list(attente.libelles), negation=attente.negation)
    if patron.genre != "lieu":
        return None
    places = [a_commune(label) for label in attente.libelles]
    return one_of(patron, places, negation=attente.negation)


def one_of(patron: Patron, values: Sequence[str], *, negation: bool = False) -> str | None:
    """Say any of ``values``, or none: « vous n’habitez ni à Lens ni au Havre »."""
    if not negation or len(values) == 1:
        return fill(patron, french_list(values, "ou"), negation=negation)
    return half_denied(patron, " ".join(f"ni {value}" for value in values))


def half_denied(patron: Patron, value: str) -> str | None:
    """Deny with a value that does the work of « pas »: « ni l’un ni l’autre », « aucun »."""
    denied = fill(patron, value, negation=True)
    return denied and re.sub(r" pas(?: encore)? ", " ", denied, count=1)


def state_choice(patron: Patron, attente: Attente, question: str) -> str | None:
    """Return the clause of one or several options of ``question`` (tidy)."""
    labels, subject = attente.libelles, patron.genre == "sujet"
    if not all(in_person_of(label, question, subject=subject) for label in labels):
        return None
    if patron.genre == "attribut":
        words = listed(labels, "et" if attente.toutes else "ou")
        return None if attente.negation else f"{patron.clause.sujet}{_NO_BREAK}: {words}"
    if len(labels) > 1 and any(map(is_compound, labels)):
        return None
    return _subject(patron.clause, attente) if subject else _complement(patron, attente)


def _complement(patron: Patron, attente: Attente) -> str | None:
    """« Vous préparez un CAP », « vous souhaitez suivre une formation »."""
    labels = attente.libelles
    if _RANKED.search(patron.clause.suite):
        return None
    if _is_only_nothing(attente):
        return _nothing(patron, labels[0])
    if all(map(is_infinitive, labels)):
        return _doing(patron, attente)
    said = all(map(is_noun_phrase, labels)) and _is_asked(patron, labels)
    return _object(patron, attente) if said else None


def _is_only_nothing(attente: Attente) -> bool:
    labels = attente.libelles
    return len(labels) == 1 and is_nothing(labels[0]) and not attente.negation


def _is_asked(patron: Patron, labels: tuple[str, ...]) -> bool:
    """Tell whether options are what the question asks, and may stand in its place.

    « Un parcours emploi » is a parcours; « le soir » is no « rythme », « le permis » no
    « besoin ».
    """
    noun = patron.compte
    if noun is None or all(repeats(noun, label) for label in labels):
        return patron.genre in ("objet", "complement")
    return patron.genre == "objet" and bool(_THINGS.match(noun))


# What their options name, whatever they are called: « Quelles aides ? L’allocation… ».
_THINGS = re.compile(
    r"(?:langue|public|diplôme|aide|allocation|prestation|permis|revenu|ressource|document|papier"
    r"|parcours|moyens? de transport|mode de garde|agrément|équipement)s?\b",
    re.IGNORECASE,
)
_RANKED = re.compile(r"\b(?:le (?:mieux|plus|moins)|en (?:premier|dernier))\b")
_WISH = re.compile(r"(?:souhait|voul|veu|préf|aime|compt|sav|sai|pou[vr]|peu)")


def _doing(patron: Patron, attente: Attente) -> str | None:
    """« Que souhaitez-vous faire ? Suivre une formation »: the answer is what one does."""
    clause = patron.clause
    does = clause.suite in (f"faire {SLOT}", f"{SLOT}") and _WISH.match(clause.verbe)
    if patron.genre != "objet" or patron.compte or not does or attente.toutes:
        return None
    done = replace(patron, clause=replace(clause, suite=SLOT))
    return one_of(done, [lowered(label) for label in attente.libelles], negation=attente.negation)


def _nothing(patron: Patron, label: str) -> str | None:
    """« Aucun diplôme », « Personne »: the answer itself denies the question."""
    named = patron.compte is None or repeats(patron.compte, label)
    if patron.genre != "objet" or label.lower() == "personne" or not named:
        return None
    return half_denied(_object_first(patron), lowered(label))


def _object_first(patron: Patron) -> Patron:
    bare = replace(patron.clause, suite=join(patron.clause.suite.replace(SLOT, "").strip()))
    return replace(patron, clause=with_slot(bare, last=False))


# « De l’argent ne vous manque pas » is not French, « des amis ne vous aident pas » says less
# than it means; an infinitive hinders, it is not missed.
_SOME = re.compile(r"(?:des|du|de la) |de l’")
_HINDER = re.compile(r"complique|frein|empêche|bloque|gêne|retarde|ralenti|limite|pose")


def _subject(clause: Clause, attente: Attente) -> str | None:
    """« Le logement complique votre retour à l’emploi »."""
    labels = [lowered(label) for label in attente.libelles]
    if _is_only_nothing(attente):
        return deny_subject(clause, labels[0])
    several = any(map(is_plural, labels)) or (attente.toutes and len(labels) > 1)
    verb = plural_verb(clause.verbe) if several else clause.verbe
    if verb is None or not all(_may_act(label, clause.verbe) for label in labels):
        return None
    clause = replace(clause, verbe=verb)
    if attente.negation:
        return _subject_denied(clause, labels) if not attente.toutes else None
    return replace(clause, sujet=french_list(labels, "et" if attente.toutes else "ou")).affirm()


def _may_act(label: str, verb: str) -> bool:
    return is_noun_phrase(label) or (is_infinitive(label) and bool(_HINDER.match(verb)))


def _subject_denied(clause: Clause, labels: list[str]) -> str | None:
    if len(labels) == 1 and (is_compound(labels[0]) or _SOME.match(labels[0])):
        return None
    if all(re.match(r"une? ", label) for label in labels):
        nobody = " ni ".join(f"auc{label}" for label in labels)
        return deny_subject(clause, nobody)
    if len(labels) > 1:
        comma = "," if len(labels) > 2 else ""
        return deny_subject(clause, f"ni {f'{comma} ni '.join(labels)}")
    denied = deny(replace(clause, sujet=MARK))
    return denied and denied.replace(MARK, labels[0])


# « A décidé pour vous un parcours emploi renforcé »: few words go before a long object.
_FOR_WHOM = re.compile(rf"\bpour (?:vous|elle|la personne) {SLOT}")
_SHORT = 4


def _object(patron: Patron, attente: Attente) -> str | None:
    """« Vous préparez un diplôme »; denied: « vous ne préparez pas de diplôme »."""
    labels = [lowered(label) for label in attente.libelles]
    if patron.avant:
        complements = [after(patron.avant, label) for label in labels]
        return None if attente.toutes else one_of(patron, complements, negation=attente.negation)
    if not attente.negation:
        short = all(len(label.split()) <= _SHORT for label in labels)
        if short and not _FOR_WHOM.search(patron.clause.suite):
            patron = _object_first(patron)
        return fill(patron, french_list(labels, "et" if attente.toutes else "ou"), negation=False)
    if attente.toutes and len(labels) > 1:
        return None
    first = _object_first(patron)
    if len(labels) > 1:
        return half_denied(first, " ".join(f"ni {label}" for label in labels))
    clause = first.clause
    return deny(replace(clause, suite=clause.suite.replace(SLOT, labels[0])))
