"""« Toutes les actions »: a référent combines, counts, shares, goes back; and what may fail."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import find_violations
from tests.browser.explorateur import (
    PAGE,
    box,
    brutes,
    chips,
    choose,
    counts_of,
    explorer,
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
from tests.browser.measures import LOW_CONTRAST, TOO_WIDE

RHONE = {"territoire": ["bouches-du-rhone"]}
TITLES = {
    "territoire": "Territoire",
    "thematique": "Thématique",
    "parcours": "Parcours",
    "etat": "État",
    "public": "Public",
    "structure": "Structure",
    "type": "Type d’action",
}
ETATS = {
    "ouvert": "Proposée en ce moment",
    "suspendu": "Suspendue",
    "appel-ouvert": "Appel à projets ouvert",
}


def label(cle: str, value: str) -> str:
    return ETATS[value] if cle == "etat" else brutes().labels[cle][value]


def check(page: Page, selection: dict[str, list[str]], texte: str = "") -> None:
    """Compare the results and the counts of every facet with the catalogue."""
    among = found_by(texte) if texte else None
    passing = brutes().passing(selection, among)
    total = len(passing)
    words = f"{total}\u00a0action{'s' if total > 1 else ''}" if total else "Aucune action"
    expect(heading(page)).to_have_text(re.compile(rf"^{words}( pour|$)"))
    settle(page)
    order = among or list(brutes().slugs)
    assert shown(page) == [slug for slug in order if slug in passing][:20]
    for cle, title in TITLES.items():
        said = counts_of(page, title)
        wanted = brutes().counts(selection, among)[cle]
        known = {label(cle, value): count for value, count in wanted.items()}
        assert said == {name: known[name] for name in said}, title


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
    assert shown(page) == slugs[:20]
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
    address, actions, filters = page.url, shown(page), chips(page)
    other = open_page()
    other.goto(address)
    expect(heading(other)).to_have_text(heading(page).inner_text())
    settle(other)
    assert (shown(other), chips(other)) == (actions, filters)
    expect(field(other)).to_have_value("permis")
    other.reload()
    expect(heading(other)).to_have_text(heading(page).inner_text())
    assert shown(other) == actions
    assert other.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


def test_the_link_is_copied(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_explorer(page, "?territoire=isere")
    page.get_by_role("button", name="Copier le lien").click()
    expect(page.get_by_role("button", name="Lien copié")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_a_browser_that_copies_nothing_shows_the_link(page: Page) -> None:
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
    assert shown(page) == list(brutes().slugs)
    expect(page.get_by_role("button", name=re.compile("^Afficher"))).to_be_hidden()


def test_no_action_says_what_to_give_up(page: Page) -> None:
    selection: dict[str, Any] = {"territoire": ["isere"], "parcours": ["professionnel"]}
    assert not brutes().passing(selection)
    open_explorer(page, "?territoire=isere&parcours=professionnel")
    expect(heading(page)).to_have_text("Aucune action")
    helps = page.locator(".cat-explorateur__vide")
    for cle in selection:
        left = len(brutes().passing({**selection, cle: []}))
        name = f"Retirer «\u00a0{TITLES[cle]}\u00a0: {label(cle, selection[cle][0])}\u00a0»"
        expect(helps.get_by_role("listitem").filter(has_text=name)).to_contain_text(f"({left}")
    # The only telephone of the Isère's own services, as the catalogue has it.
    expect(helps.get_by_role("link", name=re.compile("^04"))).to_have_count(1)
    helps.get_by_role("button", name=re.compile("Territoire")).press("Enter")
    expect(heading(page)).to_be_focused()
    check(page, {"parcours": ["professionnel"]})
    expect(helps).to_be_hidden()


def test_a_text_that_finds_nothing(page: Page) -> None:
    open_explorer(page, "?q=zzzzzz")
    expect(heading(page)).to_have_text("Aucune action pour «\u00a0zzzzzz\u00a0»")
    helps = page.locator(".cat-explorateur__vide")
    themes = helps.locator("a[href*='/thematiques/']")
    addresses = themes.evaluate_all("all => all.map((one) => one.href)")
    slugs = [address.removesuffix("/").rpartition("/")[2] for address in addresses]
    assert len(slugs) == 6
    assert set(slugs) <= set(brutes().labels["thematique"])
    helps.get_by_role("button", name=re.compile("Texte")).click()
    check(page, {})
    expect(field(page)).to_have_value("")


def test_a_text_and_filters_that_find_nothing_are_given_up_together(page: Page) -> None:
    open_explorer(page, "?q=zzzzzz&territoire=isere&parcours=professionnel")
    page.get_by_role("button", name="Effacer le texte et les filtres").click()
    expect(heading(page)).to_be_focused()
    check(page, {})
    expect(field(page)).to_have_value("")


def test_words_that_were_perhaps_meant(page: Page) -> None:
    open_explorer(page, "?q=accompzzzzzz")
    meant = page.locator(".cat-explorateur__vide").get_by_role("button", name=re.compile("^accomp"))
    words = meant.first.inner_text()
    meant.first.click()
    expect(field(page)).to_have_value(words)
    check(page, {}, words)


def test_what_a_text_was_taken_for_is_said(page: Page) -> None:
    open_explorer(page, "?q=acompagnement")
    remark = page.locator(".cat-explorateur__remarque")
    expect(remark).to_contain_text("au lieu de «\u00a0acompagnement\u00a0»")
    field(page).fill("chantier zzzzzz")
    expect(remark).to_contain_text("Aucune action n’a tous ces mots")
    expect(remark).to_contain_text("zzzzzz")


def test_the_rest_of_the_site_is_found_too(page: Page) -> None:
    open_explorer(page, "?q=rsa")
    elsewhere = page.get_by_role("region", name="Aussi dans le site")
    expect(elsewhere.get_by_role("heading", name="Glossaire")).to_be_visible()
    expect(elsewhere.get_by_role("link").first).to_be_visible()
    field(page).fill("")
    expect(elsewhere).to_be_hidden()


def test_the_count_is_announced_once_it_changes(page: Page) -> None:
    open_explorer(page)
    status = explorer(page).locator("[role=status][aria-live]").first
    expect(status).to_be_empty()
    choose(page, "Territoire", "Isère")
    expect(status).to_have_text(re.compile(r"^\d+\sactions?$"))


def test_a_long_list_is_behind_a_button_on_a_phone(phone_page: Page) -> None:
    page = phone_page
    open_explorer(page, "?territoire=isere&parcours=social")
    button = page.get_by_role("button", name="Filtrer (2)")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(page.locator("details.cat-facette").first).to_be_hidden()
    button.tap()
    expect(button).to_have_attribute("aria-expanded", "true")
    facet(page, "Parcours").get_by_text("Social", exact=False).first.tap()
    see = page.get_by_role("button", name=re.compile("^Voir.*actions?$"))
    expect(see).to_contain_text(str(len(brutes().passing({"territoire": ["isere"]}))))
    see.tap()
    expect(heading(page)).to_be_focused()
    expect(page.locator("details.cat-facette").first).to_be_hidden()


def test_without_facets_the_list_stays(page: Page, faults: list[str]) -> None:
    page.route("**/recherche/facettes.*", lambda route: route.abort())
    page.goto(PAGE)
    expect(page.get_by_role("alert")).to_contain_text("Les filtres n’ont pas pu être chargés")
    expect(page.get_by_role("heading", name="Isère")).to_be_visible()
    expect(page.get_by_role("link", name="Parcours emploi renforcé (PER)")).to_be_visible()
    page.unroute("**/recherche/facettes.*")
    page.get_by_role("button", name="Réessayer").click()
    expect(field(page)).to_be_focused()
    check(page, {})
    assert faults
    faults.clear()


def test_without_the_index_filters_still_work(page: Page, faults: list[str]) -> None:
    page.context.route("**/recherche/index.*", lambda route: route.abort())
    open_explorer(page)
    field(page).fill("emploi")
    expect(page.get_by_role("alert")).to_contain_text("n’a pas pu être chargée")
    page.context.unroute("**/recherche/index.*")
    page.get_by_role("button", name="Réessayer").click()
    expect(page.get_by_role("alert")).to_have_count(0)
    check(page, {}, "emploi")
    faults.clear()


def test_an_open_page_keeps_working_without_a_network(page: Page) -> None:
    open_explorer(page)
    field(page).fill("emploi")
    expect(heading(page)).to_contain_text("emploi")
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)
    field(page).fill("logement")
    expect(heading(page)).to_contain_text("logement")
    choose(page, "Territoire", "Bouches-du-Rhône")
    check(page, RHONE, "logement")


def test_the_whole_list_is_folded_below(page: Page) -> None:
    open_explorer(page)
    expect(page.get_by_role("heading", name="Isère")).to_be_hidden()
    open_explorer(page, "#isere")
    expect(page.get_by_role("heading", name="Isère")).to_be_in_viewport()


def test_without_javascript_every_action_is_listed(open_page) -> None:
    page = open_page(javascript=False)
    page.goto(PAGE)
    rows = page.locator(".cat-rangees > li > a").evaluate_all(
        "all => all.map((one) => one.getAttribute('href').split('/').at(-2))"
    )
    assert sorted(rows) == sorted(brutes().slugs)
    expect(page.get_by_role("heading", name="Isère")).to_be_visible()
    contents = page.get_by_role("navigation", name="Sur cette page")
    contents.get_by_role("link", name="Isère").click()
    expect(page.get_by_role("heading", name="Isère")).to_be_in_viewport()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("query", ["?q=emploi&territoire=isere", "?q=zzzz&parcours=social", ""])
def test_nothing_stands_in_the_way_of_reading(
    open_page, query: str, width: int, scheme: str
) -> None:
    page = open_page(width=width, color_scheme=scheme)
    open_explorer(page, query)
    if width < 960:
        page.locator(".cat-facettes__bouton").click()
    for title in TITLES.values():
        if facet(page, title).is_visible():
            facet(page, title)
    settle(page)
    assert find_violations(page) == []
    assert page.evaluate(LOW_CONTRAST) == []
    for narrow in (width, 320):
        page.set_viewport_size({"width": narrow, "height": 700})
        assert page.evaluate(TOO_WIDE) == []


def test_on_paper_are_the_results_and_their_filters(page: Page) -> None:
    open_explorer(page, "?territoire=isere")
    page.emulate_media(media="print")
    expect(page.locator(".cat-puce")).to_be_visible()
    expect(page.locator(".cat-trouvees > li").first).to_be_visible()
    expect(page.locator(".cat-facettes")).to_be_hidden()
    expect(page.locator(".cat-explorateur__recherche")).to_be_hidden()
