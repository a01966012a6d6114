"""What the files of a project look like from outside: enough to tell which of them changed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
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
    return dict(stamped for source in sources for stamped in _walk(source))


def find_changes(before: Snapshot, after: Snapshot) -> list[Path]:
    """Return the files that were added, removed or written between two snapshots, sorted."""
    return sorted({Path(path) for path, _ in before.items() ^ after.items()})


def _walk(source: Path) -> Iterator[tuple[str, Stamp]]:
    if source.is_file():
        yield str(source), _stamp(source.stat())
        return
    folders = [str(source)]
    while folders:
        # What is removed while it is read is gone at the next snapshot too.
        with suppress(OSError), os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.name.startswith(".") or entry.name.endswith("~"):
                    continue
                if entry.is_dir():
                    folders.append(entry.path)
                else:
                    yield entry.path, _stamp(entry.stat())


def _stamp(stat: os.stat_result) -> Stamp:
    return stat.st_mtime_ns, stat.st_size, stat.st_ino
