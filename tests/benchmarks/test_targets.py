"""Targets: met at their limit, shown with their unit, handed from one process to another."""

from __future__ import annotations

from pathlib import Path

from tests.benchmarks.targets import Target, read_targets, write_targets

TARGET = Target("to build", 1.5, 1.5, "s")
RATIO = Target("of its peer", 0.61, 0.6)


def test_a_limit_may_be_reached_but_not_passed() -> None:
    assert TARGET.met
    assert not RATIO.met


def test_a_target_is_a_row() -> None:
    assert TARGET.to_row() == "| to build | 1.50 s | 1.50 s | met |"
    assert RATIO.to_row() == "| of its peer | 0.610 | 0.600 | **missed** |"


def test_what_is_written_is_read(tmp_path: Path) -> None:
    write_targets([TARGET, RATIO], tmp_path / "targets.json")
    assert read_targets(tmp_path / "targets.json") == [TARGET, RATIO]
