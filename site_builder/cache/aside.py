"""Files that are written aside, and take their place once they are whole, or not at all."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path
from typing import IO

_SUFFIX = ".part"
# Seconds after which nobody is still writing a file.
_ABANDONED = 3600.0


@contextmanager
def written_aside(path: Path) -> Iterator[IO[bytes]]:
    """Give a file to write, which is at ``path`` in the end unless something was raised.

    What runs that were killed have left aside is removed. Raises ``OSError``.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    _remove_abandoned(path)
    descriptor, name = tempfile.mkstemp(_SUFFIX, f"{path.name}.", path.parent)
    aside = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)


def _remove_abandoned(path: Path) -> None:
    for aside in path.parent.glob(f"{escape(path.name)}.*{_SUFFIX}"):
        with suppress(OSError):
            if time.time() - aside.stat().st_mtime > _ABANDONED:
                aside.unlink()
