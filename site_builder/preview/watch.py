"""Noticing that files change: told by the system where it can, and looking now and then."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from threading import Event, Thread

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

# Seconds. Network folders and some virtual machines tell nothing: whatever was told, files are
# looked at that often. An editor writes a file in several steps, which count as one.
_LOOK = 1.0
_SETTLE = 0.02
# What reading a file tells.
_NO_CHANGE = frozenset({"opened", "closed_no_write"})


class Watch(FileSystemEventHandler):
    """Calls ``look`` when files may have changed, from a thread of its own."""

    def __init__(self, sources: Collection[Path], look: Callable[[], None]) -> None:
        """``sources`` are files and folders; ``look`` finds out what changed, if anything did."""
        self._look = look
        self._woken = Event()
        self._stopped = Event()
        self._observer = Observer()
        # Editors put another file in the place of the one that they save: its folder knows.
        watched = {source.parent: False for source in sources if source.is_file()}
        watched |= {source: True for source in sources if source.is_dir()}
        for folder, below in watched.items():
            self._observer.schedule(self, str(folder), recursive=below)
        self._thread = Thread(target=self._run, name="watch", daemon=True)

    def start(self) -> None:
        """Begin to watch."""
        try:
            self._observer.start()
        except OSError:
            # The system watches no more files: looking now and then will do.
            self._observer.unschedule_all()
        self._thread.start()

    def stop(self) -> None:
        """Watch no more, and wait for a look that is under way."""
        self._stopped.set()
        self._woken.set()
        if self._thread.is_alive():
            self._thread.join()
        if self._observer.is_alive():
            self._observer.stop()
            self._observer.join()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Wake the watch."""
        if event.event_type not in _NO_CHANGE:
            self._woken.set()

    def _run(self) -> None:
        while not self._stopped.is_set():
            if self._woken.wait(_LOOK):
                self._stopped.wait(_SETTLE)
                self._woken.clear()
            if not self._stopped.is_set():
                self._look()
