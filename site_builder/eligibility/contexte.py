"""What an evaluation is given: the rule of an action, and everything around it.

Pure data: the day, the reader, the questions, the publics and the places are arguments.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeAlias

from site_builder.eligibility.lieux import AILLEURS
from site_builder.model.condition import Condition
from site_builder.model.question import Question

# A question's answer: text, number, list of texts; absent: not asked yet; None: « je ne sais pas ».
Reponses: TypeAlias = Mapping[str, object]

PLACE = "commune"


@dataclass(frozen=True, slots=True)
class Appel:
    """The dates of a call for projects, and those of the convention that it leads to."""

    ouverture: date | None = None
    cloture: date | None = None
    debut: date | None = None
    fin: date | None = None

    def is_running(self, today: date) -> bool:
        """Return whether ``today`` is inside the convention; a missing end is open."""
        if self.debut is None and self.fin is None:
            return False
        return (self.debut or date.min) <= today <= (self.fin or date.max)


@dataclass(frozen=True, slots=True)
class Regle:
    """The rule of an action for one reader: its condition and the dates it stands on."""

    condition: Condition
    statut: str = "publie"
    publie_du: date | None = None
    publie_jusqu_au: date | None = None
    appel: Appel | None = None


def _no_commune() -> Iterable[str]:
    return ()


@dataclass(frozen=True)
class Contexte:
    """The day and the reader of an evaluation, and what conditions refer to.

    ``publics_cibles`` maps a public to its conditions (``None``: it has none written);
    ``territoires_of`` gives the territoires of a commune by its INSEE code, the ones above
    included; ``communes`` lists the codes of the communes that an answer may name.
    """

    date: date
    lecteur: str
    questions: Mapping[str, Question]
    publics_cibles: Mapping[str, Condition | None]
    territoires_of: Callable[[str], frozenset[str]]
    communes: Callable[[], Iterable[str]] = _no_commune

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The questions by ``ordre``, then by place in their file."""
        return tuple(sorted(self.questions, key=lambda slug: rank_of(self.questions[slug])))

    @cached_property
    def place(self) -> str:
        """The question on the place: the first one whose answer is a commune."""
        found = (slug for slug in self.order if self.questions[slug].type == "commune")
        return next(found, PLACE)

    @cached_property
    def ages(self) -> tuple[str, ...]:
        """The questions on an age, in order."""
        return tuple(slug for slug in self.order if is_age(slug))

    def steps_of(self, question: str) -> int:
        """Return by how much an age grows in twelve months: 12 counted in months, otherwise 1."""
        return 12 if self.questions[question].unite == "mois" else 1

    @cached_property
    def situations(self) -> tuple[str, ...]:
        """One commune for each set of territoires that a commune may be in, and elsewhere."""
        found = {self.territoires_of(commune): commune for commune in self.communes()}
        return (*found.values(), AILLEURS)

    def type_of(self, question: str) -> str | None:
        """Return the type of ``question``, ``None`` when there is no such question."""
        found = self.questions.get(question)
        return found.type if found else None


def rank_of(question: Question) -> float:
    """Return the rank of ``question`` in a questionnaire; without ``ordre`` it comes last."""
    return float("inf") if question.ordre is None else question.ordre


def is_age(question: str) -> bool:
    """Return whether a question is on an age, by its name: ``age``, ``age_…``, ``age-…``."""
    return question == "age" or question.startswith(("age_", "age-"))
