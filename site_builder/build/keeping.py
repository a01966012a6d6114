"""Files of the site online that the new one has too: both hold the same file for a moment."""

from __future__ import annotations

import filecmp
import os
import shutil
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from site_builder.build.filesystem import FOLDER_MODE, list_files
from site_builder.processes import run_tasks, split

# A few hundredths of a second of work.
_PART = 1000


def keep_files(site: Path, folder: Path, kept: Sequence[str]) -> None:
    """Have ``folder`` hold the files ``kept`` of ``site``, as they are: dates included.

    Those that ``folder`` was given anew and that are just the same keep their dates too, so that
    browsers need not download them again. Raises ``OSError``.
    """
    same = [path for path in list_files(folder) if _is_same(site / path, folder / path)]
    for path in same:
        (folder / path).unlink()
    parts = split([*same, *kept], _PART)
    run_tasks([partial(_link_all, site, folder, part) for part in parts])


def _is_same(former: Path, new: Path) -> bool:
    try:
        return former.stat().st_size == new.stat().st_size and filecmp.cmp(former, new, False)
    except OSError:
        return False


def _link_all(site: Path, folder: Path, paths: Sequence[str]) -> None:
    made: set[str] = set()
    for path in paths:
        parent = os.path.dirname(path)  # noqa: PTH120 - thousands of paths
        if parent not in made:
            made.add(parent)
            _make_folders(folder, parent)
        _link(f"{site}/{path}", f"{folder}/{path}")


def _make_folders(folder: Path, parent: str) -> None:
    """Make the folders of a path, open to the web server whatever the umask."""
    waiting = [Path(folder, parent)]
    while not waiting[-1].exists():
        waiting.append(waiting[-1].parent)
    for path in reversed(waiting[:-1]):
        path.mkdir(exist_ok=True)
        path.chmod(FOLDER_MODE)


def _link(former: str, new: str) -> None:
    try:
        os.link(former, new)
    except OSError:
        # Not every disk has links; what else is wrong, copying will say.
        shutil.copy2(former, new)
