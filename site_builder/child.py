"""A process forked to work beside this one, and what it sends back."""

from __future__ import annotations

import os
import pickle
import signal
import sys
import warnings
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Generic, NoReturn, TypeVar

T = TypeVar("T")


class WorkerDied(Exception):
    """A process ended before its tasks did: the system killed it, for want of memory perhaps."""


@dataclass(slots=True)
class Outcome(Generic[T]):
    """What the tasks of one process returned, by rank, and what stopped it, if anything did."""

    results: dict[int, T]
    failed: int = 0
    error: BaseException | None = None


class Child:
    """A process that works, then sends what came of it; whoever starts it ends it.

    ``pipe`` is where it answers: there is something to read as soon as it has.
    """

    def __init__(self, work: Callable[[], Outcome[Any]]) -> None:
        """Start it: it begins with all that this process holds."""
        # Or the child would print again what is still to be printed.
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        reading, writing = os.pipe()
        with warnings.catch_warnings():
            # From Python 3.12 on, of the threads that libraries for numbers keep for themselves.
            warnings.simplefilter("ignore", DeprecationWarning)
            self._pid = os.fork()
        if self._pid == 0:
            os.close(reading)
            _serve(work, writing)
        os.close(writing)
        self.pipe = os.fdopen(reading, "rb")

    def receive(self) -> Outcome[Any]:
        """Wait for what it sends; when it sends nothing, that is an error too: ``WorkerDied``."""
        data = self.pipe.read()
        if not data:
            return Outcome({}, 0, WorkerDied(f"process {self._pid} ended before its tasks"))
        outcome: Outcome[Any] = pickle.loads(data)  # noqa: S301 - written by our own child
        return outcome

    def end(self) -> None:
        """End it if it is still at work, and let the system forget it."""
        self.pipe.close()
        with suppress(ProcessLookupError):
            os.kill(self._pid, signal.SIGKILL)
        with suppress(ChildProcessError):
            os.waitpid(self._pid, 0)


def _serve(work: Callable[[], Outcome[Any]], writing: int) -> NoReturn:
    """Work in a child, which leaves without a look back: nothing here is its own."""
    status = 1
    try:
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(_pickled(work()))
        status = 0
    finally:
        os._exit(status)


def _pickled(outcome: Outcome[Any]) -> bytes:
    """Return the outcome as bytes; an error that cannot be sent becomes one that tells of it."""
    try:
        data = pickle.dumps(outcome, pickle.HIGHEST_PROTOCOL)
        if outcome.error is not None:
            # Some errors are sent, and cannot be made again.
            pickle.loads(data)  # noqa: S301 - our own bytes
    except Exception as fault:  # noqa: BLE001 - whatever the error's class does
        told = RuntimeError(f"{type(outcome.error or fault).__name__}: {outcome.error or fault}")
        return pickle.dumps(Outcome({}, outcome.failed, told))
    return data
