"""A problem: a code, a severity, a place in a file, and a sentence in French."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem matters; the values are what an editor reads."""

    ERREUR = "erreur"
    AVERTISSEMENT = "avertissement"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the worst severity, so that sorting puts errors first."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in the catalogue.

    ``file`` is relative to the catalogue, with forward slashes. ``line`` and ``column``
    count from 1, in characters; ``length`` is the number of characters to underline.
    """

    file: str
    line: int = 1
    column: int = 1
    length: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend, in words that a communications officer understands.

    ``message`` is a French sentence, ``label`` a few words shown under the caret,
    ``value`` the offending text, ``suggestion`` how to mend it (or ``None``).
    """

    code: str
    severity: Severity
    message: str
    place: Place
    label: str = ""
    value: str = ""
    suggestion: str | None = None

    @property
    def sort_key(self) -> tuple[str | int, ...]:
        """By file, then by place, then by code: the order an editor works in.

        The other fields only break ties, so that the order is the same at every run.
        """
        place = self.place
        first = (place.file, place.line, place.column, self.code, self.message)
        ties = (place.length, self.severity.rank, self.label, self.value, self.suggestion or "")
        return first + ties


def sort_problems(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems without repeats, file by file and line by line."""
    return sorted(set(problems), key=lambda problem: problem.sort_key)


def worst(problems: Iterable[Problem]) -> Severity | None:
    """Return the gravest severity met, or ``None`` when there is no problem."""
    return min((p.severity for p in problems), key=lambda s: s.rank, default=None)
