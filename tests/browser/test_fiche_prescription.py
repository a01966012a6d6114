"""The « fiche de prescription »: prefilled, finished by hand, printed, never kept."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.exemples import plain
from tests.browser.prescrire import (
    MARSEILLE,
    card,
    go_back,
    open_questions,
    open_sheet,
    open_with,
    words_of,
)

BOOST = "boost-emploi"
JEUNES = "jeunes-de-moins-de-26-ans-bouches-du-rhone"
MEDECIN = "medecin-du-pole-d-insertion"
SOLIDARITE = "referent-solidarite"
ARRAS = {"rsa": "oui", "commune": "62041", "parcours_social": "oui"}
# What the page could keep: the storages, the address, the history and the names of fields.
KEPT = """() => JSON.stringify([{...sessionStorage}, {...localStorage}, location.href,
  history.state, document.title, document.cookie])"""
PAGES_OF_A_PDF = re.compile(rb"/Type\s*/Page[^s]")


def test_it_says_what_the_catalogue_and_the_answers_say(page: Page) -> None:
    page.clock.set_fixed_time("2026-11-21T10:00:00")
    open_with(page, ARRAS)
    open_sheet(page, SOLIDARITE)
    text = words_of(page.get_by_role("article", name="Fiche de prescription"))
    for words in (
        "Référent solidarité",
        "Pas-de-Calais · Catalogue de l’insertion",
        "Le 21 novembre 2026",
        "Service Local Allocation Insertion (SLAI)",
        "Synthèse du diagnostic, transmise au ou à la référent(e)",
        "✓ La personne reçoit le RSA.",
        "✓ La personne habite dans le Pas-de-Calais.",
        "Signature de la personne",
        "Signature du référent",
        "Elle ne remplace pas le formulaire du Département",
    ):
        assert words in text, words
    # One of four situations is enough: the three others are left unsaid.
    assert "isolement" not in text
    assert re.search(r"À vérifier ☐ .*SLAI", text)
    expect(page.get_by_label("Commune", exact=True)).to_have_value("Arras")
    expect(page.get_by_label("À transmettre à")).to_have_value("La structure d’accompagnement")


def test_the_argument_starts_from_the_criteria_met(page: Page) -> None:
    open_with(page, MARSEILLE)
    open_sheet(page, JEUNES)
    text = plain(page.get_by_label("Argumentaire du référent").input_value())
    assert text.startswith("Je propose l’action « Accompagnement des jeunes")
    assert "La personne a moins de 26 ans. Elle habite" in text
    assert "Sa situation est prioritaire pour cette action." in text


def test_a_text_that_was_changed_waits_for_the_same_action(page: Page) -> None:
    open_with(page, MARSEILLE)
    open_sheet(page, BOOST)
    page.get_by_label("Argumentaire du référent").fill("Mon texte")
    page.get_by_role("button", name="Revenir aux actions").press("Enter")
    expect(card(page, BOOST).get_by_role("button", name="Fiche de prescription")).to_be_focused()
    open_sheet(page, JEUNES)
    expect(page.get_by_label("Argumentaire du référent")).not_to_have_value("Mon texte")
    go_back(page)
    open_sheet(page, BOOST)
    expect(page.get_by_label("Argumentaire du référent")).to_have_value("Mon texte")


def test_two_clicks_lead_back_once(page: Page) -> None:
    open_with(page, MARSEILLE)
    open_sheet(page, BOOST)
    back = page.get_by_role("button", name="Revenir aux actions")
    back.evaluate("button => { button.click(); button.click(); }")
    expect(card(page, BOOST).get_by_role("button", name="Fiche de prescription")).to_be_focused()
    # Once more: each return counts.
    open_sheet(page, BOOST)
    back.press("Enter")
    expect(card(page, BOOST).get_by_role("button", name="Fiche de prescription")).to_be_focused()


def test_a_long_text_is_shown_whole(page: Page) -> None:
    open_with(page, MARSEILLE)
    open_sheet(page, BOOST)
    area = page.get_by_label("Argumentaire du référent")
    before = area.bounding_box()
    area.fill("Une ligne\n" * 20)
    after = area.bounding_box()
    assert before is not None
    assert after is not None
    assert after["height"] > before["height"] * 2
    assert area.evaluate("area => area.scrollHeight <= area.clientHeight + 1")


def test_what_is_sensitive_is_written_only_when_asked(page: Page) -> None:
    open_with(page, {**MARSEILLE, "sante": "frein"})
    open_sheet(page, MEDECIN)
    sheet = page.get_by_role("article", name="Fiche de prescription")
    assert "problème de santé" not in words_of(sheet)
    assert "problème de santé" not in page.get_by_label("Argumentaire du référent").input_value()
    page.get_by_label("Écrire aussi les critères sensibles").press("Space")
    expect(sheet).to_contain_text("problème de santé", use_inner_text=True)


def test_nothing_typed_is_kept_anywhere(page: Page) -> None:
    open_with(page, MARSEILLE)
    open_sheet(page, BOOST)
    fields = page.locator(".cat-fiche input[type=text]")
    for rank, field in enumerate(fields.all()):
        field.fill(f"Exemple-{rank}")
    page.get_by_label("Argumentaire du référent").fill("Exemple-texte")
    assert fields.count() == 10
    assert fields.evaluate_all("all => all.every((f) => !f.name && f.autocomplete === 'off')")
    assert "Exemple" not in page.evaluate(KEPT)

    page.reload()
    expect(page.get_by_role("heading", name="La personne")).to_be_visible()
    assert "Exemple" not in page.evaluate(KEPT)
    open_sheet(page, BOOST)
    typed = page.locator(".cat-fiche :is(input, textarea)")
    assert not [
        value for value in typed.evaluate_all("a => a.map((f) => f.value)") if "Exemple" in value
    ]


def test_leaving_the_page_empties_it_even_when_it_comes_back(page: Page) -> None:
    open_with(page, MARSEILLE)
    open_sheet(page, BOOST)
    name = page.get_by_label("Nom", exact=True)
    name.fill("Exemple")
    page.get_by_label("Argumentaire du référent").fill("Texte écrit")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
    expect(name).to_have_value("")
    expect(page.get_by_label("Argumentaire du référent")).to_have_value(re.compile("^Je propose"))


def test_the_printer_gets_the_sheet_alone_on_one_page(page: Page) -> None:
    open_with(page, ARRAS)
    open_sheet(page, SOLIDARITE)
    page.get_by_label("Nom", exact=True).fill("Exemple")
    page.get_by_label("Argumentaire du référent").fill("Texte du référent. " * 30)
    expect(page).to_have_title("Fiche de prescription - Référent solidarité")
    pdf = page.pdf(prefer_css_page_size=True)
    assert len(PAGES_OF_A_PDF.findall(pdf)) == 1

    page.emulate_media(media="print")
    expect(page.get_by_label("Nom", exact=True)).to_be_visible()
    expect(page.get_by_label("Nom", exact=True)).to_have_value("Exemple")
    expect(page.get_by_text("Texte du référent. Texte").last).to_be_visible()
    for selector in (
        "h1",
        ".cat-fiche__commandes",
        ".cat-fiche__discretion",
        ".cat-regles-repliees",
    ):
        expect(page.locator(selector).first).to_be_hidden()
    # A blank is a rule to write on.
    rule = page.get_by_label("Prénom").evaluate("f => getComputedStyle(f).borderBottomStyle")
    assert rule == "solid"


def test_the_comparison_is_printed_alone(page: Page) -> None:
    open_with(page, MARSEILLE)
    for slug in (BOOST, JEUNES):
        card(page, slug).get_by_role("checkbox").press("Space")
    page.get_by_role("button", name="Comparer", exact=True).press("Enter")
    page.emulate_media(media="print")
    expect(page.get_by_role("table")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_be_hidden()
    assert page.get_by_role("button").filter(visible=True).count() == 0


def test_the_history_leads_back_and_forth(page: Page) -> None:
    open_questions(page)
    title = page.title()
    page.locator("[data-fiche]").first.press("Enter")
    expect(page.get_by_role("heading", name="Fiche de prescription")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name="La personne")).to_be_visible()
    expect(page).to_have_title(title)
    page.go_forward()
    expect(page.get_by_role("heading", name="Fiche de prescription")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="La personne")).to_be_visible()
