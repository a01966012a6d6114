"""Processes that share tasks, and those who wait for them."""

from __future__ import annotations

import mmap
import os
import select
import struct
from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise
from typing import IO, Generic, TypeVar

from site_builder.child import Child, Outcome

T = TypeVar("T")
Progress = Callable[[int, int], None]

_LOOK_SECONDS = 0.1
"""How long a process that only waits does so before it tells what the others have done."""

_RANK = struct.Struct("=I")
# What any pipe holds at least: numbers of parts are written before anybody reads.
_MOST_PARTS = 4096 // _RANK.size


class Team(Generic[T]):
    """Processes that take tasks one by one, as each has finished its former one.

    Where there is none, this process runs the tasks when it is asked for their results.
    """

    def __init__(
        self,
        tasks: Sequence[Callable[[], T]],
        children: int,
        progress: Progress = lambda _done, _total: None,
    ) -> None:
        """Start ``children`` processes; ``progress`` is told (tasks done, tasks in all)."""
        self._tasks = tasks
        self._progress = progress
        self._parts = _cut(len(tasks))
        self._queue = _fill_pipe(len(self._parts))
        # How many tasks each process has done, this one last: memory that all of them see.
        self._done = mmap.mmap(-1, (children + 1) * _RANK.size)
        self._first = os.getpid()
        self._told = 0
        self._outcomes: list[Outcome[T]] = []
        self._is_complete = False
        self._children: list[Child] = []
        try:
            for number in range(children):
                self._children.append(Child(partial(self._work, number)))
        except BaseException:
            self.close()
            raise

    def help(self) -> None:
        """Take tasks too, until there are none left."""
        outcome: Outcome[T] = Outcome()
        self._work(len(self._children), outcome)
        if isinstance(outcome.error, KeyboardInterrupt | SystemExit):
            raise outcome.error
        self._outcomes.append(outcome)

    @property
    def is_over(self) -> bool:
        """Whether nobody has to be waited for."""
        pipes = [child.pipe for child in self._children]
        return len(select.select(pipes, [], [], 0)[0]) == len(pipes)

    def results(self) -> list[T]:
        """Wait for what each task returned, in their order.

        Raises what the first of them to fail raised, and ``WorkerDied``.
        """
        if not self._is_complete:
            if not self._children and not self._outcomes:
                self.help()
            self._watch([child.pipe for child in self._children])
            self._outcomes += (child.receive() for child in self._children)
            self._is_complete = True
        results = _gather(self._outcomes, len(self._tasks))
        # The other processes may have ended after this one had nothing more to tell.
        self._tell(len(results))
        return results

    def close(self) -> None:
        """End those who are still at work; to close again does nothing."""
        while self._children:
            self._children.pop().end()
        self._queue.close()
        self._done.close()

    def _tell(self, done: int) -> None:
        if done > self._told:
            self._told = done
            self._progress(done, len(self._tasks))

    def _work(self, number: int, outcome: Outcome[T]) -> None:
        """Run tasks until there are none left, or one fails."""
        done = 0
        while self._is_wanted() and (part := _take(self._queue)) is not None:
            for rank in self._parts[part]:
                try:
                    outcome.add(rank, self._tasks[rank]())
                except BaseException as error:  # noqa: BLE001 - the parent raises it again
                    outcome.failed, outcome.error = rank, error
                    # The others find nothing more to do.
                    while _take(self._queue) is not None:
                        pass
                    return
            done += len(self._parts[part])
            _RANK.pack_into(self._done, number * _RANK.size, done)
            if os.getpid() == self._first:
                self._tell_all()

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
