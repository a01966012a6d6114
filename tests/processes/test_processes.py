"""Tasks shared among processes: same results, errors that come back, nobody left behind."""

from __future__ import annotations

import itertools
import os
import pickle
import signal
import threading
import time
from collections.abc import Callable
from contextlib import closing, nullcontext
from functools import partial
from pathlib import Path
from typing import IO

import pytest

from site_builder.child import WorkerDied
from site_builder.processes import (
    MOST_PROCESSES,
    VARIABLE,
    beside,
    count_processes,
    run_tasks,
    split,
    start_tasks,
)


class _Unsendable(Exception):
    """Cannot be made again from what it holds."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__(f"{first}, {second}")


def _square(number: int) -> int:
    return number * number


def _fail(error: BaseException) -> int:
    raise error


def _meet(folder: Path, name: str) -> int:
    """Return the process that runs this, once another one runs its twin."""
    (folder / name).touch()
    while len(list(folder.iterdir())) < 2:
        time.sleep(0.001)
    return os.getpid()


@pytest.mark.parametrize("apart", [True, False])
@pytest.mark.parametrize("processes", [1, 2, 3, 50])
@pytest.mark.parametrize("count", [0, 1, 2, 37, 1024, 1025, 20_000])
def test_results_are_in_the_order_of_the_tasks(count: int, processes: int, apart: bool) -> None:
    tasks = [partial(_square, number) for number in range(count)]
    expected = [number**2 for number in range(count)]
    assert run_tasks(tasks, processes=processes, apart=apart) == expected


def test_tasks_run_side_by_side(tmp_path: Path) -> None:
    found = run_tasks([partial(_meet, tmp_path, "a"), partial(_meet, tmp_path, "b")], processes=2)
    assert len(set(found)) == 2
    assert os.getpid() in found


def test_a_process_may_only_wait(tmp_path: Path) -> None:
    tasks = [partial(_meet, tmp_path, "a"), partial(_meet, tmp_path, "b")]
    found = run_tasks(tasks, processes=2, apart=True)
    assert len({*found, os.getpid()}) == 3


def test_a_process_that_waits_tells_what_the_others_have_done(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    def wait_to_be_told() -> None:
        while not (tmp_path / "told").exists():
            time.sleep(0.001)

    def tell(*pair: int) -> None:
        told.append(pair)
        (tmp_path / "told").touch()

    run_tasks([partial(_square, 1), wait_to_be_told], tell, processes=2, apart=True)
    assert told == [(1, 2), (2, 2)]


def test_who_started_it_all_may_be_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    # The shell of a command that was left to run ends while it does: it has another parent then.
    others = itertools.count(1)
    monkeypatch.setattr(os, "getppid", lambda: next(others))
    tasks = [partial(_square, number) for number in range(37)]
    assert run_tasks(tasks, processes=2) == [number**2 for number in range(37)]


@pytest.mark.parametrize("processes", [1, 2])
def test_progress_ends_with_all_tasks(processes: int) -> None:
    told: list[tuple[int, int]] = []
    run_tasks(
        [partial(_square, n) for n in range(20)], lambda *pair: told.append(pair), processes=1
    )
    assert told == [(done, 20) for done in range(1, 21)]
    told.clear()
    run_tasks(
        [partial(_square, n) for n in range(20)],
        lambda *pair: told.append(pair),
        processes=processes,
    )
    assert told == sorted(told)
    assert all(done <= total == 20 for done, total in told)
    assert told[-1] == (20, 20)


@pytest.mark.parametrize("apart", [True, False])
@pytest.mark.parametrize("processes", [1, 2, 4])
def test_the_error_of_a_task_is_raised(processes: int, apart: bool) -> None:
    tasks: list[Callable[[], int]] = [partial(_square, n) for n in range(10)]
    tasks[6] = partial(_fail, OSError(28, "No space left on device", "x"))
    with pytest.raises(OSError, match="No space left") as caught:
        run_tasks(tasks, processes=processes, apart=apart)
    assert caught.value.errno == 28


def test_an_error_that_cannot_be_sent_is_told(tmp_path: Path) -> None:
    def wait_then_fail() -> int:
        _meet(tmp_path, f"{os.getpid()}")
        raise _Unsendable("one", "two")

    with pytest.raises((RuntimeError, _Unsendable), match="one, two"):
        run_tasks([wait_then_fail, wait_then_fail], processes=2)


def test_a_result_that_cannot_be_sent_is_an_error() -> None:
    with pytest.raises((AttributeError, TypeError, pickle.PicklingError), match="pickle"):
        run_tasks([threading.Lock, threading.Lock], processes=2, apart=True)


def test_what_results_of_a_process_share_stays_one_object(
    allow_processes: Callable[[int], None],
) -> None:
    allow_processes(2)
    shared = ["one"]
    with closing(start_tasks([lambda: shared, lambda: (shared, 2)], processes=1)) as team:
        first, (second, _) = team.results()
    assert first == shared
    assert first is second
    assert first is not shared


@pytest.mark.parametrize("apart", [True, False])
def test_a_child_that_is_killed_is_an_error(tmp_path: Path, apart: bool) -> None:
    def die_in_a_child() -> int:
        _meet(tmp_path, f"{os.getpid()}")
        if os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)
        return 0

    parent = os.getpid()
    with pytest.raises(WorkerDied):
        run_tasks([die_in_a_child, die_in_a_child], processes=2, apart=apart)


def test_a_child_that_ends_while_it_sends_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def send_half(_letter: object, pipe: IO[bytes]) -> None:
        pipe.write(pickle.dumps((2, 0, None)))
        pipe.write(pickle.dumps((0, "a long result"))[:-4])

    monkeypatch.setattr("site_builder.child._Letter.send", send_half)
    with pytest.raises(WorkerDied):
        run_tasks([partial(_square, 1), partial(_square, 2)], processes=2, apart=True)


def test_no_child_is_left(tmp_path: Path) -> None:
    def interrupt() -> int:
        _meet(tmp_path, f"{os.getpid()}")
        if os.getpid() == parent:
            raise KeyboardInterrupt
        time.sleep(60)
        return 0

    parent = os.getpid()
    with pytest.raises(KeyboardInterrupt):
        run_tasks([interrupt, interrupt], processes=2)
    [child] = {int(entry.name) for entry in tmp_path.iterdir()} - {parent}
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)


def test_the_number_of_processes_can_be_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    # Other tests of this process may have left a server running.
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setenv(VARIABLE, "3")
    assert count_processes() == 3
    monkeypatch.setenv(VARIABLE, "0")
    assert count_processes() == 1
    monkeypatch.setenv(VARIABLE, "beaucoup")
    assert 1 <= count_processes() <= MOST_PROCESSES


def test_a_program_that_has_other_threads_is_not_forked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "3")
    ended = threading.Event()
    thread = threading.Thread(target=ended.wait)
    thread.start()
    try:
        assert count_processes() == 1
        assert run_tasks([os.getpid, os.getpid]) == [os.getpid()] * 2
    finally:
        ended.set()
        thread.join()


def test_parts_hold_everything() -> None:
    items = list(range(1000))
    assert [item for part in split(items, 10) for item in part] == items
    assert split([], 10) == []
    assert [len(part) for part in split(items[:25], 10)] == [10, 10, 5]


@pytest.mark.parametrize("processes", [1, 2])
@pytest.mark.parametrize("error", [None, ValueError("fictitious")])
def test_a_task_beside_is_over_at_the_end(
    processes: int,
    error: Exception | None,
    allow_processes: Callable[[int], None],
    tmp_path: Path,
) -> None:
    allow_processes(processes)
    file = tmp_path / "done"
    end = pytest.raises(ValueError, match="fictitious") if error else nullcontext()
    with end, beside(lambda: file.write_text(str(os.getpid()))):
        if error:
            raise error
    assert (file.read_text() == str(os.getpid())) is (processes == 1)


@pytest.mark.parametrize("processes", [1, 2])
def test_who_is_told_to_stop_waits_for_no_task(
    processes: int, allow_processes: Callable[[int], None], tmp_path: Path
) -> None:
    allow_processes(processes)
    started, ended = tmp_path / "started", tmp_path / "ended"

    def work() -> None:
        started.touch()
        time.sleep(600)
        ended.touch()

    def stop() -> None:
        with beside(work):
            while processes > 1 and not started.exists():
                time.sleep(0.001)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stop()
    assert not ended.exists()


@pytest.mark.parametrize("processes", [1, 2])
def test_what_a_task_beside_raises_comes_back(
    processes: int, allow_processes: Callable[[int], None]
) -> None:
    allow_processes(processes)
    with (
        pytest.raises(ValueError, match="fictitious"),
        beside(partial(_fail, ValueError("fictitious"))),
    ):
        pass


@pytest.mark.parametrize("processes", [1, 2])
def test_one_knows_when_there_is_nobody_to_wait_for(
    processes: int, allow_processes: Callable[[int], None], tmp_path: Path
) -> None:
    def wait() -> int:
        while processes > 1 and not (tmp_path / "seen").exists():
            time.sleep(0.001)
        return 3

    allow_processes(processes)
    with beside(wait) as waiting:
        assert waiting.is_over is (processes == 1)
        (tmp_path / "seen").touch()
        assert waiting.results() == [3]
        assert waiting.is_over


@pytest.mark.parametrize("processes", [1, 2])
def test_tasks_are_started_and_waited_for_later(
    processes: int, allow_processes: Callable[[int], None]
) -> None:
    allow_processes(processes)
    with closing(start_tasks([os.getpid, partial(_square, 3)])) as team:
        process, square = team.results()
        assert (process == os.getpid(), square) == (processes == 1, 9)
        assert team.results() == [process, 9]
    team.close()


def test_tasks_that_nobody_waits_for_are_ended(
    allow_processes: Callable[[int], None], tmp_path: Path
) -> None:
    allow_processes(2)

    def work(name: str) -> None:
        _meet(tmp_path, name)
        (tmp_path / f"{os.getpid()}").touch()
        time.sleep(600)

    with closing(start_tasks([partial(work, "a"), partial(work, "b")])):
        while len(found := [*tmp_path.glob("[0-9]*")]) < 2:
            time.sleep(0.001)
    for file in found:
        with pytest.raises(ProcessLookupError):
            os.kill(int(file.name), 0)
