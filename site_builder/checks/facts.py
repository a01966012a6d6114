"""What a record is checked against when it is looked at alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from site_builder.model.catalogue import Catalogue
from site_builder.model.question import Question


@dataclass(frozen=True)
class Facts:
    """The day of the check, and the two tables that any record may rest on: all of it is small.

    ``sigles`` are the acronyms that the glossary explains. ``fitting`` fills on the way with the
    criteria that were found to fit their question: most of them stand in many records.
    """

    today: date
    questions: Mapping[str, Question]
    sigles: frozenset[str]
    fitting: set[object] = field(default_factory=set, compare=False, repr=False)

    @classmethod
    def of(cls, catalogue: Catalogue, today: date) -> Facts:
        """Return what ``catalogue`` offers to check one record against, on the day ``today``."""
        terms = catalogue.glossaire.values()
        known = (name for term in terms for name in (term.forme, *term.autres_formes))
        return cls(today, catalogue.questions, frozenset(known))
