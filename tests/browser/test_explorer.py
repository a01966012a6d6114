"""« Toutes les actions »: a référent combines, counts, shares, goes back."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.explorateur import (
    box,
    brutes,
    check,
    chips,
    choose,
    counts_of,
    expect_shown,
    facet,
    field,
    found_by,
    heading,
    open_explorer,
    settle,
    shown,
    state,
)
from tests.browser.keyboard import tab_to
from tests.browser.types_de_pages import begin_again

RHONE = {"territoire": ["bouches-du-rhone"]}


@pytest.fixture
def page(same_page: Page) -> Page:
    """One tab for all: what stops its clock, its network or its data opens a page of its own."""
    return begin_again(same_page)


def test_the_page_opens_on_every_action(page: Page) -> None:
    open_explorer(page)
    check(page, {})
    assert chips(page) == []
    assert state(page) == {}


def test_a_referent_combines_filters_and_a_text(page: Page) -> None:
    open_explorer(page)
    choose(page, "Territoire", "Bouches-du-Rhône")
    check(page, RHONE)
    choose(page, "Parcours", "Social")
    choose(page, "Parcours", "Professionnel")
    selection: dict[str, list[str]] = RHONE | {"parcours": ["social", "professionnel"]}
    check(page, selection)
    theme = next(iter(brutes().labels["thematique"]))
    choose(page, "Thématique", brutes().labels["thematique"][theme])
    choose(page, "État", "Proposée en ce moment")
    choose(page, "Type d’action", "Accompagnement")
    selection |= {"thematique": [theme], "etat": ["ouvert"], "type": ["accompagnement"]}
    check(page, selection)
    field(page).fill("accompagnement")
    expect(heading(page)).to_contain_text("pour")
    check(page, selection, "accompagnement")
    assert state(page) == {**selection, "parcours": ["professionnel", "social"]} | {
        "q": ["accompagnement"]
    }


def test_marked_words_and_order_follow_the_text(page: Page) -> None:
    open_explorer(page)
    field(page).fill("emploi")
    expect(page.locator(".cat-trouvees mark").first).to_have_text(
        re.compile("emploi", re.IGNORECASE)
    )
    check(page, {}, "emploi")
    expect(page.get_by_label("Trier par")).to_have_value("pertinence")
    page.get_by_label("Trier par").select_option("nom")
    settle(page)
    expect(page.locator(".cat-trouvees > li").first).to_be_visible()
    slugs = [slug for slug in brutes().slugs if slug in found_by("emploi")]
    expect(page.locator(".cat-trouvees > li").first).to_have_attribute("data-action", slugs[0])
    expect_shown(page, slugs[:20])
    assert state(page)["tri"] == ["nom"]


def test_an_action_says_what_its_card_says(page: Page) -> None:
    open_explorer(page, "?q=parcours+emploi+renforce")
    card = page.locator("[data-action=parcours-emploi-renforce]")
    expect(card.get_by_role("link")).to_have_text("Parcours emploi renforcé (PER)")
    expect(card.locator(".cat-badges > li")).to_have_text(
        [
            "Parcours socioprofessionnel\u00a0: Parcours emploi renforcé (PER)",
            "Accompagnement",
        ]
    )
    expect(card.locator(".cat-carte__detail")).to_have_text("Isère")
    card.get_by_role("link").click()
    expect(page).to_have_url(re.compile("/actions/parcours-emploi-renforce/$"))


def test_filters_in_force_are_taken_away_one_by_one(page: Page) -> None:
    open_explorer(page, "?territoire=bouches-du-rhone&territoire=isere&parcours=social")
    assert chips(page) == [
        "Retirer le filtre Territoire : Bouches-du-Rhône",
        "Retirer le filtre Territoire : Isère",
        "Retirer le filtre Parcours : Social",
    ]
    first = page.get_by_role("button", name=re.compile("^Retirer le filtre Territoire.*Rhône"))
    first.press("Enter")
    # The next one has the focus.
    expect(page.get_by_role("button", name=re.compile("Territoire.*Isère"))).to_be_focused()
    check(page, {"territoire": ["isere"], "parcours": ["social"]})
    page.get_by_role("button", name="Tout effacer").press("Enter")
    expect(heading(page)).to_be_focused()
    check(page, {})
    expect(box(page, "Parcours", "Social")).not_to_be_checked()


def test_a_link_is_shared_and_read_again(open_page, page: Page) -> None:
    open_explorer(page)
    field(page).fill("permis")
    expect(heading(page)).to_contain_text("permis")
    choose(page, "Territoire", "Bouches-du-Rhône")
    structure = box(page, "Structure", next(iter(counts_of(page, "Structure"))))
    structure.press("Space")
    settle(page)
    expect(page.locator(".cat-puce")).to_have_count(2)
    settle(page)
    address, actions, filters = page.url, shown(page), chips(page)
    other = open_page()
    other.goto(address)
    expect(heading(other)).to_have_text(heading(page).inner_text())
    settle(other)
    expect_shown(other, actions)
    assert chips(other) == filters
    expect(field(other)).to_have_value("permis")
    other.reload()
    expect(heading(other)).to_have_text(heading(page).inner_text())
    settle(other)
    expect_shown(other, actions)
    assert other.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


def test_the_link_is_copied(open_page) -> None:
    page = open_page()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.clock.install()
    open_explorer(page, "?territoire=isere")
    # The button says so for a while only.
    page.clock.pause_at(datetime.now(UTC) + timedelta(hours=1))
    page.get_by_role("button", name="Copier le lien").click()
    expect(page.get_by_role("button", name="Lien copié")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_a_browser_that_copies_nothing_shows_the_link(open_page) -> None:
    page = open_page()
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error())")
    open_explorer(page, "?territoire=isere")
    page.get_by_role("button", name="Copier le lien").click()
    link = page.get_by_label("Lien vers ces résultats")
    expect(link).to_be_focused()
    expect(link).to_have_value(page.url)


def test_back_and_forward_undo_and_do_again(page: Page) -> None:
    open_explorer(page)
    choose(page, "Territoire", "Isère")
    field(page).fill("emploi")
    expect(heading(page)).to_contain_text("emploi")
    choose(page, "Parcours", "Social")
    page.go_back()
    check(page, {"territoire": ["isere"]}, "emploi")
    page.go_back()
    check(page, {})
    expect(field(page)).to_have_value("")
    page.go_forward()
    check(page, {"territoire": ["isere"]}, "emploi")
    expect(field(page)).to_have_value("emploi")


def test_going_back_twice_shows_the_last_address_though_the_first_comes_late(open_page) -> None:
    page = open_page()
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/recherche/facettes.structure.*", hold)
    open_explorer(page)
    for search in ("?structure=missions-locales", "?territoire=isere"):
        page.evaluate("search => history.pushState(null, '', search)", search)
    page.go_back()
    page.go_back()
    for route in held:
        route.continue_()
    check(page, {})


def test_what_an_address_names_and_does_not_exist_is_said(page: Page) -> None:
    open_explorer(page, "?territoire=ailleurs&parcours=social&structure=inconnue&q=suivi")
    expect(page.locator(".cat-avis")).to_contain_text("Territoire\u00a0: ailleurs")
    expect(page.locator(".cat-avis")).to_contain_text("Structure\u00a0: inconnue")
    check(page, {"parcours": ["social"]}, "suivi")


def test_the_keyboard_alone_is_enough(page: Page) -> None:
    open_explorer(page)
    tab_to(page, field(page))
    page.keyboard.type("emploi")
    expect(heading(page)).to_contain_text("emploi")
    tab_to(page, box(page, "Territoire", "Seine-et-Marne"))
    page.keyboard.press("Space")
    expect(page.locator(".cat-puce")).to_have_count(1)
    expect(box(page, "Territoire", "Seine-et-Marne")).to_be_focused()
    check(page, {"territoire": ["seine-et-marne"]}, "emploi")
    field(page).focus()
    tab_to(page, page.locator(".cat-puce"))
    page.keyboard.press("Enter")
    check(page, {}, "emploi")


def test_a_territoire_unfolds_those_within(page: Page) -> None:
    open_explorer(page)
    unfold = facet(page, "Territoire").get_by_role("button", name=re.compile("^9.territoires"))
    expect(unfold).to_have_attribute("aria-expanded", "false")
    unfold.click()
    expect(unfold).to_have_attribute("aria-expanded", "true")
    choose(page, "Territoire", "Artois")
    check(page, {"territoire": ["artois"]})
    # What an address chooses is unfolded too.
    open_explorer(page, "?territoire=ternois")
    expect(box(page, "Territoire", "Ternois")).to_be_visible()


def test_a_long_facet_shows_more_and_is_searched(page: Page) -> None:
    open_explorer(page)
    structures = facet(page, "Structure")
    boxes = structures.get_by_role("checkbox")
    expect(boxes).to_have_count(8)
    structures.get_by_role("button", name=re.compile("^Voir plus")).press("Enter")
    expect(boxes).to_have_count(28)
    expect(boxes.nth(8)).to_be_focused()
    structures.get_by_label("Trouver dans la liste").fill("missions loc")
    expect(boxes).to_have_count(1)
    boxes.first.press("Space")
    settle(page)
    check(page, {"structure": ["missions-locales"]})
    structures.get_by_label("Trouver dans la liste").fill("zzz")
    expect(structures).to_contain_text("Aucun choix ne correspond")
    structures.get_by_label("Trouver dans la liste").fill("")
    expect(box(page, "Structure", "Missions locales")).to_be_checked()


def test_more_actions_are_shown_on_demand(page: Page) -> None:
    open_explorer(page)
    assert len(shown(page)) == 20
    page.get_by_role("button", name=re.compile("^Afficher")).press("Enter")
    rest = len(brutes().slugs) - 20
    cards = page.locator(".cat-trouvees > li")
    expect(cards).to_have_count(20 + rest)
    expect(cards.nth(20).get_by_role("link")).to_be_focused()
    expect_shown(page, list(brutes().slugs))
    expect(page.get_by_role("button", name=re.compile("^Afficher"))).to_be_hidden()


def test_the_rest_of_the_site_is_found_too(page: Page) -> None:
    open_explorer(page, "?q=rsa")
    elsewhere = page.get_by_role("region", name="Aussi dans le site")
    expect(elsewhere.get_by_role("heading", name="Glossaire")).to_be_visible()
    expect(elsewhere.get_by_role("link").first).to_be_visible()
    field(page).fill("")
    expect(elsewhere).to_be_hidden()
