"""What a person finds who uses the keyboard alone.

Where the focus is seen, test_accessibility_pages.py looks on every type of page.
"""

from __future__ import annotations

import string

import pytest
from playwright.sync_api import Page, expect

from tests.browser import boite, types_de_pages
from tests.browser.conftest import OpenPage
from tests.browser.etats import SHORT
from tests.browser.measures_focus import FOCUS_FAULTS

# Opened, chosen or moved: what a key may not do by itself.
STATE = """() => [
  location.href, scrollY, document.activeElement.tagName,
  document.querySelectorAll('[aria-expanded=true], dialog[open], details[open]').length,
  [...document.querySelectorAll('input')].map((field) => `${field.value} ${field.checked}`).join(),
]"""
WITH_CONTROLS = ("", "actions/", "mes-droits/", "prescrire/", "porter/", "hors-connexion/")


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    page = open_page()
    page.emulate_media(reduced_motion="reduce")
    return page


def test_no_key_does_anything_by_itself(page: Page) -> None:
    for address in WITH_CONTROLS:
        types_de_pages.goto(page, address)
        page.evaluate("document.activeElement.blur()")
        before = page.evaluate(STATE)
        page.keyboard.type(string.ascii_letters + string.digits + "/?.,;:!#*+-=")
        assert page.evaluate(STATE) == before, address


def test_a_folded_menu_is_no_stop_of_the_keyboard(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(SHORT)
    page.get_by_role("button", name="Menu").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#__menu, header.cat-tete')") is None
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_the_first_link_comes_into_sight_with_the_focus(page: Page) -> None:
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 700})
        page.goto(SHORT)
        link = page.get_by_role("link", name="Aller au contenu")
        opacity = "one => getComputedStyle(one).opacity"
        assert link.evaluate(opacity) == "0"
        page.keyboard.press("Tab")
        expect(link).to_be_focused()
        expect(link).to_be_in_viewport(ratio=1)
        assert link.evaluate(opacity) == "1"


def test_high_contrast_keeps_the_focus_and_what_is_chosen(page: Page) -> None:
    page.emulate_media(forced_colors="active")
    types_de_pages.goto(page, "porter/")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUS_FAULTS) == []
    radio = page.get_by_role("main").get_by_role("radio").first
    radio.check()
    # The browser draws a radio in the colours of the person, unless a style sheet takes that away.
    assert radio.evaluate("one => getComputedStyle(one).forcedColorAdjust") == "auto"
    boite.search(page, "emploi")
    page.keyboard.press("ArrowDown")
    chosen = page.get_by_role("search").get_by_role("option", selected=True)
    assert chosen.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
