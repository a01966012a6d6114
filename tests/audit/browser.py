"""What a browser sees of a page at a first visit: what axe finds, weight, shifts of layout."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal

from playwright.sync_api import Browser, Page, sync_playwright

from tests.audit.table import Row
from tests.audit.tools import Tools
from tests.browser.axe import find_violations
from tests.browser.conftest import CHROMIUM_ARGUMENTS

# A telephone, then a desktop.
WIDTHS = (360, 1280)
# A bar that sticks to the foot of the window has nothing under it in one so tall: axe would say of
# what is there, which scrolling shows, that it is too small for a finger.
TALL = 9000
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
# What moved by itself, as Lighthouse adds it up.
SHIFT = """
() => new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => setTimeout(() => resolve(sum)));
})
"""


def measure_pages(
    tools: Tools, address: str, pages: Iterable[str], say: Callable[[str], None]
) -> list[Row]:
    """Return the row of each page: violations in every look, kilobytes, shift of layout."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=tools.chromium, args=list(CHROMIUM_ARGUMENTS), chromium_sandbox=False
        )
        rows = []
        for page in pages:
            say(f"axe, {page or 'home'}")
            rows.append(_measure(browser, address, page))
        browser.close()
    return rows


def _measure(browser: Browser, address: str, name: str) -> Row:
    context = browser.new_context(
        base_url=address,
        viewport={"width": WIDTHS[0], "height": 740},
        locale="fr-FR",
        # A colour on its way to another has the contrast of neither.
        reduced_motion="reduce",
        # What it keeps for later isn't part of a first load. axe is put in by the test.
        service_workers="block",
        bypass_csp=True,
        ignore_https_errors=True,
    )
    page = context.new_page()
    weights: list[int] = []
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    network.on("Network.loadingFinished", lambda event: weights.append(event["encodedDataLength"]))
    page.goto(name, wait_until="networkidle")
    shift = page.evaluate(SHIFT)
    weight = sum(weights)
    violations = {found for look in _looks(page) for found in look}
    context.close()
    return Row(name, axe=tuple(sorted(violations)), kilobytes=weight / 1024, shift=shift)


def _looks(page: Page) -> Iterable[list[str]]:
    for width in WIDTHS:
        for scheme in SCHEMES:
            page.set_viewport_size({"width": width, "height": TALL})
            page.emulate_media(color_scheme=scheme)
            yield find_violations(page)
