"""Counts what a command does: calls, lines and files. Time is left to the benchmarks.

Usage: ``python -m tests.growth.counting FILE COMMAND …`` runs ``catalogue COMMAND …`` in this
process, and writes what it counted to ``FILE`` as JSON. A process of its own, so that nothing is
counted that an earlier command left in memory, or did once for both.
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

from site_builder.cli import main

ROOT = Path(__file__).resolve().parents[2]
# Loops that call nothing are seen by their lines; only ours, since lines are many.
OURS = (str(ROOT / "site_builder"), str(ROOT / "overrides"))


class Counts:
    """How often Python functions were called, and lines of ours run, while ``counting``."""

    def __init__(self, traced: tuple[str, ...] = OURS) -> None:
        """``traced`` are the folders, or files, whose lines are counted."""
        self._traced = traced
        self._is_traced: dict[CodeType, bool] = {}
        self._calls: Counter[CodeType] = Counter()
        self._lines: Counter[CodeType] = Counter()

    @contextmanager
    def counting(self) -> Iterator[None]:
        """Count from here to the end of the block."""
        former = sys.gettrace()
        sys.settrace(self._trace)
        try:
            yield
        finally:
            sys.settrace(former)

    def _trace(self, frame: FrameType, _event: str, _arg: Any) -> Any:
        code = frame.f_code
        self._calls[code] += 1
        traced = self._is_traced.get(code)
        if traced is None:
            traced = self._is_traced[code] = code.co_filename.startswith(self._traced)
        return self._trace_line if traced else None

    def _trace_line(self, frame: FrameType, _event: str, _arg: Any) -> Any:
        self._lines[frame.f_code] += 1
        return self._trace_line

    def by_name(self) -> dict[str, int]:
        """Return every count by what it counts; what is named alike is added up."""
        found: Counter[str] = Counter()
        for code, number in self._calls.items():
            found[f"calls of {_name(code)}"] += number
        for code, number in self._lines.items():
            found[f"lines run in {_name(code)}"] += number
        return dict(found)


def _name(code: CodeType) -> str:
    path = Path(code.co_filename)
    short = path.relative_to(ROOT) if path.is_relative_to(ROOT) else Path(*path.parts[-2:])
    return f"{short.as_posix()}:{code.co_qualname}"


@contextmanager
def count_files() -> Iterator[Counter[str]]:
    """Count the files that are opened until the end of the block, by what they are opened for."""
    found = Counter[str]()
    counting = True

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if counting and event == "open":
            flags = arguments[2]
            writes = flags & (os.O_WRONLY | os.O_RDWR)
            found["files opened to be written" if writes else "files opened to be read"] += 1

    # A hook cannot be taken away.
    sys.addaudithook(hook)
    try:
        yield found
    finally:
        counting = False


def count_command(arguments: list[str]) -> Mapping[str, int]:
    """Run ``catalogue`` with ``arguments``. Raises ``RuntimeError`` when it does not succeed."""
    counts = Counts()
    with count_files() as files, counts.counting():
        try:
            code = main(arguments)
        except SystemExit as end:
            code = end.code
    if code:
        raise RuntimeError(f"catalogue {' '.join(arguments)}: exit {code}")
    return files | counts.by_name()


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(json.dumps(count_command(sys.argv[2:])), encoding="utf-8")
