"""What a sound file becomes: text, with its place."""

from __future__ import annotations

import pytest

from site_builder.yaml_source import Mapping, Scalar, Sequence


def scalar(mapping: Mapping | None, key: str) -> Scalar:
    assert mapping is not None
    value = mapping.entries[key].value
    assert isinstance(value, Scalar)
    return value


@pytest.mark.parametrize(
    "text", ["01000", "0102030405", "12:30", "no", "oui", "~", "null", "1e3", "2025-02-31", "0x1F"]
)
def test_every_scalar_stays_the_text_that_was_typed(read, text):
    root, problems = read(f"valeur: {text}\n")
    assert problems == []
    assert scalar(root, "valeur") == Scalar(text, 1, 9, "plain", len(text))


@pytest.mark.parametrize(
    ("source", "text", "style", "empty"),
    [
        ("v:", "", "plain", True),
        ("v: ''", "", "quoted", False),
        ('v: ""', "", "quoted", False),
        ("v: >-", "", "block", False),
        ("v: ~", "~", "plain", False),
        ("v: 'l''été'", "l'été", "quoted", False),
        ("v: |-\n  a\n  b", "a\nb", "block", False),
        ("v: >-\n  a\n  b", "a b", "block", False),
        ("v: a\n  b", "a b", "plain", False),
        ('v: "a\n  b"', "a b", "quoted", False),
    ],
)
def test_style_and_emptiness_are_told(read, source, text, style, empty):
    root, problems = read(source)
    value = scalar(root, "v")
    assert problems == []
    assert (value.text, value.style, value.is_empty) == (text, style, empty)


def test_places_of_mappings_sequences_and_keys(read):
    root, problems = read("a:\n  b: x\nl:\n  - un\n  - [deux, trois]\n")
    assert problems == []
    assert (root.line, root.column) == (1, 1)
    inner = root.entries["a"].value
    assert isinstance(inner, Mapping)
    assert (inner.line, inner.column) == (2, 3)
    key = root.entries["l"].key
    assert (key.text, key.line, key.column) == ("l", 3, 1)
    items = root.entries["l"].value
    assert isinstance(items, Sequence)
    assert (items.line, items.column) == (4, 3)
    place = items.items[1].items[1].place("f.yml")
    assert (place.file, place.line, place.column, place.length) == ("f.yml", 5, 12, 5)


@pytest.mark.parametrize("key", ["cle", "été", "e\u0301te\u0301", "😀", "😀😀"])
def test_columns_count_code_points(read, key):
    root, problems = read(f"{key}: é\n")
    assert problems == []
    assert scalar(root, key).column == len(key) + 3


def test_columns_count_code_points_inside_a_value(read):
    _, problems = read("nom: 😀 e\u0301 @ #1\n")
    assert [(p.code, p.place.line, p.place.column) for p in problems] == [("CAT-Y020", 1, 13)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system_give_the_same_places(read, end):
    root, problems = read(end.join(["nom: été", "resume: |-", "  un", "  deux", "b: c", ""]))
    assert problems == []
    assert scalar(root, "resume").text == "un\ndeux"
    assert (scalar(root, "b").line, scalar(root, "b").column) == (5, 4)


def test_utf8_mark_is_dropped(read):
    root, problems = read(b"\xef\xbb\xbfnom: x\n")
    assert problems == []
    assert scalar(root, "nom").column == 6


def test_length_covers_what_is_written(read):
    root, _ = read("a: 'l''été'\nb: un\n  deux\nc: >-\n  texte\n")
    assert [scalar(root, key).length for key in "abc"] == [8, 2, 2]


def test_document_marks_around_one_document_are_accepted(read):
    root, problems = read("# yaml-language-server: $schema=x\n---\nnom: x\n...\n")
    assert problems == []
    assert scalar(root, "nom").text == "x"
