"""What is known of the files already read, so that a preview reads again only what changed."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Iterable, Iterator, MutableMapping
from functools import partial
from pathlib import Path
from typing import NamedTuple, Protocol, TypeVar

from site_builder.cache import Stamp, Tree, stamp_of
from site_builder.loading.result import FileResult, load_file, refused_file
from site_builder.yaml_source import read_file

A = TypeVar("A")
B = TypeVar("B")


class Known(NamedTuple):
    """A file as it was read.

    ``stamp`` is what the system said of the file just before (dates, size, identity), ``None``
    when it had been written too recently to be told from a later version; ``digest`` is that of
    its bytes.
    """

    stamp: Stamp | None
    digest: bytes
    result: FileResult


Memo = MutableMapping[str, Known]


class Spread(Protocol):
    """Calls a function on each item, wherever it wants, and yields the answers in any order.

    The function and the items can be pickled; ``map`` is the simplest of all.
    """

    def __call__(self, function: Callable[[A], B], items: Iterable[A], /) -> Iterable[B]:
        """Yield ``function(item)`` for each item."""


def read_results(
    root: Path, files: list[str], memo: Memo, spread: Spread, seen: Tree | None = None
) -> Iterator[FileResult]:
    """Yield the result of each of ``files``, in any order; bring ``memo`` up to date.

    A file whose stamp is known is not opened; one whose bytes are known is not parsed. ``seen`` is
    what somebody found of the files of ``root`` a moment ago: the system is not asked again.
    """
    now, seen = time.time_ns(), seen or {}
    stamps: dict[str, Stamp | None] = {}
    waiting: list[tuple[str, bytes]] = []
    for file in files:
        known, found = memo.get(file), seen.get(file)
        stamp = found if isinstance(found, tuple) else _stamp(root, file, now)
        if known and stamp and known.stamp == stamp:
            yield known.result
        else:
            stamps[file] = stamp
            waiting.append((file, known.digest if known else b""))
    for file, digest, result in spread(partial(_read, root), waiting):
        if result is None:
            memo[file] = memo[file]._replace(stamp=stamps[file])
        elif digest:
            memo[file] = Known(stamps[file], digest, result)
        else:
            memo.pop(file, None)
        yield result or memo[file].result
    for file in memo.keys() - set(files):
        del memo[file]


def read_anew(root: Path, file: str, memo: Memo) -> FileResult | None:
    """Return the result of a file that has just changed; bring ``memo`` up to date.

    ``None`` when it cannot be read.
    """
    memo.pop(file, None)
    _, digest, result = _read(root, (file, b""))
    if not digest or result is None:
        return None
    # Just written: nothing but its content would tell it from a later version.
    memo[file] = Known(None, digest, result)
    return result


def _stamp(root: Path, file: str, now: int) -> Stamp | None:
    try:
        found = os.lstat(f"{root}/{file}")
    except (OSError, ValueError):
        return None
    return stamp_of(found, now)


def _read(root: Path, wanted: tuple[str, bytes]) -> tuple[str, bytes, FileResult | None]:
    """Return a file with the digest of its bytes and its result, ``None`` when it is known.

    The digest is empty when the file cannot be read: nothing tells that it still cannot.
    """
    file, known = wanted
    data, problems = read_file(root, file)
    if data is None:
        return file, b"", refused_file(file, problems)
    digest = hashlib.blake2b(data, digest_size=16).digest()
    return file, digest, None if digest == known else load_file(file, data)
