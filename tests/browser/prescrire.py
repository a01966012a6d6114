"""Drives « Que puis-je prescrire ? » as a référent does: by what is on the screen."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Locator, Page, expect

from site_builder.eligibility.reponses import Reponse
from site_builder.vocabulary.cog import cog
from tests.browser.exemples import as_list, catalogue, plain
from tests.browser.keyboard import choose, tab_to
from tests.browser.types_de_pages import DRAWING

PAGE = "prescrire/"
STORAGE = "cat-reponses-prescripteur"
MARSEILLE: dict[str, Any] = {
    "rsa": "oui",
    "commune": "13055",
    "age": 23,
    "parent_isole": "oui",
    "projet": ["emploi"],
    "freins": ["garde-enfants"],
}


def open_questions(page: Page, hash_: str = "") -> None:
    """Open the page anew and wait until the questions are there."""
    page.goto("about:blank")
    page.goto(PAGE + hash_)
    expect(page.locator("[data-module=cat-questionnaire][data-mounted]")).to_be_visible()


def open_with(page: Page, answers: dict[str, Any], hash_: str = "") -> None:
    """Open the page in a tab where ``answers`` were given."""
    page.goto(DRAWING)
    kept = json.dumps({"version": 1, "reponses": answers})
    page.evaluate("([key, kept]) => sessionStorage.setItem(key, kept)", [STORAGE, kept])
    open_questions(page, hash_)


def question(page: Page, slug: str) -> Locator:
    """The field of a question."""
    return page.locator(f"[data-question={slug}]")


def kept(page: Page) -> dict[str, Any]:
    """Return the answers that the tab keeps."""
    text = page.evaluate("key => sessionStorage.getItem(key)", STORAGE)
    return json.loads(text)["reponses"] if text else {}


def answer_with_keys(page: Page, slug: str, answer: Reponse) -> None:
    """Answer one question without a pointer; ``None`` is « je ne sais pas »."""
    field = question(page, slug)
    fold = field.locator("xpath=ancestor::details[not(@open)]")
    if fold.count():
        tab_to(page, fold.locator("> summary"))
        page.keyboard.press("Enter")
    asked = catalogue().questions[slug]
    labels = {option.valeur: option.libelle for option in asked.options}
    labels |= {"oui": "Oui", "non": "Non"} if asked.type == "oui-non" else {}
    if asked.type in ("oui-non", "choix"):
        choose(page, field, "Je ne sais pas" if answer is None else labels[str(answer)])
    elif asked.type == "choix-multiple":
        for value in as_list(answer):
            tab_to(page, field.get_by_role("checkbox", name=labels[value], exact=True))
            page.keyboard.press("Space")
    elif asked.type == "commune":
        choose_commune(page, field, str(answer))
    else:
        tab_to(page, field.get_by_role("textbox"))
        page.keyboard.type(str(answer))
        page.keyboard.press("Tab")


def choose_commune(page: Page, field: Locator, code: str) -> None:
    """Type the name and the postcode of a commune, and take the first that is offered."""
    commune = cog().commune(code)
    assert commune is not None
    tab_to(page, field.get_by_role("combobox"))
    page.keyboard.type(f"{commune.nom} {commune.codes_postaux[0]}")
    expect(field.get_by_role("option").first).to_contain_text(commune.nom)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")


def questions_in_order(page: Page) -> list[str]:
    """Return the slugs of the questions, in the order of the page."""
    return page.locator("[data-question]").evaluate_all(
        "fields => fields.map((field) => field.dataset.question)"
    )


def shown_results(page: Page) -> dict[str, str]:
    """Return the group in which each action is shown, all that is folded unfolded."""
    folded = page.locator(".cat-liste-actions > details:not([open]) > summary")
    while folded.count():
        folded.first.press("Enter")
    # What is folded is made once it is open.
    opened = page.locator(".cat-liste-actions > details")
    expect(opened.locator("> div > ul")).to_have_count(opened.count())
    return page.evaluate(
        """() => Object.fromEntries(
          [...document.querySelectorAll('.cat-liste-actions [data-action]')].map((card) => {
            const group = card.closest('[data-groupe]').dataset.groupe;
            return [card.dataset.action, group === 'ailleurs' ? 'non' : group];
          }))"""
    )


def card(page: Page, slug: str) -> Locator:
    """The card of an action."""
    return page.locator(f".cat-liste-actions [data-action={slug}]")


def open_sheet(page: Page, slug: str) -> None:
    """Open the « fiche de prescription » of an action."""
    card(page, slug).get_by_role("button", name="Fiche de prescription").press("Enter")
    expect(page.get_by_role("heading", name="Fiche de prescription")).to_be_focused()


def go_back(page: Page) -> None:
    """Go back to the actions, and wait until they are there: a hidden button takes no key."""
    page.go_back()
    expect(page.locator(".cat-liste-actions")).to_be_visible()


def words_of(locator: Locator) -> str:
    """Return what a person reads there, spaces made plain."""
    return plain(locator.inner_text())


def tick(page: Page, count: int) -> list[str]:
    """Choose the first actions to compare; return their names."""
    cards = page.locator(".cat-liste-actions section [data-action]")
    for rank in range(count):
        cards.nth(rank).get_by_role("checkbox").press("Space")
    return [words_of(name) for name in cards.locator("h4").all()[:count]]
