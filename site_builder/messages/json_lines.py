"""Problems for programs: one JSON object a line."""

from __future__ import annotations

from collections.abc import Iterable

from site_builder.messages.capped import CAP_PER_FILE, group_by_file
from site_builder.messages.printable import dump_json
from site_builder.problems import Problem


def format_json(problems: Iterable[Problem], cap_per_file: int = CAP_PER_FILE) -> str:
    """Return one object a line, its keys always the same and in the same order.

    What the cap leaves out is counted by a problem CAT-F090 at the end of the file.
    """
    lines = [
        dump_json(_to_object(problem)) + "\n"
        for group in group_by_file(problems, cap_per_file)
        for problem in (*group.shown, *([group.rest] if group.rest else []))
    ]
    return "".join(lines)


def _to_object(problem: Problem) -> dict[str, str | int | None]:
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "message": problem.message,
        "suggestion": problem.suggestion,
    }
