"""Targets: when they are judged, met and missed; and one benchmark from end to end."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.pages import FICHES
from tests.benchmarks.__main__ import main
from tests.benchmarks.machine import describe_machine
from tests.benchmarks.measure import Cost
from tests.benchmarks.report import (
    BUILD,
    CHECK,
    PEER,
    SHEET_FOLDERS,
    Report,
    Sheet,
    find_biggest_sheets,
)

SMALL = Sheet(25_000, "actions/exemple/")
BIG = Sheet(25_001, "actions/exemple/")


def report(
    actions: int = 1000, *, build: float = 2.0, peer: float | None = 10.0, biggest: Sheet = SMALL
) -> Report:
    costs = {CHECK: Cost(1.0, 0.9, 90_000_000), BUILD: Cost(build, 1.8, 120_000_000)}
    if peer is not None:
        costs[PEER] = Cost(peer, 9.0, 500_000_000)
    return Report(actions, 1300, costs, [biggest], "a fictitious machine")


def test_targets_that_are_met() -> None:
    found = report()
    assert not found.missed
    assert "5.0 times faster than its peer (5.0 times less processor time)" in found.to_markdown()
    assert found.to_markdown().count(": met.") == 2


def test_a_build_that_is_too_slow() -> None:
    found = report(build=2.01)
    assert found.missed
    assert "5 times at least: **missed**." in found.to_markdown()


def test_speed_is_not_judged_on_a_small_catalogue() -> None:
    found = report(actions=999, build=9.0)
    assert not found.missed
    assert "judged from 1000 actions" in found.to_markdown()


def test_without_the_peer_there_is_no_ratio() -> None:
    found = report(peer=None)
    assert not found.missed
    assert "times faster" not in found.to_markdown()


def test_a_sheet_that_is_too_big() -> None:
    found = report(actions=10, biggest=BIG)
    assert found.missed
    assert "Biggest sheet: 25.0 KB (`actions/exemple/`), 25 KB at most: **missed**." in (
        found.to_markdown()
    )


def test_the_table_has_a_row_a_command() -> None:
    assert f"| {CHECK} | 1.00 s | 0.90 s | 90 MB |" in report().to_markdown()


def test_lists_and_guides_are_not_sheets(tmp_path: Path) -> None:
    pages = {"": "home", "actions": "a long list", "guides/un": "a guide"}
    pages |= {"actions/une": "a sheet", "actions/autre": "short"}
    for name, text in pages.items():
        (tmp_path / name).mkdir(parents=True, exist_ok=True)
        (tmp_path / name / "index.html").write_text(text, encoding="utf-8")
    assert find_biggest_sheets(tmp_path) == [Sheet(7, "actions/une/")]


def test_the_sheets_are_those_of_the_catalogue() -> None:
    assert set(SHEET_FOLDERS) == {kind.url for kind in FICHES} | {"parcours"}


def test_the_machine_is_told() -> None:
    described = describe_machine()
    assert " cores, " in described
    assert "mkdocs-material 9." in described


def test_the_whole_benchmark(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--actions", "12", "--runs", "1"])
    printed = capsys.readouterr().out
    assert printed.startswith("12 actions, ")
    for command in (CHECK, BUILD, PEER):
        assert f"| {command} | " in printed
    assert "Biggest sheet: " in printed
