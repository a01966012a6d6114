"""What stands around a body: the menu, the search, and the list of headings."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser import types_de_pages

SHEET = "actions/referent-solidarite/"
NAV = [
    "Accueil",
    "Mes droits",
    "Prescrire",
    "Porter",
    "Explorer",
    "Contacts",
    "Comprendre",
    "Glossaire",
    "Aide",
]
# An element whose rectangle is too small for a finger; links in a sentence are left out.
TOO_SMALL = """() => [...document.querySelectorAll(
    ".cat-tete a, .cat-tete button, .cat-fil a, .cat-sommaire summary, .cat-sommaire a, footer li a"
)].filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 43.9)
  .map((element) => element.outerHTML)"""


def focused(page) -> str:
    return page.evaluate("document.activeElement.innerText || document.activeElement.name")


def test_every_page_has_a_search(page) -> None:
    """And no script fails: ``open_page`` watches."""
    field = page.get_by_role("combobox", name="Rechercher dans le site")
    opener = page.get_by_role("button", name="Rechercher")
    for url in types_de_pages.ALL:
        page.set_viewport_size({"width": 1280, "height": 800})
        page.goto(url)
        expect(field).to_have_count(1)
        expect(opener).to_have_count(0)
        page.set_viewport_size({"width": 320, "height": 800})
        expect(field).to_have_count(0)
        expect(opener).to_have_count(1)


def test_the_menu_of_a_phone_is_used_with_a_keyboard(open_page) -> None:
    page = open_page(width=360)
    page.goto(SHEET)
    button = page.get_by_role("button", name="Menu")
    link = page.get_by_role("navigation", name="Menu").get_by_role("link", name="Contacts")
    assert button.get_attribute("aria-expanded") == "false"
    menu = page.locator(f"#{button.get_attribute('aria-controls')} a")
    assert menu.all_text_contents() == NAV
    assert not link.is_visible()

    button.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")
    assert focused(page) == "Accueil"
    page.keyboard.press("Escape")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(button).to_be_focused()

    button.press("Space")
    link.press("Enter")
    page.wait_for_url("**/contacts/")


def test_the_menu_of_a_wide_screen_needs_no_button(page) -> None:
    page.goto(SHEET)
    menu = page.get_by_role("navigation", name="Menu")
    assert not page.get_by_role("button", name="Menu").is_visible()
    explore = menu.get_by_role("link", name="Explorer")
    assert explore.get_attribute("aria-current") == "true"
    page.goto("structures/")
    assert explore.get_attribute("aria-current") == "true"
    page.goto("actions/")
    assert explore.get_attribute("aria-current") == "page"


@pytest.mark.parametrize("width", [360, 1280])
def test_without_javascript_the_menu_is_there(open_page, width: int) -> None:
    page = open_page(width=width, javascript=False)
    page.goto(SHEET)
    assert page.get_by_role("button").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.get_by_role("search").count() == 0
    page.get_by_role("navigation", name="Menu").get_by_role("link", name="Contacts").click()
    page.wait_for_url("**/contacts/")


def test_without_javascript_colours_are_those_of_the_device(open_page) -> None:
    grounds = []
    for scheme in ("light", "dark"):
        page = open_page(javascript=False, color_scheme=scheme)
        page.goto(SHEET)
        grounds.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert grounds == ["rgb(250, 247, 242)", "rgb(19, 28, 31)"]


def test_the_headings_stand_open_beside_a_wide_body(page) -> None:
    page.goto(SHEET)
    contents = page.get_by_role("navigation", name="Sur cette page")
    link = contents.get_by_role("link", name="Qui appeler")
    assert link.is_visible()
    body = page.get_by_role("article").first.bounding_box()
    assert contents.bounding_box()["x"] >= body["x"] + body["width"]
    # Still there further down.
    page.mouse.wheel(0, 3000)
    page.wait_for_function("scrollY > 1000")
    assert contents.bounding_box()["y"] >= 0
    link.click()
    expect(page).to_have_url(re.compile("#qui-appeler$"))


def test_the_headings_are_folded_above_a_narrow_body(phone_page) -> None:
    phone_page.goto(SHEET)
    contents = phone_page.get_by_role("navigation", name="Sur cette page")
    link = contents.get_by_role("link", name="Qui appeler")
    assert not link.is_visible()
    contents.get_by_text("Sur cette page").tap()
    link.tap()
    expect(phone_page).to_have_url(re.compile("#qui-appeler$"))


def test_fingers_hit_what_they_aim_at(phone_page) -> None:
    phone_page.goto(SHEET)
    phone_page.get_by_role("button", name="Menu").tap()
    expect(phone_page.get_by_role("navigation", name="Menu")).to_be_visible()
    phone_page.get_by_text("Sur cette page").tap()
    contents = phone_page.get_by_role("navigation", name="Sur cette page")
    expect(contents.get_by_role("link").first).to_be_visible()
    assert phone_page.evaluate(TOO_SMALL) == []


def test_the_first_stop_of_the_keyboard_leads_to_the_content(page) -> None:
    page.goto(SHEET)
    page.keyboard.press("Tab")
    assert focused(page) == "Aller au contenu"
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#"))
    page.keyboard.press("Tab")
    expect(page.locator("article :focus")).to_have_count(1)
