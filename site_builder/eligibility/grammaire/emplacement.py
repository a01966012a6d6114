"""Where an answer goes among the words of a verb: « vous avez déjà rencontré … »."""

from __future__ import annotations

import re
from dataclasses import replace

from site_builder.eligibility.grammaire.clauses import Clause, join

# A place held in a clause: a non-character, that no author writes and no rule touches.
SLOT = "\ufdd1"
BEFORE_COMPLEMENT = frozenset("de d’ du des à au en par pour dans avec sans sur chez".split())
CLITICS = frozenset("vous nous se le la les lui leur y en".split())
_PARTICIPLE = re.compile(r"\w+(?:é|ée|és|ées|i|is|ie|it|u|us|ue|ert)$")
# The irregular ones too, and the endings that agreement gives them.
_SOME_PARTICIPLE = re.compile(r"\w+(?:é|i|is|it|u|ert|int|ait)(?:e?s?)$")
_INFINITIVE = re.compile(r"\w+(?:er|ir|re|oir)$")
_AUXILIARY = re.compile(r"(?:avez|a|ont|avons|êtes|est|sont|sommes|avait|aviez|était|étiez)$")
_MODAL = re.compile(r"(?:peu[tvx]|pouv|veu|voul|souhait|doi|dev|compt|esp[eé]r|sav|sai)")
_BE = re.compile(r"(?:êtes|est|sont|sommes|était|étiez)$")
_HAVE = re.compile(r"(?:avez|a|ont|avons|avait|aviez)$")
_ADVERBS = frozenset("déjà encore toujours actuellement récemment habituellement".split())
# Participles in -s that agree with nothing.
_MASCULINE = re.compile(r"\w*(?:pris|mis|acquis|conquis)$")


def with_slot(clause: Clause, *, last: bool) -> Clause:
    """Return ``clause`` with a slot after its verb, or at its end when ``last``."""
    if last:
        return replace(clause, suite=join(clause.suite, SLOT))
    words = clause.suite.split()
    place = verb_end(clause, words)
    return replace(clause, suite=join(*words[:place], SLOT, *words[place:]))


def verb_end(clause: Clause, words: list[str]) -> int:
    """Return how many words after a verb belong to it: « déjà rencontré », « vous former »."""
    place = 0
    while place < len(words) and words[place] in _ADVERBS:
        place += 1
    ending = _PARTICIPLE if _AUXILIARY.match(clause.verbe) else None
    if _MODAL.match(clause.verbe):
        ending = _INFINITIVE
    if ending is None:
        return place if words[:place] == ["déjà"] else 0
    if _BE.match(clause.verbe) and words and words[0] not in BEFORE_COMPLEMENT:
        return place + 1
    after_clitics = place
    while after_clitics < len(words) - 1 and words[after_clitics] in CLITICS:
        after_clitics += 1
    verb_follows = after_clitics < len(words) and ending.match(words[after_clitics])
    return after_clitics + 1 if verb_follows else place


def agrees(clause: Clause) -> bool:
    """Tell whether a participle agrees with what is asked: « les démarches faites »."""
    words = [word for word in clause.suite.split() if word not in _ADVERBS]
    if not words or not _HAVE.match(clause.verbe) or not _SOME_PARTICIPLE.match(words[0]):
        return False
    return words[0][-1] in "es" and not _MASCULINE.match(words[0])
