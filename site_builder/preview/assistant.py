"""Work on the whole catalogue, in a process of its own: pages don't wait for it.

A thread would not do: Python runs one at a time, and a page would take as long again as what is
checked meanwhile. The process reads the catalogue itself, so that little is sent to it.
"""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection
from threading import Lock
from typing import Any, NamedTuple, TypeVar

from site_builder.preview.reading import Reader, Subject
from site_builder.preview.whole import Whole
from site_builder.processes import count_processes

T = TypeVar("T")

# Seconds without a call after which there is time for other things.
_IDLE = 1.0
# Pages come first, where there are not enough processors for all.
NICE = 5


class Assistant:
    """Calls functions on the catalogue in a process, one at a time; safe for threads.

    Where the system cannot fork, and where there is one processor, they are called in place.
    """

    def __init__(self, reader: Reader, whole: Whole | None = None, niceness: int = NICE) -> None:
        """``reader`` has read the catalogue already: nothing else runs yet, not a thread.

        ``whole`` is for the process alone: what it knows holds for what one reader has read.
        ``niceness`` is how readily it gives way to others (``nice``).
        """
        self._lock = Lock()
        # For calls in place: should the process end, the catalogue is read anew.
        self._reader, self._whole = Reader(), Whole()
        self._is_stopped = False
        self._pipe: Connection | None = None
        if count_processes() > 1:
            context = get_context("fork")
            self._pipe, theirs = context.Pipe()
            work = partial(_apply, reader, whole or Whole())
            serve = partial(_serve, theirs, self._pipe, work, niceness)
            self._process = context.Process(target=serve, daemon=True)
            self._process.start()
            theirs.close()
        else:
            self._reader = reader.twin()

    def call(self, method: Callable[..., T], subject: Subject, *arguments: object) -> T:
        """Return what a method of ``Whole`` does, on the content that ``subject`` holds.

        Raises what it does.
        """
        with self._lock:
            if self._pipe is None:
                return self._call_here(method, subject, arguments)
            try:
                self._pipe.send((method, subject, arguments))
                returned, error = self._pipe.recv()
            except (EOFError, OSError):
                if self._is_stopped:
                    raise
                # The system ended it, for want of memory perhaps.
                self._pipe = None
                return self._call_here(method, subject, arguments)
        if error is not None:
            raise error
        result: T = returned
        return result

    def _call_here(
        self, method: Callable[..., T], subject: Subject, arguments: tuple[object, ...]
    ) -> T:
        result: T = _apply(self._reader, self._whole, method, subject, arguments)
        return result

    def stop(self) -> None:
        """End the process, whatever it is doing; a call under way raises ``EOFError``."""
        self._is_stopped = True
        if self._pipe is not None:
            self._process.terminate()
            self._process.join()


class Makers(NamedTuple):
    """Who makes files of the whole catalogue: none waits for what the other makes."""

    search: Assistant
    data: Assistant


def _serve(pipe: Connection, theirs: Connection, work: Callable[..., Any], niceness: int) -> None:
    """Answer the calls that come through ``pipe``, until the other end is closed."""
    theirs.close()
    # Ctrl+C is for the preview, which ends its assistants.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.nice(niceness)
    # What was read stays: to walk it over and over would copy what both processes share.
    gc.freeze()
    gc.disable()
    has_rested = False
    with suppress(EOFError, OSError):
        while True:
            pipe.send(_outcome(partial(work, *pipe.recv())))
            # Once nobody waits for an answer.
            if not pipe.poll(_IDLE):
                gc.collect()
                if not has_rested:
                    # What was learnt at first stays too: who asks next would wait for that walk.
                    gc.freeze()
                    has_rested = True


def _apply(
    reader: Reader,
    whole: Whole,
    method: Callable[..., Any],
    subject: Subject,
    arguments: tuple[object, ...],
) -> Any:
    return method(whole, reader.read(subject), *arguments)


def _outcome(call: Callable[[], Any]) -> tuple[Any, Exception | None]:
    try:
        return call(), None
    except Exception as error:  # noqa: BLE001 - whoever called raises it
        # Not every error can be sent; its words always can.
        return None, RuntimeError(f"{type(error).__name__}\u00a0: {error}")
