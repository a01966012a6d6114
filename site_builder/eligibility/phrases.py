"""The sentence of a leaf, for each reader: « Vous avez entre 18 et 25 ans ».

What an author wrote comes first. Without it, the sentence is drawn from the question and the
answer expected; where the grammar does not reach, the question is quoted with its answer.
"""

from __future__ import annotations

import re
from functools import partial

from site_builder.eligibility.contexte import rank_of
from site_builder.eligibility.grammaire.attentes import Attente, attente_of
from site_builder.eligibility.grammaire.choix import half_denied, one_of
from site_builder.eligibility.grammaire.clauses import parse_statement
from site_builder.eligibility.grammaire.enonciation import enoncer
from site_builder.eligibility.grammaire.lecteurs import LECTEURS, Lecteur
from site_builder.eligibility.grammaire.negation import deny
from site_builder.eligibility.grammaire.neutre import answer_in_words, quoted
from site_builder.eligibility.grammaire.options import in_first_person
from site_builder.eligibility.grammaire.territoires import state_within
from site_builder.model.catalogue import Catalogue
from site_builder.model.condition import (
    Appreciation,
    CriterePublicCible,
    CritereQuestion,
    CritereTerritoire,
    Feuille,
)
from site_builder.model.question import REPONSE, Question
from site_builder.vocabulary.lieux import dans_territoire
from site_builder.vocabulary.typographie import french_list

_NO_BREAK = "\u00a0"
_ADDRESSED = re.compile(r"\b(?:vous|votre|vos)\b", re.IGNORECASE)
# But for a space alone, which stays as it is.
_BLANKS = re.compile(r"[ \t\r\n](?:[ \t\r\n]+|(?<! ))")
_STOPS = (".", "!", "?", "…")


class Enonceur:
    """Says the leaves of a catalogue's conditions. Built once, asked for every sentence."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        asked = (q for q in catalogue.questions.values() if q.type == "commune")
        self._place = min(asked, key=rank_of, default=None)

    def phrase(self, leaf: Feuille, lecteur: str, exclu: bool = False) -> str:
        """Return ``leaf`` as a sentence for ``lecteur``, denied when ``exclu`` (under « aucune »).

        Never empty, with a capital and a full stop.
        """
        reader = LECTEURS[lecteur]
        if written := self._written(leaf, lecteur):
            if not exclu:
                return sentence(written)
            return sentence(f"{reader.not_so}{_NO_BREAK}: {_within(written)}")
        return sentence(self._generated(leaf, reader, exclu=exclu))

    def _generated(self, leaf: Feuille, reader: Lecteur, *, exclu: bool) -> str:
        match leaf:
            case CritereQuestion():
                return self._question(leaf, reader, exclu=exclu)
            case CriterePublicCible():
                return self._public(leaf, reader, exclu=exclu)
            case CritereTerritoire():
                return self._territoire(leaf, reader, exclu=exclu)
            case Appreciation():
                return _appreciation(leaf.appreciation, exclu=exclu)

    def _written(self, leaf: Feuille, lecteur: str) -> str | None:
        """Return the author's sentence, if it can be said to this reader.

        A référent is not « vous »: a phrase that says « vous » waits for one of its own.
        """
        if lecteur != "prescripteur":
            return leaf.phrase
        if leaf.phrase_prescripteur or not leaf.phrase or not _ADDRESSED.search(leaf.phrase):
            return leaf.phrase_prescripteur or leaf.phrase
        return None

    def _question(self, leaf: CritereQuestion, reader: Lecteur, *, exclu: bool) -> str:
        question = self._catalogue.questions.get(leaf.question)
        if question is None:
            return leaf.phrase or leaf.question
        attente = attente_of(leaf, question, exclu=exclu)
        own: str | None = getattr(question.libelle, reader.nom)
        return (
            _from_affirmation(question, attente, reader)
            or (own and enoncer(own, attente))
            or quoted(attente, reader)
        )

    def _public(self, leaf: CriterePublicCible, reader: Lecteur, *, exclu: bool) -> str:
        public = self._catalogue.publics_cibles.get(leaf.public_cible)
        nom = public.nom if public else leaf.public_cible
        verb = reader.verb("faites", "fait", negation=exclu)
        return f"{reader.sujet} {verb} partie de ce public{_NO_BREAK}: {nom}"

    def _territoire(self, leaf: CritereTerritoire, reader: Lecteur, *, exclu: bool) -> str:
        found = [(slug, self._catalogue.territoires.get(slug)) for slug in leaf.territoire]
        noms = [territoire.nom if territoire else slug for slug, territoire in found]
        question = self._place_asked(reader)
        if len(noms) > 1 and all(t is None or t.nature == "insertion" for _, t in found):
            none = f"dans aucun de ces territoires{_NO_BREAK}: {french_list(noms)}"
            some = f"dans l’un de ces territoires{_NO_BREAK}: {french_list(noms, 'ou')}"
            listed = partial(half_denied, value=none) if exclu else partial(one_of, values=[some])
            return state_within(question, reader, listed)
        places = [
            dans_territoire(t.nature, t.nom, t.code) if t else f"dans le territoire {slug}"
            for slug, t in found
        ]
        return state_within(question, reader, partial(one_of, values=places, negation=exclu))

    def _place_asked(self, reader: Lecteur) -> str | None:
        """Return how the catalogue asks ``reader`` where they are."""
        own: str | None = getattr(self._place.libelle, reader.nom) if self._place else None
        return own


def _appreciation(text: str, *, exclu: bool) -> str:
    if not exclu:
        return text
    quote = f"«{_NO_BREAK}{text.rstrip('.')}{_NO_BREAK}»"
    return f"un professionnel constate que ce n’est pas le cas{_NO_BREAK}: {quote}"


def sentence(text: str) -> str:
    """Return ``text`` with a capital and a full stop."""
    text = _BLANKS.sub(" ", text).strip()
    whole = text if text.endswith(_STOPS) else f"{text}."
    return whole[:1].upper() + whole[1:]


def _from_affirmation(question: Question, attente: Attente, reader: Lecteur) -> str | None:
    """Put the answer where the author's own affirmation wants it."""
    affirmation: str | None = getattr(question.affirmation, reader.nom, None)
    if not affirmation or any(map(in_first_person, attente.libelles)):
        return None
    attente = attente.complement()
    text = affirmation.replace(REPONSE, answer_in_words(attente)).rstrip(".")
    if not attente.negation:
        return text
    clause = parse_statement(text)
    denied = deny(clause) if clause else None
    return denied or f"{reader.not_so}{_NO_BREAK}: {_within(text)}"


def _within(text: str) -> str:
    """Return a sentence as it goes on after a colon."""
    ordinary = re.match(r"(?:Vous|Votre|Vos|La|Le|Les|L’|Une?|Des|Il|Elle|À|Au|En|Dans)\b", text)
    return text[:1].lower() + text[1:] if ordinary else text
