"""What the files of a project look like from outside: enough to tell which of them changed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from stat import S_ISDIR

from site_builder.folders import is_apart, walk

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
        _look_at(str(source), found)
    return found


def follow_snapshot(before: Snapshot, suspects: Iterable[str]) -> Snapshot:
    """Return what ``before`` has become, if nothing but ``suspects`` has changed since.

    Each is a file or a folder, there or not.
    """
    after: dict[str, Stamp] | None = None
    for path in suspects:
        now: dict[str, Stamp] = {}
        _look_at(path, now)
        if path not in before or now.keys() != {path}:
            gone = [file for file in before if file == path or file.startswith(f"{path}{os.sep}")]
        else:
            gone = [path]
        if {file: before[file] for file in gone} != now:
            after = dict(before) if after is None else after
            for file in gone:
                after.pop(file, None)
            after.update(now)
    return before if after is None else after


def find_changes(before: Snapshot, after: Snapshot) -> list[Path]:
    """Return the files that were added, removed or written between two snapshots, sorted."""
    if before == after:
        return []
    return sorted(set(map(Path, _differing(before, after))))


def counts(path: str, sources: Iterable[Path]) -> bool:
    """Tell whether a snapshot of ``sources`` looks at what stands at ``path``."""
    for source in map(str, sources):
        if path == source:
            return True
        if path.startswith(f"{source}{os.sep}"):
            return not any(map(is_apart, Path(path[len(source) + 1 :]).parts))
    return False


def _differing(before: Snapshot, after: Snapshot) -> Iterator[str]:
    yield from before.keys() - after.keys()
    yield from (path for path, stamp in after.items() if before.get(path) != stamp)


def _look_at(path: str, found: dict[str, Stamp]) -> None:
    with suppress(OSError):
        stat = Path(path).stat()
        if S_ISDIR(stat.st_mode):
            _look_into(path, found)
        else:
            found[path] = _stamp(stat)


def _look_into(folder: str, found: dict[str, Stamp]) -> None:
    """Add the files of ``folder``: thousands of them."""
    for path, entry in walk(Path(folder), follow=True, skip=is_apart, lenient=True):
        # What is removed meanwhile is gone at the next snapshot too; a link may lead to nothing.
        with suppress(OSError):
            if not entry.is_dir():
                found[f"{folder}{os.sep}{path.replace('/', os.sep)}"] = _stamp(entry.stat())


def _stamp(stat: os.stat_result) -> Stamp:
    return stat.st_mtime_ns, stat.st_size, stat.st_ino
