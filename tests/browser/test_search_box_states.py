"""What the search box shows when all is not well, its panel on phones, and how it looks."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.axe import find_violations
from tests.browser.boite import FOUND, SHEET, active, box, groups, options, search, status
from tests.browser.conftest import forgive
from tests.browser.lenteur import eventually
from tests.browser.measures import DOUBLE_TEXT, TOO_WIDE

INDEX = "**/recherche/index.*.json"
INSIDE = (
    "dialog => dialog.contains(document.activeElement) || document.activeElement === document.body"
)


@pytest.fixture
def sheet(page: Page) -> Page:
    page.goto(SHEET)
    return page


def test_where_nothing_is_found_ways_on_are_offered(sheet: Page) -> None:
    box(sheet).press_sequentially("mobilitaxi")
    expect(
        sheet.get_by_text("Rien n’a été trouvé pour «\u00a0mobilitaxi\u00a0».").first
    ).to_be_visible()
    assert options(sheet).all_inner_texts() == [
        "mobilité",
        "Voir toutes les thématiques",
        "Voir à qui s’adresser près de chez vous",
    ]
    assert groups(sheet).first.get_attribute("aria-label") == "Vouliez-vous dire"
    assert options(sheet).nth(1).get_attribute("href").endswith("/thematiques/")
    sheet.keyboard.press("ArrowDown")
    sheet.keyboard.press("Enter")
    expect(box(sheet)).to_have_value("mobilité")
    expect(options(sheet).last).to_contain_text("«\u00a0mobilité\u00a0»")
    box(sheet).fill("zzzz")
    options(sheet).filter(has_text="adresser").click()
    sheet.wait_for_url("**/contacts/")


def test_an_index_that_does_not_come_is_told_and_tried_again(
    sheet: Page, faults: list[str]
) -> None:
    sheet.context.route(INDEX, lambda route: route.abort())
    box(sheet).press_sequentially("rqth")
    expect(sheet.get_by_text("La recherche n’a pas pu être chargée.").first).to_be_visible()
    expect(status(sheet)).to_contain_text("Vérifiez que vous êtes bien connecté à internet")
    assert options(sheet).all_inner_texts() == ["Réessayer"]
    assert find_violations(sheet) == []
    sheet.context.unroute(INDEX)
    options(sheet).click()
    expect(options(sheet).first).to_contain_text("RQTH")
    expect(box(sheet)).to_be_focused()
    forgive(sheet, faults)


def test_a_box_whose_module_does_not_come_still_leads_to_the_actions(
    sheet: Page, faults: list[str]
) -> None:
    sheet.route("**/boite.mjs", lambda route: route.abort())
    box(sheet).press_sequentially("rqth")
    expect(status(sheet)).to_contain_text("La recherche n’a pas pu être chargée.")
    sheet.keyboard.press("Enter")
    sheet.wait_for_url("**/actions/?q=rqth")
    forgive(sheet, faults)


def test_a_slow_search_says_that_it_is_loading(sheet: Page) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    sheet.context.route(INDEX, hold)
    box(sheet).press_sequentially("rqth")
    expect(sheet.get_by_text("Chargement de la recherche…").first).to_be_visible()
    # An arrow pressed too early moves in what comes.
    sheet.keyboard.press("ArrowDown")

    def look() -> None:
        sheet.evaluate("1")  # Requests are told with the next answer of the page.
        assert held

    # The worker asks for it once its modules are there.
    eventually(look)
    held[0].continue_()
    expect(options(sheet).first).to_contain_text("RQTH")
    expect(sheet.locator(".cat-recherche__note")).to_be_hidden()
    assert "RQTH" in active(sheet)


def test_once_loaded_the_search_needs_no_network(sheet: Page, built_site: Path) -> None:
    shards = {path.name for path in (built_site / "recherche").glob("lot.*.json")}
    loaded: set[str] = set()
    sheet.context.on("requestfinished", lambda done: loaded.add(done.url.rpartition("/")[2]))
    box(sheet).press_sequentially("rqth")
    expect(options(sheet).first).to_contain_text("RQTH")

    def look() -> None:
        sheet.evaluate("1")  # Requests are told with the next answer of the page.
        assert shards <= loaded

    # A query waits for its own shards: the others come behind it.
    eventually(look)
    sheet.context.set_offline(True)
    for query, titre in FOUND:
        box(sheet).fill(query)
        expect(options(sheet).filter(has_text=titre).first).to_be_visible()


def test_the_panel_of_a_phone_is_used_by_touch(phone_page: Page) -> None:
    phone_page.goto(SHEET)
    opener = phone_page.get_by_role("button", name="Rechercher")
    assert not box(phone_page).is_visible()
    opener.tap()
    panel = phone_page.get_by_role("dialog", name="Rechercher")
    expect(box(phone_page)).to_be_focused()
    expect(panel.get_by_text("Écrivez un ou plusieurs mots")).to_be_visible()
    assert panel.bounding_box() == {"x": 0, "y": 0, "width": 360, "height": 740}
    found = search(phone_page, "emploi")
    heights = found.evaluate_all("all => all.map(option => option.offsetHeight)")
    assert min(heights) >= 44
    panel.get_by_role("button", name="Fermer").tap()
    expect(panel).to_be_hidden()
    expect(opener).to_be_focused()
    opener.tap()
    # What was typed is still there, with what it found.
    expect(found.last).to_be_visible()
    found.filter(has_text="Boost Emploi").first.tap()
    phone_page.wait_for_url("**/actions/boost-emploi/")


def test_the_panel_keeps_the_focus_and_escape_gives_it_back(open_page) -> None:
    page = open_page(width=360)
    page.goto(SHEET)
    opener = page.get_by_role("button", name="Rechercher")
    opener.press("Enter")
    panel = page.get_by_role("dialog", name="Rechercher")
    search(page, "rqth")
    for _ in range(5):
        page.keyboard.press("Tab")
        assert panel.evaluate(INSIDE)
    box(page).focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(opener).to_be_focused()


def test_the_box_follows_the_width_of_the_window(page: Page) -> None:
    page.goto(SHEET)
    search(page, "rqth")
    page.set_viewport_size({"width": 500, "height": 800})
    expect(box(page)).to_be_hidden()
    page.get_by_role("button", name="Rechercher").click()
    expect(options(page).first).to_contain_text("RQTH")
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(box(page)).to_have_value("rqth")


def test_a_panel_as_wide_as_a_tablet_fits_and_passes_axe(open_page) -> None:
    """Telephones and screens are in test_accessibility_matrix.py."""
    page = open_page(width=768)
    page.goto(SHEET)
    page.keyboard.press("Control+k")
    search(page, "emploi")
    assert [*page.evaluate(TOO_WIDE), *find_violations(page)] == []


def test_text_twice_as_large_fits_a_phone(open_page) -> None:
    page = open_page(width=360, height=740)
    page.goto("actions/boost-emploi/")
    page.evaluate(DOUBLE_TEXT)
    assert page.evaluate(TOO_WIDE) == []
    buttons = page.get_by_role("banner").get_by_role("button").filter(visible=True).all()
    boxes = [button.bounding_box() for button in buttons]
    assert all(edge["x"] + edge["width"] <= 360 for edge in boxes)
    title = page.locator(".cat-tete__nom").bounding_box()
    assert all(edge["y"] >= title["y"] + title["height"] for edge in boxes)
    page.keyboard.press("Control+k")
    search(page, "emploi")
    inside = "all => all.every(option => option.getBoundingClientRect().right <= innerWidth)"
    assert options(page).evaluate_all(inside)
    assert page.get_by_role("button", name="Fermer").bounding_box()["x"] >= 0


def test_a_page_four_times_as_large_shows_the_active_option(open_page) -> None:
    page = open_page(width=320, height=256)
    page.goto(SHEET)
    page.keyboard.press("Control+k")
    found = search(page, "emploi")
    for rank in range(found.count()):
        page.keyboard.press("ArrowDown")
        field = page.locator(".cat-recherche__champ").bounding_box()
        option = found.nth(rank).bounding_box()
        assert field["y"] == 0
        assert option["y"] >= field["height"] - 1
        assert option["y"] + option["height"] <= 256


def test_what_is_typed_in_a_questionnaire_stays_when_the_search_closes(page: Page) -> None:
    page.goto("mes-droits/")
    page.locator("[data-module=cat-questionnaire][data-mounted]").wait_for()
    before = page.get_by_role("main").inner_text()
    search(page, "rqth")
    page.keyboard.press("Escape")
    assert page.get_by_role("main").inner_text() == before


def test_without_javascript_there_is_no_box(open_page) -> None:
    for width in (360, 1280):
        page = open_page(width=width, javascript=False)
        page.goto(SHEET)
        assert page.get_by_role("search").count() == 0
        assert page.get_by_role("banner").get_by_role("button").count() == 0


def test_paper_shows_no_box(sheet: Page) -> None:
    search(sheet, "rqth")
    sheet.emulate_media(media="print")
    assert not box(sheet).is_visible()
    assert not options(sheet).first.is_visible()
