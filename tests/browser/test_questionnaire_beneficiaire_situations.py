"""« À quoi ai-je droit ? » when an answer lacks, an action is closed, nobody can be called."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import OpenPage
from tests.browser.measures import DOUBLE_TEXT
from tests.browser.mes_droits import (
    ARRAS,
    heading,
    open_home,
    open_results,
    open_start,
    question_shown,
)

DIRECTORY = re.compile("Trouver un service à appeler")
PAST_THE_EDGE = """() => [...document.querySelectorAll('.cat-questionnaire *')]
  .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
  .map((one) => one.outerHTML.slice(0, 80))"""
BROUGHT_BACK = """() => {
  dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}));
  sessionStorage.clear();
  dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}));
}"""


def change_data(page: Page, change: Callable[[Any], None]) -> None:
    """Serve the data of the questionnaires with a ``change`` made in place."""

    def answer(route: Route) -> None:
        data = route.fetch().json()
        change(data)
        route.fulfill(json=data)

    page.route("**/data/eligibilite.json", answer)


def test_answers_that_were_erased_do_not_come_back_with_the_page(page: Page) -> None:
    open_results(page, ARRAS)
    page.evaluate(BROUGHT_BACK)
    expect(page.get_by_role("button", name="Commencer")).to_be_visible()
    assert page.get_by_role("region", name="Vos réponses").count() == 0


def test_going_back_after_erasing_shows_no_result(page: Page) -> None:
    open_results(page, ARRAS)
    page.get_by_role("link", name=re.compile("Lire la fiche")).first.click()
    page.wait_for_url("**/actions/*/")
    page.goto("mes-droits/")
    page.get_by_role("button", name="Effacer mes réponses").first.click()
    page.get_by_role("button", name="Oui, effacer").click()
    expect(page.get_by_role("status").first).to_have_text("Vos réponses sont effacées.")
    page.evaluate("document.body.dataset.left = ''; setTimeout(() => history.go(-3))")
    expect(page.locator("body[data-left]")).to_have_count(0)
    expect(page.get_by_role("button", name="Commencer")).to_be_visible()
    assert page.get_by_role("region", name="Vos réponses").count() == 0


def test_an_unknown_commune_is_said_first(page: Page) -> None:
    open_results(page, {"rsa": "oui", "commune": None})
    notice = page.locator(".cat-bilan .cat-avis").first
    expect(notice).to_contain_text("Sans votre commune, nous ne pouvons pas conclure.")
    card = page.get_by_role("region", name=re.compile("Il manque une réponse"))
    card.get_by_role("button", name="Répondre à cette question").first.press("Enter")
    assert question_shown(page) == "commune"
    page.go_back()
    page.get_by_role("button", name="Indiquer ma commune").press("Enter")
    assert question_shown(page) == "commune"


def test_home_does_not_say_that_all_is_told_when_an_answer_lacks(page: Page) -> None:
    open_start(page)
    questions = page.evaluate(
        "fetch('../data/eligibilite.json').then((answer) => answer.json())"
        ".then(({questions}) => Object.keys(questions))"
    )
    open_home(page, dict.fromkeys(questions))
    promises = page.locator(".cat-accueil__promesses")
    expect(promises).to_contain_text("Il manque des réponses")
    expect(promises).not_to_contain_text("Vous avez tout dit")
    expect(promises).not_to_contain_text("quand vous fermez")

    open_home(page, {"commune": "ailleurs"})
    expect(promises).to_contain_text("Vous avez tout dit")


def test_a_closed_action_is_not_said_to_miss_the_situation(page: Page) -> None:
    def suspend(data: Any) -> None:
        data["actions"]["referent-solidarite"]["statut"] = "suspendu"

    change_data(page, suspend)
    open_results(page, ARRAS)
    page.locator(".cat-groupe--replie > summary").press("Enter")
    closed = page.get_by_role("region", name="Plus proposée en ce moment")
    expect(closed.get_by_role("listitem")).to_have_count(1)
    expect(closed).to_contain_text("Référent solidarité")
    expect(closed).to_contain_text("Cette action est suspendue pour le moment.")

    open_start(page, "#action=referent-solidarite")
    page.get_by_role("button", name="Voir mes résultats").press("Enter")
    expect(heading(page)).to_have_text("Votre résultat")
    assert page.get_by_role("region", name=re.compile("Pas dans votre situation")).count() == 0
    expect(page.get_by_role("region", name=re.compile("Plus proposée"))).to_be_visible()


def test_someone_can_always_be_called(page: Page) -> None:
    def silence(data: Any) -> None:
        for contact in data["contacts"]:
            contact.pop("telephone", None)
            contact.pop("courriel", None)
            contact["fonction"] = "Votre référent"

    open_results(page, ARRAS)
    card = page.locator('[data-action="referent-solidarite"]')
    expect(card.get_by_role("link", name=DIRECTORY)).to_have_count(0)
    change_data(page, silence)
    open_results(page, ARRAS)
    expect(card.get_by_role("link", name=DIRECTORY)).to_have_attribute(
        "href", re.compile("contacts/$")
    )
    expect(card).not_to_contain_text("vous répondre")


def test_a_text_twice_as_large_fits_a_phone(open_page: OpenPage) -> None:
    page = open_page(width=360, height=700)
    open_results(page, ARRAS)
    page.evaluate(DOUBLE_TEXT)
    page.locator(".cat-resultat details").evaluate_all(
        "all => all.forEach((one) => one.open = true)"
    )
    assert page.locator(".cat-joindre__appel").count()
    assert page.evaluate(PAST_THE_EDGE) == []
