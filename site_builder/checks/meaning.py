"""What the leaves of all rules admit, in terms of the answers that questions take."""

from __future__ import annotations

from collections.abc import Sequence

from site_builder.checks.conditions import check_criterion
from site_builder.checks.review import Review, Subject
from site_builder.eligibility.domaines import Domaines, criterion_key
from site_builder.eligibility.formules import LIBRE, Issues
from site_builder.eligibility.lieux import Lieux
from site_builder.eligibility.solveur import Lecture
from site_builder.model.condition import (
    Condition,
    CritereQuestion,
    CritereTerritoire,
    Feuille,
)
from site_builder.model.reference import Path


class Meaning:
    """What the leaves of all rules admit; a criterion is understood once."""

    def __init__(self, review: Review, conditions: Sequence[Condition]) -> None:
        self._catalogue = review.catalogue
        places = Lieux(review.catalogue).places
        self._domaines = Domaines(conditions, review.catalogue.questions, places)
        self.questions = review.catalogue.questions
        self.echelles = self._domaines.echelles
        self.lecture = Lecture(self._domaines)
        self._criteria: dict[tuple[object, ...], Issues] = {}

    def issues(self, leaf: Feuille, subject: Subject, path: Path) -> Issues:
        """Return when the leaf written at ``path`` holds and fails: either, when it is faulty."""
        match leaf:
            case CritereQuestion():
                return self._criterion(leaf, subject, path)
            case CritereTerritoire() if not self._has_communes(leaf):
                return LIBRE
            case _:
                return self.lecture.leaf(leaf)

    def lists_no_commune(self, slug: str) -> bool:
        """Tell whether a territoire has no commune because its record names no place."""
        place = self._catalogue.territoires.get(slug)
        if place is None or place.code or place.communes or place.epci:
            return False
        return not self._domaines.holds_a_commune(slug)

    def _has_communes(self, leaf: CritereTerritoire) -> bool:
        return all(map(self._domaines.holds_a_commune, leaf.territoire))

    def _criterion(self, leaf: CritereQuestion, subject: Subject, path: Path) -> Issues:
        key = criterion_key(leaf)
        if key not in self._criteria:
            question = self.questions.get(leaf.question)
            is_faulty = question is None or any(
                True for _ in check_criterion(subject, path, leaf, question)
            )
            self._criteria[key] = LIBRE if is_faulty else self.lecture.leaf(leaf)
        return self._criteria[key]
