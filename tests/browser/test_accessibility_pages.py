"""What each type of page withstands: zoom, larger or spaced text, other colours, no pointer.

A page is opened once. Each measure changes the window, the preferences or the text in place, and
the next one undoes it; the focus comes last, for what it goes through may unfold.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser import types_de_pages
from tests.browser.conftest import OpenPage
from tests.browser.measures import DOUBLE_TEXT, TOO_WIDE
from tests.browser.measures_focus import (
    CUT,
    FOCUS_FAULTS,
    LOST_ICONS,
    MOVING,
    STUCK_SHARE,
    TEXT_SPACING,
    settle,
)

PARTS = 6


def resize(page: Page, width: int, height: int = 740) -> None:
    """Give the window a size, and scripts the time to follow it."""
    page.set_viewport_size({"width": width, "height": height})
    settle(page)


def look(page: Page, widths: tuple[int, ...]) -> list[str]:
    """Return what is cut or scrolls sideways, at each width."""
    found = []
    for width in widths:
        resize(page, width)
        faults = [*page.evaluate(TOO_WIDE), *page.evaluate(CUT)]
        found += [f"{width}: {fault}" for fault in faults]
    return found


def no_motion(page: Page) -> list[str]:
    """Who asks for less motion gets none."""
    resize(page, 1280)
    moving: list[str] = page.evaluate(MOVING)
    return moving


def zoomed_four_times(page: Page) -> list[str]:
    """Success criterion 1.4.10 of WCAG 2.2: 1280 × 1024 is then 320 × 256.

    As low without being as narrow, too. What sticks to a window so low leaves most of it.
    """
    found = []
    for width in (1280, 320):
        resize(page, width, height=256)
        faults = [*page.evaluate(TOO_WIDE), *page.evaluate(CUT)]
        if (share := page.evaluate(STUCK_SHARE)) > 1 / 3:
            faults.append(f"what sticks takes {share:.0%} of the window")
        found += [f"{width}: {fault}" for fault in faults]
    return found


def spaced_out(page: Page) -> list[str]:
    """Success criterion 1.4.12 of WCAG 2.2."""
    spacing = page.add_style_tag(content=TEXT_SPACING)
    found = look(page, (1280, 360, 320))
    spacing.evaluate("one => one.remove()")
    return found


def twice_as_large(page: Page) -> list[str]:
    """Success criterion 1.4.4 of WCAG 2.2, and the same on a phone, which it doesn't ask for."""
    page.evaluate(DOUBLE_TEXT)
    found = look(page, (1280, 360))
    page.evaluate("document.documentElement.style.removeProperty('font-size')")
    return found


def icons_in_high_contrast(page: Page) -> list[str]:
    """Colours of the person's own choice keep every icon."""
    page.emulate_media(forced_colors="active")
    found = []
    for width in (1280, 360):
        resize(page, width)
        found += [f"{width}: {icon}" for icon in page.evaluate(LOST_ICONS)]
    page.emulate_media(forced_colors="none")
    return found


def focus_seen(page: Page) -> list[str]:
    """Whatever has the focus shows it, and nothing covers it."""
    found = []
    for width, scheme in ((1280, "light"), (1280, "dark"), (320, "light")):
        page.emulate_media(color_scheme=scheme)
        resize(page, width, height=700)
        # From here on the focus is that of somebody who types.
        page.keyboard.press("Tab")
        found += [f"{width} {scheme}: {fault}" for fault in page.evaluate(FOCUS_FAULTS)]
    return found


MEASURES: tuple[Callable[[Page], list[str]], ...] = (
    no_motion,
    zoomed_four_times,
    spaced_out,
    twice_as_large,
    icons_in_high_contrast,
    focus_seen,
)


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    page = open_page()
    page.emulate_media(reduced_motion="reduce")
    return page


# Tests of about the same length, for the processes that share them.
@pytest.mark.parametrize("rank", range(PARTS))
def test_every_type_of_page_withstands(page: Page, rank: int) -> None:
    found = {}
    for address in types_de_pages.ALL[rank::PARTS]:
        page.set_viewport_size({"width": 1280, "height": 800})
        types_de_pages.goto(page, address)
        for measure in MEASURES:
            if faults := measure(page):
                found[address, measure.__name__] = faults
    assert found == {}
