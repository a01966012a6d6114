"""Sharing independent tasks among the processors.

Python runs one thread at a time, so tasks go to processes. They are forked: each starts with all
that was read so far, and nothing is sent to it. Where the system cannot fork, and where there is
one processor, the tasks are run one after another. Either way the results are those of the tasks,
in their order.
"""

from __future__ import annotations

import mmap
import os
import select
import struct
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import pairwise
from typing import IO, Generic, TypeVar

from site_builder.child import Child, Outcome

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


@contextmanager
def beside(task: Callable[[], object]) -> Iterator[None]:
    """Run ``task`` in another process while the body of the ``with`` runs, or after it.

    It may write files, not change what this process sees. It is over at the end, whether the body
    has raised an ``Exception`` or not; whatever else the body raises ends it. Raises what the task
    raised, and ``WorkerDied``.
    """
    child = Child(lambda: _run_alone(task)) if count_processes() > 1 else None
    try:
        try:
            yield
        except Exception:
            _finish(task, child)
            raise
        _finish(task, child)
    finally:
        if child is not None:
            child.end()


def _finish(task: Callable[[], object], child: Child | None) -> None:
    _gather([child.receive() if child else _run_alone(task)], 1)


def _run_alone(task: Callable[[], object]) -> Outcome[None]:
    try:
        task()
    except Exception as error:  # noqa: BLE001 - who waits raises it again
        return Outcome({}, 0, error)
    return Outcome({0: None})


def _run_here(tasks: Sequence[Callable[[], T]], progress: Progress) -> Iterator[T]:
    for done, task in enumerate(tasks, start=1):
        yield task()
        progress(done, len(tasks))


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
            workers: list[Child] = []
            outcomes: list[Outcome[T]] = []
            try:
                for number in range(0 if apart else 1, count):
                    workers.append(Child(partial(self._work, number)))
                if apart:
                    self._watch([child.pipe for child in workers])
                else:
                    outcomes.append(self._work(0))
                    if isinstance(outcomes[0].error, KeyboardInterrupt | SystemExit):
                        raise outcomes[0].error
                outcomes += (child.receive() for child in workers)
            finally:
                for child in workers:
                    child.end()
        results = _gather(outcomes, len(self._tasks))
        # The other processes may have ended after this one had nothing more to tell.
        self._tell(len(results))
        return results

    def _tell(self, done: int) -> None:
        if done > self._told:
            self._told = done
            self._progress(done, len(self._tasks))

    def _work(self, number: int) -> Outcome[T]:
        """Run tasks until there are none left, or one fails."""
        outcome: Outcome[T] = Outcome({})
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


def _gather(outcomes: Sequence[Outcome[T]], count: int) -> list[T]:
    errors = [(found.failed, found.error) for found in outcomes if found.error is not None]
    if errors:
        _, error = min(errors, key=lambda pair: pair[0])
        raise error
    results = {rank: result for found in outcomes for rank, result in found.results.items()}
    return [results[rank] for rank in range(count)]
