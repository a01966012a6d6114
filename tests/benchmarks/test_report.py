"""The report: which targets are judged at which size, met and missed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.benchmarks.bench import Measures
from tests.benchmarks.machine import describe_machine
from tests.benchmarks.measure import Cost
from tests.benchmarks.preview import Preview
from tests.benchmarks.report import Report
from tests.benchmarks.sites import Sheet
from tests.benchmarks.targets import Target
from tests.benchmarks.ways import Way

OTHER = Target("10,000 actions: search, before the first result", 146.0, 200.0, "KB")


def measures(
    actions: int = 10_000,
    *,
    sheet: int = 25_000,
    different: int = 0,
    peak: int = 400,
    **walls: float,
) -> Measures:
    """What meets every target, just."""
    seconds = {
        Way.COLD: 6.0,
        Way.UNCHANGED: 1.5,
        Way.PARAGRAPH: 2.0,
        Way.NAME: 2.0,
        Way.CHECK: 3.0,
        Way.PREVIEW: 30.0,
        Way.HUGO: 5.0,
        Way.HUGO_SEARCH: 10.0,
        Way.MKDOCS: 80.0,
    }
    seconds |= {Way[name.upper()]: wall for name, wall in walls.items() if name != "shown"}
    costs = {way: Cost(wall, 2 * wall, peak * 1_000_000) for way, wall in seconds.items()}
    costs[Way.HUGO_SEARCH] = replace(costs[Way.HUGO_SEARCH], peak=4_000_000_000)
    shown = walls.get("shown", 0.3)
    return Measures(
        actions,
        12_000,
        costs,
        {Way.COLD: 400_000_000},
        Preview(5.0, [0.1, 9.0, 0.1], [shown, 9.0, shown], costs[Way.PREVIEW]),
        Sheet(sheet, "actions/exemple/"),
        different,
    )


def missed(*found: Measures) -> list[str]:
    return [target.what for target in Report(found, [], "").targets if not target.met]


def test_targets_that_are_met() -> None:
    report = Report([measures(1_000, cold=0.6), measures(cold=6.0)], [OTHER], "fictitious")
    assert not report.missed
    assert report.to_markdown().count("| met |") == len(report.targets) == 13


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"cold": 6.1}, "cold build, of the time of Hugo, with a JSON search file"),
        ({"mkdocs": 29.0}, "cold build, of the time of MkDocs + Material, lists in the nav"),
        ({"unchanged": 1.6}, "nothing changed"),
        ({"paragraph": 2.1}, "a paragraph of one action changed"),
        ({"name": 2.1}, "the name of one action changed"),
        ({"shown": 0.31}, "preview of a name that changed"),
        ({"peak": 401}, "memory of our largest process"),
        ({"sheet": 25_001}, "biggest sheet (`actions/exemple/`)"),
        ({"different": 1}, "sites that are not those of a cold build"),
    ],
)
def test_a_target_that_is_missed(changes: dict[str, float], told: str) -> None:
    (found,) = missed(measures(**changes))  # type: ignore[arg-type]
    assert told in found


def test_what_a_peer_takes_is_not_ours() -> None:
    assert "4,000 MB" in Report([measures()], [], "").to_markdown()
    assert missed(measures()) == []


def test_mkdocs_counts_where_it_built_most() -> None:
    small, large = measures(1_000, cold=9.0), measures(cold=8.1, hugo_search=20.0)
    (found,) = missed(small, large)
    assert "10,000 actions: cold build, of the time of MkDocs" in found
    del large.costs[Way.MKDOCS]
    (found,) = missed(small, large)
    assert "1,000 actions: cold build, of the time of MkDocs" in found


def test_growth_is_that_of_cold_builds() -> None:
    (found,) = missed(measures(1_000, cold=0.52), measures(cold=6.0))
    assert "exponent of its growth, 1,000 to 10,000 actions" in found


def test_a_small_catalogue_is_judged_by_its_bytes_alone() -> None:
    found = Report([measures(999, cold=100.0, unchanged=100.0)], [], "")
    assert len(found.targets) == 2
    assert not found.missed


def test_without_peers_there_is_no_ratio() -> None:
    alone = measures()
    for way in (Way.HUGO, Way.HUGO_SEARCH, Way.MKDOCS):
        del alone.costs[way]
    assert "of the time of" not in Report([alone], [], "").to_markdown()


def test_a_target_measured_elsewhere_counts() -> None:
    assert Report([], [replace(OTHER, value=201.0)], "").missed


def test_the_table_has_a_row_for_each_way_and_size() -> None:
    printed = Report([measures(1_000), measures()], [], "").to_markdown()
    assert f"| 10,000 | {Way.COLD} | 6.00 s | 12.00 s | 400 MB | 400 MB |" in printed
    assert "| 1,000 | Preview, until it is in the list and in the search too | 0.30 s |" in printed
    # How long the preview was looked at says nothing.
    assert f"| 1,000 | {Way.PREVIEW} |  | 60.00 s | 400 MB |  |" in printed


def test_the_machine_is_told() -> None:
    described = describe_machine()
    assert " cores (load " in described
    assert "mkdocs-material 9." in described
