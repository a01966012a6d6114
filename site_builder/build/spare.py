"""The names of the files of a site, put by until the next build.

A site of ten thousand actions has fifty thousand names, and an edit changes a hundred of them. The
former site, without what was only its own, is the new one but for those: rather than be removed, it
is put by as a *spare*, which the next build brings up to date instead of giving each file its name
again. It holds no data: every file in it is one of the site online.

A file of a spare is in its place if it is the very file of the site, whose number the system gives
with its name. So it does not matter where a spare comes from, who touched it, or that a build was
killed at work on it: what is out of place is removed, and what lacks is given its name. Where there
is no spare, everything lacks.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from site_builder.build.filesystem import FOLDER_MODE, in_folders
from site_builder.cache import OwnTree, inode_of, own_stamp
from site_builder.folders import folders_of, walk
from site_builder.processes import beside
from site_builder.team import Team


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


class Spare:
    """The spare in ``folder``, brought up to date by a process of its own."""

    def __init__(self, folder: Path, mending: Team[AbstractSet[str] | None]) -> None:
        self.folder = folder
        self.is_used = False
        self._mending = mending

    def use(self) -> AbstractSet[str] | None:
        """Wait for what ``mend`` says; ``None`` when the disk refused."""
        self.is_used = True
        return self._mending.results()[0]


@contextmanager
def mended_spare(
    spare: Path | None, folder: Path, site: Path, found: OwnTree
) -> Iterator[Spare | None]:
    """Move ``spare`` to ``folder``, or make one there, and mend it while the body runs.

    ``found`` are the files of ``site``, which is online. It goes back when nobody uses it.
    """
    # Some file systems give files no number, or the same to several.
    if spare is None or not found or len({*map(inode_of, found.values())}) < len(found):
        yield None
        return
    if not take_spare(spare, folder):
        folder.mkdir()
    mended = None
    try:
        with beside(partial(_try_to_mend, folder, site, found)) as mending:
            mended = Spare(folder, mending)
            yield mended
    finally:
        if mended is None or not mended.is_used:
            take_spare(folder, spare)


def _try_to_mend(folder: Path, site: Path, found: OwnTree) -> AbstractSet[str] | None:
    with suppress(OSError):
        return mend(folder, site, found)
    return None


def mend(folder: Path, site: Path, found: OwnTree) -> AbstractSet[str]:
    """Leave in ``folder`` nothing but files that are ``found`` in ``site``, and all of these.

    Returns the paths of those that lack all the same: not every disk has links, and another build
    may have replaced the site. Raises ``OSError``.
    """
    lacking = _leave_found(folder, found)
    with suppress(OSError):
        for path in in_folders(sorted(lacking), folder):
            name = f"{folder}/{path}"
            os.link(f"{site}/{path}", name)
            if own_stamp(os.lstat(name)) == found[path]:
                lacking.discard(path)
            else:
                Path(name).unlink()
    return lacking


def _leave_found(folder: Path, found: OwnTree) -> set[str]:
    """Remove what ``folder`` holds but files that are ``found``; return those that it lacks."""
    lacking = {*found}
    folders = folders_of(found)
    folder.chmod(FOLDER_MODE)
    misplaced: list[str] = []
    useless: list[str] = []
    for path, entry in walk(folder):
        if entry.is_dir(follow_symlinks=False):
            if path not in folders:
                useless.append(path)
            elif stat.S_IMODE(entry.stat(follow_symlinks=False).st_mode) != FOLDER_MODE:
                Path(entry).chmod(FOLDER_MODE)
        elif path in found and inode_of(found[path]) == entry.inode():
            lacking.discard(path)
        else:
            misplaced.append(path)
    for path in misplaced:
        (folder / path).unlink()
    # Those within others come after them.
    for path in reversed(useless):
        (folder / path).rmdir()
    return lacking


def leave_out(folder: Path, paths: Iterable[str]) -> None:
    """Remove what is there of files, and the folders that then hold nothing. Raises ``OSError``."""
    for path in paths:
        (folder / path).unlink(missing_ok=True)
        with suppress(OSError):
            for above in Path(path).parents[:-1]:
                (folder / above).rmdir()
