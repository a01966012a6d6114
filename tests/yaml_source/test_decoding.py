"""Encodings and characters that do not show."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"])
def test_wide_encodings_are_named(read, encoding):
    root, problems = read("\ufeffnom: été\n".encode(encoding))
    assert root is None
    assert [p.code for p in problems] == ["CAT-Y002"]
    assert encoding[:6].upper() in problems[0].message


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_the_faulty_byte_is_located(read, end):
    data = b"a: b" + end + "été: ".encode() + b"\xe9t\xe9" + end
    root, problems = read(data)
    assert root is None
    assert [(p.code, p.place.line, p.place.column) for p in problems] == [("CAT-Y001", 2, 6)]
    assert "0xE9" in problems[0].message
    assert "é" in str(problems[0].suggestion)


@pytest.mark.parametrize("data", [b"a: \xc3", b"a: \xff", b"a: \xc0\x80", b"a: \xf5\x80\x80\x80"])
def test_truncated_and_overlong_sequences_are_refused(read, data):
    root, problems = read(data)
    assert root is None
    assert [(p.code, p.place.column) for p in problems] == [("CAT-Y001", 4)]


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\x00", "U+0000"),
        ("\x07", "U+0007"),
        ("\x0b", "tabulation verticale"),
        ("\x0c", "saut de page"),
        ("\x7f", "U+007F"),
        ("\x85", "U+0085"),
        ("\x9f", "U+009F"),
        ("\u2028", "séparateur de lignes"),
        ("\u2029", "U+2029"),
        ("\ufeff", "U+FEFF"),
        ("\uffff", "U+FFFF"),
        ("\ud800", "U+D800"),
    ],
)
def test_invisible_characters_are_located_and_named(read, character, name):
    root, problems = read(f"a: b\nnom: 😀x{character}y\n".encode("utf-8", "surrogatepass"))
    assert root is None
    assert [(p.code, p.place.line, p.place.column) for p in problems] == [("CAT-Y003", 2, 8)]
    assert name in problems[0].message


def test_each_line_with_an_invisible_character_is_told_up_to_twenty(read):
    assert [p.place.line for p in read("a: \x07\nb: c\nd: \x07\x07\n")[1]] == [1, 3]
    assert len(read(b"\x00\n" * 10_000)[1]) == 20


@pytest.mark.parametrize("escape", ["\\0", "\\a", "\\e", "\\x7f", "\\u2028", "\\N", "\\ufeff"])
def test_invisible_characters_written_as_escapes_are_refused(read, escape):
    root, problems = read(f'a: "b{escape}"\n')
    assert root is None
    assert [(p.code, p.place.column) for p in problems] == [("CAT-Y003", 4)]


def test_ordinary_french_characters_pass(read):
    text = "L’été — « œuvre »\u00a0; 12\u202f% n° 1 ½ € 😀 e\u0301"
    root, problems = read(f"nom: {text}\n")
    assert problems == []
    assert root.entries["nom"].value.text == text
