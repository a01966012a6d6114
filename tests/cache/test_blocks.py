"""A file of values is read value by value, and not at all when it is not whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.cache import Blocks, write_blocks


def test_each_value_is_read_by_itself(tmp_path: Path) -> None:
    with write_blocks(tmp_path / "new" / "values") as writer:
        spans = [writer.add(value) for value in ("one", ["two"], 3)]
    blocks = Blocks(tmp_path / "new" / "values", writer.checksum)
    assert [blocks.load(span) for span in reversed(spans)] == [3, ["two"], "one"]
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["values"]


def test_a_file_that_is_replaced_can_still_be_read(tmp_path: Path) -> None:
    path = tmp_path / "values"
    with write_blocks(path) as first:
        span = first.add("former")
    blocks = Blocks(path, first.checksum)
    with write_blocks(path) as second:
        second.add("another")
    assert blocks.load(span) == "former"
    blocks.close()
    with pytest.raises(ValueError, match="damaged"):
        Blocks(path, first.checksum)


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "values"
    with write_blocks(path) as writer:
        writer.add("x" * 1000)
    data = path.read_bytes()
    for damaged in (data[:-1], data.replace(b"xx", b"xy", 1), b""):
        path.write_bytes(damaged)
        with pytest.raises(ValueError, match="damaged"):
            Blocks(path, writer.checksum)
    path.unlink()
    with pytest.raises(FileNotFoundError):
        Blocks(path, writer.checksum)


def test_nothing_is_left_of_a_file_that_was_not_finished(tmp_path: Path) -> None:
    path = tmp_path / "values"
    path.write_bytes(b"as it was")
    with pytest.raises(TypeError), write_blocks(path) as writer:
        writer.add(x for x in "cannot be kept")
    assert path.read_bytes() == b"as it was"
    assert list(tmp_path.iterdir()) == [path]
