"""A file is in its place whole, or not at all, and nothing stays aside."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from site_builder.cache.aside import written_aside


def test_a_file_takes_its_place_once_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "new" / "nom"
    with written_aside(path) as file:
        file.write(b"one")
        assert not path.exists()
    assert path.read_bytes() == b"one"
    assert list(path.parent.iterdir()) == [path]


def test_a_file_that_is_not_finished_leaves_the_former_one(tmp_path: Path) -> None:
    path = tmp_path / "nom"
    path.write_bytes(b"former")
    with pytest.raises(KeyboardInterrupt), written_aside(path):
        raise KeyboardInterrupt
    assert path.read_bytes() == b"former"
    assert list(tmp_path.iterdir()) == [path]


def test_what_a_killed_run_left_is_removed_but_not_what_another_one_writes(tmp_path: Path) -> None:
    path = tmp_path / "nom[1]"
    left, recent, other = (tmp_path / f"{name}.part" for name in ("nom[1].a", "nom[1].b", "nom1.c"))
    for file in (left, recent, other):
        file.touch()
    long_ago = time.time() - 2 * 3600
    for file in (left, other):
        os.utime(file, (long_ago, long_ago))
    with written_aside(path):
        pass
    assert sorted(tmp_path.iterdir()) == sorted([path, recent, other])
