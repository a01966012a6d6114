"""« À quoi ai-je droit ? » beside its questions: links, one action, data that fail."""

from __future__ import annotations

import re

from playwright.sync_api import Page, Route, expect

from tests.browser.axe import find_violations
from tests.browser.exemples import answers_of, profils
from tests.browser.mes_droits import (
    ARRAS,
    STORAGE,
    answer_all,
    answer_with_keys,
    heading,
    open_results,
    open_start,
    press_start,
    question_shown,
    shown_results,
)

KEPT = f"JSON.parse(sessionStorage.getItem('{STORAGE}'))?.reponses ?? null"
FROM_A_LINK = re.compile("Ces réponses viennent d’un lien")
ACTION = "#action=referent-solidarite"
SHIFTS = """() => new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) sum += entry.value;
  }).observe({type: 'layout-shift', buffered: true});
  setTimeout(() => resolve(sum), 400);
})"""


def copied_link(page: Page, site_url: str) -> str:
    """Copy the link of the results, and return it without the address of the site."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copier le lien").press("Enter")
    expect(page.get_by_text("Lien copié").first).to_be_visible()
    link = page.evaluate("navigator.clipboard.readText()")
    assert link.startswith(f"{site_url}mes-droits/#")
    return link.removeprefix(f"{site_url}mes-droits/")


def test_a_link_brings_all_answers_but_the_sensitive_ones(open_page, site_url) -> None:
    page = open_page()
    open_results(page, ARRAS)
    link = copied_link(page, site_url)
    warning = page.get_by_role("region", name="Garder mes résultats")
    expect(warning).to_contain_text("3 réponses")
    expect(warning).to_contain_text("toute personne qui a le lien peut les lire")

    other = open_page()
    open_start(other, link)
    expect(heading(other)).to_have_text("Vos résultats")
    expect(other.get_by_text(FROM_A_LINK)).to_be_visible()
    expect(other).to_have_url(f"{site_url}mes-droits/")
    received = other.evaluate(KEPT)
    assert received == {slug: value for slug, value in ARRAS.items() if slug != "isolement"}
    other.reload()
    expect(heading(other)).to_have_text("Vos résultats")
    expect(other.get_by_text(FROM_A_LINK)).to_have_count(0)


def test_a_link_asks_before_it_takes_the_place_of_answers(open_page, site_url) -> None:
    page = open_page()
    open_results(page, ARRAS)
    link = copied_link(page, site_url)

    other = open_page()
    mine = {"commune": "13055"}
    open_results(other, mine)
    open_start(other, link)
    expect(heading(other)).to_have_text("Ce lien contient d’autres réponses")
    assert find_violations(other) == []
    expect(other).not_to_have_url(re.compile("r1"))
    other.reload()
    expect(heading(other)).to_have_text("Ce lien contient d’autres réponses")
    other.get_by_role("button", name="Garder les réponses de cet onglet").press("Enter")
    assert other.evaluate(KEPT) == mine
    other.reload()
    expect(heading(other)).to_have_text("Vos résultats")

    open_start(other, link)
    other.get_by_role("button", name="Ouvrir les réponses du lien").press("Enter")
    expect(heading(other)).to_have_text("Vos résultats")
    assert other.evaluate(KEPT) != mine


def test_a_link_that_cannot_be_read_says_so(page: Page) -> None:
    for link in ("#r9=zzz", "#r1=!!!"):
        open_start(page, link)
        expect(page.get_by_role("status").first).to_contain_text(
            re.compile("ce lien", re.IGNORECASE)
        )
        expect(page.get_by_role("button", name="Commencer")).to_be_visible()
        expect(page).to_have_url(re.compile("^[^#]+$"))


def test_a_browser_that_forbids_copying_shows_the_link(page: Page) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    open_results(page, ARRAS)
    page.get_by_role("button", name="Copier le lien").press("Enter")
    field = page.get_by_role("textbox", name="Lien vers ces réponses")
    expect(field).to_be_focused()
    expect(field).to_have_value(re.compile("#r1="))


def test_one_action_asks_only_its_own_questions(page: Page) -> None:
    page.goto("actions/referent-solidarite/")
    page.get_by_role("link", name="Vérifier si cette action est pour vous").press("Enter")
    expect(heading(page)).to_have_text("Vérifier si cette action est pour vous")
    assert find_violations(page) == []
    press_start(page)
    assert "Référent solidarité" in page.title()

    answers = {"rsa": "oui", "commune": "62041", "parcours_social": "oui"}
    asked = []
    while (slug := question_shown(page)) is not None:
        asked.append(slug)
        expect(page.get_by_role("main")).to_contain_text("Référent solidarité")
        answer_with_keys(page, slug, answers[slug])
    assert sorted(asked) == sorted(answers)
    expect(heading(page)).to_have_text("Votre résultat")
    assert shown_results(page) == {"referent-solidarite": "sous-reserve"}
    page.get_by_text("Qui appeler, selon votre secteur").press("Enter")
    expect(page.get_by_role("link", name="03 21 56 88 55")).to_be_visible()

    page.get_by_role("button", name="Répondre pour toutes les actions").press("Enter")
    expect(heading(page)).to_have_text(re.compile("À quoi ai-je droit"))
    expect(page).to_have_url(re.compile("^[^#]+$"))
    assert page.evaluate(KEPT) == answers


def test_one_action_shows_why_it_does_not_fit(page: Page) -> None:
    open_start(page, ACTION)
    press_start(page)
    answer_with_keys(page, question_shown(page) or "", "non")
    expect(heading(page)).to_have_text("Votre résultat")
    group = page.get_by_role("region", name=re.compile("Pas dans votre situation"))
    expect(group.get_by_text("non rempli").first).to_be_attached()
    expect(group.get_by_text("Cela changerait si")).to_be_visible()


def test_an_action_without_questions_leads_to_all_of_them(page: Page) -> None:
    open_start(page, "#action=action-inconnue")
    expect(page.get_by_role("status").first).to_contain_text("n’a pas de conditions à vérifier ici")
    expect(page.get_by_role("button", name="Commencer")).to_be_visible()


def test_nothing_is_asked_of_anyone_after_the_data(page: Page) -> None:
    open_start(page)
    page.wait_for_load_state("networkidle")
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    press_start(page)
    profil = profils("beneficiaire")["marseille-jeune-parent-isole"]
    answer_all(page, answers_of(profil))
    shown_results(page)
    page.get_by_role("button", name="Copier le lien").press("Enter")
    page.get_by_role("button", name="Effacer mes réponses").first.press("Enter")
    page.get_by_role("button", name="Oui, effacer").press("Enter")
    expect(page.get_by_role("button", name="Commencer")).to_be_visible()
    assert requests == []


def test_data_that_cannot_be_loaded_leave_the_conditions(page: Page, faults: list[str]) -> None:
    def refuse(route: Route) -> None:
        route.fulfill(status=503)

    page.route("**/data/communes.json", refuse)
    page.goto("mes-droits/" + ACTION)
    expect(page.get_by_role("alert")).to_contain_text("n’ont pas pu être chargées")
    conditions = page.get_by_role("region", name="Les conditions, action par action")
    expect(conditions).to_be_visible()
    expect(conditions.get_by_role("heading", name="Boost Emploi")).to_be_visible()
    assert find_violations(page) == []
    assert faults
    faults.clear()

    page.unroute("**/data/communes.json")
    page.get_by_role("button", name="Réessayer").press("Enter")
    expect(page.get_by_role("button", name="Commencer")).to_be_visible()
    expect(heading(page)).to_be_focused()
    expect(conditions).to_be_hidden()


def test_without_javascript_the_page_is_the_list_of_conditions(open_page) -> None:
    for width in (360, 1280):
        page = open_page(width=width, javascript=False)
        page.goto("mes-droits/")
        expect(heading(page)).to_be_visible()
        conditions = page.get_by_role("region", name="Les conditions, action par action")
        for action in ("Boost Emploi", "Référent solidarité"):
            expect(conditions.get_by_role("link", name=action, exact=True).first).to_be_visible()
        expect(conditions).to_contain_text("Vous habitez dans les Bouches-du-Rhône.")
        expect(conditions.get_by_role("link", name="appelez un service")).to_be_visible()
        assert page.get_by_role("button", name="Commencer").count() == 0


def test_with_javascript_the_list_of_conditions_is_folded(page: Page) -> None:
    open_start(page)
    conditions = page.get_by_role("region", name="Les conditions, action par action")
    expect(conditions).to_be_hidden()
    page.get_by_text("Lire les conditions de toutes les actions").press("Enter")
    expect(conditions.get_by_role("heading", name="Boost Emploi")).to_be_visible()
    assert find_violations(page) == []


def test_an_address_leads_into_the_folded_conditions(page: Page) -> None:
    open_start(page, "#conditions")
    title = page.get_by_role("heading", name="Les conditions, action par action")
    expect(title).to_be_in_viewport()


def test_nothing_jumps_while_the_page_loads(open_page) -> None:
    for width in (360, 1280):
        page = open_page(width=width, height=700)
        open_start(page)
        assert page.evaluate(SHIFTS) < 0.02
        press_start(page)
        page.reload()
        expect(page.get_by_role("button", name="Continuer")).to_be_visible()
        assert page.evaluate(SHIFTS) < 0.02
