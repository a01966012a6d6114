"""What the files of a project look like from outside: enough to tell which of them changed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

Stamp = tuple[int, int, int]
"""When a file was last written, in nanoseconds, its size, and the file itself (its inode)."""
Snapshot = Mapping[str, Stamp]


def take_snapshot(sources: Iterable[Path]) -> Snapshot:
    """Return the stamp of each file of ``sources``: files, and folders with all that they hold.

    Hidden files and those that editors keep aside (``x.yml~``) don't count. A source that isn't
    there holds nothing.
    """
    found: dict[str, Stamp] = {}
    for source in sources:
        if source.is_file():
            found[str(source)] = _stamp(source.stat())
        else:
            _look_into(str(source), found)
    return found


def find_changes(before: Snapshot, after: Snapshot) -> list[Path]:
    """Return the files that were added, removed or written between two snapshots, sorted."""
    if before == after:
        return []
    return sorted({Path(path) for path, _ in before.items() ^ after.items()})


def _look_into(folder: str, found: dict[str, Stamp]) -> None:
    """Add the files of ``folder``: thousands of them, before each page."""
    # What is removed while it is read is gone at the next snapshot too.
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            name = entry.name
            if name[0] == "." or name[-1] == "~":
                continue
            if entry.is_dir():
                _look_into(entry.path, found)
                continue
            stat = entry.stat()
            found[entry.path] = (stat.st_mtime_ns, stat.st_size, stat.st_ino)


def _stamp(stat: os.stat_result) -> Stamp:
    return stat.st_mtime_ns, stat.st_size, stat.st_ino
