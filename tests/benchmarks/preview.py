"""How long an editor waits for the preview to show an edit, as seen over HTTP."""

from __future__ import annotations

import http.client
import re
import socket
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.edit import NAME, Action
from tests.benchmarks.measure import CommandFailed, Cost, Running

# Seconds between two requests; then those after which an answer, or the edit, is given up.
_PAUSE = 0.005
_TIMEOUT = 300.0
_PATIENCE = 1200.0
_LIST = "actions/"
_SEARCH = re.compile(r"recherche/index[^\"]*\.json")


@dataclass(frozen=True, slots=True)
class Preview:
    """Seconds until a first sheet is there, then until each edit shows.

    ``sheet`` has the waits for the sheet itself, ``everything`` those for the sheet, the list of
    actions and the file that the search loads first. ``cost`` is that of the whole preview.
    """

    start: float
    sheet: list[float]
    everything: list[float]
    cost: Cost


def measure_preview(catalogue: Path, *, cwd: Path, env: Mapping[str, str], edits: int) -> Preview:
    """Start ``catalogue serve`` on ``catalogue``, then change a name in it ``edits`` times.

    Raises ``CommandFailed`` when the preview ends, or does not show an edit.
    """
    action = Action(catalogue)
    port = _free_port()
    arguments = ["--catalogue", str(catalogue), "--address", f"127.0.0.1:{port}"]
    command = [sys.executable, "-m", "site_builder", "serve", *arguments]
    with Running(command, cwd=cwd, env=env) as running, action.restored():
        visitor = _Visitor(running, port)
        start = visitor.wait_for("", action.url)
        sheet, everything = [], []
        for rank in range(edits):
            word = f"Retouche{rank}"
            action.edit(NAME, word)
            edited = time.perf_counter()
            sheet.append(visitor.wait_for(word, action.url))
            visitor.wait_for(word, _LIST)
            visitor.wait_for(word, visitor.search_file)
            everything.append(time.perf_counter() - edited)
        return Preview(start, sheet, everything, running.stop())


class _Visitor:
    """Asks the preview for its pages, again and again."""

    def __init__(self, running: Running, port: int) -> None:
        self._running = running
        self._port = port

    def wait_for(self, word: str, url: str | Callable[[], str]) -> float:
        """Return the seconds until ``word`` is in the file at ``url``."""
        start = time.perf_counter()
        while True:
            text = self._read(url if isinstance(url, str) else url())
            waited = time.perf_counter() - start
            if text is not None and word in text:
                return waited
            self._running.check()
            if waited > _PATIENCE:
                raise CommandFailed(f"The preview did not show {word!r} in {_PATIENCE:.0f} s.")
            time.sleep(_PAUSE)

    def search_file(self) -> str:
        """Return the address of the first file of the search, that of the list if there is none.

        It changes with what it holds: pages say which it is.
        """
        found = _SEARCH.search(self._read(_LIST) or "")
        return found[0] if found else _LIST

    def _read(self, url: str) -> str | None:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=_TIMEOUT)
        try:
            connection.request("GET", f"/{url}")
            answer = connection.getresponse()
            text = answer.read().decode()
            return text if answer.status == http.client.OK else None
        except (OSError, http.client.HTTPException):
            return None
        finally:
            connection.close()


def _free_port() -> int:
    with socket.socket() as opened:
        opened.bind(("127.0.0.1", 0))
        return int(opened.getsockname()[1])
