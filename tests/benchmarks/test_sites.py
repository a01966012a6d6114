"""What is seen of a built site."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.pages import FICHES
from tests.benchmarks.sites import (
    SHEET_FOLDERS,
    Sheet,
    digest,
    find_biggest_sheet,
    find_pages,
    weigh,
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    pages = {"": "home", "actions": "a long list", "guides/un": "a guide"}
    pages |= {"actions/une": "a sheet", "structures/autre": "short"}
    for name, text in pages.items():
        (tmp_path / name).mkdir(parents=True, exist_ok=True)
        (tmp_path / name / "index.html").write_text(text, encoding="utf-8")
    return tmp_path


def test_lists_and_guides_are_not_sheets(site: Path) -> None:
    assert find_biggest_sheet(site) == Sheet(7, "actions/une/")


def test_pages_are_named_by_their_folder(site: Path) -> None:
    assert find_pages(site) == {".", "actions", "guides/un", "actions/une", "structures/autre"}


def test_a_site_weighs_what_its_files_do(site: Path) -> None:
    assert weigh(site) == len("homea long lista guidea sheetshort")


def test_a_digest_sees_names_and_bytes(site: Path) -> None:
    before = digest(site)
    (site / "index.html").write_text("hame", encoding="utf-8")
    changed = digest(site)
    (site / "index.html").write_text("home", encoding="utf-8")
    assert digest(site) == before != changed
    (site / "index.html").rename(site / "autre.html")
    assert digest(site) not in {before, changed}


def test_the_sheets_are_those_of_the_catalogue() -> None:
    assert set(SHEET_FOLDERS) == {kind.url for kind in FICHES} | {"parcours"}
