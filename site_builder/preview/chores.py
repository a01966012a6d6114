"""What a preview does once the page is shown: checking the whole catalogue, then its search."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from threading import Condition, Thread

Chore = Callable[[], None]


class Chores:
    """Does the last chores that it was given, one after the other, in a thread of its own."""

    def __init__(self, report: Callable[[Exception], object]) -> None:
        """``report`` is told what a chore raises; the next ones are done all the same."""
        self._report = report
        self._news = Condition()
        self._waiting: list[Chore] = []
        self._busy = False
        self._stopped = False
        self._thread = Thread(target=self._run, name="chores", daemon=True)

    def replace(self, chores: Sequence[Chore]) -> None:
        """Do these, and none of those that wait: they were about a former state."""
        with self._news:
            self._waiting = list(chores)
            self._news.notify_all()
        if not self._thread.is_alive():
            self._thread.start()

    def wait(self, timeout: float | None = None) -> bool:
        """Wait until nothing is left to do; return ``False`` after ``timeout`` seconds."""
        with self._news:
            return self._news.wait_for(lambda: not self._waiting and not self._busy, timeout)

    def abandon(self) -> None:
        """Begin nothing more; what is under way may fail, and nobody is told."""
        with self._news:
            self._stopped, self._waiting = True, []
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
                self._news.wait_for(lambda: self._stopped or self._waiting)
                if self._stopped:
                    return
                chore = self._waiting.pop(0)
                self._busy = True
            try:
                chore()
            except Exception as error:  # noqa: BLE001 - the thread has to live
                if not self._stopped:
                    self._report(error)
