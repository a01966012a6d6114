"""The words of a text are found in the file, however the text is laid out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.checks.sources import Sources
from site_builder.loading import Document, load_catalogue
from site_builder.loading.folder import Loaded
from site_builder.model.catalogue import Catalogue
from site_builder.yaml_source import Mapping, Scalar, read_yaml

WORDS = st.lists(st.sampled_from(["RSA", "RS", "<b>", "été", "a", "na"]), min_size=1, max_size=12)
FILE = "exemple.yml"


class Written(Loaded):
    """A catalogue of one file, in memory."""

    text: str = ""

    def source(self, file: str) -> str | None:
        return self.text if file == FILE else None


def write(words: list[str], layout: str) -> str:
    lines = [" ".join(words[start : start + 3]) for start in range(0, len(words), 3)]
    match layout:
        case "plain":
            text = " ".join(words)
        case "quoted":
            text = f'"{" ".join(words)}"'
        case "plain lines":
            text = "\n      ".join(lines)
        case "quoted lines":
            text = "'" + "\n      ".join(lines) + "'"
        case _:
            text = layout + "\n      " + "\n      ".join(lines)
    return f"autre: a RSA été\nliste:\n  - champ: {text}\n    suite: RSA a na\n"


@given(
    WORDS, st.sampled_from(["plain", "quoted", "plain lines", "quoted lines", "|", ">-", "|-", ">"])
)
def test_each_word_is_found_at_its_rank(words: list[str], layout: str) -> None:
    text = write(words, layout)
    node, problems = read_yaml(text.encode(), FILE)
    assert problems == []
    assert isinstance(node, Mapping)
    scalar = Document.of(FILE, node).value(("liste", 0, "champ"))
    assert isinstance(scalar, Scalar)
    loaded = Written(Path(), Catalogue(), {}, [])
    loaded.text = text
    sources, lines = Sources(loaded), text.split("\n")

    found = [
        sources.locate(FILE, scalar, match.start(), match[0])
        for match in re.finditer(r"\S+", scalar.text.strip())
    ]

    shown = [lines[place.line - 1][place.column - 1 :][: place.length] for place in found]
    assert shown == words
    assert len({(place.line, place.column) for place in found}) == len(words)
    assert all(3 <= place.line < len(lines) - 1 for place in found)


@pytest.mark.parametrize("value", ['"un \\u0052SA"', '"un\\tRSA RSA"'])
def test_a_text_with_escapes_is_shown_whole(tmp_path: Path, value: str) -> None:
    (tmp_path / "publics_cibles").mkdir()
    file = "publics_cibles/exemple.yml"
    (tmp_path / file).write_text(f"nom: Public\nresume: {value}\n", encoding="utf-8")
    loaded = load_catalogue(tmp_path)
    scalar = loaded.documents["publics_cibles", "exemple"].value(("resume",))
    assert isinstance(scalar, Scalar)

    place = Sources(loaded).locate(file, scalar, scalar.text.rindex("RSA"), "RSA")

    assert place == scalar.place(file)
