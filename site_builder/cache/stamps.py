"""Telling that files have not changed, without reading them.

The system says of each file when it was written, when its name or its rights changed, how long it
is and which one it is: its *stamp*. Two writings in a row may bear the same date, so a file that
was written a moment ago has no stamp yet: its content is what tells.
"""

from __future__ import annotations

import hashlib
import os
import stat
import time
from collections.abc import Mapping
from pathlib import Path

from site_builder.folders import walk

Stamp = tuple[int, int, int, int]
Content = bytes
"""The digest of a file's bytes."""
Tree = Mapping[str, Stamp | Content]
"""What tells each file of a folder from another version of it, by its path."""
OwnTree = Mapping[str, Stamp]
"""The same of a folder in which nobody but us writes: the dates of its files are to be trusted.

Their stamps are those of ``own_stamp``."""

SETTLED = 2_000_000_000
"""Nanoseconds after which a file that is written again surely gets another date: the coarsest
file systems date their files to two seconds."""


def stamp_of(found: os.stat_result, now: int) -> Stamp | None:
    """Return the stamp of a file; ``None`` when it was written too recently to have one.

    ``now`` is the time in nanoseconds, taken before ``found``.
    """
    stamp = _stamp(found)
    return stamp if now - max(stamp[:2]) >= SETTLED else None


def _stamp(found: os.stat_result) -> Stamp:
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino


def own_stamp(found: os.stat_result) -> Stamp:
    """Return the stamp of a file that nobody but us writes: it may be given other names.

    So the rights stand there rather than the date at which they, or the names, changed.
    """
    return found.st_mtime_ns, found.st_mode, found.st_size, found.st_ino


def inode_of(stamp: Stamp) -> int:
    """Return the number by which the system knows a file, whatever its names."""
    return stamp[3]


def are_of_one_writing(first: Stamp, second: Stamp) -> bool:
    """Tell whether two files may be one, or one the copy of the other."""
    (first_date, _, first_size, _), (second_date, _, second_size, _) = first, second
    return (first_date, first_size) == (second_date, second_size)


def read_tree(folder: Path) -> Tree:
    """Return what tells a later version of each file below ``folder`` from this one.

    Paths are relative to ``folder``, with forward slashes. Links are followed. Raises ``OSError``
    for what cannot be read.
    """
    return compare_tree(folder, {})[0]


def compare_tree(folder: Path, known: Tree) -> tuple[Tree, bool]:
    """Return what ``read_tree`` does, and whether ``folder`` holds the files of ``known`` alone.

    A file of ``known`` that had no stamp then is read. Raises ``OSError``.
    """
    now = time.time_ns()
    tree: dict[str, Stamp | Content] = {}
    same = True
    for path, entry in walk(folder, follow=True):
        found = _look(entry)
        if found is None:
            continue
        stamp, former = stamp_of(found, now), known.get(path)
        digest = None if stamp and not isinstance(former, bytes) else _digest(folder, path)
        tree[path] = stamp or digest or b""
        same = same and former is not None and former in (_stamp(found), digest)
    return tree, same and len(tree) == len(known)


def _look(entry: os.DirEntry[str]) -> os.stat_result | None:
    """Return what the system says of a file; ``None`` for what is not one."""
    if entry.is_dir():
        return None
    try:
        found = entry.stat()
    except FileNotFoundError:
        # A link to nothing: what it leads to may come.
        return entry.stat(follow_symlinks=False)
    return found if stat.S_ISREG(found.st_mode) or entry.is_symlink() else None


def read_own_tree(folder: Path) -> OwnTree:
    """Return the stamp of each file below a folder of ours. Links are not followed.

    Raises ``OSError``.
    """
    return {
        path: own_stamp(entry.stat(follow_symlinks=False))
        for path, entry in walk(folder)
        if not entry.is_dir(follow_symlinks=False)
    }


def _digest(folder: Path, path: str) -> Content:
    try:
        data = Path(folder, path).read_bytes()
    except FileNotFoundError:
        data = b""
    return hashlib.blake2b(data, digest_size=16).digest()
