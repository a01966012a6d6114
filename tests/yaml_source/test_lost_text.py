"""Texts that YAML would cut or merge without a word."""

from __future__ import annotations

import pytest

from site_builder.yaml_source import read_yaml

ORDINARY = [
    "nom: Atelier  # un commentaire\n",
    "nom: 'Atelier' # un commentaire\n",
    "nom: 'Atelier' #1\n",
    "nom: [a, b] # un commentaire\n",
    "nom: {a: b} #1\n",
    "nom: # un commentaire\n",
    "nom: # un commentaire\n  - a\n",
    "nom:\n  # un commentaire\n  - a\n",
    "nom:\n  - # un commentaire\n    a\n",
    "nom:\n  - #\n    a: b\n",
    "nom: Atelier#1\n",
    "nom: >- # un commentaire\n  a #1\n",
    "nom: |-\n  a\n  - b\n  #1 c\n",
    "nom: 'a\n  - b'\n",
    "# un commentaire\nnom: a\n  #1 un autre\n",
    "nom: C# et F#\n",
    "nom: https://exemple.fr/page#ancre\n",
]


@pytest.mark.parametrize("source", ORDINARY)
def test_ordinary_comments_are_no_problem(read, source):
    root, problems = read(source)
    assert root is not None
    assert problems == []


@pytest.mark.parametrize(
    ("source", "severity", "place", "value"),
    [
        ("nom: Atelier #1\n", "erreur", (1, 14), "#1"),
        ("nom: Atelier   #1 et 2\n", "erreur", (1, 16), "#1 et 2"),
        ("nom: n° # 3949\n", "avertissement", (1, 9), "# 3949"),
        ("nom: Atelier #\n", "avertissement", (1, 14), "#"),
        ("nom: #Emploi\n", "erreur", (1, 6), "#Emploi"),
        ("nom:   #Emploi\n", "erreur", (1, 8), "#Emploi"),
        ("nom: #Emploi\n  et logement\n", "erreur", (1, 6), "#Emploi"),
        ("nom: un\n  deux #3\n", "erreur", (2, 8), "#3"),
        ("l:\n  - #Emploi\n", "erreur", (2, 5), "#Emploi"),
        ("l:\n  - #Emploi\n    suite\n", "erreur", (2, 5), "#Emploi"),
        ("l:\n  - a\n  - #Emploi\n\n    # note\n    b: c\n", "erreur", (3, 5), "#Emploi"),
        ("l: [a, b #1\n  ]\n", "erreur", (1, 10), "#1"),
        ("nom: >- #Emploi\n  suite\n", "erreur", (1, 9), "#Emploi"),
    ],
)
def test_cuts_are_told(read, source, severity, place, value):
    root, problems = read(source)
    assert root is not None
    assert len(problems) == 1
    found = problems[0]
    assert (found.severity, found.value) == (severity, value)
    assert (found.place.line, found.place.column) == place
    assert found.place.length == len(value)


@pytest.mark.parametrize(
    ("source", "quoted"),
    [
        ("nom: Atelier #1\n", '"Atelier #1"'),
        ("nom: #Emploi\n", '"#Emploi"'),
        ('nom: l\'atelier "A" #1\n', "'l''atelier \"A\" #1'"),
        ("nom: n° # 3949\n", '"n° # 3949"'),
    ],
)
def test_the_suggestion_can_be_pasted(read, source, quoted):
    _, (found,) = read(source)
    assert found.suggestion is not None
    assert found.suggestion.endswith(quoted)
    root, problems = read(f"nom: {quoted}\n")
    assert problems == []
    assert root.entries["nom"].value.text == source.removeprefix("nom: ").strip()


def test_the_cut_is_noted_on_the_value(read):
    root, _ = read("nom: Atelier #1\nb: x  # note\n")
    assert root.entries["nom"].value.comment == "#1"
    assert root.entries["b"].value.comment == ""


def test_all_cuts_are_told(read):
    _, problems = read("a: x #1\nb: y #2\nc: z # 3\n")
    assert [p.code for p in problems] == ["CAT-Y020", "CAT-Y020", "CAT-Y021"]


@pytest.mark.parametrize(
    ("source", "code", "place"),
    [
        ("l:\n  -un\n  -deux\n", "CAT-Y022", (2, 3)),
        ("l:\n  -\u00a0un\n", "CAT-Y022", (2, 3)),
        ("l:\n  - un\n   -deux\n", "CAT-Y022", (3, 4)),
        ("l:\n  - un\n    - deux\n", "CAT-Y023", (3, 5)),
        ("resume: des ateliers\n  - un\n  - deux\n", "CAT-Y023", (2, 3)),
        ("seuil: >5\n", "CAT-Y024", (1, 8)),
        ("seuil: |2\nb: c\n", "CAT-Y024", (1, 8)),
    ],
)
def test_lines_read_otherwise_than_written_are_told(read, source, code, place):
    root, problems = read(source)
    assert root is not None
    assert [(p.code, (p.place.line, p.place.column)) for p in problems] == [(code, place)]


def test_tabs_before_a_comment_are_blanks():
    # Only libyaml accepts tabs there; PyYAML's Python parser stops at them.
    _, problems = read_yaml(b"a: Atelier\t#1\nb: Atelier\t# note\n", "f.yml")
    assert [(p.code, p.place.line) for p in problems] == [("CAT-Y020", 1)]


@pytest.mark.parametrize("source", ["seuil: -5\n", "l: [-un, -deux]\n", "n: a-b\n  c -d\n"])
def test_dashes_that_hide_no_list_are_no_problem(read, source):
    assert read(source)[1] == []


@pytest.mark.parametrize(
    "source",
    [
        'nom: "ouvert\nresume: un\nprecisions: "\n',
        "l:\n  - nom: 'ouvert\n    resume: un\n    precisions: '\n",
    ],
)
def test_a_quote_that_swallows_fields_is_told(read, source):
    root, problems = read(source)
    assert root is None
    assert [p.code for p in problems] == ["CAT-Y032"]
