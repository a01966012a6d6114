"""Every rule speaks the same good French, and its templates and examples hold."""

from __future__ import annotations

import re
from string import Formatter

import pytest
import yaml

from site_builder.problems import REGISTER, Rule, Severity
from site_builder.problems.codes import FAMILIES

RULES = pytest.mark.parametrize("rule", REGISTER.values(), ids=REGISTER)
TEXTS = ("titre", "message", "label", "pourquoi", "remede")
SPACE = "\u00a0\u202f"
BAD_TYPOGRAPHY = {
    "a straight apostrophe": re.compile(r"\w'\w"),
    "three dots": re.compile(r"\.\.\."),
    "straight quotes": re.compile(r'"'),
    "no non-breaking space before ; ! ? or »": re.compile(rf"(?<![{SPACE}?!])[;!?»]"),
    "no non-breaking space before a colon": re.compile(rf"(?<![{SPACE}]):(?=\s|$)"),
    "no non-breaking space after «": re.compile(rf"«(?![{SPACE}])"),
}


def fields_of(template: str) -> list[str]:
    return [name for _, name, _, _ in Formatter().parse(template) if name is not None]


@RULES
def test_every_text_is_there(rule: Rule):
    assert all(getattr(rule, name).strip() == getattr(rule, name) != "" for name in TEXTS)


@RULES
def test_typography_is_french(rule: Rule):
    faults = [
        f"{name}: {fault}: {getattr(rule, name)!r}"
        for name in TEXTS
        for fault, pattern in BAD_TYPOGRAPHY.items()
        if pattern.search(getattr(rule, name))
    ]
    assert not faults, "\n".join(faults)


@RULES
def test_a_message_is_a_clause_and_an_explanation_is_made_of_sentences(rule: Rule):
    letters = [char for char in re.sub(r"\{\w*\}", "", rule.message) if char.isalpha()]
    assert rule.message[0] == "{" or letters[0].islower() or letters[1].isupper()
    assert not rule.message.endswith(".")
    assert rule.titre[0].isupper()
    assert not rule.titre.endswith(".")
    for text in (rule.pourquoi, rule.remede):
        assert text[0].isupper() or text[0] in "«{"
        assert text[-1] in ".!?»)"


@RULES
def test_templates_take_named_fields_alone(rule: Rule):
    names = fields_of(rule.message) + fields_of(rule.label)
    assert all(name.isidentifier() for name in names)
    filled = dict.fromkeys(names, "exemple")
    assert "{" not in rule.message.format(**filled) + rule.label.format(**filled)
    for text in (rule.titre, rule.pourquoi, rule.remede):
        assert not re.search(r"\{\w*\}", text), "only message and label are templates"


@RULES
def test_the_good_example_is_yaml(rule: Rule):
    assert rule.bon == "" or yaml.safe_load(rule.bon) is not None
    assert rule.mauvais == "" or rule.bon != "", "a fault is shown with its remedy"
    assert rule.mauvais != rule.bon or rule.bon == ""


@RULES
def test_code_and_severity_are_well_formed(rule: Rule):
    assert re.fullmatch(r"CAT-[FYMRDVTESB]\d{3}", rule.code)
    assert rule.severity in Severity


def test_each_family_keeps_to_one_letter_and_its_order():
    for family in FAMILIES:
        assert len({rule.code[4] for rule in family}) == 1
    for family in FAMILIES:
        codes = [rule.code for rule in family]
        assert codes == sorted(set(codes))
    assert sum(map(len, FAMILIES)) == len(REGISTER)
