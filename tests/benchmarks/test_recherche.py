"""The benchmark of the search: when targets are judged, and one run from end to end."""

from __future__ import annotations

import pytest

from tests.benchmarks.recherche import main
from tests.benchmarks.recherche_report import (
    JUDGED_AT,
    Exploration,
    Figures,
    Report,
    percentile,
)


def report(actions: int, **changes: object) -> Report:
    values: dict[str, object] = {
        "name": "this search",
        "building": 4.0,
        "first": 150_000,
        "by_query": [10_000, 40_000],
        "total": 1_500_000,
        "opening": 30.0,
        "times": [0.5, 1.0, 2.0],
        "memory": 9_000_000,
    }
    page: dict[str, object] = {
        "facettes": 40_000,
        "first": 190_000,
        "by_query": [10_000, 40_000],
        "total": 600_000,
        "opening": 20.0,
        "times": [0.5],
    }
    values |= {name: value for name, value in changes.items() if name in values}
    page |= {name: value for name, value in changes.items() if name in page}
    return Report(actions, [Figures(**values)], Exploration(**page))  # type: ignore[arg-type]


def test_targets_are_judged_on_a_large_catalogue() -> None:
    assert report(JUDGED_AT).missed == []
    heavy = {"first": 200_001, "by_query": [50_001], "times": [5.1], "building": 5.1}
    heavy["facettes"] = 50_001
    assert len(report(JUDGED_AT, **heavy).missed) == 6
    assert report(JUDGED_AT - 1, **heavy).missed == []
    assert report(JUDGED_AT, **heavy).to_markdown().count("**missed**") == 6


def test_a_percentile() -> None:
    assert percentile([], 0.95) == 0
    assert percentile([3, 1, 2], 0.5) == 2
    assert percentile(range(100), 0.95) == 95


@pytest.mark.browser
def test_the_whole_benchmark(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--actions", "30", "--queries", "20", "--alone"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("30 actions, 20 queries")
    assert "| this search | " in printed
    assert "The page of all actions: " in printed
