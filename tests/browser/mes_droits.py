"""Drives « À quoi ai-je droit ? » as a person does: by what is on the screen, with the keys."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Locator, Page, expect

from site_builder.eligibility.lieux import AILLEURS
from site_builder.eligibility.reponses import Reponse
from site_builder.vocabulary.cog import cog
from tests.browser.exemples import as_list, catalogue, plain
from tests.browser.types_de_pages import DRAWING

PAGE = "mes-droits/"
STORAGE = "cat-reponses-beneficiaire"
# Stops between the heading of a question and its first field; screens have far fewer.
MOST_STOPS = 8
MOST_QUESTIONS = 30
# Someone of Arras, who answered a sensitive question too.
ARRAS = {"rsa": "oui", "commune": "62041", "parcours_social": "non", "isolement": "oui"}


def open_start(page: Page, hash_: str = "") -> None:
    """Open the page and wait until the questionnaire is there."""
    page.goto("about:blank")
    page.goto(PAGE + hash_)
    expect(page.locator("[data-module=cat-questionnaire][data-mounted]")).to_be_visible()


def heading(page: Page) -> Locator:
    """The one heading of level 1 that is seen."""
    return page.get_by_role("main").get_by_role("heading", level=1)


def press_start(page: Page) -> None:
    """Press « Commencer »."""
    page.get_by_role("button", name="Commencer").press("Enter")


def open_home(page: Page, answers: dict[str, Any]) -> None:
    """Open the first screen of someone who gave ``answers`` in this tab."""
    page.goto(DRAWING)
    kept = json.dumps({"version": 1, "reponses": answers})
    page.evaluate("([key, kept]) => sessionStorage.setItem(key, kept)", [STORAGE, kept])
    open_start(page)


def open_results(page: Page, answers: dict[str, Any]) -> None:
    """Open the results of someone who gave ``answers`` in this tab."""
    open_home(page, answers)
    page.get_by_role("button", name="Voir mes résultats").press("Enter")
    expect(heading(page)).to_have_text("Vos résultats")


def question_shown(page: Page) -> str | None:
    """Return the slug of the question on the screen, or ``None`` elsewhere."""
    return page.evaluate(
        """() => document.querySelector('.cat-question input')?.id
              .replace(/^cat-/, '').replace(/-.*$/, '') ?? null"""
    )


def answer_with_keys(page: Page, slug: str, answer: Reponse) -> None:
    """Answer the question on the screen without a pointer; ``None`` is « je ne sais pas »."""
    question = catalogue().questions[slug]
    assert page.evaluate("document.activeElement.tagName") == "H1"
    tab_to(page, ".cat-question__reponse input")
    labels = {option.valeur: option.libelle for option in question.options}
    if question.type in ("oui-non", "choix"):
        labels |= {"oui": "Oui", "non": "Non"} if question.type == "oui-non" else {}
        choose_radio(page, "Je ne sais pas" if answer is None else labels[str(answer)])
    elif answer is None:
        tick(page, ["Je ne sais pas"])
    elif question.type == "choix-multiple":
        tick(page, [labels[value] for value in as_list(answer)])
    elif question.type == "commune":
        type_commune(page, str(answer))
    else:
        page.keyboard.type(str(answer))
    page.keyboard.press("Enter")


def tab_to(page: Page, selector: str, backwards: bool = False) -> None:
    """Press Tab until the focus is on something that matches ``selector``."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Shift+Tab" if backwards else "Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} is not within {MOST_STOPS} stops")


def label_of_focused(page: Page) -> str:
    """Return the words of the label of the field that has the focus, spaces made plain."""
    return plain(page.evaluate("document.activeElement.labels[0].textContent"))


def choose_radio(page: Page, label: str) -> None:
    """Choose with the arrows; Space for the first, which has the focus without being chosen."""
    page.keyboard.press("Space")
    first = label_of_focused(page)
    while label_of_focused(page) != plain(label):
        page.keyboard.press("ArrowDown")
        assert label_of_focused(page) != first, f"no answer « {label} »"


def tick(page: Page, labels: list[str]) -> None:
    """Tick boxes in the order of the screen, going from one to the next with Tab."""
    left = {plain(label) for label in labels}
    for _ in range(MOST_QUESTIONS):
        if page.evaluate("document.activeElement.type") == "checkbox":
            label = label_of_focused(page)
            if label in left:
                left.remove(label)
                page.keyboard.press("Space")
            if not left:
                return
        page.keyboard.press("Tab")
    raise AssertionError(f"no box for {left}")


def type_commune(page: Page, code: str) -> None:
    """Type the name and the postcode of a commune, and take the first that is offered."""
    if code == AILLEURS:
        tick(page, ["Ma commune n’est pas dans la liste"])
        return
    commune = cog().commune(code)
    assert commune is not None
    page.keyboard.type(f"{commune.nom} {commune.codes_postaux[0]}")
    expect(page.get_by_role("option").first).to_be_visible()
    if page.get_by_role("option").count() > 1:
        page.keyboard.press("Control+A")
        page.keyboard.type(commune.nom)
        expect(page.get_by_role("option").first).to_contain_text(commune.nom)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")


def answer_all(page: Page, answers: dict[str, Reponse]) -> list[str]:
    """Answer until the results are there; return the questions in the order they were asked."""
    asked: list[str] = []
    while heading(page).text_content() != "Vos résultats":
        slug = question_shown(page)
        assert slug is not None
        assert len(asked) < MOST_QUESTIONS
        asked.append(slug)
        answer_with_keys(page, slug, answers.get(slug))
    return asked


def shown_results(page: Page) -> dict[str, str]:
    """Return the result under which each action is shown, all that is folded unfolded."""
    for fold in (".cat-groupe--replie", ".cat-groupe__ailleurs"):
        if page.locator(fold).count():
            page.locator(f"{fold} > summary").press("Enter")
            expect(page.locator(f"{fold} > summary + *")).to_be_visible()
    more = page.get_by_role("button", name="de plus").filter(visible=True)
    while more.count():
        more.first.press("Enter")
    return page.evaluate(
        """() => Object.fromEntries([
          ...[...document.querySelectorAll('.cat-groupe__noms a')]
            .map((link) => [link.href.split('/').at(-2), 'non']),
          ...[...document.querySelectorAll('article[data-action]')].map((card) => {
            const group = card.closest('.cat-groupe').querySelector('h2').firstChild.textContent;
            const results = {'Vous pouvez y prétendre': 'oui', 'Plus tard': 'plus-tard',
              'À vérifier avec un professionnel': 'sous-reserve',
              'Il manque une réponse': 'a-preciser', 'Pas dans votre situation': 'non'};
            return [card.dataset.action, results[group.trim()]];
          }),
        ])"""
    )
