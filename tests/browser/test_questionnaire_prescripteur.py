"""« Que puis-je prescrire ? »: the questions, the actions beside them, the comparison."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import prescrire
from tests.browser.axe import find_violations
from tests.browser.conftest import forgive
from tests.browser.exemples import answers_of, profils
from tests.browser.keyboard import tab_to
from tests.browser.partage import link_of
from tests.browser.prescrire import (
    MARSEILLE,
    answer_with_keys,
    card,
    go_back,
    kept,
    open_questions,
    open_sheet,
    open_with,
    question,
    questions_in_order,
    shown_results,
    tick,
)
from tests.browser.types_de_pages import begin_again

BOOST = "boost-emploi"
JEUNES = "jeunes-de-moins-de-26-ans-bouches-du-rhone"
SANTE = "acces-aux-soins-sante-mentale-et-addictions"
BEYOND_THE_PAGE = """() => [...document.querySelectorAll('[data-module=cat-questionnaire] *')]
  .filter((one) => one.checkVisibility() && !one.closest('.cat-dit'))
  .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
  .map((one) => `${one.className} ${one.textContent.slice(0, 40)}`)"""
LISTED = "document.querySelector('.cat-liste-actions').textContent"
COUNT_ANNOUNCEMENTS = """() => {
  window.announcements = 0;
  const count = () => { window.announcements += 1; };
  const region = document.querySelector('[data-module=cat-questionnaire] > [role=status]');
  new MutationObserver(count).observe(region, { childList: true, characterData: true });
}"""


@pytest.fixture
def page(same_page: Page) -> Page:
    """One tab for all: what stops its clock, its network or its data opens a page of its own."""
    return begin_again(same_page)


@pytest.mark.parametrize(
    ("slug", "width"),
    [("marseille-difficultes-psychiques", 360), ("lievin-isolement-et-freins", 1280)],
)
def test_the_keyboard_alone_sorts_the_actions_of_a_profile(open_page, slug, width) -> None:
    page = open_page(width=width, height=740)
    profil = profils("prescripteur")[slug]
    page.clock.set_fixed_time(f"{profil.date}T10:00:00")
    open_questions(page)
    answers = answers_of(profil)
    for asked in questions_in_order(page):
        if asked in answers:
            answer_with_keys(page, asked, answers[asked])
    assert kept(page) == json.loads(json.dumps(answers))
    shown = shown_results(page)
    assert {action: shown.get(action) for action in profil.attendus} == dict(profil.attendus)


def test_every_profile_has_the_results_that_it_expects(open_page) -> None:
    page = open_page()
    wrong = {}
    for slug, profil in profils("prescripteur").items():
        page.clock.set_fixed_time(f"{profil.date}T10:00:00")
        open_with(page, answers_of(profil))
        shown = shown_results(page)
        for action, expected in profil.attendus.items():
            if shown.get(action) != expected:
                wrong[slug, action] = (shown.get(action), expected)
    assert wrong == {}


def test_only_the_questions_of_the_rules_are_asked_the_place_first(page: Page) -> None:
    open_questions(page)
    asked = questions_in_order(page)
    assert asked[0] == "commune"
    assert {"rsa", "freins", "sante"} < set(asked)
    assert not [slug for slug in asked if slug.startswith("porteur_")]
    expect(question(page, "sante")).to_be_hidden()
    page.get_by_text("Questions sensibles (facultatives)").click()
    expect(question(page, "sante")).to_be_visible()


def test_a_question_that_changes_nothing_any_more_says_so(page: Page) -> None:
    open_questions(page)
    expect(page.get_by_text("N’est plus utile")).to_have_count(0)
    answer_with_keys(page, "commune", "62041")
    # Asked for an action of the Seine-et-Marne alone.
    expect(question(page, "statut_independant")).to_contain_text("N’est plus utile")
    expect(question(page, "parcours_social")).not_to_contain_text("N’est plus utile")
    question(page, "rsa").get_by_label("Non", exact=True).press("Space")
    expect(page.get_by_text("Toutes les questions utiles ont une réponse.")).to_be_visible()


def test_the_most_useful_question_is_one_key_away(page: Page) -> None:
    open_with(page, {"commune": "13055"})
    tab_to(page, page.locator(".cat-prescrire__suivante a"))
    page.keyboard.press("Enter")
    expect(question(page, "rsa")).to_contain_text("La plus utile maintenant")
    expect(question(page, "rsa").get_by_label("Oui", exact=True)).to_be_focused()


def test_a_missing_answer_leads_to_its_field_even_folded(page: Page) -> None:
    open_with(page, {"commune": "13055", "rsa": "oui"})
    link = card(page, SANTE).get_by_role("link", name=re.compile("psychiatrique"))
    link.press("Enter")
    field = question(page, "sante_mentale_addiction")
    expect(field.get_by_label("Oui", exact=True)).to_be_focused()
    page.keyboard.press("Space")
    expect(card(page, SANTE)).to_have_count(1)
    assert shown_results(page)[SANTE] in ("oui", "sous-reserve")


def test_priorities_come_first_and_names_follow(page: Page) -> None:
    open_with(page, {**MARSEILLE, "entrant_rsa": "oui"})
    first = page.locator("[data-groupe=oui] [data-action]")
    priorities = first.evaluate_all(
        "cards => cards.map((c) => c.innerText.includes('Prioritaire'))"
    )
    assert priorities == sorted(priorities, reverse=True)
    assert any(priorities)
    names = page.locator("[data-groupe=a-preciser] h4").all_inner_texts()
    assert len(names) > 2
    assert names == page.evaluate(
        "names => [...names].sort(new Intl.Collator('fr').compare)", names
    )


def test_only_the_counts_are_announced(page: Page) -> None:
    open_questions(page)
    question(page, "rsa").get_by_label("Oui", exact=True).press("Space")
    said = page.get_by_role("status").filter(has_text="Actions")
    expect(said).to_have_text(re.compile(r"^Actions\s: (\d+ [^,]+, )*\d+ à préciser\.$"))


def test_on_a_phone_the_counts_stay_in_sight_and_lead_to_the_actions(phone_page: Page) -> None:
    open_with(phone_page, MARSEILLE)
    bar = phone_page.locator(".cat-bas")
    expect(bar).to_be_in_viewport(ratio=1)
    expect(bar).to_contain_text(re.compile("à proposer.*à préciser"))
    bar.get_by_role("button", name="Voir les actions").tap()
    expect(phone_page.get_by_role("heading", name="Les actions")).to_be_focused()
    bar.get_by_role("button", name="Voir les questions").tap()
    expect(phone_page.get_by_role("heading", name="La personne")).to_be_focused()


def test_the_answers_survive_a_reload_in_their_tab_alone(open_page) -> None:
    page = open_page()
    open_with(page, MARSEILLE)
    before = shown_results(page)
    page.reload()
    expect(question(page, "rsa").get_by_label("Oui", exact=True)).to_be_checked()
    expect(question(page, "age").get_by_role("textbox")).to_have_value("23")
    assert shown_results(page) == before
    other = page.context.new_page()
    open_questions(other)
    expect(other.locator("[data-question] :checked")).to_have_count(0)


def test_a_shared_link_brings_the_answers_but_the_sensitive_ones(page: Page, open_page) -> None:
    open_with(page, {**MARSEILLE, "sante_mentale_addiction": "oui"})
    page.get_by_text("Partager les réponses").press("Enter")
    expect(page.get_by_text("toute personne qui a le lien peut les lire")).to_be_visible()
    link = link_of(page)
    address = urlsplit(link)
    assert address.fragment.startswith("r1=")
    assert address.query == ""

    other = open_page()
    open_questions(other, f"#{address.fragment}")
    expect(other.get_by_text("Ces réponses viennent d’un lien")).to_be_visible()
    assert kept(other) == MARSEILLE
    # A reload keeps what was changed since, so the link doesn't stay in the address.
    expect(other).not_to_have_url(re.compile("r1="))


def test_a_link_to_an_action_asks_its_questions_first(page: Page) -> None:
    open_questions(page, "#action=referent-unique")
    pinned = page.locator("[data-groupe=choisie] [data-action]")
    expect(pinned).to_have_attribute("data-action", "referent-unique")
    expect(page.get_by_role("heading", name="Les questions de cette action")).to_be_visible()
    expect(question(page, "rsa")).to_be_visible()
    expect(question(page, "freins")).to_be_hidden()
    expect(page.get_by_role("heading", name="La personne")).to_be_in_viewport()
    page.get_by_role("button", name="Répondre pour toutes les actions").press("Enter")
    expect(question(page, "freins")).to_be_visible()
    expect(pinned).to_have_count(0)
    expect(page).to_have_url(re.compile(f"/{prescrire.PAGE}$"))


def test_a_new_person_is_one_click(page: Page) -> None:
    open_with(page, MARSEILLE)
    tick(page, 2)
    open_sheet(page, BOOST)
    page.get_by_label("Nom", exact=True).fill("Exemple")
    page.get_by_label("Argumentaire du référent").fill("Texte écrit pour la personne d’avant.")
    go_back(page)
    page.get_by_label("Parcours", exact=True).select_option("social")

    page.get_by_role("button", name="Nouvelle personne").press("Enter")
    expect(question(page, "commune").get_by_role("combobox")).to_be_focused()
    expect(page.get_by_role("status").filter(has_text="Nouvelle personne")).to_have_count(1)
    assert kept(page) == {}
    expect(page.locator("[data-question] :checked")).to_have_count(0)
    expect(page.locator(".cat-liste-actions input:checked")).to_have_count(0)
    expect(page.get_by_label("Parcours", exact=True)).to_have_value("")
    open_sheet(page, BOOST)
    expect(page.get_by_label("Nom", exact=True)).to_have_value("")
    expect(page.get_by_label("Argumentaire du référent")).not_to_have_value(re.compile("d’avant"))


def test_a_page_brought_back_holds_no_answer_erased_since(page: Page) -> None:
    open_with(page, MARSEILLE)
    page.evaluate("window.leftAsItWas = true")
    came_back = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))"
    page.evaluate(came_back)
    assert page.evaluate("window.leftAsItWas") is True

    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
    page.evaluate("sessionStorage.clear()")
    with page.expect_navigation():
        page.evaluate(came_back)
    expect(question(page, "rsa")).to_be_visible()
    assert page.evaluate("window.leftAsItWas") is None
    expect(page.locator("[data-question] :checked")).to_have_count(0)
    expect(question(page, "age").get_by_role("textbox")).to_have_value("")
    open_sheet(page, BOOST)
    expect(page.get_by_label("Commune", exact=True)).to_have_value("")


def test_a_link_asks_before_it_erases_a_sheet_and_leaves_nothing_of_it(page: Page) -> None:
    open_with(page, MARSEILLE)
    page.get_by_text("Partager les réponses").press("Enter")
    link = link_of(page)
    tick(page, 2)
    open_sheet(page, BOOST)
    page.get_by_label("Nom", exact=True).fill("Exemple")
    page.get_by_label("Argumentaire du référent").fill("Texte écrit pour la personne d’avant.")
    go_back(page)

    # The same answers may be those of someone else.
    page.evaluate("hash => { location.hash = hash; }", urlsplit(link).fragment)
    expect(page.get_by_text("Une fiche est commencée dans cet onglet.")).to_be_visible()
    page.get_by_role("button", name="Garder les réponses de cet onglet").press("Enter")
    open_sheet(page, BOOST)
    expect(page.get_by_label("Nom", exact=True)).to_have_value("Exemple")
    go_back(page)

    page.evaluate("hash => { location.hash = hash; }", urlsplit(link).fragment)
    page.get_by_role("button", name="Ouvrir les réponses du lien").press("Enter")
    expect(page.get_by_text("Ces réponses viennent d’un lien")).to_be_visible()
    assert kept(page) == MARSEILLE
    expect(page.locator(".cat-liste-actions input:checked")).to_have_count(0)
    open_sheet(page, BOOST)
    expect(page.get_by_label("Nom", exact=True)).to_have_value("")
    expect(page.get_by_label("Argumentaire du référent")).not_to_have_value(re.compile("d’avant"))


@pytest.mark.parametrize("paused", [False, True])
@pytest.mark.parametrize("touch", [False, True])
def test_the_click_that_leaves_a_typed_field_does_what_it_says(open_page, touch, paused) -> None:
    """Whether it comes before or after the pause at which what is typed counts."""
    page = open_page(touch=touch)
    page.clock.install()
    open_with(page, MARSEILLE)
    clock = datetime.now(UTC)

    def type_then_click(age: str, target: Locator) -> None:
        nonlocal clock
        clock += timedelta(hours=1)
        page.clock.pause_at(clock)
        target.scroll_into_view_if_needed()
        field = question(page, "age").get_by_role("textbox")
        field.fill("")
        field.press_sequentially(age)
        if paused:
            page.clock.run_for(600)
            assert kept(page)["age"] == int(age)
        box = target.bounding_box()
        assert box is not None
        press = page.touchscreen.tap if touch else page.mouse.click
        press(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.clock.resume()

    target = page.locator(".cat-liste-actions section [data-fiche]").first
    type_then_click("40", target)
    expect(page.get_by_role("heading", name="Fiche de prescription")).to_be_focused()
    assert kept(page)["age"] == 40
    go_back(page)
    tick(page, 2)
    type_then_click("50", page.get_by_role("button", name="Comparer", exact=True))
    expect(page.get_by_role("table")).to_be_visible()
    assert kept(page)["age"] == 50


def test_what_is_typed_counts_at_a_pause_and_is_announced_once(open_page) -> None:
    page = open_page()
    page.clock.install()
    open_with(page, {**MARSEILLE, "age": 23})
    page.evaluate(COUNT_ANNOUNCEMENTS)
    question(page, "age").get_by_role("textbox").fill("40")
    expect(page.locator(f"[data-groupe=non] [data-action={JEUNES}]")).to_have_count(0)
    said = page.get_by_role("status").filter(has_text=re.compile(r"^Actions"))
    expect(said).to_have_count(1)
    assert kept(page)["age"] == 40
    page.keyboard.press("Tab")
    page.clock.run_for(1000)
    assert page.evaluate("window.announcements") == 1


def test_nothing_pressed_is_replaced_before_it_is_released(page: Page) -> None:
    open_with(page, MARSEILLE)
    page.locator(".cat-liste-actions [data-action] label").first.hover()
    first = page.locator(".cat-liste-actions [data-action]").first.element_handle()
    before = page.evaluate(LISTED)
    page.mouse.down()
    question(page, "age").get_by_role("textbox").evaluate(
        """field => {
          field.value = '40';
          field.dispatchEvent(new Event('change', { bubbles: true }));
        }"""
    )
    assert kept(page)["age"] == 40
    assert first.evaluate("card => card.isConnected")
    assert page.evaluate(LISTED) == before
    page.mouse.up()
    page.wait_for_function(f"before => {LISTED} !== before", arg=before)
    expect(page.get_by_text("1 action choisie")).to_be_visible()


@pytest.mark.parametrize(("width", "least"), [(360, 44), (1280, 34)])
def test_an_answer_is_as_high_as_a_finger_but_on_a_wide_window(open_page, width, least) -> None:
    page = open_page(width=width)
    open_questions(page)
    height = question(page, "rsa").locator(".cat-choix").first.bounding_box()
    assert height is not None
    assert height["height"] >= least


def test_a_text_twice_as_large_stays_within_a_phone(open_page) -> None:
    page = open_page(width=360, height=740)
    open_with(page, MARSEILLE, f"#action={BOOST}")
    page.add_style_tag(content="html { font-size: 250% !important; }")
    page.locator("main details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    tick(page, 2)
    assert page.evaluate(BEYOND_THE_PAGE) == []
    page.get_by_role("button", name="Comparer", exact=True).press("Enter")
    assert page.evaluate(BEYOND_THE_PAGE) == []
    go_back(page)
    open_sheet(page, SANTE)
    assert page.evaluate(BEYOND_THE_PAGE) == []


def test_nothing_is_asked_of_the_network_once_the_data_are_there(open_page) -> None:
    page = open_page()
    open_questions(page)
    page.wait_for_load_state("networkidle")
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    answer_with_keys(page, "commune", "13055")
    answer_with_keys(page, "rsa", "oui")
    tick(page, 2)
    page.get_by_text("Partager les réponses").press("Enter")
    page.get_by_role("button", name="Comparer", exact=True).press("Enter")
    go_back(page)
    page.locator("[data-fiche]").first.press("Enter")
    page.get_by_label("Nom", exact=True).fill("Exemple")
    go_back(page)
    page.get_by_role("button", name="Nouvelle personne").press("Enter")
    # The keyboard goes through the search of the header, which gets ready.
    assert [url for url in requests if not re.search("/(chercher|recherche)[/.]", url)] == []


def test_without_its_data_the_page_says_so_and_keeps_the_conditions(open_page, faults) -> None:
    page = open_page()
    page.route("**/data/eligibilite.json", lambda route: route.abort())
    page.goto(prescrire.PAGE)
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("Les questions n’ont pas pu être chargées")
    expect(page.get_by_role("heading", name="Les conditions, action par action")).to_be_visible()
    assert find_violations(page) == []
    page.unroute("**/data/eligibilite.json")
    alert.get_by_role("button", name="Réessayer").press("Enter")
    expect(page.get_by_role("heading", name="La personne")).to_be_visible()
    forgive(page, faults)


def test_without_javascript_the_page_is_the_list_of_the_conditions(open_page) -> None:
    page = open_page(javascript=False, width=360)
    page.goto(f"{prescrire.PAGE}#action=referent-solidarite")
    section = page.locator("section[id='action=referent-solidarite']")
    expect(section).to_be_in_viewport()
    expect(section).to_contain_text("La personne reçoit le RSA")
    assert page.locator("[data-module=cat-questionnaire]").is_hidden()


def test_with_javascript_the_conditions_are_folded(page: Page) -> None:
    open_questions(page)
    section = page.locator(".cat-regle").first
    expect(section).to_be_hidden()
    page.get_by_text("Lire les conditions de toutes les actions").press("Enter")
    expect(section).to_be_visible()


def test_thousands_of_actions_are_shown_a_screenful_at_a_time(open_page) -> None:
    page = open_page()

    def multiply(route) -> None:
        data = route.fetch().json()
        action = data["actions"][JEUNES]
        data["actions"] = {
            f"action-{rank}": {**action, "nom": f"Action {rank}"} for rank in range(2000)
        }
        route.fulfill(json=data)

    page.route("**/data/eligibilite.json", multiply)
    open_questions(page)
    cards = page.locator("[data-groupe=a-preciser] [data-action]")
    expect(cards).to_have_count(25)
    page.get_by_role("button", name=re.compile("^Afficher 25 actions de plus")).press("Enter")
    expect(cards).to_have_count(50)
    expect(cards.nth(25).get_by_role("link").first).to_be_focused()
    expect(page.locator("[data-groupe=a-preciser] h3")).to_contain_text("2000")
