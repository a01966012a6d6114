"""The search box of every page, by keyboard, pointer and touch, on the real site."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.axe import find_violations
from tests.browser.measures import DOUBLE_TEXT, LOW_CONTRAST, TOO_WIDE

SHEET = "actions/referent-solidarite/"
FOUND = [
    ("sante mentale", "Accès aux soins en santé mentale et en addictions"),
    ("permi conduire", "Accompagnement des jeunes de moins de 26 ans"),
    ("pole emploi", "France Travail"),
    ("rqth", "RQTH"),
    ("l'emploi", "Boost Emploi"),
    ("bouche du rhone", "Bouches-du-Rhône"),
    ("mon enfant garde", "Accompagnement des jeunes de moins de 26 ans"),
]
INDEX = "**/recherche/index.*.json"
INSIDE = (
    "dialog => dialog.contains(document.activeElement) || document.activeElement === document.body"
)


def box(page: Page) -> Locator:
    return page.get_by_role("combobox", name="Rechercher dans le site")


def options(page: Page) -> Locator:
    return page.get_by_role("search").get_by_role("option")


def groups(page: Page) -> Locator:
    return page.get_by_role("search").get_by_role("group")


def search(page: Page, query: str) -> Locator:
    """Type a query letter by letter; return its suggestions, once they are there."""
    box(page).press_sequentially(query)
    options(page).filter(has_text=f"«\u00a0{query}\u00a0»").wait_for()
    return options(page)


def active(page: Page) -> str | None:
    """The text of the option that the field says is active."""
    return box(page).evaluate(
        "field => document.getElementById(field.getAttribute('aria-activedescendant'))?.innerText"
    )


def status(page: Page) -> Locator:
    """What is said to those who don't see the list."""
    return page.get_by_role("search").locator("[role=status]")


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
    assert not found.first.is_visible()
    assert field.get_attribute("aria-expanded") == "false"
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
    assert not found.first.is_visible()
    assert sheet.evaluate("document.activeElement.closest('nav') !== null")
    assert sheet.url.endswith(SHEET)
    sheet.keyboard.press("Shift+Tab")
    expect(found.first).to_be_visible()


def test_a_click_opens_a_suggestion_and_one_elsewhere_closes(sheet: Page) -> None:
    found = search(sheet, "boost emploi")
    sheet.mouse.click(20, 600)
    assert not found.first.is_visible()
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
    assert found.first.is_visible()


def test_a_suggestion_in_the_same_page_uncovers_it(phone_page: Page) -> None:
    phone_page.goto("glossaire/")
    phone_page.get_by_role("button", name="Rechercher").tap()
    search(phone_page, "rqth").first.tap()
    phone_page.wait_for_url("**/glossaire/#rqth")
    assert not phone_page.get_by_role("dialog").is_visible()


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
    box(sheet).focus()
    sheet.wait_for_selector("form[data-mounted]")
    status(sheet).evaluate(
        "region => new MutationObserver(() => note(region.textContent))"
        ".observe(region, { childList: true, characterData: true, subtree: true })"
    )
    search(sheet, "emploi")
    expect(status(sheet)).to_have_text(re.compile(r"^\d+\srésultats, dont \d+\sactions\.$"))
    assert len([text for text in said if text.strip()]) == 1
    box(sheet).fill("")
    search(sheet, "rqth")
    expect(status(sheet)).to_have_text(re.compile(r"^3\srésultats, dont 1\saction\.$"))


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
    faults.clear()


def test_a_box_whose_module_does_not_come_still_leads_to_the_actions(
    sheet: Page, faults: list[str]
) -> None:
    sheet.route("**/boite.mjs", lambda route: route.abort())
    box(sheet).press_sequentially("rqth")
    expect(status(sheet)).to_contain_text("La recherche n’a pas pu être chargée.")
    sheet.keyboard.press("Enter")
    sheet.wait_for_url("**/actions/?q=rqth")
    faults.clear()


def test_a_slow_search_says_that_it_is_loading(sheet: Page) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    sheet.context.route(INDEX, hold)
    box(sheet).press_sequentially("rqth")
    expect(sheet.get_by_text("Chargement de la recherche…").first).to_be_visible()
    held[0].continue_()
    expect(options(sheet).first).to_contain_text("RQTH")
    assert not sheet.locator(".cat-recherche__note").is_visible()


def test_once_loaded_the_search_needs_no_network(sheet: Page) -> None:
    box(sheet).press_sequentially("rqth")
    expect(options(sheet).first).to_contain_text("RQTH")
    sheet.wait_for_load_state("networkidle")
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
    assert not panel.is_visible()
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
    assert not panel.is_visible()
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


@pytest.mark.parametrize(
    ("width", "scheme"),
    [(320, "light"), (360, "dark"), (768, "light"), (1280, "light"), (1280, "dark")],
)
def test_every_state_fits_is_readable_and_passes_axe(open_page, width: int, scheme: str) -> None:
    page = open_page(width=width, color_scheme=scheme)
    page.goto(SHEET)
    page.keyboard.press("Control+k")
    for query in ("", "emploi", "zzzzz", "santé xyzwk"):
        box(page).fill(query)
        if query:
            expect(options(page).last).to_be_visible()
            page.keyboard.press("ArrowDown")
            expect(page.get_by_role("option", selected=True)).to_have_count(1)
        wrong = [*page.evaluate(TOO_WIDE), *page.evaluate(LOW_CONTRAST), *find_violations(page)]
        assert wrong == [], query


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
