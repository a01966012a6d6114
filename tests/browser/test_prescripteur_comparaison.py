"""« Que puis-je prescrire ? »: filters, and actions side by side."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.prescrire import (
    MARSEILLE,
    kept,
    open_questions,
    open_with,
    shown_results,
    tick,
    words_of,
)


def test_filters_narrow_the_list_and_count_what_they_leave(page: Page) -> None:
    open_with(page, MARSEILLE)
    everything = shown_results(page)
    choice = page.get_by_label("Thématique", exact=True)
    words = next(
        text for text in choice.locator("option").all_inner_texts() if text.startswith("Se former")
    )
    choice.select_option(label=words)
    possible = {slug for slug, group in shown_results(page).items() if group != "non"}
    assert len(possible) == int(re.search(r"\((\d+)\)", words)[1])  # type: ignore[index]
    assert possible < set(everything)
    expect(page.get_by_text("(avec les filtres)")).to_be_visible()
    assert kept(page) == MARSEILLE

    page.get_by_role("button", name="Effacer les filtres").press("Enter")
    expect(choice).to_be_focused()
    assert shown_results(page) == everything


def test_a_filter_on_a_territoire_keeps_what_covers_it(page: Page) -> None:
    open_questions(page)
    page.get_by_label("Territoire", exact=True).select_option("pas-de-calais")
    assert set(shown_results(page)) == {"referent-solidarite"}
    page.get_by_label("Thématique", exact=True).select_option("mobilite")
    expect(page.get_by_text("Aucune action ne passe ces filtres.")).to_be_visible()


def test_four_actions_are_compared_and_a_fifth_is_refused(page: Page) -> None:
    open_with(page, MARSEILLE)
    names = tick(page, 4)
    fifth = page.locator(".cat-liste-actions section [data-action]").nth(4).get_by_role("checkbox")
    fifth.press("Space")
    expect(fifth).not_to_be_checked()
    expect(page.get_by_text("Vous comparez déjà quatre actions").first).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="quatre actions")).to_have_count(1)

    page.get_by_role("button", name="Comparer", exact=True).press("Enter")
    expect(page.get_by_role("heading", name="Comparaison de 4 actions")).to_be_focused()
    table = page.get_by_role("table")
    headers = [words_of(header) for header in table.get_by_role("columnheader").all()]
    assert len(headers) == 5
    assert all(map(str.startswith, headers[1:], names))
    rows = table.get_by_role("rowheader").all_inner_texts()
    assert rows == [
        "Résultat",
        "À vérifier",
        "Priorités remplies",
        "Parcours",
        "Thématiques",
        "Durée",
        "Heures par semaine",
        "Qui prescrit",
        "Documents à remplir",
        "À qui envoyer",
        "Structures",
        "Contacts pour la commune",
        "Territoires",
    ]
    expect(table.get_by_role("row").nth(1)).to_contain_text("La personne peut y prétendre")

    table.get_by_role("button", name=re.compile("^Retirer")).first.press("Enter")
    expect(page.get_by_role("heading", name="Comparaison de 3 actions")).to_be_focused()
    page.get_by_role("button", name="Revenir aux actions").press("Enter")
    expect(page.get_by_role("heading", name="Les actions")).to_be_focused()
    expect(page.locator(".cat-liste-actions input:checked")).to_have_count(3)
    page.get_by_role("button", name="Vider").press("Enter")
    expect(page.locator(".cat-liste-actions input:checked")).to_have_count(0)


def test_on_a_phone_a_comparison_is_a_card_for_each_action(phone_page: Page) -> None:
    open_with(phone_page, MARSEILLE)
    names = tick(phone_page, 2)
    phone_page.get_by_role("button", name="Comparer", exact=True).press("Enter")
    cards = phone_page.locator(".cat-comparaison__carte")
    expect(cards).to_have_count(2)
    assert phone_page.get_by_role("table").count() == 0
    assert [words_of(name) for name in cards.locator("h3").all()] == names
    expect(cards.first.get_by_role("term")).to_have_count(13)
