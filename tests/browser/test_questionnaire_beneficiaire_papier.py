"""« À quoi ai-je droit ? » on paper: the results, and nothing told in confidence."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.exemples import answers_of, plain, profils
from tests.browser.mes_droits import (
    ARRAS,
    open_results,
)

PRINT_ALL = "Imprimer aussi mes réponses aux questions sensibles"


def print_results(page: Page) -> str:
    """Prepare the paper, and return what is on it, spaces made plain."""
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    return plain(page.get_by_role("main").inner_text())


def test_the_paper_has_the_results_and_no_button(page: Page) -> None:
    open_results(page, ARRAS)
    page.get_by_label(PRINT_ALL).press("Space")
    text = print_results(page)
    assert page.get_by_role("button").filter(visible=True).count() == 0
    assert page.get_by_role("navigation").filter(visible=True).count() == 0
    for words in (
        "Référent solidarité",
        "À vérifier avec un professionnel",
        "Dans quelle commune habitez-vous ? Arras",
        "Parlez-en à votre référent",
        "03 21 56 88 55",
    ):
        assert words in text, words
    assert re.search(r"Le \d{1,2}(er)? \w+ \d{4}", text)

    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    assert page.locator(".cat-bilan__papier").inner_text() == ""


def test_what_is_sensitive_is_on_paper_only_when_asked(page: Page) -> None:
    open_results(page, ARRAS)
    sensitive = "Vivez-vous dans l’isolement"
    condition = "Vous vivez dans l’isolement"
    name = "Référent solidarité"
    text = print_results(page)
    for words in (sensitive, condition, name):
        assert words not in text, words
    [hidden] = re.findall(r"(\d+) actions? (?:n’est|ne sont) pas imprimées?, pour protéger", text)
    few = count_actions(text)

    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    expect(page.get_by_role("link", name=name, exact=True)).to_be_visible()
    page.get_by_label(PRINT_ALL).press("Space")
    text = print_results(page)
    for words in (sensitive, condition, name):
        assert words in text, words
    assert "pour protéger" not in text
    assert count_actions(text) == few + int(hidden)


def count_actions(text: str) -> int:
    """Add up the actions that the sentence of the results and the names on paper tell."""
    _, found, summary = text.partition("D’après vos réponses : ")
    told = re.findall(r"(\d+) actions?", summary.splitlines()[0]) if found else []
    names = text.partition("D’après vos réponses du jour")[2].partition("Vos réponses")[0]
    return sum(map(int, told)) + len(names.strip().splitlines()[1:])


def test_what_does_not_fit_is_on_paper_by_name_alone(page: Page) -> None:
    answers = answers_of(profils("beneficiaire")["marseille-jeune-parent-isole"])
    open_results(page, answers)
    text = print_results(page)
    group = text.partition("Pas dans votre situation")[2]
    assert "Chantiers d’insertion" in group
    assert "Cela changerait" not in group
