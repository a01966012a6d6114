"""What holds of each type of page: keyboard, without JavaScript.

A fault in the console or a request to another host fails each of these tests too.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.measures import FOCUSED
from tests.browser.types_de_pages import ALL, COMPONENTS, QUESTIONNAIRES, goto

# Beside a page of each type, some that hold more or less than most of theirs.
PAGES = tuple(
    address
    for address in (*ALL, "territoires/pas-de-calais/", "thematiques/budget/")
    if address not in COMPONENTS
)
# A page may have a hundred links; what follows the first ones repeats them.
MOST_STOPS = 45


def test_the_two_schemes_are_not_the_same(open_page) -> None:
    backgrounds = set()
    for scheme in ("light", "dark"):
        page = open_page(color_scheme=scheme)
        page.goto("")
        backgrounds.add(page.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert len(backgrounds) == 2


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("address", ["", "actions/referent-solidarite/"])
def test_the_keyboard_walks_through_the_page(open_page, address: str, width: int) -> None:
    page = open_page(width=width)
    page.goto(address)
    stops = walk(page)
    assert stops[0]["name"] == "Aller au contenu"
    assert [stop for stop in stops if not stop["seen"]] == []
    assert [stop for stop in stops if not stop["shown"]] == []
    assert [stop for stop in stops if not stop["name"]] == []
    # No trap: the focus never stays where it was.
    targets = [(stop["tag"], stop["href"], stop["name"]) for stop in stops]
    assert len(set(targets)) > min(len(targets), MOST_STOPS) // 2


def walk(page: Page) -> list[dict]:
    stops = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None:
            break
        stops.append(stop)
    return stops


def test_without_javascript_all_that_a_page_says_can_be_read(open_page) -> None:
    bare, full = open_page(javascript=False), open_page()
    for address in PAGES:
        texts = []
        for page in (bare, full):
            page.goto(address)
            expect(page.get_by_role("heading", level=1)).to_be_visible()
            texts.append(page.get_by_role("main").inner_text().split())
        assert texts[0] == texts[1], address


@pytest.mark.parametrize("address", QUESTIONNAIRES)
def test_a_questionnaire_only_folds_the_conditions_that_are_read_without_it(
    open_page, address: str
) -> None:
    bare, full = open_page(javascript=False), open_page()
    goto(full, address)
    bare.goto(address)
    name = "Les conditions, action par action"
    read, folded = (page.get_by_role("region", name=name) for page in (bare, full))
    expect(folded).to_be_hidden()
    full.get_by_text("Lire les conditions de toutes les actions").click()
    # What tells of the questionnaire is only for those who don't have it.
    bare.locator("noscript").evaluate_all("all => all.forEach((one) => one.remove())")
    assert read.inner_text().split() == folded.inner_text().split()
    assert len(read.get_by_role("heading", level=4).all()) >= 2


def test_without_javascript_the_menu_and_the_tabs_lead_to_the_lists(open_page) -> None:
    for width in (360, 1280):
        page = open_page(width=width, javascript=False)
        page.goto("")
        menu = page.get_by_role("banner").get_by_role("link", name="Explorer", exact=True)
        toggle = page.get_by_role("banner").get_by_text("Menu", exact=True)
        if not menu.is_visible() and toggle.count():
            toggle.first.click()
        menu.click()
        tabs = page.get_by_role("navigation", name="Explorer")
        tabs.get_by_role("link", name="Territoires", exact=True).click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Les territoires")
