"""Pages of the documentation: links that lead somewhere, and French typography."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

import pytest

from site_builder.exports import communes, eligibilite, open_data
from site_builder.pages import LISTES
from tests.docs.markdown_page import MarkdownPage

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted(
    [
        *(ROOT / name for name in ("README.md", "CHANGELOG.md", "SECURITY.md")),
        *(ROOT / "docs").rglob("*.md"),
    ]
)
GUIDES = sorted((ROOT / "docs/guides").glob("*.md"))
# What the plugin adds to the files of docs/.
GENERATED = {ROOT / "docs" / liste.url / "index.md" for liste in LISTES}
GENERATED |= {ROOT / "docs" / data.URI for data in (communes, eligibilite, open_data)}


def ids(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", PAGES, ids=ids)
def test_relative_links_lead_somewhere(path: Path) -> None:
    page = MarkdownPage(path)
    for link in page.links:
        if link.startswith(("https:", "mailto:")):
            continue
        target, _, anchor = unquote(link).partition("#")
        file = (path.parent / target).resolve() if target else path
        assert file in GENERATED or file.exists(), link
        if anchor:
            assert anchor in MarkdownPage(file).anchors, link


@pytest.mark.parametrize("path", GUIDES, ids=ids)
def test_anchors_are_written_once(path: Path) -> None:
    anchors = MarkdownPage(path).anchors
    assert len(anchors) == len(set(anchors))


@pytest.mark.parametrize("path", GUIDES, ids=ids)
def test_guides_have_french_typography(path: Path) -> None:
    assert list(MarkdownPage(path).poorly_typeset()) == []


@pytest.mark.parametrize("path", GUIDES, ids=ids)
def test_guides_have_a_title_and_a_description(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "---"
    assert lines[1].startswith("title: ")
    assert lines[2].startswith("description: ")
    title = lines[1].removeprefix("title: ")
    assert f"# {title}" in lines


def test_the_guides_are_reached_from_their_index() -> None:
    index = MarkdownPage(ROOT / "docs/guides/index.md")
    guides = {link for link in index.links if link.endswith(".md") and "/" not in link}
    assert guides == {path.name for path in GUIDES} - {"index.md"}


def test_decisions_are_numbered_and_have_the_same_sections() -> None:
    decisions = sorted((ROOT / "docs/decisions").glob("*.md"))
    assert len(decisions) >= 7
    for number, path in enumerate(decisions, start=1):
        lines = path.read_text(encoding="utf-8").splitlines()
        assert path.name.startswith(f"{number:04d}-")
        assert lines[0].startswith(f"# {number}. ")
        assert [line for line in lines if line.startswith("## ")] == [
            "## Context",
            "## Decision",
            "## Alternatives left aside",
            "## Consequences",
        ]
