"""Problems file by file, with a cap: one broken file must not hide the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from site_builder.messages.summary import counted
from site_builder.problems import Place, Problem, problem, sort_problems

CAP_PER_FILE = 50


@dataclass(frozen=True, slots=True)
class FileProblems:
    """The problems of a file to show, in order, and the CAT-F090 that counts the others."""

    file: str
    shown: tuple[Problem, ...]
    rest: Problem | None


def group_by_file(problems: Iterable[Problem], cap: int) -> Iterator[FileProblems]:
    """Yield the files in order with at most ``cap`` (one or more) problems each.

    The gravest are kept, so that an error is never hidden behind warnings.
    """
    for file, members in groupby(sort_problems(problems), key=lambda found: found.place.file):
        found = list(members)
        kept = sorted(found, key=lambda one: one.severity.rank)[:cap]
        shown = tuple(sorted(kept, key=lambda one: one.sort_key))
        yield FileProblems(file, shown, _rest(shown[-1].place, len(found) - len(shown)))


def _rest(last: Place, hidden: int) -> Problem | None:
    if not hidden:
        return None
    others = counted(hidden, "autre problème", "autres problèmes")
    return problem("CAT-F090", Place(last.file, last.line), others=others)
