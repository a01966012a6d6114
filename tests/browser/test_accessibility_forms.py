"""Fields, their mistakes, and what is said of a change to those who don't see it."""

from __future__ import annotations

import re
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from tests.browser import explorateur, mes_droits, page_porteur, prescrire, types_de_pages

CLIPBOARD = """Object.defineProperty(navigator, 'clipboard', {
  value: { writeText: () => Promise.%s() } })"""
# Fields that are one question together, and don't say which.
UNGROUPED = """() => [...document.querySelectorAll('main :is([type=radio], [type=checkbox])')]
  .filter((field) => field.name && field.checkVisibility()
    && document.querySelectorAll(`[name="${CSS.escape(field.name)}"]`).length > 1)
  .filter((field) => !field.closest('fieldset')?.querySelector('legend')?.textContent.trim())
  .map((field) => field.outerHTML)"""
# The mistake that the field with the focus is described by.
MISTAKE = """() => {
  const field = document.activeElement;
  const holders = [field, field.closest('fieldset')].filter(Boolean);
  const ids = holders.flatMap((one) => (one.getAttribute('aria-describedby') ?? '').split(' '));
  return ids.map((id) => document.getElementById(id)).filter((one) => one?.id.endsWith('-erreur'))
    .map((one) => one.textContent.trim()).join();
}"""


@pytest.mark.parametrize("address", types_de_pages.QUESTIONNAIRES)
def test_fields_that_are_one_question_are_a_group_with_a_name(page: Page, address: str) -> None:
    types_de_pages.goto(page, address)
    if address == mes_droits.PAGE:
        mes_droits.press_start(page)
        # The commune is asked first, which nothing groups.
        mes_droits.answer_with_keys(page, "commune", None)
        expect(page.get_by_role("main").get_by_role("radio").first).to_be_visible()
    page.locator("main details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    assert page.get_by_role("main").get_by_role("radio").count() > 1
    assert page.evaluate(UNGROUPED) == []


def test_a_screen_without_an_answer_leads_to_its_field(page: Page) -> None:
    """One question a screen: what is wrong is said where the focus goes, without a summary."""
    mes_droits.open_start(page)
    mes_droits.press_start(page)
    page.get_by_role("button", name="Continuer").press("Enter")
    expect(page.get_by_role("main").get_by_role("combobox")).to_be_focused()
    assert page.evaluate(MISTAKE)


def test_a_mistake_is_said_of_its_field(page: Page) -> None:
    prescrire.open_questions(page)
    field = prescrire.question(page, "age").get_by_role("textbox")
    field.fill("trois")
    page.keyboard.press("Tab")
    expect(field).to_have_attribute("aria-invalid", "true")
    field.focus()
    assert "en chiffres" in page.evaluate(MISTAKE)


def test_a_filter_says_what_it_leaves(page: Page) -> None:
    explorateur.open_explorer(page)
    said = explorateur.explorer(page).locator("[role=status][aria-live]").first
    explorateur.choose(page, "Territoire", "Isère")
    expect(said).to_have_text(re.compile(r"^\d+\W+actions?"))


def test_an_answer_says_what_it_changes(page: Page) -> None:
    # The call of the catalogue is open on this day.
    page_porteur.open_on(page, date(2025, 1, 20))
    said = page.locator("[data-module=cat-questionnaire] [role=status]").filter(
        has_text="compléter"
    )
    expect(said).to_have_count(0)
    page_porteur.pick(page, "porteur_personnel", "Oui")
    expect(said).to_have_count(1)


@pytest.mark.parametrize(
    ("outcome", "words"), [("resolve", "Lien copié."), ("reject", "Le lien est sélectionné")]
)
def test_copying_says_that_it_is_done_or_not(page: Page, outcome: str, words: str) -> None:
    page.add_init_script(CLIPBOARD % outcome)
    explorateur.open_explorer(page)
    page.get_by_role("button", name="Copier le lien").press("Enter")
    expect(page.get_by_role("status").filter(has_text=words)).to_have_count(1)


def test_copying_answers_says_that_it_is_done(page: Page) -> None:
    page.add_init_script(CLIPBOARD % "resolve")
    mes_droits.open_results(page, {"rsa": "oui", "commune": "13055"})
    page.get_by_role("button", name="Copier le lien").press("Enter")
    expect(page.get_by_role("status").filter(has_text=re.compile("copié"))).to_have_count(1)
