"""Going through folders of tens of thousands of files: one look at each, which the system gives."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePosixPath


def is_apart(name: str) -> bool:
    """Tell whether a file or a folder is not meant to be read: hidden, or an editor's copy."""
    return name.startswith(".") or name.endswith("~")


def walk(
    folder: Path,
    *,
    follow: bool = False,
    skip: Callable[[str], bool] | None = None,
    lenient: bool = False,
) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield all that stands below ``folder``, each folder before what it holds.

    Paths are relative to ``folder``, with forward slashes. Symbolic links to folders are gone
    through when asked to ``follow`` them, but for those that lead back to a folder above. What has
    a name to ``skip`` is left out, with all that it holds. Raises ``OSError``, unless it is
    ``lenient``: a folder that cannot be read then holds nothing.
    """
    root = str(folder)
    waiting = [("", False)]
    while waiting:
        prefix, by_link = waiting.pop()
        try:
            entries = os.scandir(f"{root}/{prefix}")
        except OSError:
            if lenient:
                continue
            raise
        with entries:
            for entry in entries:
                if skip is not None and skip(entry.name):
                    continue
                path = prefix + entry.name
                yield path, entry
                if entry.is_dir(follow_symlinks=follow):
                    linked = by_link or (follow and entry.is_symlink())
                    if not (linked and _leads_back(folder, path)):
                        waiting.append((f"{path}/", linked))


def _leads_back(folder: Path, path: str) -> bool:
    """Tell whether ``path`` is one of the folders that it stands in."""
    here = (folder / path).stat()
    return any(
        os.path.samestat(here, (folder / above).stat()) for above in PurePosixPath(path).parents
    )


def folders_of(paths: Iterable[str]) -> set[str]:
    """Return the folders that paths go through."""
    folders: set[str] = set()
    for path in paths:
        above = path.rpartition("/")[0]
        while above and above not in folders:
            folders.add(above)
            above = above.rpartition("/")[0]
    return folders
