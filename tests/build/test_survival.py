"""Builds that are killed, or run at once, leave one whole site."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from site_builder.build import Written, staging
from tests.build.publishing import publish
from tests.build.variant import Snapshot, take_snapshot

Write = Callable[[Path], Written]
ROOT = Path(__file__).parents[2]


def start_builder(*arguments: object) -> subprocess.Popen[str]:
    builder = subprocess.Popen(
        [sys.executable, "-m", "tests.build.builder", *map(str, arguments)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert builder.stdout is not None
    assert builder.stdout.readline() == "ready\n"
    return builder


def finish(builder: subprocess.Popen[str]) -> int:
    with builder:
        return builder.wait(timeout=30)


def snapshots_of(out: Path, *marks: str) -> list[Snapshot]:
    """What ``out``, which holds the site « old », looks like with other marks."""
    old = take_snapshot(out)
    return [
        {path: (mode, data.replace(b"old", mark.encode())) for path, (mode, data) in old.items()}
        for mark in marks
    ]


def names_beside(out: Path) -> list[str]:
    return sorted(path.name for path in out.parent.iterdir())


def fail_to_write(_folder: Path) -> Written:
    raise ValueError("this build never writes")


def test_a_kill_at_any_moment_leaves_a_whole_site(out: Path) -> None:
    whole = snapshots_of(out, "old", "b", "c")
    moments = random.Random(20260101)
    for _ in range(15):
        builder = start_builder(out, "bc", 1000)
        time.sleep(moments.uniform(0, 0.15))
        builder.kill()
        assert finish(builder) == -signal.SIGKILL
        assert take_snapshot(out) in whole
    with pytest.raises(ValueError, match="never writes"):
        publish(fail_to_write, out)
    assert take_snapshot(out) in whole
    assert names_beside(out) == ["site"]


@pytest.mark.parametrize(("renames", "survivor"), [(1, "old"), (2, "b"), (3, "b")])
def test_a_kill_between_renames_is_repaired(out: Path, renames: int, survivor: str) -> None:
    [expected] = snapshots_of(out, survivor)
    assert finish(start_builder(out, "b", 1, renames)) == -signal.SIGKILL
    assert out.exists() is (renames > 1)
    with pytest.raises(ValueError, match="never writes"):
        publish(fail_to_write, out)
    assert take_snapshot(out) == expected
    assert names_beside(out) == ["site"]


def test_an_empty_folder_made_after_a_kill_does_not_lose_the_site(out: Path) -> None:
    [expected] = snapshots_of(out, "old")
    assert finish(start_builder(out, "b", 1, 1)) == -signal.SIGKILL
    out.mkdir()
    with pytest.raises(ValueError, match="never writes"):
        publish(fail_to_write, out)
    assert take_snapshot(out) == expected


def test_builds_at_once_never_mix_and_the_site_is_always_there(out: Path) -> None:
    whole = snapshots_of(out, "b", "c")
    builders = [start_builder(out, "b", 10), start_builder(out, "c", 10)]
    while any(builder.poll() is None for builder in builders):
        assert (out / "index.html").exists()
        time.sleep(0.001)
    assert [finish(builder) for builder in builders] == [0, 0]
    assert take_snapshot(out) in whole
    assert names_beside(out) == ["site"]


def test_folders_of_live_builds_are_kept_and_those_of_dead_ones_removed(
    out: Path, write_new: Write
) -> None:
    live, dead = (out.with_name(f".site.build-{digit * 8}") for digit in "0f")
    others = [out.with_name(name) for name in (".site.build-notes", ".other.build-00000000")]
    for folder in (live, dead, *others):
        folder.mkdir()
        (folder / "index.html").write_text("half-written")
    lonely = out.with_name(".site.build-aaaaaaaa.lock")
    lonely.touch()
    with FileLock(f"{live}.lock"):
        assert publish(write_new, out).published
    assert live.exists()
    assert all(other.exists() for other in others)
    assert not dead.exists()
    assert not lonely.exists()


def test_a_build_that_waits_too_long_says_so(
    out: Path, monkeypatch: pytest.MonkeyPatch, write_new: Write
) -> None:
    monkeypatch.setattr(staging, "LOCK_SECONDS", 0.05)
    builder = FileLock(out.with_name(".site.lock"))
    before = take_snapshot(out)
    with builder:
        publication = publish(write_new, out)
    assert [problem.code for problem in publication.problems] == ["CAT-B906"]
    assert take_snapshot(out) == before
