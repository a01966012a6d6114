"""The guides made from the code say what the code says, and leave nothing out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from site_builder.exports.guides import GENERATED, GUIDES, GeneratedGuide, write_guides
from site_builder.model.champs import Ferme, Modele
from site_builder.model.reference import marks_of
from site_builder.problems import REGISTER
from tests.docs.markdown_page import MarkdownPage
from tests.docs.models import MODELS


@pytest.fixture(scope="session")
def format_page(root: Path) -> MarkdownPage:
    return MarkdownPage(root / GUIDES / "format.md")


@pytest.mark.parametrize("guide", GENERATED, ids=lambda guide: guide.name)
def test_a_generated_guide_is_up_to_date(root: Path, guide: GeneratedGuide) -> None:
    written = (root / GUIDES / guide.name).read_text(encoding="utf-8")
    assert written == guide.render(), "run « make docs »"


def test_make_docs_writes_them(tmp_path: Path) -> None:
    written = write_guides(tmp_path)
    assert [file.read_text(encoding="utf-8") for file in written] == [
        guide.render() for guide in GENERATED
    ]


def test_every_key_of_every_model_is_defined(format_page: MarkdownPage) -> None:
    defined = set(re.findall(r"^`(\w+)`\{ #", format_page.text, re.MULTILINE))
    keys = {name for model in MODELS for name in model.model_fields} - {"slug"}
    assert keys - defined == set()
    assert defined - keys == set()


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_is_described_with_its_own_words(
    format_page: MarkdownPage, model: type[Modele]
) -> None:
    text = one_line(format_page.text)
    for name, field in model.model_fields.items():
        if name != "slug":
            assert field.title is not None
            assert field.description is not None
            assert one_line(f"**{field.title}**") in text
            assert one_line(field.description) in text, (model.__name__, name)


def test_every_closed_value_is_described(format_page: MarkdownPage) -> None:
    text = one_line(format_page.text)
    for model in MODELS:
        for field in model.model_fields.values():
            for mark in marks_of(field, Ferme):
                for entry in mark.vocabulary:
                    assert f"| `{entry.value}` | {one_line(entry.label)}" in text


def one_line(text: str) -> str:
    """Return ``text`` with plain spaces and apostrophes: typography is tested elsewhere."""
    return re.sub(r"[\s\u00a0\u202f]+", " ", text)


@pytest.mark.parametrize("code", REGISTER)
def test_every_code_has_its_section(root: Path, code: str) -> None:
    page = MarkdownPage(root / GUIDES / "codes.md")
    assert re.search(rf"^### {code}\u00a0: .+ \{{ #{code.lower()} \}}$", page.text, re.MULTILINE)


def test_common_fields_come_after_those_of_the_kind(format_page: MarkdownPage) -> None:
    text = format_page.text
    action = text[text.index("## Actions") : text.index("## Publics cibles")]
    assert "`note_editoriale`{" not in action
    assert action.rstrip().endswith("`source`, `date_maj`, `note_editoriale`.")


def test_examples_of_nested_parts_are_written_as_in_a_file(format_page: MarkdownPage) -> None:
    blocks = [fence.text for fence in format_page.fences]
    assert "structures:\n  - structure: association-fictive\n    role: porteur\n" in blocks
