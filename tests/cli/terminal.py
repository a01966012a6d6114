"""A terminal to run a command in."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import termios
from pathlib import Path


def run_in_terminal(root: Path, *arguments: str, **environment: str) -> str:
    """Run Python with its outputs on a terminal, and return what was shown there."""
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (25, 100))
    with subprocess.Popen(
        [sys.executable, *arguments],
        cwd=root,
        env={**os.environ, "TERM": "xterm", **environment},
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
    ):
        os.close(theirs)
        shown = bytearray()
        try:
            while data := os.read(ours, 4096):
                shown += data
        except OSError:
            pass  # Linux says so that the other side is closed.
        finally:
            os.close(ours)
    return shown.decode()
