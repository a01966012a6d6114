"""Regular expressions that every Python the project supports reads the same way."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

# Before Python 3.11.5, some groups with such a quantifier match nothing (CPython, gh-106052).
POSSESSIVE_GROUP = re.compile(r"\)(?:[*+?]|\{[0-9]*,?[0-9]*\})\+")


def find_texts(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def test_groups_have_no_possessive_quantifier(root: Path) -> None:
    found = {
        (path.relative_to(root).as_posix(), match[0])
        for path in (root / "site_builder").rglob("*.py")
        for text in find_texts(path.read_text(encoding="utf-8"))
        for match in POSSESSIVE_GROUP.finditer(text)
    }
    assert found == set(), "write « (?>(?:…)*) » for « (?:…)*+ »"


@pytest.mark.parametrize("pattern", ["(?:ab)*+", "(ab)++", "(?:ab)?+", "(?:ab){1,3}+"])
def test_a_possessive_group_is_found(pattern: str) -> None:
    assert POSSESSIVE_GROUP.search(next(find_texts(repr(pattern))))
    assert POSSESSIVE_GROUP.search(
        next(find_texts(f'f"{{x}}{pattern}"'.replace("{1,3}", "{{1,3}}")))
    )


@pytest.mark.parametrize("pattern", ["(?>(?:ab)*)", "[ab]*+", "a{1,3}+", "(ab)+"])
def test_other_quantifiers_are_left_alone(pattern: str) -> None:
    assert not POSSESSIVE_GROUP.search(pattern)
