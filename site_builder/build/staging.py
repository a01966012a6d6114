"""The folder aside where a site is built, and the locks that keep builds apart.

Beside ``site`` stand, only while a build runs: ``.site.build-<random>`` (the folder),
``.site.build-<random>.lock`` (held as long as that build lives) and ``.site.lock`` (held for
the short moments when names change). The system drops a lock with its process, so a folder
whose lock is free belongs to a dead build.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from site_builder.build.filesystem import FOLDER_MODE
from site_builder.build.swap import repair

LOCK_SECONDS = 120.0
"""How long to wait for another build that is changing names, which takes it a second."""


@contextmanager
def site_lock(out: Path) -> Iterator[None]:
    """Be the only build that changes names beside ``out``, in a state without half-made swap.

    Raises ``filelock.Timeout`` after ``LOCK_SECONDS``, ``OSError``.
    """
    with _hold(FileLock(out.with_name(f".{out.name}.lock"), timeout=LOCK_SECONDS)):
        repair(out, spare=_new_name(out))
        yield


@contextmanager
def staging_folder(out: Path) -> Iterator[Path]:
    """Give an empty folder beside ``out``; what it holds at the end is removed.

    Also mends what a killed build left. Raises ``OSError``, ``filelock.Timeout``.
    """
    folder = _new_name(out)
    with ExitStack() as stack:
        with site_lock(out):
            _remove_dead_builds(out)
            stack.enter_context(_hold(FileLock(_lock_of(folder), timeout=LOCK_SECONDS)))
            stack.callback(shutil.rmtree, folder, ignore_errors=True)
            folder.mkdir(mode=FOLDER_MODE)
        yield folder


@contextmanager
def _hold(lock: FileLock) -> Iterator[None]:
    """Hold ``lock`` and remove its file after use.

    The file goes while the lock is held. A build that was waiting on it notices that its file
    has no name any more (filelock checks) and starts over with the new one.
    """
    with lock:
        try:
            yield
        finally:
            # Windows cannot remove an open file: it stays, empty and harmless.
            with suppress(OSError):
                Path(lock.lock_file).unlink(missing_ok=True)


def _remove_dead_builds(out: Path) -> None:
    """Remove the folders, and lone locks, of builds that no longer run."""
    pattern = re.compile(rf"(\.{re.escape(out.name)}\.build-[0-9a-f]{{8}})(\.lock)?")
    matches = [pattern.fullmatch(entry.name) for entry in out.parent.iterdir()]
    for name in sorted({match[1] for match in matches if match}):
        folder = out.with_name(name)
        with suppress(Timeout), _hold(FileLock(_lock_of(folder), blocking=False)):
            shutil.rmtree(folder, ignore_errors=True)


def _new_name(out: Path) -> Path:
    return out.with_name(f".{out.name}.build-{os.urandom(4).hex()}")


def _lock_of(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.lock")
