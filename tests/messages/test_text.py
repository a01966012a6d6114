"""What a person reads at a terminal: alignment, windows, caps, plurals, safety."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.messages import format_text, summarise
from site_builder.messages.printable import columns
from site_builder.messages.text import TERMINAL_COLUMNS
from site_builder.problems import Place, Problem, Severity

ANSI = re.compile(r"\x1b\[[0-9;]*m")
HARMFUL = {"Cc", "Cf", "Cs", "Zl", "Zp"}

texts = st.text(
    st.characters(codec=None) | st.sampled_from("\x1b\r\n\t\x00\x7f\x9b\u2028\u202e\ufeff\ud800é日")
)
places = st.builds(
    Place,
    file=texts,
    line=st.integers(-2, 12),
    column=st.integers(-2, 250),
    length=st.integers(-2, 250),
)
any_problem = st.builds(
    Problem,
    code=texts,
    severity=st.sampled_from(Severity),
    message=texts,
    place=places,
    label=texts,
    value=texts,
    suggestion=st.none() | texts,
)


def at(place: Place, **changes: object) -> Problem:
    found = Problem("CAT-R101", Severity.ERREUR, "le nom est absent", place, "ici")
    return replace(found, **changes)


def excerpt_lines(text: str, place: Place) -> tuple[str, str]:
    """Return the source line and the caret line of the one problem shown."""
    shown = format_text([at(place)], lambda _: text, colour=False).split("\n")
    assert shown[2].endswith("|")
    return shown[3], shown[4]


@pytest.mark.parametrize(
    ("line", "column", "length", "before", "underlined"),
    [
        ("nom: Fictif", 6, 6, "nom: ", "Fictif"),
        ("nom: 日本 Fictif", 9, 6, "nom: 日本 ", "Fictif"),
        ("nom: 日本", 6, 2, "nom: ", "日本"),
        ("nom: 👍🏽 Fictif", 9, 6, "nom: 👍🏽 ", "Fictif"),
        ("nom: e\u0301te\u0301 Fictif", 12, 6, "nom: e\u0301te\u0301 ", "Fictif"),
        ("nom:\tFictif", 6, 6, "nom:→   ", "Fictif"),
        ("nom: \x1b[31mFictif", 11, 6, "nom: ␛[31m", "Fictif"),
        ("nom: a\u200bb", 7, 1, "nom: a", "<U+200B>"),
        ("nom: Fictif", 9, 400, "nom: Fic", "tif"),
        ("nom: Fictif", 0, 0, "", "n"),
    ],
)
def test_carets_are_under_the_place(line, column, length, before, underlined):
    source, carets = excerpt_lines(line, Place("a.yml", 1, column, length))
    assert source.startswith(f" 1 | {before}{underlined}")
    assert carets == "   | " + " " * columns(before) + "^" * columns(underlined) + " ici"


@pytest.mark.parametrize("column", [12, 13, 900])
def test_a_place_after_the_end_is_shown_at_the_end(column):
    _, carets = excerpt_lines("nom: Fictif", Place("a.yml", 1, column, 3))
    assert carets == "   | " + " " * 11 + "^ ici"


def test_a_span_of_several_lines_underlines_its_first_line():
    source, carets = excerpt_lines("resume: >\n  un\n  deux\n", Place("a.yml", 2, 3, 9))
    assert (source, carets) == (" 2 |   un", "   |   ^^ ici")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_like_the_yaml_parser(end):
    source, _ = excerpt_lines(f"\ufeffun{end}deux{end}trois", Place("a.yml", 2))
    assert source == " 2 | deux"


@given(
    line=st.text(st.sampled_from("ab é日👍\u0301\t\x1b"), min_size=90, max_size=400),
    column=st.integers(1, 400),
    length=st.integers(1, 400),
)
def test_a_wide_line_is_windowed_around_the_caret(line, column, length):
    source, carets = excerpt_lines(line, Place("a.yml", 1, column, length))
    marks = carets.removesuffix(" ici")
    assert columns(source) <= TERMINAL_COLUMNS
    assert columns(marks) <= TERMINAL_COLUMNS
    assert marks.endswith("^")


def test_a_window_shows_what_is_around_and_marks_both_cuts():
    line = "a" * 5000 + "Fictif" + "b" * 5000
    source, carets = excerpt_lines(line, Place("a.yml", 1, 5001, 6))
    start = carets.index("^")
    assert source[start : start + 6] == "Fictif"
    assert source.startswith(" 1 | …aaaaaaaaaa")
    assert source.endswith("bbbbbbbbbb…")
    assert len(source) == TERMINAL_COLUMNS


@pytest.mark.parametrize("text", [None, "", "une ligne\n"])
def test_no_excerpt_without_the_file_or_the_line(text):
    problem = at(Place("a.yml", 7, 2), suggestion="créez le fichier")
    shown = format_text([problem], lambda _: text, colour=False)
    assert shown.startswith(
        "erreur[CAT-R101] le nom est absent\n  --> a.yml:7:2\n   = aide\u00a0: créez le fichier\n\n"
    )


def test_the_margin_grows_with_the_line_number():
    shown = format_text([at(Place("a.yml", 120))], lambda _: "x\n" * 200, colour=False)
    assert "\n    --> a.yml:120:1\n     |\n 120 | x\n     | ^ ici\n" in shown


def test_files_come_in_order_and_each_is_read_once():
    asked: list[str] = []
    found = [at(Place(file, line)) for line in (2, 1) for file in ("b.yml", "a.yml")]
    shown = format_text(found, asked.append, colour=False)
    assert re.findall(r"--> (\S+)", shown) == ["a.yml:1:1", "a.yml:2:1", "b.yml:1:1", "b.yml:2:1"]
    assert asked == ["a.yml", "b.yml"]


@pytest.mark.parametrize(
    ("total", "rest"),
    [
        (50, None),
        (51, "… et 1 autre problème dans ce fichier"),
        (62, "… et 12 autres problèmes dans ce fichier"),
    ],
)
def test_a_file_shows_fifty_problems_and_counts_the_others(total, rest):
    found = [at(Place("a.yml", line)) for line in range(1, total + 1)]
    shown = format_text(found, lambda _: None, colour=False)
    assert shown.count("-->") == 50
    assert re.findall(r"^… et .*$", shown, re.MULTILINE) == ([rest] if rest else [])
    assert f"{total} erreurs dans 1 fichier\n" in shown


def test_the_cap_never_hides_an_error_behind_warnings():
    found = [at(Place("a.yml", 9))]
    found += [at(Place("a.yml", line), severity=Severity.INFO) for line in range(1, 9)]
    shown = format_text(found, lambda _: None, colour=False, cap_per_file=2)
    assert re.findall(r"^(\w+)\[", shown, re.MULTILINE) == ["info", "erreur"]


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        ((0, 0, 0), "Aucun problème\u00a0: le catalogue est sain"),
        ((1, 0, 0), "1 erreur dans 1 fichier"),
        ((0, 1, 2), "1 avertissement, 2 informations dans 2 fichiers"),
        ((2, 3, 1), "2 erreurs, 3 avertissements, 1 information dans 3 fichiers"),
        ((1234, 0, 0), "1\u202f234 erreurs dans 1\u202f234 fichiers"),
    ],
)
def test_the_summary_is_good_french(counts, sentence):
    found = [
        at(Place(f"{number}.yml"), severity=severity)
        for severity, count in zip(Severity, counts, strict=True)
        for number in range(count)
    ]
    assert summarise(found) == sentence
    assert f"{sentence}\n" in format_text(found, lambda _: None, colour=False)


def test_the_last_hint_is_for_errors_alone():
    error = at(Place("a.yml"))
    hint = "`catalogue explain CAT-R101` explique l’erreur et comment la corriger\n"
    assert format_text([error], lambda _: None, colour=False).endswith(hint)
    warning = replace(error, severity=Severity.AVERTISSEMENT)
    assert "explain" not in format_text([warning], lambda _: None, colour=False)


@given(st.lists(any_problem, max_size=6), st.none() | texts, st.integers(1, 3))
def test_nothing_in_a_problem_or_a_file_reaches_the_terminal_as_a_control(found, text, cap):
    plain = format_text(found, lambda _: text, colour=False, cap_per_file=cap)
    assert not {c for c in plain if c != "\n" and unicodedata.category(c) in HARMFUL}
    plain.encode()


@given(st.lists(any_problem, max_size=6), st.none() | texts)
def test_colours_change_nothing_but_colours(found, text):
    coloured = format_text(found, lambda _: text, colour=True)
    assert ANSI.sub("", coloured) == format_text(found, lambda _: text, colour=False)
