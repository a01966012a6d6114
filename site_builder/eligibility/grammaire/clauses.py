"""French questions that are answered by yes or no, turned into the clauses they ask about.

« Votre structure est-elle un CCAS ? » asks whether « votre structure est un CCAS »: the
subject goes back before its verb, and the pronoun that repeated it goes away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from site_builder.eligibility.grammaire.options import lowered

_INVERSION = re.compile(
    r"(?<![\w’-])(?P<verbe>(?:[lmtsnj]’)?\w+)-(?:t-)?"
    r"(?P<pronom>vous|nous|tu|ils|elles|il|elle|on|ce)(?![\w-])",
    re.IGNORECASE,
)
_ELIDED = re.compile(r"(?P<clitique>[lmtsnj]’)(?P<verbe>.+)", re.IGNORECASE)
_CLITICS = frozenset("me te se nous vous le la les lui leur y en".split())
_PREPOSITIONS = frozenset(
    "à au aux avec chez contre dans de des du en entre par parmi pour sans selon sous sur".split()
)
_REPEATING = frozenset(("il", "elle", "ils", "elles"))
_ASKED = re.compile(r"est-ce qu(?:e |’)", re.IGNORECASE)
# Subjects after which the verb is sure to come, pronouns that stand before it apart.
_SUBJECT = re.compile(
    r"(?P<sujet>vous|nous|on|ils?|elles?|la personne|(?:votre|cette) (?:structure|personne)"
    r"|votre (?:association|organisme|personnel))\s+(?P<reste>.+)",
    re.IGNORECASE,
)
_SECOND_PERSON = re.compile(r"(?:ez|êtes|faites|dites)$")
_PRESENTATIVE = re.compile(r"c’(?P<verbe>est|était) (?P<suite>.+)", re.IGNORECASE)
_EXPANSION = re.compile(r"(?<=[A-ZÀ-Þ]{2}) \([^()]*\)")
_SPACES = re.compile(r"[\s\u00a0\u202f]+")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause in the order of a statement.

    ``avant`` opens the sentence (« Aujourd’hui, »), ``clitiques`` stand before the verb
    (« vous », « l’ »). Without ``verbe`` the whole is in ``sujet`` and cannot be denied.
    """

    sujet: str
    verbe: str = ""
    suite: str = ""
    clitiques: tuple[str, ...] = ()
    avant: str = ""

    @property
    def groupe(self) -> str:
        """The verb with the pronouns before it: « vous déplacez », « l’avez »."""
        return join(*self.clitiques, self.verbe)

    def affirm(self) -> str:
        """Return the clause as a statement, without capital nor full stop."""
        if self.sujet == "ce" and self.verbe in ("est", "était"):
            return join(self.avant, f"c’{self.groupe}", self.suite)
        return join(self.avant, self.sujet, self.groupe, self.suite)


def join(*parts: str) -> str:
    """Join words with spaces, but for what an apostrophe or a comma ties together."""
    text = " ".join(part for part in parts if part)
    return re.sub(r"’ (?=\w)", "’", text).replace(" ,", ",")


# A catalogue has a few questions, and thousands of criteria on their answers.
remembered = lru_cache(1 << 9)


@remembered
def tidy(question: str) -> str:
    """Return a question in plain spaces, without its mark nor the words of its acronyms."""
    text = _SPACES.sub(" ", question.replace("'", "’")).strip().rstrip("?!. ").rstrip()
    return _EXPANSION.sub("", text)


def inversions(text: str) -> Iterator[re.Match[str]]:
    """Yield the inverted verbs of ``text``; « un rendez-vous » is not one."""
    for found in _INVERSION.finditer(text):
        before = text[: found.start()].split()
        if found["verbe"].lower() != "rendez" or not before or before[-1].lower() == "vous":
            yield found


@remembered
def parse_clause(text: str) -> Clause | None:
    """Return the clause that ``text`` (tidy) asks about, ``None`` if it is not one clause.

    A question in the negative is ambiguous and gives ``None``.
    """
    if asked := _ASKED.match(text):
        return parse_statement(text[asked.end() :])
    found = next(inversions(text), None)
    if found is None:
        return parse_statement(text) if _SUBJECT.match(text) else None
    clause = _turned(text, found)
    return None if clause is None or any(inversions(clause.suite)) else clause


def parse_statement(text: str) -> Clause | None:
    """Return the clause that ``text`` states, in its order."""
    if found := _PRESENTATIVE.match(text):
        return Clause("ce", found["verbe"], found["suite"])
    found = _SUBJECT.match(text)
    if found is None:
        return None if re.search(r"\bn(?:e |’)", text) else Clause(lowered(text))
    tokens = re.sub(r"(?<=\b[lmtsnjLMTSNJ]’)", " ", found["reste"]).split()
    clitics: list[str] = []
    while len(tokens) > 1 and _is_clitic(tokens[0]):
        clitics.append(tokens.pop(0))
    if tokens[0] in ("ne", "n’") or any(inversions(text)):
        return None
    verb, *rest = tokens
    if found["sujet"].lower() == "vous" and not _SECOND_PERSON.search(verb):
        # « Vous coûte votre logement »: « vous » is no subject.
        return None
    return Clause(lowered(found["sujet"]), verb, join(*rest), tuple(clitics))


def _is_clitic(token: str) -> bool:
    return token in _CLITICS or token in ("l’", "m’", "t’", "s’")


def _turned(text: str, found: re.Match[str]) -> Clause | None:
    verb, pronoun = found["verbe"], found["pronom"].lower()
    clitics: list[str] = []
    if elided := _ELIDED.fullmatch(verb):
        clitics, verb = [elided["clitique"].lower()], elided["verbe"]
    before = text[: found.start()].split()
    while before and before[-1].lower() in _CLITICS and not _governed(before):
        clitics.insert(0, before.pop().lower())
    if "n’" in clitics or (before and before[-1].lower() == "ne"):
        return None
    place = " ".join(before)
    if pronoun not in _REPEATING and place and not place.endswith(","):
        return None
    own_subject = pronoun not in _REPEATING or not place or place.endswith(",")
    return Clause(
        sujet=pronoun if own_subject else lowered(place),
        verbe=verb if before or clitics else verb[:1].lower() + verb[1:],
        suite=text[found.end() :].strip(),
        clitiques=tuple(clitics),
        avant=place if own_subject else "",
    )


def _governed(words: list[str]) -> bool:
    """Tell whether the last word is the complement of a preposition: « l’un de vous »."""
    return len(words) > 1 and words[-2].lower() in _PREPOSITIONS
