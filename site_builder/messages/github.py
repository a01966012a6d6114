"""Problems as annotations of a pull request, by GitHub's workflow commands.

Syntax and escapes: « Workflow commands for GitHub Actions » and the ``command`` module of
the official ``@actions/core`` package.
"""

from __future__ import annotations

from collections.abc import Iterable

from site_builder.messages.advice import message_with_advice, path_under
from site_builder.messages.printable import printable
from site_builder.problems import REGISTER, Problem, Severity, sort_problems

_COMMANDS = {
    Severity.ERREUR: "error",
    Severity.AVERTISSEMENT: "warning",
    Severity.INFO: "notice",
}


def format_github(problems: Iterable[Problem], root: str = "") -> str:
    """Return one workflow command a problem.

    ``root`` is the catalogue's folder as seen from the root of the repository, because
    GitHub places an annotation by the path from there. GitHub has its own cap.
    """
    return "".join(_command(problem, root) for problem in sort_problems(problems))


def _command(problem: Problem, root: str) -> str:
    place = problem.place
    rule = REGISTER.get(problem.code)
    properties = {
        "file": path_under(root, place.file),
        "line": str(place.line),
        "col": str(place.column),
        "title": f"{problem.code} {rule.titre}" if rule else problem.code,
    }
    listed = ",".join(f"{name}={_escape_property(value)}" for name, value in properties.items())
    message = _escape(message_with_advice(problem))
    return f"::{_COMMANDS[problem.severity]} {listed}::{message}\n"


def _escape(text: str) -> str:
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return printable(escaped)


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
