"""Noticing that files change: told by the system where it can, and looking now and then."""

from __future__ import annotations

import os
from collections.abc import Callable
from threading import Event, Thread
from time import monotonic

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from site_builder.preview.files import Files

# Seconds. An editor writes a file in several steps, which count as one.
_SETTLE = 0.02
# What reading a file tells.
_NO_CHANGE = frozenset({"opened", "closed_no_write"})


class Watch(FileSystemEventHandler):
    """Calls ``refresh`` when files may have changed, from a thread of its own."""

    def __init__(self, files: Files, refresh: Callable[[bool], None]) -> None:
        """``files`` is told of changes; ``refresh`` whether to look at all files."""
        self._files = files
        self._refresh = refresh
        self._woken = Event()
        self._stopped = Event()
        self._observer: BaseObserver | None = None
        self._thread = Thread(target=self._run, name="watch", daemon=True)

    def start(self) -> None:
        """Begin to watch.

        Not before: an observer has threads, and a process that forks should have none.
        """
        observer = Observer()
        # Editors put another file in the place of the one that they save: its folder knows.
        watched = {source.parent: False for source in self._files.sources if source.is_file()}
        watched |= {source: True for source in self._files.sources if source.is_dir()}
        try:
            for folder, below in watched.items():
                observer.schedule(self, str(folder), recursive=below)
            observer.start()
        except OSError:
            # The system watches no more files: looking now and then will do.
            observer.unschedule_all()
        else:
            self._observer = observer
            self._files.believe()
        self._thread.start()

    def stop(self) -> None:
        """Watch no more, and wait for a look that is under way."""
        self._stopped.set()
        self._woken.set()
        if self._thread.is_alive():
            self._thread.join()
        if self._observer is not None:
            self._observer.stop()
            self._observer.join()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Wake the watch, unless nothing changed, or a folder by what it holds."""
        if event.event_type in _NO_CHANGE or (
            event.is_directory and event.event_type == "modified"
        ):
            return
        self._files.tell(os.fsdecode(path) for path in (event.src_path, event.dest_path) if path)
        self._woken.set()

    def _run(self) -> None:
        looked = monotonic()
        while not self._stopped.is_set():
            if self._woken.wait(max(0.0, looked + self._files.patience - monotonic())):
                self._stopped.wait(_SETTLE)
                self._woken.clear()
            is_time = monotonic() >= looked + self._files.patience
            if not self._stopped.is_set():
                self._refresh(is_time)
            if is_time:
                looked = monotonic()
