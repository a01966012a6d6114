"""A folder of values kept from one run to the next.

A value is read only by the very program that wrote it: the same sources, the same Python, the same
libraries. It comes with its checksum, so that a file cut short or damaged is not read either. The
values are pickles, as in Python's own ``__pycache__``: whoever may write into the folder may run
code, as whoever may write into the project.

A value may hold large arrays, or bytes that it gives as ``pickle.PickleBuffer``: they stand after
the pickle, and are not copied. Once read, they are parts of the file, which stays open.
"""

from __future__ import annotations

import hashlib
import mmap
import os
import pickle
import struct
import sys
import sysconfig
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from itertools import accumulate, pairwise
from pathlib import Path
from typing import IO, Any

from site_builder.cache.aside import written_aside
from site_builder.cache.checksum import Checksum

VARIABLE = "CATALOGUE_CACHE"
"""The environment variable that names another folder."""

_PACKAGE = Path(__file__).resolve().parents[1]
_PROGRAM = 32
_HEAD = _PROGRAM + Checksum.SIZE
_SIZE = struct.Struct("=Q")


def find_folder(config_file: Path) -> Path:
    """Return the folder of the cache: beside the configuration of the site, or the one chosen."""
    chosen = os.environ.get(VARIABLE)
    return Path(chosen) if chosen else config_file.resolve().parent / ".cache" / "catalogue"


def name_of(path: Path) -> str:
    """Return a name for what is kept about a file or a folder of the disk."""
    return hashlib.blake2b(str(path.absolute()).encode(), digest_size=8).hexdigest()


class Store:
    """The values of one folder, by name. A value that cannot be read is missing."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, name: str) -> Any:
        """Return the value kept under ``name``; ``None`` when there is none to be trusted."""
        try:
            with self.path_of(name).open("rb") as file:
                head = file.read(_HEAD)
                if head != _program() + Checksum().read(file):
                    return None
                beside = _map_beside(file)
                file.seek(len(head))
                return pickle.load(file, buffers=beside)  # noqa: S301 - written by this very program
        except Exception:  # noqa: BLE001 - whatever it is, the value is lost, and can be made again
            return None

    def write(self, name: str, value: Any) -> None:
        """Keep ``value`` under ``name``, whole or not at all. A full disk keeps nothing."""
        with suppress(OSError), written_aside(self.path_of(name)) as file:
            file.write(bytes(_HEAD))
            summed = _Summed(file)
            # Piece by piece: a value of 50 MB is never there twice.
            _write(value, summed)
            file.seek(0)
            file.write(_program() + summed.checksum.value)

    def path_of(self, name: str) -> Path:
        """Return where ``name`` is kept."""
        return self._folder / name


class _Summed:
    """A file that is written, and the checksum of what was."""

    def __init__(self, file: IO[bytes]) -> None:
        self.checksum = Checksum()
        self._file = file

    def write(self, data: bytes | memoryview) -> int:
        self.checksum.update(data)
        return self._file.write(data)


def _write(value: Any, file: _Summed) -> None:
    """Write a pickle, what stands beside it, the sizes of these parts, and how many they are."""
    parts: list[pickle.PickleBuffer] = []
    pickle.dump(value, file, pickle.HIGHEST_PROTOCOL, buffer_callback=parts.append)
    sizes = [file.write(part.raw()) for part in parts]
    file.write(b"".join(map(_SIZE.pack, (*sizes, len(sizes)))))


def _map_beside(file: IO[bytes]) -> Iterator[memoryview]:
    """Return the parts that stand beside the pickle."""
    end = file.seek(-_SIZE.size, os.SEEK_END)
    (count,) = _SIZE.unpack(file.read())
    if not count:
        return iter(())
    end = file.seek(end - count * _SIZE.size)
    sizes = struct.unpack(f"={count}Q", file.read(count * _SIZE.size))
    bounds = accumulate(sizes, initial=end - sum(sizes))
    data = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    return (data[first:last] for first, last in pairwise(bounds))


@cache
def _program() -> bytes:
    """Return what changes with the program: its sources, Python, the installed libraries."""
    facts: list[object] = [sys.version, sys.implementation.cache_tag]
    # A library that is installed, removed or brought up to date changes the folder of them all.
    facts += (_date(Path(sysconfig.get_path(name))) for name in ("purelib", "platlib"))
    for path in sorted(_PACKAGE.rglob("*")):
        if "__pycache__" not in path.parts and path.is_file():
            found = path.stat()
            facts.append((path.relative_to(_PACKAGE).as_posix(), found.st_size, found.st_mtime_ns))
    return hashlib.blake2b(repr(facts).encode(), digest_size=_PROGRAM).digest()


def _date(folder: Path) -> int:
    try:
        return folder.stat().st_mtime_ns
    except OSError:
        return 0
