"""Telling browsers that what they show has changed."""

from __future__ import annotations

import time
from threading import Condition


class News:
    """The version of what is shown, and how to wait for the next one."""

    def __init__(self) -> None:
        self._changed = Condition()
        # A page of a preview that ended is out of date in the next one too.
        self._start = time.time_ns()
        self._count = 0
        self.is_over = False

    @property
    def version(self) -> str:
        """What stands for the present version."""
        return f"{self._start:x}-{self._count}"

    def announce(self) -> None:
        """Say that pages have changed."""
        with self._changed:
            self._count += 1
            self._changed.notify_all()

    def end(self) -> None:
        """Wake whoever waits: nothing more will change."""
        with self._changed:
            self.is_over = True
            self._changed.notify_all()

    def wait(self, version: str, timeout: float) -> str:
        """Return the present version: once it is no longer ``version``, or after ``timeout`` s."""
        with self._changed:
            self._changed.wait_for(lambda: self.is_over or self.version != version, timeout)
            return self.version
