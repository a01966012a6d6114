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
from collections.abc import Iterator, Mapping
from pathlib import Path

Stamp = tuple[int, int, int, int]
Content = bytes
"""The digest of a file's bytes."""
Tree = Mapping[str, Stamp | Content]
"""What tells each file of a folder from another version of it, by its path."""

SETTLED = 2_000_000_000
"""Nanoseconds after which a file that is written again surely gets another date: the coarsest
file systems date their files to two seconds."""


def stamp_of(found: os.stat_result, now: int) -> Stamp | None:
    """Return the stamp of a file; ``None`` when it was written too recently to have one.

    ``now`` is the time in nanoseconds, taken before ``found``.
    """
    return _stamp(found) if now - max(found.st_mtime_ns, found.st_ctime_ns) >= SETTLED else None


def _stamp(found: os.stat_result) -> Stamp:
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino


def read_tree(folder: Path, *, ours: bool = False) -> Tree:
    """Return what tells a later version of each file below ``folder`` from this one.

    Paths are relative to ``folder``, with forward slashes. Links are followed. In a folder that is
    ``ours`` nobody else writes: every file has a stamp. Raises ``OSError`` for what cannot be read.
    """
    return compare_tree(folder, {}, ours=ours)[0]


def compare_tree(folder: Path, known: Tree, *, ours: bool = False) -> tuple[Tree, bool]:
    """Return what ``read_tree`` does, and whether ``folder`` holds the files of ``known`` alone.

    A file of ``known`` that had no stamp then is read. Raises ``OSError``.
    """
    now = time.time_ns() + (SETTLED if ours else 0)
    tree: dict[str, Stamp | Content] = {}
    same = True
    for path, found in _walk(folder):
        stamp, former = stamp_of(found, now), known.get(path)
        digest = None if stamp and not isinstance(former, bytes) else _digest(folder, path)
        tree[path] = stamp or digest or b""
        same = same and former is not None and former in (_stamp(found), digest)
    return tree, same and len(tree) == len(known)


def _walk(folder: Path) -> Iterator[tuple[str, os.stat_result]]:
    """Yield the files below ``folder``; a link to a folder above is not followed again."""
    waiting: list[tuple[str, frozenset[tuple[int, int]]]] = [("", frozenset())]
    while waiting:
        prefix, above = waiting.pop()
        here = Path(folder, prefix).stat()
        key = here.st_dev, here.st_ino
        if key in above:
            continue
        with os.scandir(f"{folder}/{prefix}") as entries:
            for entry in entries:
                try:
                    found = entry.stat()
                except FileNotFoundError:
                    # A link to nothing: what it leads to may come.
                    found = entry.stat(follow_symlinks=False)
                path = f"{prefix}{entry.name}"
                if stat.S_ISDIR(found.st_mode):
                    waiting.append((f"{path}/", above | {key}))
                elif stat.S_ISREG(found.st_mode) or entry.is_symlink():
                    yield path, found


def _digest(folder: Path, path: str) -> Content:
    try:
        data = Path(folder, path).read_bytes()
    except FileNotFoundError:
        data = b""
    return hashlib.blake2b(data, digest_size=16).digest()
