"""Publishes small sites in a process of its own, for tests that kill it or run it twice.

Usage: ``python -m tests.build.builder OUT MARKS ROUNDS [RENAMES]``. With ``RENAMES``, the swap
is made of renames and the process kills itself just after that many of them.
"""

from __future__ import annotations

import os
import signal
import sys
from functools import partial
from pathlib import Path

from site_builder.build import swap
from tests.build.publishing import publish
from tests.build.variant import write_variant


def _die_after(renames: int) -> None:
    swap.exchange = lambda _first, _second: False
    rename = Path.rename
    done = 0

    def rename_then_die(self: Path, target: Path) -> Path:
        nonlocal done
        result = rename(self, target)
        done += 1
        if done == renames:
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    Path.rename = rename_then_die


def main(out: str, marks: str, rounds: str, renames: str = "") -> None:
    if renames:
        _die_after(int(renames))
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    for _ in range(int(rounds)):
        for mark in marks:
            publication = publish(partial(write_variant, mark), Path(out))
            if not publication.published:
                sys.exit(str(publication.problems))


if __name__ == "__main__":
    main(*sys.argv[1:])
