"""Problems for code-scanning tools: SARIF 2.1.0, the OASIS standard."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from site_builder.messages.advice import message_with_advice, path_under
from site_builder.messages.printable import dump_json
from site_builder.problems import REGISTER, Place, Problem, Rule, Severity, sort_problems

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_SOURCE_ROOT = "%SRCROOT%"
_LEVELS = {
    Severity.ERREUR: "error",
    Severity.AVERTISSEMENT: "warning",
    Severity.INFO: "note",
}


def format_sarif(problems: Iterable[Problem], *, version: str, root: str = "") -> str:
    """Return a SARIF log of one run, with every rule of the register and all the problems.

    ``version`` is the generator's; ``root`` the catalogue's folder as seen from the root
    of the repository, to which the URIs of the log are relative.
    """
    rule_indexes = {code: index for index, code in enumerate(REGISTER)}
    driver = {
        "name": "catalogue",
        "version": version,
        "language": "fr-FR",
        "rules": [_rule(rule) for rule in REGISTER.values()],
    }
    run = {
        "tool": {"driver": driver},
        "language": "fr-FR",
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_SOURCE_ROOT: {"description": {"text": "Racine du dépôt"}}},
        "results": [
            _result(problem, root, rule_indexes.get(problem.code))
            for problem in sort_problems(problems)
        ],
    }
    return dump_json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.titre},
        "fullDescription": {"text": rule.pourquoi},
        "help": {"text": rule.remede},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(problem: Problem, root: str, rule_index: int | None) -> dict[str, Any]:
    rule = {} if rule_index is None else {"ruleIndex": rule_index}
    uri = quote(path_under(root, problem.place.file), safe="/", errors="replace")
    physical = {
        "artifactLocation": {"uri": uri, "uriBaseId": _SOURCE_ROOT},
        "region": _region(problem.place),
    }
    return {
        "ruleId": problem.code,
        **rule,
        "level": _LEVELS[problem.severity],
        "message": {"text": message_with_advice(problem)},
        "locations": [{"physicalLocation": physical}],
    }


def _region(place: Place) -> dict[str, int]:
    column = max(1, place.column)
    return {
        "startLine": max(1, place.line),
        "startColumn": column,
        "endColumn": column + max(1, place.length),
    }
