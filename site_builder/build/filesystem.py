"""What publication asks of the system beyond the standard library."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import cache, partial
from pathlib import Path

from site_builder.cache import OwnTree, Stamp, own_stamp
from site_builder.folders import walk
from site_builder.processes import run_tasks, split

AT_FDCWD = -100
RENAME_EXCHANGE = 2
FOLDER_MODE = 0o755
FILE_MODE = 0o644

_WRITE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
# Folders of pages to a task: a few hundredths of a second of work.
_PART = 500
_NO_EXCHANGE = {errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP}


def exchange(first: Path, second: Path) -> bool:
    """Exchange two folders in one step (``renameat2``, Linux 3.15 and later).

    Returns ``False``, having changed nothing, where the system or the disk cannot.
    Raises ``OSError`` for any other failure.
    """
    renameat2 = _system_call("renameat2")
    if renameat2 is None:
        return False
    names = os.fsencode(first), os.fsencode(second)
    if renameat2(AT_FDCWD, names[0], AT_FDCWD, names[1], RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in _NO_EXCHANGE:
        return False
    raise OSError(code, os.strerror(code), str(second))


def flush(folder: Path) -> None:
    """Have the disk of ``folder`` hold what was written: one call, not one a file.

    Without it a power cut just after the swap may leave empty files in the new site. Raises
    ``OSError`` when a delayed write fails, for want of room for instance.
    """
    syncfs = _system_call("syncfs")
    if syncfs is None:
        if hasattr(os, "sync"):
            os.sync()
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        if syncfs(descriptor) != 0:
            code = ctypes.get_errno()
            raise OSError(code, os.strerror(code), str(folder))
    finally:
        os.close(descriptor)


def flush_names(folder: Path) -> None:
    """Have the disk hold the names in ``folder``; best effort, the swap is done by then."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def list_files(folder: Path) -> Iterator[str]:
    """Yield the path of each file below ``folder``, relative to it, with forward slashes.

    Symbolic links to folders are not followed. Raises ``OSError``.
    """
    return (path for path, entry in walk(folder) if not entry.is_dir())


def open_folder(path: str) -> None:
    """Make a folder that the web server may go through, and those above it, if need be."""
    try:
        os.mkdir(path)  # noqa: PTH102 - thousands of folders
    except FileExistsError:
        return
    except FileNotFoundError:
        above = path.rpartition("/")[0]
        if not above:
            raise
        open_folder(above)
        # Another process may have made it meanwhile.
        open_folder(path)
        return
    os.chmod(path, FOLDER_MODE)  # noqa: PTH101 - the same


def in_folders(paths: Iterable[str], folder: Path) -> Iterator[str]:
    """Yield each of ``paths``, once the folders above it are in ``folder``.

    It is quicker when those of a folder come together.
    """
    last = ""
    for path in paths:
        above = path.rpartition("/")[0]
        if above != last:
            last = above
            open_folder(f"{folder}/{above}")
        yield path


def read_file(path: str) -> bytes:
    """Return what a file holds: thousands of them, so not by ``Path``, which takes as long again.

    Raises ``OSError``.
    """
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123
        return file.read()


def write_file(path: str, data: bytes) -> None:
    """Write a file that the web server may read: thousands of them, so with bare calls.

    Raises ``OSError``.
    """
    descriptor = os.open(path, _WRITE, FILE_MODE)
    try:
        done = os.write(descriptor, data)
        while done < len(data):
            done += os.write(descriptor, data[done:])
    finally:
        os.close(descriptor)


def clear(folder: Path) -> None:
    """Remove what ``folder`` holds, as far as it can be, by all processors."""
    below = [entry for entry in folder.iterdir() if entry.is_dir() and not entry.is_symlink()]
    waiting = [entry for parent in below for entry in parent.iterdir()]
    run_tasks([partial(_remove_all, part) for part in split(waiting, _PART)])
    _remove_all(below)


def _remove_all(paths: Iterable[Path]) -> None:
    for path in paths:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


def settle(folder: Path) -> OwnTree:
    """Let the web server read everything: folders 0755, files 0644, whatever the umask.

    Symbolic links are left alone: what they point to is not ours. Returns the stamps of the files
    that ``list_files`` yields. Raises ``OSError``.
    """
    folder.chmod(FOLDER_MODE)
    tree: dict[str, Stamp] = {}
    for path, entry in walk(folder):
        found = entry.stat(follow_symlinks=False)
        mode = FOLDER_MODE if stat.S_ISDIR(found.st_mode) else FILE_MODE
        if stat.S_IMODE(found.st_mode) != mode and not stat.S_ISLNK(found.st_mode):
            Path(entry).chmod(mode)
            found = Path(entry).stat()
        if not entry.is_dir():
            tree[path] = own_stamp(found)
    return tree


@cache
def _system_call(name: str) -> Callable[..., int] | None:
    """Return the function ``name`` of the C library, ``None`` where there is none."""
    if sys.platform != "linux":
        return None
    return getattr(ctypes.CDLL(None, use_errno=True), name, None)
