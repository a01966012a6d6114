"""What an organisation does on its page: checks itself, and comes back to it."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime

import pytest
from playwright.sync_api import Page, expect

from site_builder.vocabulary.cog import cog
from tests.browser.axe import find_violations
from tests.browser.exemples import answers_of, catalogue, profils
from tests.browser.keyboard import choose, tab_to
from tests.browser.measures import TOO_WIDE
from tests.browser.page_porteur import (
    APPEL,
    PER,
    PSSI,
    STORED,
    expect_focus_within,
    expect_result,
    expect_results,
    open_on,
    open_with,
    pick,
    question,
)
from tests.browser.partage import link_of
from tests.browser.types_de_pages import DRAWING, begin_again

WALKED = (
    ("arras-equipe-diplomee-avant-l-appel", 360),
    ("bethune-equipe-experimentee", 1280),
    ("arras-equipe-diplomee-apres-l-appel", 360),
)


@pytest.fixture
def page(same_page: Page) -> Page:
    """One tab for all: what changes its window or stops its clock opens a page of its own."""
    return begin_again(same_page)


def answer_by_keyboard(page: Page, slug: str, answer: str) -> None:
    fieldset = question(page, slug)
    if not fieldset.is_visible():
        tab_to(page, page.get_by_role("button", name="Les afficher quand même"))
        page.keyboard.press("Enter")
    match catalogue().questions[slug].type:
        case "commune":
            tab_to(page, fieldset.get_by_role("combobox"))
            commune = cog().commune(answer)
            assert commune is not None
            page.keyboard.type(commune.nom)
            expect(page.get_by_role("option").first).to_be_visible()
            page.keyboard.press("ArrowDown")
            page.keyboard.press("Enter")
        case "nombre":
            tab_to(page, fieldset.get_by_role("textbox"))
            page.keyboard.type(answer)
        case _:
            choose(page, fieldset, {"oui": "Oui", "non": "Non"}[answer])


@pytest.mark.parametrize(("slug", "width"), WALKED)
def test_a_profile_by_keyboard(open_page, slug: str, width: int) -> None:
    profil = profils("porteur")[slug]
    assert profil.date is not None
    page = open_page(width=width)
    open_on(page, profil.date)
    for name, (answer, *_) in profil.reponses.items():
        answer_by_keyboard(page, name, answer)
    # The last field is left, as a person does who reads on.
    page.keyboard.press("Tab")
    expect(page.locator(f"article[data-action={next(iter(profil.attendus))}]")).to_be_attached()
    expect_results(page, profil)
    assert json.loads(page.evaluate(STORED))["reponses"] == answers_of(profil)
    assert page.evaluate(TOO_WIDE) == []
    assert find_violations(page) == []


# The link that carries answers.
FRAGMENT = """async (answers) => {
  const {Reponses} = await import('/assets/javascripts/questionnaire/reponses.mjs');
  const {questions} = await (await fetch('/data/eligibilite.json')).json();
  const reponses = new Reponses('essai', questions, null);
  for (const [slug, answer] of Object.entries(answers)) reponses.set(slug, answer);
  return reponses.toFragment();
}"""


def test_every_profile_by_link(page: Page) -> None:
    for profil in profils("porteur").values():
        assert profil.date is not None
        begin_again(page)
        open_on(page, profil.date, page.evaluate(FRAGMENT, answers_of(profil)))
        expect(page.get_by_text("Ces réponses viennent d’un lien.")).to_be_visible()
        expect(page).to_have_url(re.compile("^[^#]+$"))
        expect_results(page, profil)


def test_before_any_answer(page: Page) -> None:
    open_on(page, date(2025, 1, 20))
    for slug in (APPEL, PSSI, PER):
        expect_result(page, slug, "a-preciser")
    page.get_by_text("Partager les réponses").click()
    expect(page.get_by_text("Aucune réponse ne peut être mise dans un lien")).to_be_visible()
    assert page.evaluate(STORED) is None
    assert find_violations(page) == []


def test_answers_outlive_a_reload(page: Page) -> None:
    open_on(page, date(2025, 1, 20))
    pick(page, "porteur_personnel", "Non")
    expect_result(page, APPEL, "non")
    page.reload()
    expect(question(page, "porteur_personnel").get_by_role("radio", name="Non")).to_be_checked()
    expect_result(page, APPEL, "non")


def test_answers_are_erased(page: Page) -> None:
    profil = profils("porteur")["arras-equipe-diplomee-pendant-l-appel"]
    open_with(page, date(2025, 1, 20), answers_of(profil))
    page.get_by_label("Nombre de places").fill("12")
    page.get_by_role("button", name="Effacer mes réponses").click()
    page.get_by_role("button", name="Oui, effacer").click()
    expect(page.get_by_text("Vos réponses sont effacées.")).to_be_visible()
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)
    expect(page.get_by_role("combobox", name="Commune")).to_have_value("")
    expect(page.get_by_label("Nombre de places")).to_have_value("")
    assert page.evaluate("sessionStorage.length") == 0
    expect(page.get_by_role("heading", name="Vérifier pour votre structure")).to_be_focused()
    page.reload()
    expect(page.get_by_role("heading", name="Votre structure", exact=True)).to_be_visible()
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)


def test_keeping_the_answers_is_what_the_dialog_opens_on(page: Page) -> None:
    open_on(page, date(2025, 1, 20))
    pick(page, "porteur_personnel", "Non")
    page.get_by_role("button", name="Effacer mes réponses").click()
    expect(page.get_by_role("button", name="Non, les garder")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect_result(page, APPEL, "non")


# The browser used by the tests keeps no page as it was left: only its events are there.
LEFT = "dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))"
BROUGHT_BACK = "dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))"


def test_a_page_brought_back_forgets_what_was_erased_since(page: Page) -> None:
    open_on(page, date(2025, 1, 20))
    pick(page, "porteur_personnel", "Non")
    page.evaluate("document.title = 'la même page'")
    page.evaluate(LEFT)
    page.evaluate(BROUGHT_BACK)
    # Nothing has changed: the page stays as it was left.
    expect(page).to_have_title("la même page")
    expect(question(page, "porteur_personnel").get_by_role("radio", name="Non")).to_be_checked()
    page.evaluate("sessionStorage.removeItem('cat-reponses-porteur')")
    with page.expect_navigation():
        page.evaluate(BROUGHT_BACK)
    expect(page.get_by_role("heading", name="Votre structure", exact=True)).to_be_visible()
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)
    expect_result(page, APPEL, "a-preciser")


def press_answer(page: Page) -> None:
    """Click « Répondre » step by step, as a hand does: the press takes the focus away."""
    answer = page.locator(".cat-porter__groupe").get_by_role("button", name="Répondre").first
    x, y = answer.evaluate(
        """(button) => {
          button.scrollIntoView({block: 'center', behavior: 'instant'});
          const {x, y, width, height} = button.getBoundingClientRect();
          return [x + width / 2, y + height / 2];
        }"""
    )
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.up()


MARK_RESULTS = "document.querySelector('.cat-porter__groupe').dataset.drawn = 'once'"
IN_A_QUESTION = "() => document.activeElement.closest('fieldset.cat-question') !== null"


def test_the_click_that_leaves_a_commune_is_a_click(page: Page) -> None:
    open_on(page, date(2026, 11, 21))
    drawn = page.locator("[data-drawn=once]")
    page.get_by_role("combobox", name="Commune").press_sequentially("grenoble")
    page.evaluate(MARK_RESULTS)
    page.get_by_role("option").first.click()
    # Once the click is over, the results of this choice take the place of the former ones.
    expect(drawn).to_have_count(0)
    page.evaluate(MARK_RESULTS)
    press_answer(page)
    page.wait_for_function(IN_A_QUESTION)
    expect(page.get_by_role("combobox", name="Commune")).not_to_be_focused()
    # The commune was kept when it was chosen: leaving its field draws nothing again.
    expect(drawn).to_be_attached()


def test_the_click_that_leaves_a_number_is_a_click(open_page) -> None:
    page = open_page()
    open_on(page, date(2025, 1, 20))
    years = question(page, "porteur_experience").get_by_role("textbox")
    # The number is not taken before the press, however long the press takes to come.
    page.clock.pause_at(datetime(2025, 1, 21, tzinfo=UTC))
    years.fill("5")
    press_answer(page)
    page.clock.resume()
    page.wait_for_function(IN_A_QUESTION)
    expect(years).not_to_be_focused()
    assert json.loads(page.evaluate(STORED))["reponses"] == {"porteur_experience": 5}


def test_a_number_counts_without_leaving_its_field(page: Page) -> None:
    open_on(page, date(2025, 1, 20))
    years = question(page, "porteur_experience").get_by_role("textbox")
    years.press_sequentially("5")
    page.wait_for_function(f"{STORED} !== null")
    expect(years).to_be_focused()
    assert json.loads(page.evaluate(STORED))["reponses"] == {"porteur_experience": 5}


def test_a_closed_call_is_no_verdict_on_the_organisation(page: Page) -> None:
    open_on(page, date(2026, 11, 21))
    expect(page.get_by_text("Pas dans la situation de votre structure")).to_have_count(0)
    expect(page.get_by_role("heading", name="Plus proposé en ce moment")).to_be_visible()
    expect_result(page, APPEL, "fermee")
    card = page.locator(f"article[data-action={APPEL}]")
    expect(card).to_contain_text("L’appel à projets a pris fin le 14\u00a0février\u00a02025.")
    expect(page.locator(".cat-porter__resume")).to_contain_text("1\u00a0plus proposée en ce moment")
    expect(page.locator(".cat-porter__resume")).not_to_contain_text("ne correspond")
    assert find_violations(page) == []


def test_answering_is_a_target_for_a_finger(phone_page: Page) -> None:
    open_on(phone_page, date(2025, 1, 20))
    answer = phone_page.locator(".cat-porter__groupe").get_by_role("button", name="Répondre")
    expect(answer.first).to_be_visible()
    heights = [button.bounding_box()["height"] for button in answer.filter(visible=True).all()]
    assert heights
    assert min(heights) >= 44


# What the parts of the page have that goes past the window, boxes that scroll apart.
PAST_THE_WINDOW = r"""() =>
  [...document.querySelectorAll(':is(.cat-porter, .cat-porter-partie) *')]
    .filter((element) => element.checkVisibility() && !element.closest('.cat-dit, table'))
    .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
    .map((element) => `${element.tagName}.${element.className} ${element.textContent.trim()}`)
    .map((words) => words.slice(0, 80))"""


def test_a_text_twice_as_large_fits_a_phone(phone_page: Page) -> None:
    open_with(
        phone_page, date(2025, 1, 20), answers_of(profils("porteur")["bethune-equipe-experimentee"])
    )
    phone_page.get_by_label("Nombre de places").fill("100")
    phone_page.add_style_tag(content="html { font-size: 250% !important; }")
    assert phone_page.evaluate(PAST_THE_WINDOW) == []


def test_erasing_is_always_in_reach(open_page) -> None:
    for width in (360, 1280):
        page = open_page(width=width, height=740)
        open_on(page, date(2025, 1, 20))
        for slug in ("commune", "porteur_experience", "porteur_engagement_labellisation"):
            question(page, slug).scroll_into_view_if_needed()
            expect(page.get_by_role("button", name="Effacer mes réponses")).to_be_in_viewport()


def test_a_link_is_made_and_read(page: Page) -> None:
    profil = profils("porteur")["bethune-equipe-experimentee"]
    open_with(page, date(2025, 1, 20), answers_of(profil))
    page.get_by_text("Partager les réponses").click()
    link = link_of(page)
    assert "/porter/#r1=" in link
    expect(page.get_by_text("Ne l’envoyez qu’à des personnes de confiance")).to_be_visible()
    assert find_violations(page) == []
    # The link follows the answers.
    pick(page, "porteur_personnel", "Je ne sais pas")
    expect(page.get_by_label("Lien vers ces réponses")).not_to_have_value(link)

    page.goto(DRAWING)
    page.goto(link)
    expect(page.get_by_text("Des réponses ont déjà été données dans cet onglet")).to_be_visible()
    page.get_by_role("button", name="Garder les réponses de cet onglet").click()
    expect_result(page, APPEL, "a-preciser")
    page.goto(DRAWING)
    page.goto(link)
    page.get_by_role("button", name="Ouvrir les réponses du lien").click()
    expect_results(page, profil)


def test_a_link_that_can_not_be_read(page: Page) -> None:
    open_on(page, date(2025, 1, 20), "#r9=abc")
    expect(page.get_by_text("pour une autre version de cette page")).to_be_visible()
    expect_result(page, APPEL, "a-preciser")


def test_one_action_alone(page: Page) -> None:
    open_on(page, date(2025, 1, 20), f"#action={PSSI}")
    expect(page.locator("article[data-action]")).to_have_count(1)
    asked = page.locator("fieldset.cat-question").filter(visible=True)
    expect(asked).to_have_count(3)
    expect(page.get_by_label("Action à financer")).to_have_value(PSSI)
    assert find_violations(page) == []
    page.get_by_role("button", name="Répondre pour toutes les actions").click()
    expect(page.locator("article[data-action]")).to_have_count(3)
    expect(page).to_have_url(re.compile("^[^#]+$"))


def test_an_action_without_conditions(page: Page) -> None:
    open_on(page, date(2025, 1, 20), "#action=garage-solidaire")
    expect(page.get_by_text("Cette action n’a pas de conditions à vérifier ici")).to_be_visible()
    expect(page.locator("article[data-action]")).to_have_count(3)


def test_going_from_one_action_to_another(page: Page) -> None:
    open_on(page, date(2025, 1, 20))
    page.evaluate("(slug) => { location.hash = `action=${slug}`; }", PER)
    expect(page.locator("article[data-action]")).to_have_count(1)
    expect(page.get_by_role("heading", name="Vérifier pour votre structure")).to_be_focused()
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_questions_that_no_longer_matter_stand_aside(page: Page) -> None:
    open_on(page, date(2026, 11, 21))
    # The call is closed: its questions decide nothing today.
    expect(question(page, "porteur_personnel")).to_be_hidden()
    show = page.get_by_role("button", name="Les afficher quand même")
    show.click()
    expect(question(page, "porteur_personnel")).to_be_visible()
    expect_focus_within(question(page, "porteur_personnel"))
    page.get_by_role("button", name="Masquer les questions sans effet").click()
    expect(question(page, "porteur_personnel")).to_be_hidden()


def test_a_criterion_leads_to_its_question(page: Page) -> None:
    open_on(page, date(2026, 11, 21))
    page.locator(f"article[data-action={PSSI}]").get_by_role(
        "button", name="Répondre"
    ).first.click()
    expect_focus_within(question(page, "porteur_ccas"))


def test_what_would_change_and_what_is_asked(open_page) -> None:
    page = open_page()
    open_with(
        page,
        date(2026, 11, 21),
        answers_of(profils("porteur")["ccas-sans-travailleur-social-en-isere"]),
    )
    page.get_by_text("Pas dans la situation de votre structure").click()
    card = page.locator(f"article[data-action={PSSI}]")
    expect(card.locator(".cat-changements")).to_contain_text("travailleur social")
    card.get_by_text("Ce qui est demandé aux structures").click()
    expect(card.get_by_text("référentiel départemental de l’accompagnement RSA")).to_be_visible()
    # So low, the bar does not stick over a button that axe would find too small.
    page.set_viewport_size({"width": 1280, "height": 400})
    assert find_violations(page) == []
