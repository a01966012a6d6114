"""Open French questions, turned into the sentences that their answers complete.

« Depuis combien de mois recevez-vous le RSA ? » becomes « vous recevez le RSA depuis … ».
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from site_builder.eligibility.grammaire.clauses import (
    Clause,
    inversions,
    join,
    parse_clause,
    parse_statement,
    remembered,
)
from site_builder.eligibility.grammaire.emplacement import (
    BEFORE_COMPLEMENT,
    CLITICS,
    SLOT,
    agrees,
    verb_end,
    with_slot,
)

_DETERMINER = re.compile(
    r"(?:votre|vos|notre|nos|le|la|les|son|sa|ses|leurs?|cet|cette|ce|ces|une?|des)$|l’",
    re.IGNORECASE,
)
_SHORT_SUBJECT = (
    r"(?:la|le|les|votre|vos|son|sa|ses|cette) \w+(?: (?:social|principal|actuel)e?)?"
    r"(?: (?:de la personne|de votre structure|de votre association))?"
)
_COUNTED_SUBJECT = re.compile(
    r"(?P<nom>\w*(?:[sxz]|[A-Z])(?: .+?)?) (?P<verbe>sont|ont|font|vont|\w+(?<!m)ent) (?P<suite>.+)"
)
_SUM = frozenset(("montant", "somme", "distance", "durée", "total", "nombre", "âge", "taille"))
# What a sum is made of, or from where a distance is counted.
_SUM_OF = re.compile(
    r"(?:(?:montant|somme|nombre) d(?:e |’)(?P<nom>\w+)|distance (?P<lieu>(?:de |d’|du |des ).+))$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Patron:
    """A sentence with a place for the answer (``SLOT`` in the clause's suite).

    ``compte`` is what a number counts, in the plural; ``avant`` the preposition that governs
    the answer, ``accord`` the ending that « compris » takes. ``genre`` says what goes into
    the slot: « quantite », « objet », « complement », « lieu », « jour », « debut », « sujet »
    or « attribut ».
    """

    genre: str
    clause: Clause
    compte: str | None = None
    avant: str = ""
    accord: str = ""


@remembered
def parse_patron(text: str) -> Patron | None:
    """Return the sentence that answers to ``text`` (tidy) complete, ``None`` if unknown."""
    for form, make in _FORMS:
        if found := form.match(text):
            return make(found, text[found.end() :].strip())
    return None


def _clause(rest: str, *, counted: bool) -> tuple[str, Clause] | None:
    """Split what follows an interrogative into what it counts, and its clause."""
    found = next(inversions(rest), None)
    if found is None:
        return _nominal(rest) if counted else _uninverted(rest)
    words = rest[: found.start()].split()
    start = _subject_start(words) if counted else 0
    if counted and found["pronom"].lower() in ("vous", "nous", "tu", "on", "ce", "il"):
        start = _subject_start(words) if found["pronom"].lower() == "il" else _clitics_start(words)
    clause = parse_clause(" ".join(words[start:]) + " " + rest[found.start() :])
    if clause is None or not clause.verbe or any(inversions(clause.suite)):
        return None
    return " ".join(words[:start]), clause


def _nominal(rest: str) -> tuple[str, Clause] | None:
    """Split « âge a la personne »: a noun, a verb and its subject, without a pronoun."""
    found = re.fullmatch(
        r"(?P<nom>\w+) (?P<verbe>a|ont|touche|perçoit|reçoit|exerce|suit|occupe) (?P<sujet>.+)",
        rest,
    )
    if found is None or not _DETERMINER.match(found["sujet"].split()[0]):
        return None
    return found["nom"], Clause(found["sujet"], found["verbe"])


def _uninverted(rest: str) -> tuple[str, Clause] | None:
    """Read « recherche la personne », or « vous recherchez » after « qu’est-ce que »."""
    turned = rf"(?P<se>se )?(?P<verbe>\w+) (?P<sujet>{_SHORT_SUBJECT})"
    if found := re.fullmatch(turned, rest):
        return "", Clause(found["sujet"], found["verbe"], clitiques=("se",) if found["se"] else ())
    clause = parse_statement(rest)
    return ("", clause) if clause and clause.verbe else None


def _subject_start(words: list[str]) -> int:
    for place, word in enumerate(words):
        governed = place > 0 and words[place - 1].lower() in BEFORE_COMPLEMENT
        if place and _DETERMINER.match(word) and not governed:
            return place
    return _clitics_start(words)


def _clitics_start(words: list[str]) -> int:
    end = len(words)
    while end and words[end - 1].lower() in ("vous", "se", "y", "en", "te", "nous"):
        end -= 1
    return end


def _governed_count(found: re.Match[str], rest: str) -> Patron | None:
    split = _clause(rest, counted=True)
    if split is None:
        return None
    noun, clause = split
    return Patron("quantite", with_slot(clause, last=True), noun, found["prep"].lower())


def _count(_found: re.Match[str], rest: str) -> Patron | None:
    split = _clause(rest, counted=True)
    if split is None or not split[0]:
        return _counted_subject(rest)
    noun, clause = split
    if agrees(clause):
        return None
    return Patron("quantite", with_slot(clause, last=noun.split()[0] == "fois"), noun)


def _counted_subject(rest: str) -> Patron | None:
    """« Combien de personnes vivent dans votre foyer »: what is counted is the subject."""
    found = _COUNTED_SUBJECT.match(rest)
    if found is None or any(inversions(rest)):
        return None
    return Patron("sujet", Clause(SLOT, found["verbe"], found["suite"]), found["nom"])


def _amount(_found: re.Match[str], rest: str) -> Patron | None:
    """« Combien gagnez-vous par mois », « Combien avez-vous d’enfants à charge »."""
    split = _clause(rest, counted=False)
    if split is None:
        return None
    clause = split[1]
    words = clause.suite.split()
    head, rest = words[: (end := verb_end(clause, words))], " ".join(words[end:])
    counted = re.match(r"d(?:e |’)(?P<nom>\w+)(?P<suite>.*)", rest)
    if counted:
        suite = join(*head, SLOT, counted["suite"].strip())
        return Patron("quantite", replace(clause, suite=suite), counted["nom"])
    governs = bool(rest) and bool(_DETERMINER.match(rest.split()[0]) or rest.startswith("l’"))
    return Patron("quantite", with_slot(clause, last=governs))


def _which_is(found: re.Match[str], rest: str) -> Patron | None:
    """« Quelle est votre situation », « Quel est l’âge de la personne »."""
    if any(inversions(rest)) or not _DETERMINER.match(rest.split(maxsplit=1)[0] if rest else ""):
        return None
    accord = found["accord"].removeprefix("l")
    clause = Clause(rest, found["verbe"].lower(), SLOT)
    return Patron("attribut", clause, accord=accord)


def _which(found: re.Match[str], rest: str) -> Patron | None:
    """« Quel âge avez-vous », « Quel parcours le Département a-t-il décidé »."""
    split = _clause(rest, counted=True)
    if split is None or not split[0]:
        return None
    noun, clause = split
    if found["accord"] and agrees(clause):
        return None
    if noun.split()[0].lower() in _SUM:
        return _sum(noun, with_slot(clause, last=False))
    article = "une" if found["accord"].startswith("le") else "un"
    return Patron("objet", with_slot(clause, last=True), noun, accord=article)


def _sum(noun: str, clause: Clause, prep: str = "") -> Patron | None:
    """« Quel âge », « quel montant de dettes », « à quelle distance de votre travail »."""
    found = _SUM_OF.match(noun)
    if found is None:
        return Patron("quantite", clause, avant=prep) if " " not in noun else None
    if found["nom"]:
        return Patron("quantite", clause, found["nom"], prep)
    suite = clause.suite.replace(SLOT, join(SLOT, found["lieu"]))
    return Patron("quantite", replace(clause, suite=suite), avant=prep)


def _governed_which(found: re.Match[str], rest: str) -> Patron | None:
    """« Vers quel parcours êtes-vous orienté », « À quel âge avez-vous quitté l’école »."""
    split = _clause(rest, counted=True)
    if split is None or not split[0]:
        return None
    noun, clause = split
    clause, prep = with_slot(clause, last=True), found["prep"].lower()
    if noun.split()[0].lower() in _SUM:
        return _sum(noun, clause, prep)
    return Patron("complement", clause, noun, prep)


def _placed(genre: str) -> Callable[[re.Match[str], str], Patron | None]:
    def make(_found: re.Match[str], rest: str) -> Patron | None:
        split = _clause(rest, counted=False)
        return split and Patron(genre, with_slot(split[1], last=True))

    return make


def _who(_found: re.Match[str], rest: str) -> Patron | None:
    """« Qui a évalué votre projet », « Qu’est-ce qui complique votre retour »."""
    words = re.sub(r"(?<=\b[lmts]’)", " ", rest).split()
    start = 0
    while start < len(words) and (words[start] in CLITICS or words[start].endswith("’")):
        start += 1
    verb, *suite = words[start:] or [""]
    if not suite or any(inversions(rest)) or not verb.isalpha() or verb == "ne":
        return None
    return Patron("sujet", Clause(SLOT, verb, join(*suite), tuple(words[:start])))


def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], str], Patron | None]], ...] = (
    (
        _form(r"(?P<prep>depuis|pendant|durant|dans|à|en|avec|pour|de) combien d(?:e |’)"),
        _governed_count,
    ),
    (_form(r"combien d(?:e |’)"), _count),
    (_form(r"combien "), _amount),
    (_form(r"depuis (?:quand|quelle date|quel jour) "), _placed("debut")),
    (_form(r"(?:quand|à quelle date|quel jour|à quel moment) "), _placed("jour")),
    (_form(r"(?:où|dans quelle (?:commune|ville)) "), _placed("lieu")),
    (_form(r"(?P<prep>vers|dans|à|de|pour|par|sur|avec|chez|en) quel(?:le)?s? "), _governed_which),
    (_form(r"quel(?P<accord>(?:le)?s?) (?P<verbe>est|sont) "), _which_is),
    (_form(r"quel(?P<accord>(?:le)?s?) "), _which),
    (_form(r"qui est-ce qui |qu’est-ce qui |qui "), _who),
    (_form(r"qu’est-ce qu(?:e |’)"), _placed("objet")),
    (_form(r"que |qu’"), _placed("objet")),
)
# How an open question begins; what does not is answered by yes or no.
OPEN = _form(
    r"(?:(?:vers|depuis|pendant|durant|dans|à|en|avec|pour|de|sur|par|chez) "
    r"(?=(?:combien|quel(?:le)?s?|quand|où|qui|quoi)\b))?"
    r"(?:combien|où|quand|quel(?:le)?s?|qui|quoi|que|comment|pourquoi|lequel|laquelle)\b|qu’"
)
