"""Whatever is done to the files of a catalogue, its check ends and points into them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, note, settings
from hypothesis import strategies as st

from site_builder.checks import check_catalogue
from site_builder.loading import load_catalogue
from site_builder.messages import format_text
from site_builder.messages.excerpt import split_lines

SOUND = Path(__file__).parent / "sound"
FILES = sorted(path.relative_to(SOUND).as_posix() for path in SOUND.rglob("*.yml"))
TODAY = date(2026, 1, 15)

# Values that mean something somewhere: a number, a date, a reference, a code, a text.
VALUES = st.sampled_from(
    [
        *("", "~", "oui", "0", "-1", "1e9", "100,5", "2025-02-28", "0001-01-01", "62041", "[]"),
        *("[a, a]", "{a: b}", "action-fictive", "jeunes", "artois", "age", "<b>gras</b>", "**"),
        *("[x](actions/rien)", "![](x)", "ABCD", "M. Exemple", "|", ">-", "'", '"\\u202e"', "&a"),
        *("*a", "!!str x", "- x", "tel:1", "https://", "20 000 000 000 000"),
    ]
) | st.text(max_size=12)
KEYS = st.sampled_from(
    [
        *("toutes", "une_de", "aucune", "question", "public_cible", "territoire", "parent"),
        *("egal", "parmi", "min", "moins_de", "avant", "code", "nature", "parts", "conditions"),
    ]
)
Change = Callable[[list[str]], list[str]]


@st.composite
def changes(draw: st.DrawFn) -> Change:
    """A change of one line of a file."""
    kind = draw(st.sampled_from(["delete", "double", "swap", "insert", "value", "key", "indent"]))
    rank, other = draw(st.integers(0, 300)), draw(st.integers(0, 300))
    value, key = draw(VALUES), draw(KEYS)

    def change(lines: list[str]) -> list[str]:
        if not lines:
            return [f"{key}: {value}"]
        here, there = rank % len(lines), other % len(lines)
        line, changed = lines[here], list(lines)
        match kind:
            case "delete":
                del changed[here]
            case "double":
                changed.insert(here, line)
            case "swap":
                changed[here], changed[there] = changed[there], line
            case "insert":
                changed.insert(here, value)
            case "value":
                changed[here] = f"{line.partition(': ')[0].removesuffix(':')}: {value}"
            case "key":
                stripped = line.lstrip(" -")
                lead = line[: len(line) - len(stripped)]
                changed[here] = f"{lead}{key}: {value}"
            case "indent":
                changed[here] = line[2:] if line.startswith("  ") else f"  {line}"
        return changed

    return change


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(SOUND, tmp_path_factory.mktemp("hostile") / "catalogue"))


@settings(max_examples=150)
@given(st.sampled_from(FILES), st.lists(changes(), min_size=1, max_size=4))
def test_every_problem_stands_in_its_file(copy: Path, file: str, made: list[Change]) -> None:
    lines = (SOUND / file).read_text(encoding="utf-8").splitlines()
    for change in made:
        lines = change(lines)
    written = "\n".join([*lines, ""]).encode(errors="replace").decode()
    note(repr(written))
    (copy / file).write_bytes(written.encode())
    try:
        loaded = load_catalogue(copy)
        problems = check_catalogue(loaded, TODAY)
        text = format_text(problems, loaded.source, colour=False)
    finally:
        shutil.copyfile(SOUND / file, copy / file)

    lines_of = {name: split_lines((SOUND / name).read_text(encoding="utf-8")) for name in FILES}
    lines_of[file] = split_lines(written)
    for problem in problems:
        place, lines = problem.place, lines_of[problem.place.file]
        note(repr(problem))
        assert problem.code in text
        assert 1 <= place.line <= len(lines)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1
        assert place.length >= 1
