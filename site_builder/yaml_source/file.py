"""Read one file of a catalogue without ever leaving the catalogue."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from site_builder.problems import Place, Problem, problem
from site_builder.yaml_source.size import MAX_BYTES, find_oversize

_REASONS = {
    errno.ENOENT: "il n’existe pas",
    errno.ENOTDIR: "un des dossiers de son chemin est un fichier",
    errno.EACCES: "vous n’avez pas le droit de le lire",
    errno.EPERM: "vous n’avez pas le droit de le lire",
    errno.ENAMETOOLONG: "son nom est trop long",
    errno.EIO: "le disque a répondu par une erreur",
}

# Not all systems have these flags: the checks before opening are the rule, the flags close
# the gap between the check and the opening.
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
)


def read_file(root: Path, relative: str) -> tuple[bytes | None, list[Problem]]:
    """Return the bytes of ``root / relative``, or ``None`` and why it cannot be read.

    ``relative`` has forward slashes. A path that leaves ``root``, a symbolic link at any
    level below ``root``, what is not a regular file and a file over ``MAX_BYTES`` are
    refused. ``root`` itself may be a link: whoever runs the command chose it. Raises
    nothing for what stands on the disk.
    """
    try:
        obstacle = _find_obstacle(root, relative)
        data = None if obstacle else _read_bytes(f"{root}/{relative}")
    except (OSError, UnicodeError) as error:
        return None, [_unreadable(error, Place(relative))]
    if data is None:
        return None, [obstacle or problem("CAT-F005", Place(relative), value=relative)]
    oversize = find_oversize(len(data), relative)
    return (None, oversize) if oversize else (data, [])


def _leaves_root(relative: str) -> bool:
    """Tell whether a path is absolute, climbs, or would on another system."""
    if not relative or "\0" in relative or "\\" in relative:
        return True
    # A letter and a colon are a drive on Windows.
    return relative[0] == "/" or ".." in relative.split("/") or relative[1:2] == ":"


def _find_obstacle(root: Path, relative: str) -> Problem | None:
    """Look at each level of the path without following any link."""
    place = Place(relative)
    if _leaves_root(relative):
        return problem("CAT-F004", place, value=relative)
    path, status = str(root), None
    for part in relative.split("/"):
        if part in ("", "."):
            continue
        path = f"{path}/{part}"
        status = os.lstat(path)
        if stat.S_ISLNK(status.st_mode):
            link = Path(path).relative_to(root).as_posix()
            return problem("CAT-F003", place, value=link)
    if status is None or not stat.S_ISREG(status.st_mode):
        return problem("CAT-F005", place, value=relative)
    return next(iter(find_oversize(status.st_size, relative)), None)


def _read_bytes(path: str) -> bytes | None:
    """Read one byte more than allowed at most; ``None`` when it is no regular file."""
    descriptor = os.open(path, _FLAGS)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            return None
        data = more = os.read(descriptor, min(status.st_size, MAX_BYTES) + 1)
        # One look is enough, but for a file that grows and for a system that reads bit by bit.
        while more and len(data) <= MAX_BYTES:
            more = os.read(descriptor, MAX_BYTES + 1 - len(data))
            data += more
        return data
    finally:
        os.close(descriptor)


def _unreadable(error: OSError | UnicodeError, place: Place) -> Problem:
    if isinstance(error, UnicodeError):
        return problem("CAT-F001", place, reason="son nom ne peut pas être lu")
    if error.errno == errno.ELOOP:
        return problem("CAT-F003", place, value=place.file)
    name = errno.errorcode.get(error.errno or 0, "inconnue")
    reason = _REASONS.get(error.errno or 0, f"erreur {name} du système")
    return problem("CAT-F001", place, reason=reason)
