"""Text that its readers enlarge or space out: nothing is cut, nothing scrolls sideways."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser import types_de_pages
from tests.browser.measures import DOUBLE_TEXT, TOO_WIDE
from tests.browser.measures_focus import CUT, TEXT_SPACING, settle

HALVES = (types_de_pages.ALL[::2], types_de_pages.ALL[1::2])


def look(page: Page, widths: tuple[int, ...], height: int = 740) -> list[str]:
    found = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": height})
        settle(page)
        faults = [*page.evaluate(TOO_WIDE), *page.evaluate(CUT)]
        found += [f"{width}: {fault}" for fault in faults]
    return found


@pytest.mark.parametrize("addresses", HALVES, ids=("even", "odd"))
def test_text_may_be_spaced_out(page: Page, addresses: tuple[str, ...]) -> None:
    """Success criterion 1.4.12 of WCAG 2.2."""
    found = {}
    for address in addresses:
        types_de_pages.goto(page, address)
        page.add_style_tag(content=TEXT_SPACING)
        if faults := look(page, (1280, 360, 320)):
            found[address] = faults
    assert found == {}


@pytest.mark.parametrize("addresses", HALVES, ids=("even", "odd"))
def test_text_may_be_twice_as_large(page: Page, addresses: tuple[str, ...]) -> None:
    """Success criterion 1.4.4 of WCAG 2.2, and the same on a phone, which it doesn't ask for."""
    found = {}
    for address in addresses:
        types_de_pages.goto(page, address)
        page.evaluate(DOUBLE_TEXT)
        if faults := look(page, (1280, 360)):
            found[address] = faults
    assert found == {}


def test_a_page_may_be_zoomed_four_times(page: Page) -> None:
    """Success criterion 1.4.10 of WCAG 2.2: 1280 × 1024 is then 320 × 256."""
    found = {}
    for address in types_de_pages.ALL:
        types_de_pages.goto(page, address)
        if faults := look(page, (1280, 320), height=256):
            found[address] = faults
    assert found == {}
