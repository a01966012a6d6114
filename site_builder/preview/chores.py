"""What a preview does once the page is shown."""

from __future__ import annotations

from collections.abc import Callable
from threading import Condition, Thread

Chore = Callable[[], None]


class Chores:
    """Does the last chore that it was given, in a thread of its own."""

    def __init__(self, report: Callable[[Exception], object]) -> None:
        """``report`` is told what a chore raises; the next one is done all the same."""
        self._report = report
        self._news = Condition()
        self._waiting: Chore | None = None
        self._busy = False
        self._stopped = False
        self._thread = Thread(target=self._run, name="chores", daemon=True)

    def replace(self, chore: Chore) -> None:
        """Do this one, and not the one that waits: it was about a former state."""
        with self._news:
            self._waiting = chore
            self._news.notify_all()
        if not self._thread.is_alive():
            self._thread.start()

    def wait(self, timeout: float | None = None) -> bool:
        """Wait until nothing is left to do; return ``False`` after ``timeout`` seconds."""
        with self._news:
            return self._news.wait_for(lambda: self._waiting is None and not self._busy, timeout)

    def abandon(self) -> None:
        """Begin nothing more; what is under way may fail, and nobody is told."""
        with self._news:
            self._stopped, self._waiting = True, None
            self._news.notify_all()

    def stop(self) -> None:
        """Begin nothing more, and wait for the end of what is under way."""
        self.abandon()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        while True:
            with self._news:
                self._busy = False
                self._news.notify_all()
                self._news.wait_for(lambda: self._stopped or self._waiting is not None)
                if self._stopped:
                    return
                chore, self._waiting = self._waiting, None
                self._busy = True
            assert chore is not None
            try:
                chore()
            except Exception as error:  # noqa: BLE001 - the thread has to live
                if not self._stopped:
                    self._report(error)
