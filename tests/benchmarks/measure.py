"""What a command costs: time on the clock, time of the processor, memory at the peak."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Self

# Kilobytes on Linux, bytes on macOS.
_RSS_UNIT = 1 if sys.platform == "darwin" else 1024

# A command that does not end when it is asked to is killed.
_SECONDS_TO_STOP = 30.0


class CommandFailed(Exception):
    """A measured command did not succeed; the message ends with what it printed."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds on the clock, seconds of all processors, bytes of the largest process."""

    wall: float
    cpu: float
    peak: int


class Running:
    """A command that runs, and what it costs, the processes that it starts included.

    Leaving its ``with`` ends it. A process inherits the peak of the one that starts it: keep the
    caller small.
    """

    def __init__(self, command: Sequence[str], *, cwd: Path, env: Mapping[str, str]) -> None:
        self._command = command
        self._cwd = cwd
        self._env = env

    def __enter__(self) -> Self:
        self._log = tempfile.TemporaryFile()
        self._start = time.perf_counter()
        self._process = subprocess.Popen(
            self._command,
            cwd=self._cwd,
            env=self._env,
            stdin=subprocess.DEVNULL,
            stdout=self._log,
            stderr=self._log,
        )
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.returncode is None:
            self.stop()
        self._log.close()

    def finish(self) -> Cost:
        """Wait for the end. Raises ``CommandFailed`` when the command does not exit with 0."""
        cost = self._reap()
        if self._process.returncode:
            raise self._failure(f"exit {self._process.returncode}")
        return cost

    def check(self) -> None:
        """Raise ``CommandFailed`` when a command that should go on has ended."""
        if self._has_ended():
            raise self._failure("ended")

    def stop(self) -> Cost:
        """End a command that would go on, as Ctrl+C does, whatever its exit code."""
        os.kill(self._process.pid, signal.SIGINT)
        deadline = time.monotonic() + _SECONDS_TO_STOP
        while not self._has_ended():
            if time.monotonic() > deadline:
                os.kill(self._process.pid, signal.SIGKILL)
                break
            time.sleep(0.01)
        return self._reap()

    def _has_ended(self) -> bool:
        # Seen, not reaped: what it cost is kept for `wait4`, which `subprocess` does not call.
        flags = os.WEXITED | os.WNOHANG | os.WNOWAIT
        return os.waitid(os.P_PID, self._process.pid, flags) is not None

    def _reap(self) -> Cost:
        _, status, usage = os.wait4(self._process.pid, 0)
        wall = time.perf_counter() - self._start
        self._process.returncode = os.waitstatus_to_exitcode(status)
        return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _RSS_UNIT)

    def _failure(self, what: str) -> CommandFailed:
        self._log.seek(0)
        said = self._log.read().decode(errors="replace")[-4000:]
        return CommandFailed(f"{' '.join(self._command)}: {what}\n{said}")


def measure(command: Sequence[str], *, cwd: Path, env: Mapping[str, str]) -> Cost:
    """Run ``command`` and return what it cost.

    Raises ``CommandFailed`` when it does not exit with 0.
    """
    with Running(command, cwd=cwd, env=env) as running:
        return running.finish()


def median_cost(costs: Sequence[Cost]) -> Cost:
    """Return the median of each figure. Raises ``StatisticsError`` when there is none."""
    return Cost(
        median(cost.wall for cost in costs),
        median(cost.cpu for cost in costs),
        int(median(cost.peak for cost in costs)),
    )
