"""The audit counts well, serves as a host does, and says what misses its target."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.audit import tools
from tests.audit.lighthouse import read_scores
from tests.audit.nu import count_faults
from tests.audit.table import Row, format_table, misses

SHEET = "actions/exemple/"
SOUND = Row(SHEET, axe=(), scores=(95, 100, 100, 100), kilobytes=80, shift=0)


def test_a_page_on_target_misses_nothing() -> None:
    assert misses([SOUND, Row("(all others)")]) == []


@pytest.mark.parametrize(
    ("row", "miss"),
    [
        (Row(SHEET, axe=("label <input>",)), "axe, label <input>"),
        (Row(SHEET, nu=(1, 0)), "Nu Html Checker, 1 errors and 0 warnings"),
        (Row(SHEET, nu=(0, 2)), "Nu Html Checker, 0 errors and 2 warnings"),
        (Row(SHEET, scores=(94, 100, 100, 100)), "performance 94, below 95"),
        (Row(SHEET, scores=(100, 100, 100, 99)), "seo 99, below 100"),
        (Row(SHEET, kilobytes=81), "81 KB at a first visit, above 80"),
        (Row(SHEET, shift=0.01), "a layout that shifts by 0.01"),
    ],
)
def test_each_miss_is_told_with_its_page(row: Row, miss: str) -> None:
    assert misses([row]) == [f"{SHEET}: {miss}"]


def test_a_page_that_computes_may_weigh_more_than_a_sheet() -> None:
    assert misses([Row("actions/", kilobytes=120), Row("", kilobytes=90)]) == []


def test_the_table_has_a_line_a_page() -> None:
    lines = format_table([SOUND, Row("")]).splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    assert cells[2] == [SHEET, "0", "0 / 0", "95", "100", "100", "100", "80", "0.00"]
    assert cells[3] == ["home", "–", "0 / 0", "–", "–", "–", "–", "–", "–"]
    assert len({len(line) for line in lines}) == 1


def test_faults_are_counted_by_page() -> None:
    messages = [
        {"type": "error", "url": "file:/s/site/actions/x%20y/index.html"},
        {"type": "info", "subType": "warning", "url": "file:/s/site/actions/x%20y/index.html"},
        {"type": "error", "url": "file:/s/site/index.html"},
        {"type": "non-document-error", "url": "file:/s/site/404.html"},
    ]
    found = count_faults({"messages": messages}, Path("/s/site"))
    assert found == {"actions/x y/": (1, 1), "": (1, 0), "404.html": (1, 0)}


def test_scores_are_out_of_a_hundred() -> None:
    names = ("performance", "accessibility", "best-practices", "seo")
    scores = dict(zip(names, (0.957, 1, None, 0.5), strict=True))
    report = {"categories": {name: {"score": score} for name, score in scores.items()}}
    assert read_scores(report) == (96, 100, 0, 50)


def test_what_is_missing_is_said_with_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tools.shutil, "which", lambda name: None if name == "java" else name)
    with pytest.raises(tools.MissingTool, match="apt-get install default-jre-headless"):
        tools.find_tools(lambda _: None)


def test_the_packages_are_locked_without_a_registry() -> None:
    lock = json.loads((tools.FOLDER / "package-lock.json").read_text("utf-8"))
    declared = json.loads((tools.FOLDER / "package.json").read_text("utf-8"))
    assert lock["packages"][""]["dependencies"] == declared["dependencies"]
    packages = [entry for name, entry in lock["packages"].items() if name]
    assert all("resolved" not in entry and entry["integrity"] for entry in packages)
