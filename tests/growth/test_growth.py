"""The work of a build grows as its catalogue does, whatever the machine that counts."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from tests.growth.counting import Counts, count_files
from tests.growth.growth import find_growth
from tests.synthetic.catalogue import DAY, write_catalogue

SIZES = (30, 120)


# What is counted by name: were a part renamed, nothing of it would be seen to grow.
PARTS = (
    "files opened to be read",
    "files opened to be written",
    "bytes of the site",
    "lines run in site_builder/yaml_source/",
    "lines run in site_builder/loading/",
    "lines run in site_builder/checks/",
    "lines run in site_builder/rendering/",
    "lines run in site_builder/search/",
    "lines run in site_builder/exports/",
    "lines run in site_builder/build/",
    "lines run in overrides/fragments/catalogue/actions.html",
)


def count_build(root: Path, folder: Path, actions: int) -> dict[str, int]:
    """Return what a build of a new synthetic catalogue does; the bytes of its site as well."""
    write_catalogue(folder / "catalogue", actions)
    noon = datetime(DAY.year, DAY.month, DAY.day, 12, tzinfo=UTC)
    environment = {
        **os.environ,
        "SOURCE_DATE_EPOCH": str(int(noon.timestamp())),
        # All of the work is done where it is counted, and none was done before.
        "CATALOGUE_PROCESSES": "1",
        "CATALOGUE_CACHE": str(folder / "cache"),
    }
    counted = folder / "counts.json"
    options = ["--catalogue", str(folder / "catalogue"), "--out", str(folder / "site")]
    command = [sys.executable, "-m", "tests.growth.counting", str(counted), "build", *options]
    run = subprocess.run(
        command, cwd=root, env=environment, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
    files = [path for path in (folder / "site").rglob("*") if path.is_file()]
    written = {"bytes of the site": sum(path.stat().st_size for path in files)}
    return json.loads(counted.read_text(encoding="utf-8")) | written


def test_the_work_of_a_build_grows_as_its_catalogue(root: Path, tmp_path: Path) -> None:
    # One test for both catalogues: reading, checking, writing and verifying, all counted once.
    small, large = (count_build(root, tmp_path / str(size), size) for size in SIZES)
    for part in PARTS:
        before, after = (
            sum(count[name] for name in count if name.startswith(part)) for count in (small, large)
        )
        assert after > before > 0, part
    assert find_growth(small, large, SIZES[1] / SIZES[0]) == []


def every_pair(records: list[int]) -> int:
    return sum(are_alike(one, other) for one in records for other in records)


def are_alike(one: int, other: int) -> bool:
    return one == other


def search_again(records: list[int]) -> int:
    """Call nothing: the loop itself is what grows."""
    found = 0
    for one in records:
        for other in records:
            if one == other:
                found += 1
    return found


def once_each(records: list[int]) -> list[bool]:
    return [are_alike(record, record) for record in sorted(records)]


def growth_of(function: Callable[[list[int]], object]) -> list[str]:
    found = []
    for size in SIZES:
        counts = Counts((__file__,))
        with counts.counting():
            function(list(range(size)))
        found.append(counts.by_name())
    return find_growth(found[0], found[1], SIZES[1] / SIZES[0])


def test_what_compares_each_record_with_all_others_is_named() -> None:
    found = growth_of(every_pair)
    assert any(
        line.startswith("calls of tests/growth/") and "are_alike: 900," in line for line in found
    )
    assert any("every_pair" in line for line in found)


def test_a_loop_in_a_loop_is_named() -> None:
    (found,) = growth_of(search_again)
    assert found.startswith("lines run in tests/growth/test_growth.py:search_again: ")
    assert found.endswith(" for 4 times the actions")


def test_what_looks_at_each_record_once_is_not() -> None:
    assert growth_of(once_each) == []


def test_a_step_is_not_growth_and_a_sort_is_allowed() -> None:
    assert find_growth({"first of its kind": 1}, {"first of its kind": 1000}, 4) == []
    assert find_growth({"sorted": 10_000}, {"sorted": 50_000}, 4) == []
    assert find_growth({"squared": 10_000}, {"squared": 160_000}, 4) == [
        "squared: 10,000, then 160,000 for 4 times the actions"
    ]


def test_files_are_counted_by_what_they_are_opened_for(tmp_path: Path) -> None:
    file = tmp_path / "file"
    with count_files() as found:
        file.write_text("one")
        file.read_text()
        file.read_bytes()
    assert found == {"files opened to be written": 1, "files opened to be read": 2}
