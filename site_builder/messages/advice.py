"""The sentence of a problem followed by its suggestion, for outputs without layout."""

from __future__ import annotations

from site_builder.problems import Problem


def message_with_advice(problem: Problem) -> str:
    """Return the message, and on a second line « Aide : … » when there is a suggestion."""
    if not problem.suggestion:
        return problem.message
    return f"{problem.message}\nAide\u00a0: {problem.suggestion}"


def path_under(root: str, file: str) -> str:
    """Return ``file``, relative to the catalogue, as seen from above its folder ``root``."""
    folder = root.replace("\\", "/").removeprefix("./").rstrip("/")
    return file if folder in ("", ".") else f"{folder}/{file}"
