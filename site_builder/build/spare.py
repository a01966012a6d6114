"""The names of the files of a site, put by until the next build.

A site of ten thousand actions has fifty thousand names, and an edit changes a hundred of them. The
former site, without what was only its own, is the new one but for those: rather than be removed, it
is put by as a *spare*, which the next build brings up to date instead of giving each file its name
again. It holds no data: every file in it is one of the site online.

A file of a spare is in its place if it is the very file of the site, whose number the system gives
with its name. So it does not matter where a spare comes from, who touched it, or that a build was
killed at work on it: what is out of place is removed, and what lacks is told.
"""

from __future__ import annotations

import stat
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from site_builder.build.filesystem import FOLDER_MODE
from site_builder.folders import walk


def take_spare(spare: Path, folder: Path) -> bool:
    """Move ``spare`` to ``folder``, where no other build takes it; say whether it could be.

    It cannot when there is none, and when it stands on another disk.
    """
    with suppress(OSError):
        spare.rename(folder)
        return True
    return False


def put_by(site: Path, gone: Iterable[str], spare: Path) -> bool:
    """Make a former site the spare; say whether it could be.

    ``gone`` are the paths of the files that the site online has not.
    """
    with suppress(OSError):
        for path in gone:
            (site / path).unlink()
        spare.parent.mkdir(parents=True, exist_ok=True)
        site.rename(spare)
        return True
    return False


def mend(folder: Path, wanted: Mapping[str, int], others: Iterable[str]) -> list[str]:
    """Leave in ``folder`` the files that are ``wanted``; return the paths of those that lack.

    ``wanted`` has the inode of a file of the site online for each path; ``others`` are the paths
    of files that will come, and whose folders may stay. Raises ``OSError``.
    """
    lacking = dict.fromkeys(wanted)
    folders = _folders_of((*wanted, *others))
    folder.chmod(FOLDER_MODE)
    misplaced: list[str] = []
    useless: list[str] = []
    for path, entry in walk(folder):
        if entry.is_dir(follow_symlinks=False):
            if path not in folders:
                useless.append(path)
            elif stat.S_IMODE(entry.stat(follow_symlinks=False).st_mode) != FOLDER_MODE:
                Path(entry).chmod(FOLDER_MODE)
        elif wanted.get(path) == entry.inode():
            del lacking[path]
        else:
            misplaced.append(path)
    for path in misplaced:
        (folder / path).unlink()
    # Those within others come after them.
    for path in reversed(useless):
        (folder / path).rmdir()
    return list(lacking)


def _folders_of(paths: Iterable[str]) -> set[str]:
    """Return the folders that paths go through."""
    folders: set[str] = set()
    for path in paths:
        above = path.rpartition("/")[0]
        while above and above not in folders:
            folders.add(above)
            above = above.rpartition("/")[0]
    return folders
