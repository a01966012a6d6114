"""A process forked to work beside this one, and what it sends back."""

from __future__ import annotations

import os
import pickle
import signal
import sys
import warnings
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from io import BytesIO
from typing import IO, Any, Generic, NoReturn, TypeVar

T = TypeVar("T")


class WorkerDied(Exception):
    """A process ended before its tasks did: the system killed it, for want of memory perhaps."""


@dataclass(slots=True)
class Outcome(Generic[T]):
    """What the tasks of one process returned, by rank, and what stopped it, if anything did."""

    results: dict[int, T] = field(default_factory=dict)
    failed: int = 0
    error: BaseException | None = None

    def add(self, rank: int, result: T) -> None:
        """Take what the task of a rank returned."""
        self.results[rank] = result


class Child:
    """A process that works, then sends what came of it; whoever starts it ends it.

    ``pipe`` is where it answers: there is something to read as soon as it has.
    """

    def __init__(self, work: Callable[[Outcome[Any]], object]) -> None:
        """Start it: it begins with all that this process holds, and fills an outcome."""
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
        try:
            count, failed, error = pickle.load(self.pipe)  # noqa: S301 - written by our own child
            unpickler = pickle.Unpickler(self.pipe)  # noqa: S301 - the same
            outcome = Outcome(dict(unpickler.load() for _ in range(count)), failed, error)
        except (EOFError, pickle.UnpicklingError):
            return Outcome(error=WorkerDied(f"process {self._pid} ended before its tasks"))
        # Nothing more comes: this waits for it to close its end.
        self.pipe.read()
        return outcome

    def end(self) -> None:
        """End it if it is still at work, and let the system forget it."""
        self.pipe.close()
        with suppress(ProcessLookupError):
            os.kill(self._pid, signal.SIGKILL)
        with suppress(ChildProcessError):
            os.waitpid(self._pid, 0)


class _Letter(Outcome[T]):
    """What a child sends. Results are pickled as they come, while the other processes work too.

    What results have in common is still one object when they are received.
    """

    def __init__(self) -> None:
        super().__init__()
        self._count = 0
        self._pickled = BytesIO()
        self._pickler = pickle.Pickler(self._pickled, pickle.HIGHEST_PROTOCOL)

    def add(self, rank: int, result: T) -> None:
        self._pickler.dump((rank, result))
        self._count += 1

    def send(self, pipe: IO[bytes]) -> None:
        """Send how many results there are, what stopped them, and, if nothing did, the results."""
        if self.error is not None:
            pipe.write(_describe(self.failed, self.error))
        else:
            pipe.write(pickle.dumps((self._count, 0, None)))
            pipe.write(self._pickled.getbuffer())


def _serve(work: Callable[[Outcome[Any]], object], writing: int) -> NoReturn:
    """Work in a child, which leaves without a look back: nothing here is its own."""
    status = 1
    try:
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
        letter: _Letter[Any] = _Letter()
        work(letter)
        with os.fdopen(writing, "wb") as pipe:
            letter.send(pipe)
        status = 0
    finally:
        os._exit(status)


def _describe(failed: int, error: BaseException) -> bytes:
    """Return an error as bytes; one that cannot be sent becomes one that tells of it."""
    try:
        data = pickle.dumps((0, failed, error))
        # Some errors are sent, and cannot be made again.
        pickle.loads(data)  # noqa: S301 - our own bytes
    except Exception:  # noqa: BLE001 - whatever the error's class does
        return pickle.dumps((0, failed, RuntimeError(f"{type(error).__name__}: {error}")))
    return data
