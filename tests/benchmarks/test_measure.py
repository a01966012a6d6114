"""What a command costs, as seen from outside."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.benchmarks.measure import CommandFailed, Cost, Running, measure, median_cost

BURN = "import time\nwhile time.process_time() < 0.3: pass"
# Bytes that are written to: a page never touched takes no memory.
SWELL = "block = b'x' * 300_000_000"
WAIT = "import time; time.sleep(0.4)"


def cost_of(tmp_path: Path, code: str) -> Cost:
    return measure([sys.executable, "-c", code], cwd=tmp_path, env=os.environ)


def test_the_processor_time_of_children_counts(tmp_path: Path) -> None:
    code = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {BURN!r}], check=True)"
    assert cost_of(tmp_path, code).cpu >= 0.3


def test_waiting_takes_time_but_no_processor(tmp_path: Path) -> None:
    cost = cost_of(tmp_path, WAIT)
    assert cost.wall >= 0.4
    assert cost.cpu < cost.wall


def test_the_peak_is_that_of_the_command(tmp_path: Path) -> None:
    assert cost_of(tmp_path, SWELL).peak >= 300_000_000


def test_a_command_that_fails_says_why(tmp_path: Path) -> None:
    with pytest.raises(CommandFailed, match=r"exit 3\nno luck"):
        cost_of(tmp_path, "print('no luck'); raise SystemExit(3)")


def test_a_command_that_goes_on_is_stopped(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "import time; time.sleep(60)"]
    with Running(command, cwd=tmp_path, env=os.environ) as running:
        running.check()
        cost = running.stop()
    assert 0 < cost.wall < 60


def test_one_slow_run_does_not_move_the_median() -> None:
    costs = [Cost(2.0, 1.5, 10), Cost(90.0, 80.0, 900), Cost(1.0, 1.0, 20)]
    assert median_cost(costs) == Cost(2.0, 1.5, 20)
