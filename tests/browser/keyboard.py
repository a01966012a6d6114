"""Walking through a page with the keyboard alone."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

# More stops than any page has: beyond, what is looked for can't be reached.
MOST_STOPS = 250


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until the focus is on ``target`` or inside it. Fails when it never is."""
    # Found once, unless it is drawn again on the way: finding it takes longer than a stop.
    element = target.element_handle()
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if not element.evaluate("(element) => element.isConnected"):
            element = target.element_handle()
        if element.evaluate("(element) => element.contains(document.activeElement)"):
            return
    raise AssertionError(f"the keyboard does not reach {target}")


def choose(page: Page, question: Locator, words: str) -> None:
    """Go to a group of radios and choose the one that is called ``words``."""
    radios = question.get_by_role("radio")
    wanted = question.get_by_role("radio", name=words, exact=True)
    # The keyboard enters a group by the radio that is chosen, or else by the first one.
    chosen = question.get_by_role("radio", checked=True)
    tab_to(page, chosen if chosen.count() else radios.first)
    page.keyboard.press("Space")
    for _ in range(radios.count()):
        if wanted.is_checked():
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"the arrows do not reach {words}")
