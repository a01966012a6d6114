"""Profiles replayed: do the rules give what field staff expect of them?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property

from site_builder.checks.review import Review, Subject
from site_builder.eligibility import Contexte, Lieux, Regle, contexte_of, evaluate, regle_of
from site_builder.eligibility.decisifs import explain_result, find_decisive
from site_builder.eligibility.disponibilite import days_of
from site_builder.eligibility.phrases import Enonceur
from site_builder.eligibility.reponses import Reponse, read_reponses
from site_builder.model.condition import Feuille
from site_builder.model.profil import Profil
from site_builder.problems import Problem

# A rule that names a record that could not be read says nothing sure.
_NEEDED = {"publics_cibles", "questions", "territoires"}
_READERS = {
    "beneficiaire": "une personne",
    "prescripteur": "une personne",
    "porteur": "une structure",
}


def check_profils(review: Review) -> Iterator[Problem]:
    """Compare the results that each profile expects with those of the rules, on its day."""
    if any(kind in _NEEDED for kind, _ in review.loaded.refused):
        return
    replay = _Replay(review)
    for slug, profil in review.catalogue.profils.items():
        if profil.attendus:
            yield from replay.check(review.subject("profils", slug), profil)


class _Replay:
    """The rules and the places of a catalogue, each made ready once for all profiles."""

    def __init__(self, review: Review) -> None:
        self._catalogue = review.catalogue
        self._today = review.today
        self._contextes: dict[tuple[date, str], Contexte] = {}
        self._regles: dict[tuple[str, str], Regle | None] = {}

    def check(self, subject: Subject, profil: Profil) -> Iterator[Problem]:
        """Yield what ``profil`` expects in vain."""
        reponses, refusals = read_reponses(self._catalogue.questions, profil.reponses)
        if refusals:
            # They are told where they are written, and results mean nothing without them.
            return
        yield from self._undated(subject, profil)
        contexte = self._contexte(profil.date or self._today, profil.lecteur)
        for slug, attendu in profil.attendus.items():
            if slug not in self._catalogue.actions:
                continue
            path, regle = ("attendus", slug), self._regle(slug, profil.lecteur)
            if regle is None:
                words = {"reader": _READERS[profil.lecteur]}
                yield subject.key_problem("CAT-E531", path, **words)
            elif found := self._difference(attendu, regle, reponses, contexte):
                yield subject.problem("CAT-E530", path, action=slug, **found)

    def _undated(self, subject: Subject, profil: Profil) -> Iterator[Problem]:
        """Tell of a profile without a date the first result that a day to come may change."""
        if profil.date is not None:
            return
        for slug in profil.attendus:
            action = self._catalogue.actions.get(slug)
            regle = action and self._regle(slug, profil.lecteur)
            if regle and any(day >= self._today for day in days_of(regle)):
                yield subject.key_problem("CAT-E532", ("attendus", slug), action=slug)
                return

    def _difference(
        self, attendu: str, regle: Regle, reponses: Mapping[str, Reponse], contexte: Contexte
    ) -> dict[str, str] | None:
        """Return the result that was obtained instead, and why."""
        evaluation = evaluate(regle, reponses, contexte)
        if evaluation.resultat == attendu:
            return None

        def phrase(leaf: Feuille, exclu: bool) -> str:
            return self._enonceur.phrase(leaf, contexte.lecteur, exclu)

        decisive = find_decisive(regle, reponses, contexte)
        reason = explain_result(evaluation, decisive, phrase)
        return {"obtained": evaluation.resultat, "reason": reason}

    def _contexte(self, day: date, lecteur: str) -> Contexte:
        key = (day, lecteur)
        if key not in self._contextes:
            self._contextes[key] = contexte_of(self._catalogue, day, lecteur, self._lieux)
        return self._contextes[key]

    def _regle(self, slug: str, lecteur: str) -> Regle | None:
        key = (slug, lecteur)
        if key not in self._regles:
            self._regles[key] = regle_of(self._catalogue.actions[slug], lecteur)
        return self._regles[key]

    @cached_property
    def _lieux(self) -> Lieux:
        return Lieux(self._catalogue)

    @cached_property
    def _enonceur(self) -> Enonceur:
        return Enonceur(self._catalogue)
