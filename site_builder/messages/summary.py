"""Counting problems in French."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from site_builder.problems import Problem, Severity

_NOUNS = {
    Severity.ERREUR: ("erreur", "erreurs"),
    Severity.AVERTISSEMENT: ("avertissement", "avertissements"),
    Severity.INFO: ("information", "informations"),
}


def counted(number: int, singular: str, plural: str) -> str:
    """Return « 1 erreur », « 2 erreurs », « 1 234 erreurs »: French plurals start at two."""
    figures = f"{number:,}".replace(",", "\u202f")
    return f"{figures} {plural if number >= 2 else singular}"


def summarise(problems: Sequence[Problem]) -> str:
    """Return one line: how many problems of each severity, in how many files."""
    if not problems:
        return "Aucun problème\u00a0: le catalogue est sain"
    found = Counter(problem.severity for problem in problems)
    counts = [
        counted(found[severity], *_NOUNS[severity]) for severity in Severity if found[severity]
    ]
    files = len({problem.place.file for problem in problems})
    return f"{', '.join(counts)} dans {counted(files, 'fichier', 'fichiers')}"
