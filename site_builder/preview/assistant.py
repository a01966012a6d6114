"""Work on the whole catalogue, in a process of its own: pages don't wait for it.

A thread would not do: Python runs one at a time, and a page would take as long again as what is
checked meanwhile. The process reads the catalogue itself, so that little is sent to it.
"""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

from site_builder.config import Content, prepare_content
from site_builder.loading import Loaded, Memo, load_catalogue
from site_builder.preview.reading import read_again
from site_builder.processes import count_processes

T = TypeVar("T")

# Seconds without a call after which there is time for other things.
_IDLE = 1.0
# Pages come first, where there are not enough processors for all.
NICE = 5


@dataclass(frozen=True, slots=True)
class Subject:
    """The catalogue to work on: its folder, the templates, the day, and the rank of its state.

    ``changes`` are the files that changed before each of the last states, by rank.
    """

    catalogue: Path
    templates: Path
    today: date
    state: int
    changes: Mapping[int, Sequence[Path]] = field(default_factory=dict)

    def changed_since(self, former: Subject) -> list[Path] | None:
        """Return the files that changed since another state, ``None`` when that is not known."""
        states = range(former.state + 1, self.state + 1)
        if former.catalogue != self.catalogue or not self.changes.keys() >= set(states):
            return None
        return [*dict.fromkeys(path for state in states for path in self.changes[state])]


class Reader:
    """Reads the catalogue, and again what changed of it when another state is asked for."""

    def __init__(self, memo: Memo) -> None:
        """``memo`` is what is known already of the files."""
        self._memo = dict(memo)
        self._last: tuple[Subject, Content] | None = None

    def read(self, subject: Subject) -> Content:
        """Return the content of the catalogue: in that state, or in one that it was in since."""
        if self._last is None or not _is_as_new(self._last[0], subject):
            former = self._last[1] if self._last else None
            content = prepare_content(self._load(subject), subject.today, subject.templates, former)
            self._last = subject, content
        return self._last[1]

    def _load(self, subject: Subject) -> Loaded:
        if self._last is not None:
            changed = subject.changed_since(self._last[0])
            loaded = self._last[1].loaded
            if changed is not None and loaded is not None:
                return read_again(loaded, changed, self._memo)
        return load_catalogue(subject.catalogue, memo=self._memo, spread=map)


def _is_as_new(one: Subject, other: Subject) -> bool:
    same = (one.catalogue, one.templates, one.today)
    return one.state >= other.state and same == (other.catalogue, other.templates, other.today)


class Assistant:
    """Calls functions on the catalogue in a process, one at a time; safe for threads.

    Where the system cannot fork, and where there is one processor, they are called in place.
    """

    def __init__(self, memo: Memo, niceness: int = NICE) -> None:
        """``memo`` is what is known already of the files: nothing else runs yet, not a thread.

        ``niceness`` is how readily it gives way to others (``nice``).
        """
        self._lock = Lock()
        self._reader = Reader(memo)
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
