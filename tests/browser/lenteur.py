"""How long tests wait, and how slow the browser is made to find those that don't wait.

``TESTS_SLOWDOWN=6`` runs the tests as a machine six times too busy would: scripts take six times
as long, timers and answers of the server come late. A test that reads the page at once, where it
ought to wait, then fails each time rather than once in a hundred.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from contextlib import suppress

from playwright.sync_api import BrowserContext, Error, Page, expect

# How many times slower than this machine; 1 is as it is.
SLOWDOWN = float(os.environ.get("TESTS_SLOWDOWN", "1"))

# In milliseconds. A test that passes never waits so long: on a busy machine, slowness is no fault.
SEEN_WITHIN = 10_000 + 5_000 * SLOWDOWN
DONE_WITHIN = 4 * SEEN_WITHIN

# In seconds, for each time slower: how late a timer and an answer of the server come.
LATE_TIMER = 0.05
LATE_ANSWER = 0.01

LATER = """(() => {
  const { setTimeout: sleep } = globalThis;
  globalThis.setTimeout = (act, delay = 0, ...rest) => sleep(act, Number(delay) + LATE, ...rest);
})();"""

expect.set_options(timeout=SEEN_WITHIN)


def eventually(check: Callable[[], None]) -> None:
    """Try a check again until nothing fails in it; in the end, what fails is told."""
    deadline = time.monotonic() + SEEN_WITHIN / 1000
    while True:
        try:
            return check()
        except AssertionError:
            if time.monotonic() > deadline:
                raise
        time.sleep(0.05)


def lateness(unit: float) -> float:
    """Return how late something comes, in seconds."""
    return unit * (SLOWDOWN - 1)


def take_time(context: BrowserContext) -> None:
    """Let the pages of a context take the time they need, and slow them down if asked."""
    context.set_default_timeout(DONE_WITHIN)
    if SLOWDOWN > 1:
        context.add_init_script(LATER.replace("LATE", f"{1000 * lateness(LATE_TIMER):.0f}"))
        context.on("page", slow_down)


def slow_down(page: Page) -> None:
    """Slow down the scripts of a page, unless it is closed already."""
    with suppress(Error):
        session = page.context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
