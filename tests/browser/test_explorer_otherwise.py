"""« Toutes les actions » when nothing is found, something fails, or there is no JavaScript."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.conftest import forgive
from tests.browser.explorateur import (
    PAGE,
    TITLES,
    brutes,
    check,
    choose,
    explorer,
    facet,
    field,
    heading,
    label,
    open_explorer,
)

RHONE = {"territoire": ["bouches-du-rhone"]}


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
    helps.get_by_role("button", name=re.compile("le texte")).click()
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
    forgive(page, faults)


def test_without_its_module_the_list_comes(page: Page, faults: list[str]) -> None:
    page.route("**/explorateur.mjs", lambda route: route.abort())
    page.goto(PAGE)
    expect(page.get_by_role("heading", name="Isère")).to_be_visible()
    expect(page.get_by_role("link", name="Parcours emploi renforcé (PER)")).to_be_visible()
    assert faults
    forgive(page, faults)


def test_without_the_index_filters_still_work(page: Page, faults: list[str]) -> None:
    page.context.route("**/recherche/index.*", lambda route: route.abort())
    open_explorer(page)
    field(page).fill("emploi")
    expect(page.get_by_role("alert")).to_contain_text("n’a pas pu être chargée")
    page.context.unroute("**/recherche/index.*")
    page.get_by_role("button", name="Réessayer").click()
    expect(page.get_by_role("alert")).to_have_count(0)
    expect(heading(page)).to_be_focused()
    check(page, {}, "emploi")
    forgive(page, faults)


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


def test_on_paper_are_the_results_and_their_filters(page: Page) -> None:
    open_explorer(page, "?territoire=isere")
    page.emulate_media(media="print")
    expect(page.locator(".cat-puce")).to_be_visible()
    expect(page.locator(".cat-trouvees > li").first).to_be_visible()
    expect(page.locator(".cat-facettes")).to_be_hidden()
    expect(page.locator(".cat-explorateur__recherche")).to_be_hidden()
