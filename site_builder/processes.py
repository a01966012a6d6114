"""Sharing independent tasks among the processors.

Python runs one thread at a time, so tasks go to processes. They are forked: each starts with all
that was read so far, and nothing is sent to it. Where the system cannot fork, and where there is
one processor, the tasks are run one after another. Either way the results are those of the tasks,
in their order.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import partial
from typing import TypeVar

from site_builder.team import Progress, Team

A = TypeVar("A")
T = TypeVar("T")

MOST_PROCESSES = 8
"""Beyond, processes take more memory than they save time."""
VARIABLE = "CATALOGUE_PROCESSES"
"""The environment variable that says how many processes may work at once."""


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
        for done, item in enumerate(everything, start=1):
            yield function(item)
            progress(done, len(everything))
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
    children = count - (0 if apart else 1) if count > 1 else 0
    with closing(Team(tasks, children, progress)) as team:
        if not apart:
            team.help()
        return team.results()


def start_tasks(
    tasks: Sequence[Callable[[], T]],
    progress: Progress = lambda _done, _total: None,
    *,
    processes: int = MOST_PROCESSES,
) -> Team[T]:
    """Start tasks ``apart``, as ``run_tasks`` says; whoever starts them closes the team.

    At most so many ``processes`` work on them: with none, this one does when it asks for results.
    """
    usable = count_processes()
    return Team(tasks, min(usable, processes, len(tasks)) if usable > 1 else 0, progress)


@contextmanager
def beside(task: Callable[[], T]) -> Iterator[Team[T]]:
    """Run ``task`` in another process while the body of the ``with`` runs, or after it.

    It may write files, not change what this process sees. It is over at the end, whether the body
    has raised an ``Exception`` or not; whatever else the body raises ends it. Raises what the task
    raised, and ``WorkerDied``.
    """
    with closing(Team([task], min(count_processes() - 1, 1))) as team:
        try:
            yield team
        except Exception:
            team.results()
            raise
        team.results()
