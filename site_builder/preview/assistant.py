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
from typing import Any, TypeVar

from site_builder.preview.reading import Reader, Subject
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

    def __init__(self, reader: Reader, niceness: int = NICE) -> None:
        """``reader`` has read the catalogue already: nothing else runs yet, not a thread.

        ``niceness`` is how readily it gives way to others (``nice``).
        """
        self._lock = Lock()
        self._reader = reader.twin()
        self._is_stopped = False
        self._pipe: Connection | None = None
        if count_processes() > 1:
            context = get_context("fork")
            self._pipe, theirs = context.Pipe()
            serve = partial(_serve, theirs, self._pipe, self._reader, niceness)
            self._process = context.Process(target=serve, daemon=True)
            self._process.start()
            theirs.close()

    def call(self, function: Callable[..., T], subject: Subject, *arguments: object) -> T:
        """Return ``function(content, *arguments)``, where ``content`` is what ``subject`` holds.

        Raises what the function does.
        """
        with self._lock:
            if self._pipe is None:
                return function(self._reader.read(subject), *arguments)
            try:
                self._pipe.send((function, subject, arguments))
                returned, error = self._pipe.recv()
            except (EOFError, OSError):
                if self._is_stopped:
                    raise
                # The system ended it, for want of memory perhaps.
                self._pipe = None
                return function(self._reader.read(subject), *arguments)
        if error is not None:
            raise error
        result: T = returned
        return result

    def stop(self) -> None:
        """End the process, whatever it is doing; a call under way raises ``EOFError``."""
        self._is_stopped = True
        if self._pipe is not None:
            self._process.terminate()
            self._process.join()


def _serve(pipe: Connection, theirs: Connection, reader: Reader, niceness: int) -> None:
    """Answer the calls that come through ``pipe``, until the other end is closed."""
    theirs.close()
    # Ctrl+C is for the preview, which ends its assistants.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.nice(niceness)
    # What was read stays: to walk it over and over would copy what both processes share.
    gc.freeze()
    gc.disable()
    with suppress(EOFError, OSError):
        while True:
            function, subject, arguments = pipe.recv()
            pipe.send(_outcome(partial(_apply, reader, function, subject, arguments)))
            del function, subject, arguments
            # Once nobody waits for an answer.
            if not pipe.poll(_IDLE):
                gc.collect()


def _apply(
    reader: Reader, function: Callable[..., Any], subject: Subject, arguments: tuple[object, ...]
) -> Any:
    return function(reader.read(subject), *arguments)


def _outcome(call: Callable[[], Any]) -> tuple[Any, Exception | None]:
    try:
        return call(), None
    except Exception as error:  # noqa: BLE001 - whoever called raises it
        # Not every error can be sent; its words always can.
        return None, RuntimeError(f"{type(error).__name__}\u00a0: {error}")
