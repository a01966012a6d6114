"""What YAML allows and a catalogue refuses, and the limits."""

from __future__ import annotations

from itertools import pairwise

import pytest

from site_builder.yaml_source import MAX_BYTES, MAX_DEPTH, MAX_NODES


@pytest.mark.parametrize(
    ("source", "code", "line", "column"),
    [
        ("a: &x b\n", "CAT-Y010", 1, 4),
        ("a: &x\n  b: c\n", "CAT-Y010", 1, 4),
        ("a: &Compagnie\n", "CAT-Y010", 1, 4),
        ("a: b\nc: *x\n", "CAT-Y011", 2, 4),
        ("a: !!str 01000\n", "CAT-Y012", 1, 4),
        ("a: ! b\n", "CAT-Y012", 1, 4),
        ("a: !Attention aux délais\n", "CAT-Y012", 1, 4),
        ("a: !inconnu!x y\n", "CAT-Y012", 1, 4),
        ("a: !!python/object:os.system x\n", "CAT-Y012", 1, 4),
        ("a:\n  <<: {b: c}\n", "CAT-Y013", 2, 3),
        ("a: b\n---\nc: d\n", "CAT-Y014", 2, 1),
        ("a: b\n---\n", "CAT-Y014", 2, 1),
        ("a: b\n...\nc: d\n", "CAT-Y014", 3, 1),
        ("%YAML 1.1\n---\na: b\n", "CAT-Y015", 1, 1),
        ("# note\n\n%TAG ! x\n---\na: b\n", "CAT-Y015", 3, 1),
        ("? [a]\n: b\n", "CAT-Y016", 1, 3),
        ("? a\n: b\n", "CAT-Y016", 1, 3),
        ("[a, b]: c\n", "CAT-Y016", 1, 1),
        ("a: {{b: c}: d}\n", "CAT-Y016", 1, 5),
        ("a: {: b}\n", "CAT-Y018", 1, 5),
        (": b\n", "CAT-Y018", 1, 1),
        ("nom\u00a0: x\n", "CAT-Y019", 1, 1),
        ("\u00a0 nom: x\n", "CAT-Y019", 1, 1),
        ("", "CAT-Y005", 1, 1),
        ("# rien\n\n", "CAT-Y005", 1, 1),
        ("---\n", "CAT-Y005", 1, 1),
        ("- a\n", "CAT-Y006", 1, 1),
        ("\nbonjour\n", "CAT-Y006", 2, 1),
        ("~\n", "CAT-Y006", 1, 1),
    ],
)
def test_refusals_are_located_and_leave_no_record(read, source, code, line, column):
    root, problems = read(source)
    found = [(p.code, p.place.line, p.place.column) for p in problems]
    assert root is None
    assert found == [(code, line, column)]
    assert problems[0].place.file == "actions/essai.yml"


def test_duplicate_keys_keep_the_first_value_and_name_its_line(read):
    root, problems = read("a: un\nb: x\na: deux\n'a': trois\nb: y\n")
    assert [(p.code, p.place.line) for p in problems] == [
        ("CAT-Y017", 3),
        ("CAT-Y017", 4),
        ("CAT-Y017", 5),
    ]
    assert "à la ligne 1" in problems[0].message
    assert "à la ligne 2" in problems[2].message
    assert {key: entry.value.text for key, entry in root.entries.items()} == {"a": "un", "b": "x"}


def test_independent_problems_are_all_told_before_a_syntax_error(read):
    root, problems = read("a: Atelier #1\na: &x b\nc: *y\nd: 'ouvert\n")
    assert root is None
    assert [(p.code, p.place.line) for p in problems] == [
        ("CAT-Y020", 1),
        ("CAT-Y017", 2),
        ("CAT-Y010", 2),
        ("CAT-Y011", 3),
        ("CAT-Y032", 4),
    ]


def nested(levels: int) -> str:
    return "\n".join("  " * level + "a:" for level in range(levels)) + " x\n"


def test_depth_is_limited(read):
    assert read(nested(MAX_DEPTH))[1] == []
    root, problems = read(nested(MAX_DEPTH + 1))
    assert root is None
    assert [(p.code, p.place.line) for p in problems] == [("CAT-Y008", MAX_DEPTH + 1)]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "[\n", "a: ["])
def test_a_hundred_thousand_openings_neither_crash_nor_linger(read, opening):
    root, problems = read(opening * (100_000 // len(opening)))
    assert root is None
    assert len(problems) == 1


def test_number_of_nodes_is_limited(read):
    items = MAX_NODES - 3  # the root, its key and the list count too
    assert read("a: [" + "b," * items + "]")[1] == []
    root, problems = read("a: [" + "b," * (items + 1) + "]")
    assert root is None
    assert [p.code for p in problems] == ["CAT-Y007"]


def test_size_is_limited_before_anything_is_parsed(read):
    fits = b"a: " + b"b" * (MAX_BYTES - 3)
    assert read(fits)[1] == []
    root, problems = read(fits + b"b")
    assert root is None
    assert [p.code for p in problems] == ["CAT-F002"]
    assert "257\u00a0Ko" in problems[0].message


def test_a_bomb_of_aliases_is_not_expanded(read):
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    for before, name in pairwise("abcdefg"):
        lines.append(f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]")
    root, problems = read("\n".join(lines))
    assert root is None
    assert {p.code for p in problems} == {"CAT-Y010", "CAT-Y011"}
