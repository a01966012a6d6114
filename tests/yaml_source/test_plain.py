"""Whenever the fast reader answers, the strict one reads the same and finds nothing to say."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from site_builder.loading.record import plain
from site_builder.yaml_source import MAX_BYTES, MAX_DEPTH, MAX_NODES, read_plain, read_yaml
from tests.synthetic.catalogue import catalogue_files

ROOT = Path(__file__).resolve().parents[2]

# What lines are made of, the sound and the doubtful.
INDENTS = st.sampled_from(["", "  ", "    ", " ", "   ", "      ", "\t"])
DASHES = st.sampled_from(["", "", "", "- ", "-   ", "-", "- - "])
KEYS = st.sampled_from(["nom", "a", "b", "c", "slug", "une-cle", "é", "-a", "<<", "'a'", "a b"])
COLONS = st.sampled_from([":", ": ", ": ", ": ", ":  ", " : ", "", ":\u00a0"])
VALUES = st.sampled_from(
    (
        "texte¦deux mots¦-1¦-a¦- a¦#1¦a #1¦a#1¦a # b¦a: b¦a:b¦a:¦:a¦https://exemple.fr/#x¦12:30"
        "¦'a'¦'l''eau'¦''¦' '¦'a¦'a' b¦'a' # b"
        "¦'a' # b'¦'''¦''''¦'''a'¦'a'''¦'a' 'b'¦'a'' b'¦'a'''b'¦'a' ¦' '' '¦'a:  '  "
        '¦"a"¦"a\\tb"¦""¦" "¦"a" b¦"a'
        "¦[a, b]¦[a b, c]¦[a,, b]¦[a, ]¦[]¦[a: b]¦[-1]¦[a¦[a # b]¦a]¦{}¦{a: b}¦}¦a, b"
        "¦>-¦>¦|¦|-¦|2¦>+¦>- a¦> #a¦|  ¦&a b¦*a¦!t a¦!!null¦?¦? a¦%a¦@a¦`a¦=¦~¦null¦oui¦---¦..."
        "¦a  ¦…¦<b>¦a\\b¦1_000¦0x1¦é’«¦\u00a0¦\u00a0a\u00a0¦a\u00a0: b¦a\u00a0#b¦a :\u00a0b"
        "¦\ufeffa¦\x85¦\u2028¦\t¦a\t#b"
    ).split("¦")
)
LINES = st.one_of(
    st.sampled_from(["", "  ", "# note", "  # note", "---", "...", "      ", "%YAML 1.1"]),
    st.builds("{}{}{}{}{}".format, INDENTS, DASHES, KEYS, COLONS, VALUES | st.just("")),
    st.builds("{}{}{}".format, INDENTS, DASHES, VALUES),
)
SOUND_LINES = st.builds(
    "{}{}{}: {}".format,
    st.sampled_from(["", "  ", "    "]),
    st.sampled_from(["", "- "]),
    st.sampled_from("abcdef"),
    st.sampled_from(["", "", "texte", "'l''eau'", "|", ">-", "[a, b]"]),
)


@cache
def real_texts() -> list[str]:
    """The catalogue of the repository, the broken ones of the tests, and a synthetic one."""
    files = [*(ROOT / "catalogue").rglob("*.yml"), *(ROOT / "tests/checks").rglob("*.yml")]
    texts = [path.read_text(encoding="utf-8") for path in sorted(files)]
    return texts + [text for _, text in catalogue_files(actions=20)]


def check_same(data: bytes) -> bool:
    """Compare the two readers; tell whether the fast one answered."""
    values = read_plain(data)
    if values is None:
        return False
    root, problems = read_yaml(data, "essai.yml")
    assert problems == []
    assert root is not None
    assert plain(root) == values
    return True


def test_real_files_are_read_the_same_and_nearly_all_fast() -> None:
    answered = [check_same(text.encode()) for text in real_texts()]

    assert sum(answered) > 0.95 * len(answered)


@given(st.lists(LINES, max_size=12), st.sampled_from(["\n", "\n", "\r\n", ""]))
@example(["a: |", "", "  b"], "\n")
@example(["a: >", "  b", "   c", "  d"], "\n")
@example(["a: |", "  b", " ", "  # c"], "\n")
@example(["a: |", "  b", "", "", "  c", "# d", "e: f"], "\n")
@example(["a:", "- b", "c: ''"], "\n")
@example(["a: ''", "  b: c"], "\n")
@example(["a: 'b", "  c'"], "\n")
@example(["a: b", "  c"], "\n")
@example(["- a: b"], "\n")
def test_any_lines_are_read_the_same(lines: list[str], end: str) -> None:
    check_same("\n".join(lines).encode() + end.encode())


@given(st.lists(SOUND_LINES, max_size=12))
def test_lines_of_the_usual_kinds_are_read_the_same(lines: list[str]) -> None:
    check_same("\n".join(lines).encode())


@given(st.data())
def test_a_damaged_file_is_read_the_same(data: st.DataObject) -> None:
    lines = data.draw(st.sampled_from(real_texts())).split("\n")
    for _ in range(data.draw(st.integers(1, 4))):
        rank = data.draw(st.integers(0, len(lines) - 1))
        line = lines[rank]
        match data.draw(st.sampled_from(["sign", "indent", "drop", "repeat", "cut", "line"])):
            case "sign":
                column = data.draw(st.integers(0, len(line)))
                sign = data.draw(st.sampled_from("#:-'\"|> [],{}&*!?%@`\t\r\u00a0\x07\\é0a\n"))
                lines[rank] = line[:column] + sign + line[column:]
            case "indent":
                lines[rank] = data.draw(INDENTS) + line.lstrip(" ")
            case "drop" if len(lines) > 1:
                del lines[rank]
            case "repeat":
                lines.insert(rank, line)
            case "cut":
                lines[rank] = line[: data.draw(st.integers(0, len(line)))]
            case _:
                lines.insert(rank, data.draw(LINES))

    check_same("\n".join(lines).encode())


@pytest.mark.parametrize(
    "data",
    [
        b"nom: caf\xe9\n",
        b"\xef\xbb\xbfnom: a\n",
        b"nom: a\n" + b"#" * MAX_BYTES,
        "".join(f"a{n}: b\n" for n in range(MAX_NODES // 2 + 1)).encode(),
        "".join(" " * n + "a:\n" for n in range(MAX_DEPTH)).encode() + b" " * 20 + b"a: b",
        ("".join(" " * n + "a:\n" for n in range(MAX_DEPTH - 1)) + " " * 20 + "a: [b]").encode(),
        b"a: [" + b"b, " * MAX_NODES + b"b]\n",
        b"",
        b"# rien\n",
        b"a:\n",
        b"a: b\na: c\n",
    ],
)
def test_what_is_over_a_limit_or_unusual_is_left_to_the_strict_reader(data: bytes) -> None:
    assert read_plain(data) is None


def test_all_the_levels_of_a_catalogue_are_read_fast() -> None:
    levels = MAX_DEPTH // 2 - 1
    keys = "".join(f"{'    ' * level}a:\n{'    ' * level}  - b: c\n" for level in range(levels))
    deepest = f"{'    ' * levels}a:\n{'    ' * levels}  - c\n"

    assert check_same((keys + deepest).encode())
    assert read_plain((keys + deepest.replace("- c", "- b: c")).encode()) is None


@pytest.mark.parametrize(
    ("written", "text"),
    [("'l''eau'  ", "l'eau"), ("'''a'''", "'a'"), ("''''", "'"), ("' a # b: c '", "a # b: c")],
)
def test_quotes_are_written_twice_between_quotes(written: str, text: str) -> None:
    data = f"a: {written}\nb:\n  - {written}\n".encode()

    assert check_same(data)
    assert read_plain(data) == {"a": text, "b": [text]}


@pytest.mark.parametrize("written", ["'a'b'", "'a' 'b'", "'a' # b'", "'''", "'a'''b'", "'a' # 'b"])
def test_a_quote_alone_is_left_to_the_strict_reader(written: str) -> None:
    assert read_plain(f"a: {written}\n".encode()) is None


def test_a_block_of_text_is_folded_or_not() -> None:
    text = b"plie: >-\n  un\n  deux\n\n  trois\ngarde: |\n  un\n   deux\n\n  trois\n"

    assert read_plain(text) == {"plie": "un deux\ntrois", "garde": "un\n deux\n\ntrois"}
