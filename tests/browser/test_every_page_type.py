"""What holds of each type of page: width, contrast, keyboard, without JavaScript.

A fault in the console or a request to another host fails each of these tests too.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.measures import FOCUSED, LOW_CONTRAST, TOO_WIDE

PAGES = (
    "",
    "actions/appel-a-projets-referent-solidarite-2025/",
    "structures/",
    "structures/slai-artois/",
    "publics-cibles/allocataires-du-rsa-sans-enfant/",
    "territoires/",
    "territoires/pas-de-calais/",
    "territoires/bouches-du-rhone/",
    "thematiques/",
    "thematiques/droits/",
    "thematiques/budget/",
    "parcours/",
    "parcours/social/",
    "contacts/",
    "glossaire/",
    "hors-connexion/",
    "accessibilite/",
    "mentions-legales/",
    "confidentialite/",
    "plan-du-site/",
    "contact/",
    "aide/",
    "guides/",
    "404.html",
)
# Where a questionnaire takes the place of the list of the conditions, folded under it.
QUESTIONNAIRES = ("mes-droits/", "prescrire/", "porter/")
# Where facets and results take the place of the list of all actions, folded under them.
EXPLORER = "actions/"
COMPONENTS = dict.fromkeys(QUESTIONNAIRES, "cat-questionnaire") | {EXPLORER: "cat-explorateur"}
# A page may have a hundred links; what follows the first ones repeats them.
MOST_STOPS = 45


def goto(page: Page, address: str) -> None:
    """Open a page, and wait until its component is there when it has one."""
    page.goto(address, wait_until="domcontentloaded")
    if module := COMPONENTS.get(address):
        expect(page.locator(f"[data-module={module}][data-mounted]")).to_be_visible()


def test_no_page_scrolls_sideways(open_page) -> None:
    page = open_page(height=700)
    wide = {}
    for address in (*PAGES, *COMPONENTS):
        goto(page, address)
        for width in (1280, 360, 320):
            page.set_viewport_size({"width": width, "height": 700})
            if found := page.evaluate(TOO_WIDE):
                wide[address, width] = found
    assert wide == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_can_be_read(open_page, scheme: str) -> None:
    page = open_page(color_scheme=scheme)
    low = {}
    for address in (*PAGES, *COMPONENTS):
        goto(page, address)
        if found := page.evaluate(LOW_CONTRAST):
            low[address] = found[:6]
    assert low == {}


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


def test_the_skip_link_leads_to_the_content(page: Page) -> None:
    page.goto("actions/parcours-emploi-renforce/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    inside = "document.activeElement.closest('main') !== null"
    assert page.evaluate(inside)


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
