"""Each code of the family is explained by an example that shows it, and one that mends it."""

from __future__ import annotations

import pytest

from site_builder.problems.codes.rule import Rule
from site_builder.problems.codes.yaml import RULES
from site_builder.yaml_source import read_yaml


@pytest.mark.parametrize("rule", [r for r in RULES if r.mauvais], ids=lambda r: r.code)
def test_the_bad_example_shows_the_problem(rule: Rule):
    _, problems = read_yaml(rule.mauvais.encode(), "f.yml")
    assert rule.code in {p.code for p in problems}


@pytest.mark.parametrize("rule", [r for r in RULES if r.bon], ids=lambda r: r.code)
def test_the_good_example_is_sound(rule: Rule):
    root, problems = read_yaml(rule.bon.encode(), "f.yml")
    assert problems == []
    assert root is not None
