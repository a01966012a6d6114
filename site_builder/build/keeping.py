"""Files of the site online that the new one has too: both hold the same file for a moment."""

from __future__ import annotations

import filecmp
import os
import shutil
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from site_builder.build.filesystem import in_folders
from site_builder.build.spare import Spare, leave_out
from site_builder.cache import OwnTree, are_of_one_writing, inode_of, own_stamp
from site_builder.processes import run_tasks, split

# A few hundredths of a second of work.
_PART = 1000


class SiteChanged(Exception):
    """The site online is not the one that was found there: another build has replaced it."""


@dataclass(frozen=True, slots=True)
class CompleteSite:
    """A complete site: the folder that it stands in, and the stamps of its files.

    ``kept`` are those of the files of the site online that it has too, under the same names.
    """

    folder: Path
    files: OwnTree
    kept: OwnTree = field(default_factory=dict)

    @property
    def has_copies(self) -> bool:
        """Whether the disk has no links, so that what is kept had to be copied."""
        return any(inode_of(self.files[path]) != inode_of(was) for path, was in self.kept.items())


def join_files(
    new: CompleteSite, site: Path, found: OwnTree, kept: Iterable[str], spare: Spare | None
) -> CompleteSite:
    """Join ``new`` files to those ``kept`` of ``site``, dates included.

    ``found`` are all the files of ``site``. Those that were made anew and are just the same are
    kept too, so that browsers need not download them again. The whole stands in ``spare``, where
    most of its names are, or where the new files are when there is none.

    Raises ``OSError``, ``SiteChanged``.
    """
    made = new.folder
    same = [p for p in new.files if p in found and _is_same(site / p, made / p)]
    wanted = {path: found[path] for path in (*kept, *same)}
    others = [path for path in new.files if path not in wanted]
    folder, lacking = made, list(wanted)
    left = spare.use() if spare is not None else None
    if spare is not None and left is not None:
        with suppress(OSError):
            leave_out(spare.folder, found.keys() - wanted.keys())
            lacking = [path for path in wanted if path in left]
            folder = spare.folder
    for path in same:
        (made / path).unlink()
    if folder is not made:
        _give_all(os.rename, made, folder, others)
    parts = split(sorted(lacking), _PART)
    run_tasks([partial(_give_all, _link, site, folder, part) for part in parts])
    # Those that had to be copied are other files.
    now = {path: own_stamp(os.lstat(f"{folder}/{path}")) for path in (*lacking, *others)}
    if any(not are_of_one_writing(now[path], found[path]) for path in lacking):
        raise SiteChanged
    return CompleteSite(folder, {**wanted, **now}, wanted)


def _is_same(former: Path, new: Path) -> bool:
    try:
        return filecmp.cmp(former, new, shallow=False)
    except OSError:
        return False


def _give_all(
    give: Callable[[str, str], object], source: Path, folder: Path, paths: Iterable[str]
) -> None:
    """Give files of ``source`` the same names in ``folder``."""
    for path in in_folders(paths, folder):
        give(f"{source}/{path}", f"{folder}/{path}")


def _link(former: str, new: str) -> None:
    try:
        os.link(former, new)
    except OSError:
        # Not every disk has links; what else is wrong, copying will say.
        shutil.copy2(former, new)
