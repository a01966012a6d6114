"""How many questions a questionnaire asks somebody whose answers are known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from site_builder.eligibility.contexte import Contexte, Regle, Reponses
from site_builder.eligibility.lieux import Lieux
from site_builder.eligibility.regles import contexte_of, regle_of
from site_builder.eligibility.reponses import read_reponses
from site_builder.eligibility.suivante import next_question
from site_builder.model.catalogue import Catalogue
from site_builder.model.profil import Profil
from site_builder.vocabulary.closed_values import LECTEURS


class Entretien(NamedTuple):
    """The questions asked, in order, and how many could remain when each was asked."""

    questions: tuple[str, ...]
    restantes: tuple[int, ...]


def simulate(regles: Sequence[Regle], reponses: Reponses, contexte: Contexte) -> Entretien:
    """Return the questionnaire of somebody who answers what ``reponses`` holds.

    To any other question they answer « je ne sais pas ». It stops when nothing is undecided,
    and always does: no question is asked twice.
    """
    given: dict[str, object] = {}
    asked: list[str] = []
    bounds: list[int] = []
    suivante = next_question(regles, given, contexte)
    while suivante.question is not None:
        asked.append(suivante.question)
        bounds.append(suivante.restantes)
        given[suivante.question] = reponses.get(suivante.question)
        suivante = next_question(regles, given, contexte)
    return Entretien(tuple(asked), tuple(bounds))


def simulate_profils(catalogue: Catalogue, today: date) -> Iterator[tuple[Profil, Entretien]]:
    """Yield each profile and its questionnaire, reader by reader.

    ``today`` is the day of those that say none. Answers that no question takes are left out.
    """
    lieux = Lieux(catalogue)
    for lecteur in LECTEURS.values:
        rules = (regle_of(action, lecteur) for action in catalogue.actions.values())
        regles = [regle for regle in rules if regle is not None]
        contextes: dict[date, Contexte] = {}
        for profil in catalogue.profils.values():
            if profil.lecteur != lecteur:
                continue
            day = profil.date or today
            if day not in contextes:
                contextes[day] = contexte_of(catalogue, day, lecteur, lieux)
            reponses, _ = read_reponses(catalogue.questions, profil.reponses)
            yield profil, simulate(regles, reponses, contextes[day])
