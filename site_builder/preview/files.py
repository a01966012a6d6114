"""Which files of a project changed: as the system tells, where it does, and by looking."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from pathlib import Path
from threading import Lock
from time import monotonic

from site_builder.preview.snapshot import (
    Snapshot,
    counts,
    find_changes,
    follow_snapshot,
    take_snapshot,
)

# The files that were edited last: whoever edits saves them again and again.
_RECENT = 50
# Seconds between two looks at all files: until the system has told of a change; from then on.
_SOON, _LATER = 1.0, 10.0
# Seconds within which the system tells of a change.
_LATENCY = 1.0


class Files:
    """The files of a project. Safe for threads, but for ``follow``.

    Network folders and some virtual machines tell nothing: the system is no longer believed once
    it has not told of a change that was found by looking.
    """

    def __init__(self, sources: Collection[Path]) -> None:
        """``sources`` are files, and folders with all that they hold."""
        self.sources = sources
        self.is_told = False
        """Whether the system is believed to tell of changes."""
        self._lock = Lock()
        self._seen: Snapshot = {}
        self._recent: list[str] = []
        # What the system told: since the last time it was followed, and since the last look.
        self._told: set[str] = set()
        self._heard: set[str] = set()
        # What it had not told when it was found, and when that was.
        self._untold: dict[str, float] = {}
        self._has_told = False
        # What changed before the system was asked to tell is not its fault.
        self._is_excused = False

    @property
    def patience(self) -> float:
        """The seconds between two looks at all files."""
        return _LATER if self.is_told and self._has_told else _SOON

    def start(self) -> None:
        """Take all files as they are now."""
        self._seen = take_snapshot(self.sources)

    def believe(self) -> None:
        """Believe the system to tell of changes from now on."""
        self.is_told = self._is_excused = True

    def tell(self, paths: Iterable[str]) -> None:
        """Learn from the system that there may be a change at ``paths``."""
        told = {path for path in paths if counts(path, self.sources)}
        with self._lock:
            self._told |= told
            self._heard |= told
            for path in [path for path in self._untold if _is_within(path, told)]:
                del self._untold[path]

    def look(self) -> list[str]:
        """Return the files that changed, from a look at all of them."""
        found = list(map(str, find_changes(self._seen, take_snapshot(self.sources))))
        now = monotonic()
        with self._lock:
            if any(now - since > _LATENCY for since in self._untold.values()):
                self.is_told = False
                self._untold.clear()
            for path in found:
                if not self._is_excused and not _is_within(path, self._heard):
                    self._untold.setdefault(path, now)
            self._is_excused = False
            self._heard.clear()
        return found

    def follow(self, suspects: Iterable[str] = ()) -> list[Path]:
        """Return the files that changed since the last time.

        That is among ``suspects``, what the system told, and what was edited last.
        """
        with self._lock:
            told, self._told = self._told, set()
        before = self._seen
        self._seen = follow_snapshot(before, {*told, *self._recent, *suspects})
        changed = find_changes(before, self._seen)
        if changed:
            self._has_told = self._has_told or not told.isdisjoint(map(str, changed))
            recent = dict.fromkeys((*map(str, changed), *self._recent))
            self._recent = [path for path in recent if path in self._seen][:_RECENT]
        return changed


def _is_within(path: str, told: Collection[str]) -> bool:
    """Tell whether ``path`` was told, or a folder that holds it."""
    while path and path not in told:
        path = path.rpartition(os.sep)[0]
    return bool(path)
