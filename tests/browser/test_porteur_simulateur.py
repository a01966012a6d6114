"""The simulator on the page: its fields, its estimation, its mistakes, with the keyboard alone."""

from __future__ import annotations

import re
from datetime import date

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import find_violations
from tests.browser.conftest import OpenPage
from tests.browser.keyboard import tab_to
from tests.browser.measures import TOO_WIDE
from tests.browser.page_porteur import APPEL, PER, PSSI, open_on
from tests.browser.types_de_pages import begin_again

DAY = date(2025, 1, 20)


@pytest.fixture
def page(same_page: Page) -> Page:
    """One tab for all: what changes its window or stops its clock opens a page of its own."""
    return begin_again(same_page)


@pytest.fixture
def simulator(page: Page) -> Page:
    return open_simulator(page)


def open_simulator(page: Page) -> Page:
    open_on(page, DAY)
    page.get_by_label("Action à financer").select_option(APPEL)
    return page


def estimation(page: Page) -> Locator:
    return page.get_by_role("article", name="Estimation")


def expect_words(page: Page, *parts: str) -> None:
    """Wait until the estimation shows some words, whatever their spaces are."""
    for part in parts:
        expect(estimation(page)).to_contain_text(part, use_inner_text=True)


def test_nothing_is_estimated_before_a_quantity(simulator: Page) -> None:
    expect(estimation(simulator)).to_contain_text("Écrivez une quantité pour voir le calcul.")
    expect(estimation(simulator)).to_contain_text("250\u00a0places au plus pour 1\u00a0ETP")
    assert find_violations(simulator) == []


def test_a_place_its_parts_and_its_source(simulator: Page) -> None:
    simulator.get_by_label("Nombre de places").fill("100")
    expect_words(
        simulator,
        "8 000 €",
        "nombre de places × montant par place",
        "100 places × 80 € = 8 000 €",
        "Part quantitative : 50 %",
        "Respect des procédures : 15 %",
        "1 200 €",
        "2 800 €",
        "Coût de la place d’accompagnement",
        "100 places ÷ 250 = 0,4 ETP",
        "Avance : montant non précisé par le texte",
        "ne vaut pas engagement du Département",
        "fiche 1.1 « Référent solidarité »",
        "Passage : Modalités d’accueil et de suivi",
    )
    assert find_violations(simulator) == []


@pytest.mark.parametrize("width", [360, 1280])
def test_by_keyboard(open_page, width: int) -> None:
    page = open_page(width=width)
    open_on(page, DAY)
    tab_to(page, page.get_by_label("Action à financer"))
    page.keyboard.type("Appel")
    tab_to(page, page.get_by_label("Nombre de places"))
    page.keyboard.type("100")
    tab_to(page, page.get_by_text("Et si une part n’est pas obtenue en entier"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_label("Qualité des parcours"))
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("80")
    tab_to(page, page.get_by_label("Postes à temps plein"))
    page.keyboard.type("1,5")
    expect_words(
        page,
        "7 440 €",
        "sur 8 000 € au plus",
        "1,5 ETP × 250 = 375 places au plus",
        "375 places × 80 € = 30 000 € au plus",
    )
    tab_to(page, page.get_by_role("button", name="Calculer avec 375 places"))
    page.keyboard.press("Enter")
    expect(page.get_by_label("Nombre de places")).to_have_value("375")
    expect(page.get_by_label("Nombre de places")).to_be_focused()
    expect_words(page, "375 places × 80 € = 30 000 €")
    assert page.evaluate(TOO_WIDE) == []
    assert find_violations(page) == []


def test_more_places_than_posts_allow(simulator: Page) -> None:
    simulator.get_by_label("Nombre de places").fill("400")
    simulator.get_by_label("Postes à temps plein").fill("1,55")
    expect_words(
        simulator,
        "400 places ÷ 250 = 1,6 ETP",
        "1,55 ETP × 250 = 387,5, soit 387 places au plus",
        "400 places, c’est plus que le maximum de 387 places pour 1,55 ETP.",
    )


@pytest.mark.parametrize(
    ("places", "posts"),
    [
        ("260", "260 places ÷ 250 = 1,04 ETP"),
        ("251", "251 places ÷ 250, soit environ 1 ETP"),
        ("1", "1 place ÷ 250, soit moins de 0,01 ETP"),
    ],
)
def test_posts_are_never_rounded_in_silence(simulator: Page, places: str, posts: str) -> None:
    simulator.get_by_label("Nombre de places").fill(places)
    expect_words(simulator, posts)
    expect(estimation(simulator)).not_to_contain_text("arrondi")


def test_a_mistake_is_tied_to_its_field(simulator: Page) -> None:
    field = simulator.get_by_label("Nombre de places")
    field.fill("12,")
    # Nothing is said of what is still being typed.
    expect(field).not_to_have_attribute("aria-invalid", "true")
    field.fill("12,5")
    field.press("Tab")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(
        "Écrivez un nombre entier, par exemple 100, sans virgule."
    )
    expect(estimation(simulator)).to_contain_text("Corrigez la quantité pour voir le calcul.")
    assert find_violations(simulator) == []
    field.fill("12")
    expect(field).not_to_have_attribute("aria-invalid", "true")
    expect_words(simulator, "960 €")


def test_wrong_posts_are_not_a_wrong_quantity(simulator: Page) -> None:
    posts = simulator.get_by_label("Postes à temps plein")
    posts.fill("un")
    posts.press("Tab")
    expect(posts).to_have_attribute("aria-invalid", "true")
    expect(posts).to_have_accessible_description(re.compile("Écrivez un nombre, par exemple 1,5"))
    expect(simulator.get_by_label("Nombre de places")).not_to_have_attribute("aria-invalid", "true")
    expect(estimation(simulator)).to_contain_text("Écrivez une quantité pour voir le calcul.")


def test_a_closed_call_is_neither_first_nor_certain(page: Page) -> None:
    open_on(page, date(2026, 11, 21))
    select = page.get_by_label("Action à financer")
    expect(select).to_have_value(PSSI)
    expect(estimation(page)).not_to_contain_text("indicative")
    select.select_option(APPEL)
    expect_words(
        page, "Cet appel est clos depuis le 14 février 2025 : l’estimation reste indicative."
    )
    assert find_violations(page) == []


def test_a_share_that_is_wrong_does_not_hide_the_maximum(simulator: Page) -> None:
    simulator.get_by_label("Nombre de places").fill("100")
    simulator.get_by_text("Et si une part n’est pas obtenue en entier").click()
    share = simulator.get_by_label("Part quantitative")
    share.fill("120")
    share.press("Tab")
    expect(share).to_have_accessible_description("Écrivez un nombre de 0 à 100.")
    expect_words(simulator, "8 000 €")


def test_an_amount_for_a_full_year_stays_one(simulator: Page) -> None:
    simulator.get_by_label("Action à financer").select_option(PSSI)
    simulator.get_by_label("Nombre de personnes accompagnées").fill("12")
    expect_words(
        simulator,
        "12 personnes × 150 € = 1 800 €",
        "Sur une année pleine, sans rupture de CER",
        "Le calcul ne fait aucun prorata.",
    )
    expect(simulator.get_by_label("Postes à temps plein")).to_have_count(0)


def test_a_line_without_an_amount_is_text(simulator: Page) -> None:
    simulator.get_by_label("Action à financer").select_option(PER)
    expect_words(
        simulator,
        "Le texte ne donne pas de montant",
        "Financement forfaitaire de l’accompagnement",
        "70 personnes suivies en même temps",
    )
    expect(simulator.locator(".cat-simulateur").get_by_role("textbox")).to_have_count(0)
    assert find_violations(simulator) == []


def test_a_result_leads_to_its_funding(simulator: Page) -> None:
    card = simulator.locator(f"article[data-action={PSSI}]")
    card.get_by_role("button", name="Estimer le financement").click()
    select = simulator.get_by_label("Action à financer")
    expect(select).to_have_value(PSSI)
    expect(select).to_be_focused()
    expect(select).to_be_in_viewport()


def test_the_estimation_is_printed_alone(open_page: OpenPage) -> None:
    simulator = open_simulator(open_page())
    simulator.get_by_label("Nombre de places").fill("100")
    simulator.evaluate("() => { window.print = () => {}; }")
    simulator.get_by_role("button", name="Imprimer l’estimation").click()
    simulator.emulate_media(media="print")
    expect(simulator.get_by_role("heading", name="Les dates à retenir")).to_be_hidden()
    expect(simulator.get_by_role("article", name="Estimation")).to_be_visible()
    expect(simulator.get_by_label("Nombre de places")).to_be_hidden()
    expect_words(simulator, "100 places × 80 € = 8 000 €")
