"""What the commands share: the day, progress, paths."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from site_builder.cli.display import read_today, shown_path
from site_builder.cli.progress import progress_bar
from tests.cli.terminal import run_in_terminal

Process = Any

# Work of more than half a second, half of which is done.
WORK = """
import time
from site_builder.cli.progress import progress_bar
with progress_bar("Lecture du catalogue") as progress:
    progress(1, 1000)
    time.sleep(0.7)
    progress(500, 1000)
    progress.announce("vérification")
print("fini")
"""


def test_today_is_that_of_source_date_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1735689599")
    assert read_today() == date(2024, 12, 31)


@pytest.mark.parametrize("epoch", ["", "hier"])
def test_today_is_otherwise_the_day_on_this_machine(
    monkeypatch: pytest.MonkeyPatch, epoch: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    before = datetime.now(tz=UTC).astimezone().date()
    assert before <= read_today() <= datetime.now(tz=UTC).astimezone().date()


def test_a_terminal_sees_progress_then_nothing_of_it(root: Path) -> None:
    shown = run_in_terminal(root, "-c", WORK)
    assert "Lecture du catalogue  50\u202f% |" in shown
    assert "| 500 sur 1000" in shown
    assert "Vérification" in shown
    assert shown.rpartition("\r")[0].endswith("fini")


def test_nothing_of_progress_is_written_elsewhere(process: Process) -> None:
    run = process("-c", WORK)
    assert (run.stdout, run.stderr) == (b"fini\n", b"")


def test_progress_may_end_without_having_begun(capfd: pytest.CaptureFixture[str]) -> None:
    with progress_bar("Lecture"):
        pass
    assert capfd.readouterr() == ("", "")


def test_paths_are_shown_from_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert shown_path(tmp_path / "site") == "site"
    assert shown_path(Path("site")) == "site"
    assert shown_path(Path("/ailleurs/site")) == "/ailleurs/site"
