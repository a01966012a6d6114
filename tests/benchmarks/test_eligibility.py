"""The eligibility benchmark: when its target is judged, and one run from end to end."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks.eligibility import Times, make_data


def test_a_target_that_is_met() -> None:
    times = Times(10_000, {"evaluate": [400.0, 49.0, 49.9]})
    assert not times.missed
    assert "| `evaluate` | 49.9 ms | 400.0 ms |" in times.to_markdown()
    assert "50 ms at most: met." in times.to_markdown()


def test_a_target_that_is_missed() -> None:
    times = Times(10_000, {"evaluate": [50.1]})
    assert times.missed
    assert "50 ms at most: **missed**." in times.to_markdown()


def test_the_target_is_not_judged_on_a_small_catalogue() -> None:
    times = Times(9_999, {"evaluate": [90.0]})
    assert not times.missed
    assert "judged at 10000 actions" in times.to_markdown()


def test_rules_share_their_leaves() -> None:
    data = make_data(30)["data"]
    assert len(data["actions"]) == 30
    texts = [str(critere) for critere in data["criteres"]]
    assert len(set(texts)) == len(texts)


@pytest.mark.browser
def test_the_whole_benchmark(root: Path) -> None:
    # A process of its own: one Playwright at a time in each.
    command = [sys.executable, "-m", "tests.benchmarks.eligibility", "--actions=12", "--runs=2"]
    run = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert run.stdout.startswith("12 actions, ")
    for function in ("evaluate", "nextQuestion", "changements"):
        assert f"| `{function}` | " in run.stdout
