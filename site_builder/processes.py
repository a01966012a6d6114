"""Sharing independent tasks among the processors.

Python runs one thread at a time, so tasks go to processes. They are forked: each starts with all
that was read so far, and nothing is sent to it. Where the system cannot fork, and where there is
one processor, the tasks are run one after another. Either way the results are those of the tasks,
in their order.
"""

from __future__ import annotations

import mmap
import os
import pickle
import select
import signal
import struct
import sys
import threading
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import IO, Any, Generic, NoReturn, TypeVar

A = TypeVar("A")
T = TypeVar("T")
Progress = Callable[[int, int], None]

MOST_PROCESSES = 8
"""Beyond, processes take more memory than they save time."""
VARIABLE = "CATALOGUE_PROCESSES"
"""The environment variable that says how many processes may work at once."""

_LOOK_SECONDS = 0.1
"""How long a process that only waits does so before it tells what the others have done."""

_RANK = struct.Struct("=I")
# What any pipe holds at least: numbers of parts are written before anybody reads.
_MOST_PARTS = 4096 // _RANK.size


class WorkerDied(Exception):
    """A process ended before its tasks did: the system killed it, for want of memory perhaps."""


def count_processes() -> int:
    """Return how many processes may work at once, this one included.

    One where the system cannot fork, and in a program that has other threads: a child would find
    what they hold locked for ever.
    """
    if not hasattr(os, "fork") or threading.active_count() > 1:
        return 1
    asked = os.environ.get(VARIABLE, "")
    if asked.isdecimal():
        return max(1, int(asked))
    affinity = getattr(os, "sched_getaffinity", None)
    usable = len(affinity(0)) if affinity else os.cpu_count() or 1
    return min(usable, MOST_PROCESSES)


def split(items: Sequence[T], size: int) -> list[Sequence[T]]:
    """Cut ``items`` into parts of ``size``."""
    return [items[start : start + size] for start in range(0, len(items), size)]


def share(
    function: Callable[[A], T],
    items: Iterable[A],
    progress: Progress = lambda _done, _total: None,
    *,
    size: int = 64,
) -> Iterator[T]:
    """Yield ``function(item)`` for each item, in their order, ``size`` of them to a task.

    ``progress`` is told (items done, items in all). Raises what ``run_tasks`` raises.
    """
    everything = list(items)
    parts = split(everything, size)
    if min(count_processes(), len(parts)) < 2:
        yield from _run_here([partial(function, item) for item in everything], progress)
        return

    def tell(done: int, total: int) -> None:
        progress(done * len(everything) // total, len(everything))

    for results in run_tasks([partial(_apply, function, part) for part in parts], tell):
        yield from results


def _apply(function: Callable[[A], T], items: Sequence[A]) -> list[T]:
    return [function(item) for item in items]


def run_tasks(
    tasks: Sequence[Callable[[], T]],
    progress: Progress = lambda _done, _total: None,
    *,
    processes: int | None = None,
    apart: bool = False,
) -> list[T]:
    """Run every task and return what each returned, in their order.

    A task is run once, in some process: it may write files, not change what the others see; what
    it returns can be pickled. Long tasks come first, so that no processor waits for the last one.
    ``progress`` is told (tasks done, tasks in all). With ``apart``, this process only waits: memory
    that tasks take goes with those who run them, where it would stay till the end.

    Raises what the first task (in their order) to fail raised, the others being abandoned, and
    ``WorkerDied``.
    """
    count = min(processes or count_processes(), len(tasks))
    if count < 2:
        return list(_run_here(tasks, progress))
    return _Team(tasks, progress).run(count, apart=apart)


def _run_here(tasks: Sequence[Callable[[], T]], progress: Progress) -> Iterator[T]:
    for done, task in enumerate(tasks, start=1):
        yield task()
        progress(done, len(tasks))


@dataclass(slots=True)
class _Outcome(Generic[T]):
    """What the tasks of one process returned, by rank, and what stopped it, if anything did."""

    results: dict[int, T]
    failed: int = 0
    error: BaseException | None = None


class _Team(Generic[T]):
    """Processes that take the tasks one by one, as each has finished its former one."""

    def __init__(self, tasks: Sequence[Callable[[], T]], progress: Progress) -> None:
        self._tasks = tasks
        self._progress = progress
        self._parts = _cut(len(tasks))
        self._queue = _fill_pipe(len(self._parts))
        self._first = os.getpid()
        self._told = 0

    def run(self, count: int, *, apart: bool) -> list[T]:
        # How many tasks each process has done: memory that all of them see.
        with self._queue, mmap.mmap(-1, count * _RANK.size) as self._done:
            workers: list[tuple[int, IO[bytes]]] = []
            outcomes: list[_Outcome[T]] = []
            try:
                for number in range(0 if apart else 1, count):
                    workers.append(self._fork(number))
                if apart:
                    self._watch([pipe for _, pipe in workers])
                else:
                    outcomes.append(self._work(0))
                    if isinstance(outcomes[0].error, KeyboardInterrupt | SystemExit):
                        raise outcomes[0].error
                outcomes += (_receive(pid, pipe) for pid, pipe in workers)
            finally:
                for pid, pipe in workers:
                    pipe.close()
                    _end(pid)
        results = _gather(outcomes, len(self._tasks))
        # The other processes may have ended after this one had nothing more to tell.
        self._tell(len(results))
        return results

    def _tell(self, done: int) -> None:
        if done > self._told:
            self._told = done
            self._progress(done, len(self._tasks))

    def _fork(self, number: int) -> tuple[int, IO[bytes]]:
        """Start a process; return its number in the system, and where it will answer."""
        # Or the child would print again what is still to be printed.
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        reading, writing = os.pipe()
        with warnings.catch_warnings():
            # From Python 3.12 on, of the threads that libraries for numbers keep for themselves.
            warnings.simplefilter("ignore", DeprecationWarning)
            pid = os.fork()
        if pid == 0:
            os.close(reading)
            self._serve(number, writing)
        os.close(writing)
        return pid, os.fdopen(reading, "rb")

    def _serve(self, number: int, writing: int) -> NoReturn:
        """Work in a child, which leaves without a look back: nothing here is its own."""
        status = 1
        try:
            for name in ("SIGINT", "SIGTERM", "SIGHUP"):
                signal.signal(getattr(signal, name), signal.SIG_DFL)
            with os.fdopen(writing, "wb") as pipe:
                pipe.write(_pickled(self._work(number)))
            status = 0
        finally:
            os._exit(status)

    def _work(self, number: int) -> _Outcome[T]:
        """Run tasks until there are none left, or one fails."""
        outcome: _Outcome[T] = _Outcome({})
        while self._is_wanted() and (part := _take(self._queue)) is not None:
            for rank in self._parts[part]:
                try:
                    outcome.results[rank] = self._tasks[rank]()
                except BaseException as error:  # noqa: BLE001 - the parent raises it again
                    outcome.failed, outcome.error = rank, error
                    # The others find nothing more to do.
                    while _take(self._queue) is not None:
                        pass
                    return outcome
            _RANK.pack_into(self._done, number * _RANK.size, len(outcome.results))
            if os.getpid() == self._first:
                self._tell_all()
        return outcome

    def _watch(self, pipes: Sequence[IO[bytes]]) -> None:
        """Tell what the others have done until each has something to answer, or has died."""
        while pipes:
            answering = select.select(pipes, [], [], _LOOK_SECONDS)[0]
            pipes = [pipe for pipe in pipes if pipe not in answering]
            self._tell_all()

    def _tell_all(self) -> None:
        self._tell(sum(found for (found,) in _RANK.iter_unpack(self._done[:])))

    def _is_wanted(self) -> bool:
        # A child whose parent is gone works for nobody; who started it all may well be gone, as
        # the shell of a command that was left to run.
        return os.getpid() == self._first or os.getppid() == self._first


def _cut(count: int) -> list[range]:
    """Cut the ranks of ``count`` tasks in parts that one process takes at once.

    A part is one task; where there are too many for a pipe, the later half of it stands for several
    each: the longest tasks come first.
    """
    alone = count if count <= _MOST_PARTS else _MOST_PARTS // 2
    size = -(-(count - alone) // (_MOST_PARTS - alone)) if alone < count else 1
    starts = [*range(alone), *range(alone, count, size)]
    return [range(start, end) for start, end in pairwise([*starts, count])]


def _fill_pipe(count: int) -> IO[bytes]:
    """Return a pipe of the numbers below ``count``: each is read by one process alone."""
    reading, writing = os.pipe()
    try:
        os.write(writing, b"".join(map(_RANK.pack, range(count))))
    finally:
        os.close(writing)
    return os.fdopen(reading, "rb", buffering=0)


def _take(queue: IO[bytes]) -> int | None:
    data = queue.read(_RANK.size)
    return _RANK.unpack(data)[0] if data else None


def _pickled(outcome: _Outcome[Any]) -> bytes:
    """Return the outcome as bytes; an error that cannot be sent becomes one that tells of it."""
    try:
        data = pickle.dumps(outcome, pickle.HIGHEST_PROTOCOL)
        if outcome.error is not None:
            # Some errors are sent, and cannot be made again.
            pickle.loads(data)  # noqa: S301 - our own bytes
    except Exception as fault:  # noqa: BLE001 - whatever the error's class does
        told = RuntimeError(f"{type(outcome.error or fault).__name__}: {outcome.error or fault}")
        return pickle.dumps(_Outcome({}, outcome.failed, told))
    return data


def _receive(pid: int, pipe: IO[bytes]) -> _Outcome[Any]:
    data = pipe.read()
    if not data:
        raise WorkerDied(f"process {pid} ended before its tasks")
    outcome: _Outcome[Any] = pickle.loads(data)  # noqa: S301 - written by our own child
    return outcome


def _end(pid: int) -> None:
    """End a child that is still at work, and let the system forget it."""
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
    with suppress(ChildProcessError):
        os.waitpid(pid, 0)


def _gather(outcomes: Sequence[_Outcome[T]], count: int) -> list[T]:
    errors = [(found.failed, found.error) for found in outcomes if found.error is not None]
    if errors:
        _, error = min(errors, key=lambda pair: pair[0])
        raise error
    results = {rank: result for found in outcomes for rank, result in found.results.items()}
    return [results[rank] for rank in range(count)]
