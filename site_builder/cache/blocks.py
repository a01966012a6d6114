"""A file of many values, kept from one run to the next, of which a run reads a few.

As those of a store, they are pickles.
"""

from __future__ import annotations

import hashlib
import mmap
import os
import pickle
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

_DIGEST = "sha256"


class Span(NamedTuple):
    """Where a value stands in the file: its first byte, and how many it has."""

    start: int
    size: int


class Blocks:
    """The values of one file, which is whole: whatever is read of it later is what was written.

    The file stays open: another may take its place meanwhile.
    """

    def __init__(self, path: Path, digest: bytes) -> None:
        """Raise ``OSError`` or ``ValueError`` when it is not the file that ``digest`` tells."""
        with path.open("rb") as file:
            if hashlib.file_digest(file, _DIGEST).digest() != digest:
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
    """A file of values that is written aside, and takes its place once it is whole, or not at all.

    ``digest`` is then what tells it.
    """

    def __init__(self, path: Path) -> None:
        """``path`` is its place."""
        self._path = path
        self._sum = hashlib.new(_DIGEST)
        self._end = 0
        self.digest = b""

    def __enter__(self) -> BlocksWriter:
        """Raise ``OSError``."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, aside = tempfile.mkstemp(dir=self._path.parent, prefix=f"{self._path.name}.")
        self._aside, self._file = Path(aside), os.fdopen(descriptor, "wb")
        return self

    def add(self, value: object) -> Span:
        """Write a value; return where it stands. Raise ``OSError``."""
        data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
        self._file.write(data)
        self._sum.update(data)
        span = Span(self._end, len(data))
        self._end += len(data)
        return span

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Put the file in place, unless something was raised meanwhile. Raise ``OSError``."""
        try:
            self._file.close()
            if kind is None:
                self._aside.replace(self._path)
                self.digest = self._sum.digest()
        finally:
            self._aside.unlink(missing_ok=True)
