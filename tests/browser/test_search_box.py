"""The search box of every page: what it finds, by keyboard and pointer, on the real site."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.browser.boite import FOUND, SHEET, active, box, groups, options, search, status


@pytest.fixture
def sheet(page: Page) -> Page:
    page.goto(SHEET)
    return page


@pytest.mark.parametrize(("query", "titre"), FOUND)
def test_people_find_what_they_expect(sheet: Page, query: str, titre: str) -> None:
    found = search(sheet, query)
    expect(found.filter(has_text=titre).first).to_be_visible()
    assert 2 <= found.count() <= 10


def test_suggestions_stand_by_kind_with_the_best_first(sheet: Page) -> None:
    search(sheet, "rqth")
    assert groups(sheet).first.get_attribute("aria-label") == "Glossaire"
    first = groups(sheet).first.get_by_role("option").first
    assert first.locator("mark").all_inner_texts() == ["RQTH"]
    assert "reconnaissance de la qualité" in first.inner_text()
    assert all(group.get_by_role("option").count() <= 4 for group in groups(sheet).all())


def test_words_taken_for_others_and_words_given_up_are_told(sheet: Page) -> None:
    search(sheet, "lojement")
    expect(sheet.get_by_text("Résultats pour «\u00a0logement\u00a0».").first).to_be_visible()
    box(sheet).fill("")
    search(sheet, "santé Xyzwk")
    given_up = "Aucune page n’a tous ces mots\u00a0: résultats sans «\u00a0Xyzwk\u00a0»."
    expect(sheet.get_by_text(given_up).first).to_be_visible()


def test_the_keyboard_goes_through_the_list(sheet: Page) -> None:
    found = search(sheet, "rqth")
    field = box(sheet)
    assert field.get_attribute("aria-expanded") == "true"
    assert active(sheet) is None
    sheet.keyboard.press("ArrowDown")
    assert active(sheet) == found.first.inner_text()
    assert found.first.get_attribute("aria-selected") == "true"
    sheet.keyboard.press("ArrowUp")
    assert active(sheet) == found.last.inner_text()
    sheet.keyboard.press("ArrowDown")
    assert active(sheet) == found.first.inner_text()
    assert sheet.get_by_role("option", selected=True).count() == 1

    # Home and End move in the text.
    sheet.keyboard.press("Home")
    assert active(sheet) is None
    assert field.evaluate("field => field.selectionStart") == 0
    sheet.keyboard.press("End")
    assert field.evaluate("field => field.selectionStart") == 4

    sheet.keyboard.press("Escape")
    expect(found.first).to_be_hidden()
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_value("rqth")
    sheet.keyboard.press("ArrowDown")
    expect(found.first).to_be_visible()
    sheet.keyboard.press("Escape")
    sheet.keyboard.press("Escape")
    expect(field).to_have_value("")


def test_enter_opens_the_active_suggestion(sheet: Page) -> None:
    search(sheet, "rqth")
    sheet.keyboard.press("ArrowDown")
    sheet.keyboard.press("Enter")
    sheet.wait_for_url("**/glossaire/#rqth")


def test_enter_alone_leads_to_the_list_of_the_actions(sheet: Page) -> None:
    search(sheet, "santé & soins")
    sheet.keyboard.press("Enter")
    sheet.wait_for_url("**/actions/?q=sant%C3%A9+%26+soins")


def test_the_last_suggestion_leads_to_all_the_actions(sheet: Page) -> None:
    last = search(sheet, "emploi").last
    assert re.fullmatch(
        r"Voir toutes les actions trouvées pour «\u00a0emploi\u00a0» \(\d+\)", last.inner_text()
    )
    sheet.keyboard.press("ArrowUp")
    sheet.keyboard.press("Enter")
    sheet.wait_for_url("**/actions/?q=emploi")


def test_tab_leaves_and_closes(sheet: Page) -> None:
    found = search(sheet, "rqth")
    sheet.keyboard.press("Tab")
    expect(found.first).to_be_hidden()
    expect(sheet.locator("nav :focus")).to_have_count(1)
    assert sheet.url.endswith(SHEET)
    sheet.keyboard.press("Shift+Tab")
    expect(found.first).to_be_visible()


def test_a_click_opens_a_suggestion_and_one_elsewhere_closes(sheet: Page) -> None:
    found = search(sheet, "boost emploi")
    sheet.mouse.click(20, 600)
    expect(found.first).to_be_hidden()
    box(sheet).click()
    found.filter(has_text="Boost Emploi").first.click()
    sheet.wait_for_url("**/actions/boost-emploi/")


@pytest.mark.parametrize("how", [{"button": "middle"}, {"modifiers": ["Control"]}])
def test_a_suggestion_opens_in_a_tab_as_any_link(sheet: Page, how: dict) -> None:
    found = search(sheet, "boost emploi")
    with sheet.context.expect_page() as opened:
        found.filter(has_text="Boost Emploi").first.click(**how)
    opened.value.wait_for_url("**/actions/boost-emploi/")
    assert sheet.url.endswith(SHEET)
    expect(found.first).to_be_visible()


def test_a_suggestion_in_the_same_page_uncovers_it(phone_page: Page) -> None:
    phone_page.goto("glossaire/")
    phone_page.get_by_role("button", name="Rechercher").tap()
    search(phone_page, "rqth").first.tap()
    phone_page.wait_for_url("**/glossaire/#rqth")
    expect(phone_page.get_by_role("dialog")).to_be_hidden()


@pytest.mark.parametrize("width", [360, 1280])
def test_control_k_leads_to_the_box(open_page, width: int) -> None:
    page = open_page(width=width)
    page.goto(SHEET)
    page.keyboard.press("Control+k")
    expect(box(page)).to_be_focused()
    page.keyboard.type("rqth")
    page.keyboard.press("Control+K")
    # What was typed is chosen: the next letter takes its place.
    page.keyboard.type("s")
    expect(box(page)).to_have_value("s")


def test_no_single_key_leads_to_the_box(sheet: Page) -> None:
    for key in ("/", "f", "s", "k"):
        sheet.keyboard.press(key)
        assert not box(sheet).evaluate("field => field === document.activeElement")


def test_the_number_of_results_is_said_once_typing_pauses(sheet: Page) -> None:
    said: list[str] = []

    def note(text: str) -> None:
        said.append(text)

    sheet.expose_function("note", note)
    sheet.clock.install()
    box(sheet).focus()
    sheet.wait_for_selector("form[data-mounted]")
    status(sheet).evaluate(
        "region => new MutationObserver(() => note(region.textContent))"
        ".observe(region, { childList: true, characterData: true, subtree: true })"
    )
    # However slowly the letters come, there is no pause between them.
    sheet.clock.pause_at(datetime.now(UTC) + timedelta(hours=1))
    search(sheet, "emploi")
    assert not "".join(said).strip()
    sheet.clock.resume()
    expect(status(sheet)).to_have_text(re.compile(r"^\d+\srésultats, dont \d+\sactions\.$"))
    assert len([text for text in said if text.strip()]) == 1
    box(sheet).fill("")
    search(sheet, "rqth")
    expect(status(sheet)).to_have_text(re.compile(r"^\d\srésultats, dont 1\saction\.$"))


def test_only_the_last_query_is_shown(sheet: Page) -> None:
    """Answers that come late, when something else is in the field, are left aside."""
    box(sheet).focus()
    sheet.wait_for_selector("form[data-mounted]")
    for query in ("emploi", "permis", "logement", "rqth"):
        box(sheet).fill(query)
    search_for_rqth = options(sheet).filter(has_text="«\u00a0rqth\u00a0»")
    search_for_rqth.wait_for()
    sheet.wait_for_timeout(300)
    assert search_for_rqth.count() == 1
    assert options(sheet).filter(has_text="logement").count() == 0
    # Nothing opens for a field that was left.
    box(sheet).evaluate("""field => {
      field.value = "emploi";
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.blur();
    }""")
    sheet.wait_for_timeout(300)
    assert not options(sheet).first.is_visible()


def test_what_is_typed_before_the_search_is_there_is_searched(sheet: Page) -> None:
    sheet.route("**/boite.mjs", lambda route: (sheet.wait_for_timeout(200), route.continue_()))
    search(sheet, "rqth")


def test_nothing_of_the_search_is_loaded_before_it_is_used(page: Page) -> None:
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    page.goto(SHEET, wait_until="networkidle")
    assert not [url for url in asked if "/chercher/" in url or "/recherche/" in url]
    assert not page.locator("link[rel=modulepreload]").count()
