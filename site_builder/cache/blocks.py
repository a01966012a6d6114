"""A file of many values, kept from one run to the next, of which a run reads a few.

As those of a store, they are pickles.
"""

from __future__ import annotations

import mmap
import pickle
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, NamedTuple

from site_builder.cache.aside import written_aside
from site_builder.cache.checksum import Checksum


class Span(NamedTuple):
    """Where a value stands in the file: its first byte, and how many it has."""

    start: int
    size: int


class Blocks:
    """The values of one file, which is whole: whatever is read of it later is what was written.

    The file stays open: another may take its place meanwhile.
    """

    def __init__(self, path: Path, checksum: bytes) -> None:
        """Raise ``OSError`` or ``ValueError`` when it is not the file that ``checksum`` tells."""
        with path.open("rb") as file:
            if Checksum().read(file) != checksum:
                raise ValueError("a damaged file")
            self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def load(self, span: Span) -> Any:
        """Return the value in one block, a pickle."""
        data = self._data[span.start : span.start + span.size]
        return pickle.loads(data)  # noqa: S301 - written by this very program

    def close(self) -> None:
        """Let another file take the place of this one: some systems refuse it until then."""
        self._data.close()


class BlocksWriter:
    """Writes the values of one file, one after the other."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._sum = Checksum()
        self._end = 0

    def add(self, value: object) -> Span:
        """Write a value; return where it stands. Raise ``OSError``."""
        data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
        self._file.write(data)
        self._sum.update(data)
        span = Span(self._end, len(data))
        self._end += len(data)
        return span

    @property
    def checksum(self) -> bytes:
        """What tells the file, once all is written."""
        return self._sum.value


@contextmanager
def write_blocks(path: Path) -> Iterator[BlocksWriter]:
    """Write a file of values, which is at ``path`` once it is whole. Raise ``OSError``."""
    with written_aside(path) as file:
        yield BlocksWriter(file)
