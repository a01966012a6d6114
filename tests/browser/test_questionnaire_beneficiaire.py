"""« À quoi ai-je droit ? »: from the first question to the results, with the keys alone."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import find_violations
from tests.browser.exemples import answers_of, profils
from tests.browser.measures import LOW_CONTRAST, TOO_WIDE
from tests.browser.measures_focus import settle
from tests.browser.mes_droits import (
    ARRAS,
    answer_all,
    answer_with_keys,
    heading,
    open_results,
    open_start,
    press_start,
    question_shown,
    shown_results,
)

# What each one shows: priority, « sous réserve », sensitive questions left aside, elsewhere…
JOURNEYS = (
    ("marseille-jeune-parent-isole", 360),
    ("outreau-questions-sensibles-sans-reponse", 360),
    ("vienne-couple-sans-enfant", 1280),
    ("lyon-hors-des-quatre-departements", 1280),
)
MARSEILLE = "marseille-jeune-parent-isole"


@pytest.mark.parametrize(("slug", "width"), JOURNEYS)
def test_the_keyboard_alone_leads_to_the_results_of_a_profile(open_page, slug, width) -> None:
    page = open_page(width=width, height=700)
    profil = profils("beneficiaire")[slug]
    page.clock.set_fixed_time(f"{profil.date}T10:00:00")
    open_start(page)
    press_start(page)
    asked = answer_all(page, answers_of(profil))

    assert len(asked) == len(set(asked))
    assert page.evaluate("document.activeElement.tagName") == "H1"
    shown = shown_results(page)
    assert {slug: shown.get(slug) for slug in profil.attendus} == dict(profil.attendus)


def test_profiles_have_the_results_that_they_expect(page: Page) -> None:
    """One profile in six: the engine's own tests replay them all."""
    wrong = {}
    chosen = sorted(profils("beneficiaire").items())[::6]
    assert len(chosen) > 5
    for slug, profil in chosen:
        page.clock.set_fixed_time(f"{profil.date}T10:00:00")
        open_results(page, answers_of(profil))
        shown = shown_results(page)
        for action, expected in profil.attendus.items():
            if shown.get(action) != expected:
                wrong[slug, action] = (shown.get(action), expected)
    assert wrong == {}


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark")])
def test_no_question_has_a_barrier(open_page, width: int, scheme: str) -> None:
    """Each question; the other screens are in test_accessibility_matrix.py."""
    page = open_page(width=width, height=700, color_scheme=scheme)
    found = {}

    def look(screen: str) -> None:
        faults = find_violations(page, contrast=False) + page.evaluate(LOW_CONTRAST)
        for narrow in (width, 320):
            page.set_viewport_size({"width": narrow, "height": 700})
            settle(page)
            faults += page.evaluate(TOO_WIDE)
        page.set_viewport_size({"width": width, "height": 700})
        if faults:
            found[screen] = faults

    open_start(page)
    press_start(page)
    answers = answers_of(profils("beneficiaire")[MARSEILLE])
    while (slug := question_shown(page)) is not None:
        look(slug)
        answer_with_keys(page, slug, answers.get(slug))
    assert found == {}


def test_a_question_is_the_heading_and_the_title_of_its_screen(page: Page) -> None:
    open_start(page)
    press_start(page)
    expect(heading(page)).to_have_count(1)
    words = heading(page).text_content()
    assert page.title().startswith(f"Question\u00a0: {words}")
    expect(heading(page)).to_be_focused()
    groups = page.get_by_role("group", name=words).or_(page.get_by_role("radiogroup"))
    expect(groups).to_have_count(1)
    levels = page.evaluate(
        "[...document.querySelectorAll('main :is(h1,h2,h3,h4,h5,h6)')]"
        ".filter((h) => h.checkVisibility()).map((h) => Number(h.tagName[1]))"
    )
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_number_of_questions_left_never_grows(page: Page) -> None:
    open_start(page)
    press_start(page)
    answers = answers_of(profils("beneficiaire")[MARSEILLE])
    left = []
    while (slug := question_shown(page)) is not None:
        said = page.locator(".cat-questionnaire__progres").inner_text()
        number = re.search(r"\d+", said)
        left.append(int(number[0]) if number else 1)
        answer_with_keys(page, slug, answers.get(slug))
    assert left == sorted(left, reverse=True)
    assert left[0] >= len(left)


def test_a_missing_answer_is_told_and_keeps_the_screen(page: Page) -> None:
    open_start(page)
    press_start(page)
    words = heading(page).text_content()
    page.get_by_role("button", name="Continuer").press("Enter")
    expect(heading(page)).to_have_text(words or "")
    expect(page).to_have_title(re.compile("^Erreur"))
    focused = page.locator(":focus")
    expect(focused).to_have_accessible_description(re.compile("Erreur"))


def test_back_and_forward_go_through_the_questions(page: Page) -> None:
    open_start(page)
    press_start(page)
    first = heading(page).text_content() or ""
    page.get_by_label("Je ne sais pas").press("Space")
    page.get_by_role("button", name="Continuer").click()
    second = heading(page).text_content() or ""
    assert second != first

    page.get_by_role("button", name="Question précédente").click()
    expect(heading(page)).to_have_text(first)
    expect(heading(page)).to_be_focused()
    expect(page.get_by_label("Je ne sais pas")).to_be_checked()
    page.go_forward()
    expect(heading(page)).to_have_text(second)
    page.go_back()
    page.go_back()
    expect(page.get_by_role("button", name="Continuer")).to_be_visible()
    expect(heading(page)).to_have_text(re.compile("À quoi ai-je droit"))
    expect(heading(page)).to_be_focused()


def test_two_clicks_lead_back_once(page: Page) -> None:
    open_start(page)
    press_start(page)
    first = heading(page).text_content() or ""
    page.get_by_label("Je ne sais pas").press("Space")
    page.get_by_role("button", name="Continuer").click()
    expect(heading(page)).not_to_have_text(first)
    back = page.get_by_role("button", name=re.compile("précédente"))
    back.evaluate("button => { button.click(); button.click(); }")
    expect(heading(page)).to_have_text(first)
    expect(heading(page)).to_be_focused()


def test_a_reload_keeps_the_answers_and_the_place(page: Page) -> None:
    open_start(page)
    press_start(page)
    page.get_by_label("Je ne sais pas").press("Space")
    page.get_by_role("button", name="Continuer").click()
    words = heading(page).text_content() or ""
    page.reload()
    expect(heading(page)).to_have_text(words)
    expect(page.get_by_role("button", name="Question précédente")).to_be_visible()

    page.get_by_role("button", name="Voir mes résultats maintenant").click()
    expect(heading(page)).to_have_text("Vos résultats")
    page.reload()
    expect(heading(page)).to_have_text("Vos résultats")
    expect(page.get_by_role("region", name="Vos réponses")).to_contain_text("Je ne sais pas")
    page.get_by_role("button", name="Continuer les questions").click()
    expect(heading(page)).to_have_text(words)


def test_another_tab_sees_nothing(open_page) -> None:
    page = open_page()
    open_results(page, ARRAS)
    other = page.context.new_page()
    open_start(other)
    expect(other.get_by_role("button", name="Commencer")).to_be_visible()


def test_erasing_leaves_nothing_behind(page: Page) -> None:
    open_results(page, ARRAS)
    erase = page.get_by_role("button", name="Effacer mes réponses").first
    erase.press("Enter")
    expect(page.get_by_role("button", name="Non, les garder")).to_be_focused()
    page.keyboard.press("Enter")
    expect(erase).to_be_focused()
    expect(heading(page)).to_have_text("Vos résultats")

    erase.press("Enter")
    page.get_by_role("button", name="Oui, effacer").press("Enter")
    expect(page.get_by_role("status").first).to_have_text("Vos réponses sont effacées.")
    expect(page.get_by_role("button", name="Commencer")).to_be_visible()
    assert page.evaluate("sessionStorage.length + localStorage.length") == 0
    assert page.evaluate("document.cookie") == ""

    page.go_back()
    expect(page.get_by_role("button", name="Commencer")).to_be_visible()
    assert page.get_by_role("region", name="Vos réponses").count() == 0


def test_a_link_within_the_page_keeps_the_screen(page: Page) -> None:
    open_start(page, "#action=referent-solidarite")
    press_start(page)
    words = heading(page).text_content() or ""
    page.get_by_role("link", name="Aller au contenu").press("Enter")
    expect(heading(page)).to_have_text(words)
    page.reload()
    expect(heading(page)).to_have_text(words)
    expect(page.get_by_role("main")).to_contain_text("Référent solidarité")


def test_an_answer_is_changed_from_the_results(page: Page) -> None:
    answers = answers_of(profils("beneficiaire")[MARSEILLE])
    open_results(page, answers)
    before = shown_results(page)
    page.get_by_role("button", name=re.compile("Modifier : Recevez-vous le RSA")).press("Enter")
    expect(heading(page)).to_contain_text("Recevez-vous le RSA")
    expect(page.get_by_label("Oui", exact=True)).to_be_checked()
    answer_with_keys(page, "rsa", "non")
    expect(heading(page)).to_have_text("Vos résultats")
    expect(heading(page)).to_be_focused()
    assert shown_results(page) != before

    page.get_by_role("button", name=re.compile("Modifier : Recevez-vous le RSA")).press("Enter")
    answer_with_keys(page, "rsa", "oui")
    assert shown_results(page) == before


def test_what_a_changed_answer_makes_necessary_is_asked(page: Page) -> None:
    answers = {"commune": "ailleurs"}
    open_results(page, answers)
    page.get_by_role("button", name=re.compile("Modifier : Dans quelle commune")).press("Enter")
    answer_with_keys(page, "commune", "62041")
    assert question_shown(page) not in (None, "commune")


def test_a_missing_answer_is_given_from_its_card(page: Page) -> None:
    open_results(page, {**ARRAS, "isolement": None})
    group = page.get_by_role("region", name=re.compile("Il manque une réponse"))
    group.get_by_role("button", name="Répondre à cette question").first.press("Enter")
    slug = question_shown(page)
    assert slug is not None
    answer_with_keys(page, slug, "oui")
    expect(heading(page)).to_have_text("Vos résultats")
    assert shown_results(page)["referent-solidarite"] == "sous-reserve"


def test_a_sensitive_question_can_be_skipped(page: Page) -> None:
    open_start(page)
    press_start(page)
    answers = answers_of(profils("beneficiaire")[MARSEILLE])
    while not page.get_by_role("button", name="Passer cette question").count():
        slug = question_shown(page)
        assert slug is not None
        answer_with_keys(page, slug, answers.get(slug))
    words = heading(page).text_content() or ""
    page.get_by_role("button", name="Passer cette question").press("Enter")
    expect(heading(page)).not_to_have_text(words)
    while question_shown(page) is not None:
        page.get_by_role("button", name="Passer cette question").press("Enter")
    expect(page.get_by_role("region", name="Vos réponses")).to_contain_text(words)
