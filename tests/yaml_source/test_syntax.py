"""Syntax errors: located at their usual cause, in French."""

from __future__ import annotations

import pytest

CASES = [
    ("nom: Centre social: accueil\n", "CAT-Y031", (1, 6)),
    ("nom: Centre social:\n", "CAT-Y031", (1, 6)),
    ("l:\n  - nom: a: b\n", "CAT-Y031", (2, 10)),
    ("resume: un texte long\n  qui continue : avec deux points\n", "CAT-Y031", (2, 3)),
    ("a: : b\n", "CAT-Y031", (1, 4)),
    ('nom: "ouvert\nb: c\n', "CAT-Y032", (1, 6)),
    ("b: c\nnom: 'ouvert\n", "CAT-Y032", (2, 6)),
    ('nom: "ouvert\nresume: "fermé"\n', "CAT-Y032", (1, 6)),
    ('nom: "a\n--- b"\n', "CAT-Y032", (1, 6)),
    ("nom: 'Ateliers de l'avenir'\n", "CAT-Y033", (1, 21)),
    ('nom: "Garage" solidaire\n', "CAT-Y033", (1, 15)),
    ("nom: [à relire] Garage\n", "CAT-Y033", (1, 17)),
    ("a:\n  b: c\n d: e\n", "CAT-Y034", (3, 2)),
    ("a: b\n  c: d\n", "CAT-Y034", (2, 3)),
    ("l:\n  - a\n - b\n", "CAT-Y034", (3, 2)),
    ("l:\n  - a: b\n c: d\n", "CAT-Y034", (3, 2)),
    ("a: b\n- c\n", "CAT-Y034", (2, 1)),
    ("- a\nb: c\n", "CAT-Y034", (2, 1)),
    ("l: [a, b\nc: d\n", "CAT-Y035", (1, 4)),
    ("l: {a: b\nc: d\n", "CAT-Y035", (1, 4)),
    ("l: [a,\n", "CAT-Y035", (1, 4)),
    ("l: [a, b}\n", "CAT-Y035", (1, 4)),
    ("l: {a: [b}\n", "CAT-Y035", (1, 8)),
    ("nom: @x\n", "CAT-Y036", (1, 6)),
    ("nom: `x`\n", "CAT-Y036", (1, 6)),
    ("nom: %x\n", "CAT-Y036", (1, 6)),
    ("nom: & co\n", "CAT-Y036", (1, 6)),
    ("nom: **Important** oui\n", "CAT-Y036", (1, 6)),
    ("nom: *Important* oui\n", "CAT-Y036", (1, 6)),
    ("nom: ]x\n", "CAT-Y036", (1, 6)),
    ("nom: , x\n", "CAT-Y036", (1, 6)),
    ("nom: ? x\n", "CAT-Y036", (1, 6)),
    ("nom: |x\n", "CAT-Y036", (1, 6)),
    ("nom: > 50 %\n", "CAT-Y036", (1, 6)),
    ("nom: >0\n  x\n", "CAT-Y036", (1, 6)),
    ("nom:Garage\n", "CAT-Y006", (1, 1)),
    ("nom:Garage\nb: c\n", "CAT-Y037", (1, 1)),
    ("b: c\nnom:Garage\nd: e\n", "CAT-Y037", (2, 1)),
    ("b: c\nnom:\u00a0Garage\n", "CAT-Y037", (2, 1)),
    ("b: c\nGarage solidaire\n", "CAT-Y038", (2, 1)),
    ("resume: >-\nGarage solidaire\nb: c\n", "CAT-Y038", (2, 1)),
    ("l:\n  - a\n  -b\n", "CAT-Y022", (3, 3)),
    ("l:\n- a\n-b\n", "CAT-Y022", (3, 1)),
    ("a: - b\n", "CAT-Y026", (1, 4)),
    ("a: un\n  # note\n  deux\n", "CAT-Y025", (3, 3)),
    ('a: "\\d"\n', "CAT-Y039", (1, 5)),
    ('a: "été \\xzz"\n', "CAT-Y039", (1, 9)),
    ("a:\n\tb: c\n", "CAT-Y030", (2, 1)),
    ("\ta: b\n", "CAT-Y030", (1, 1)),
    ("a: |\n  b\n\tc\n", "CAT-Y030", (3, 1)),
    ("a: b\n\tc\n", "CAT-Y030", (2, 1)),
    ("a:\n  \tb: c\n", "CAT-Y030", (2, 3)),
    ("a\n: b\n", "CAT-Y040", (2, 1)),
]


@pytest.mark.parametrize(("source", "code", "place"), CASES)
def test_the_usual_cause_is_found(read, source, code, place):
    root, problems = read(source)
    assert root is None
    assert [(p.code, (p.place.line, p.place.column)) for p in problems] == [(code, place)]


@pytest.mark.parametrize("source", [source for source, _, _ in CASES])
def test_no_english_comes_through(read, source):
    _, (found,) = read(source)
    english = (" the ", "expected", "found", "while", "scanning", "mapping")
    words = f" {found.message} {found.label} "
    assert not [word for word in english if word in words]


def test_the_sentence_names_the_key_and_the_cure(read):
    _, (found,) = read("b: c\nnom:Garage\n")
    assert "«\u00a0nom\u00a0»" in found.message
    _, (found,) = read("nom: Centre social: accueil\n")
    assert found.suggestion is not None
    assert found.suggestion.endswith('"Centre social: accueil"')


@pytest.mark.parametrize("escape", ["\\ud800", "\\UFFFFFFFF", "\\U00110000"])
def test_escapes_of_impossible_characters_are_refused(read, escape):
    root, problems = read(f'a: "{escape}"\n')
    assert root is None
    assert [(p.place.line) for p in problems] == [1]
    assert problems[0].code in {"CAT-Y003", "CAT-Y039", "CAT-Y040"}
