"""Three readers find what they came for, with a finger, a mouse or a keyboard."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

PER = "actions/parcours-emploi-renforce/"
SOLIDARITE = "actions/referent-solidarite/"
SPELT = "revenu de solidarité active"
NO_BREAK = re.compile("[\u00a0\u202f]")


def words_of(page: Page) -> str:
    """Return what a person reads in the page, spaces made plain."""
    return NO_BREAK.sub(" ", page.get_by_role("main").inner_text())


def test_a_person_on_a_phone_finds_whom_to_call(phone_page: Page) -> None:
    phone_page.goto("")
    door = phone_page.get_by_role("main").get_by_role("link", name="Les aides selon ma situation")
    door.tap()
    expect(phone_page.get_by_role("heading", level=1)).to_have_text("Les publics")

    isolated = phone_page.get_by_role("link", name=re.compile("isolés, non autonomes"))
    isolated.first.tap()
    phone_page.get_by_role("main").get_by_role("link", name="Référent solidarité").first.tap()
    expect(phone_page.get_by_role("heading", level=1)).to_contain_text("Référent solidarité")

    call = phone_page.get_by_role("link", name="03 21 56 88 55")
    call.scroll_into_view_if_needed()
    expect(call).to_be_in_viewport()
    expect(call).to_have_attribute("href", "tel:+33321568855")


def test_a_person_on_a_phone_starts_from_where_they_live(phone_page: Page) -> None:
    phone_page.goto("")
    phone_page.get_by_role("main").get_by_role("link", name="Les aides près de chez moi").tap()
    phone_page.get_by_role("main").get_by_role("link", name="Ternois", exact=True).tap()

    expect(phone_page.get_by_role("heading", level=1)).to_have_text("Ternois")
    calls = phone_page.locator('main a[href^="tel:"]')
    assert sorted(calls.evaluate_all("links => links.map(link => link.getAttribute('href'))")) == [
        "tel:+33321039873",
        "tel:+33321216566",
    ]
    for call in calls.all():
        box = call.bounding_box()
        assert box is not None
        # Success criterion 2.5.8 of WCAG 2.2: what a finger touches.
        assert box["height"] >= 24


def test_a_professional_prepares_an_interview(page: Page) -> None:
    page.goto("")
    page.get_by_role("main").get_by_role("link", name="Toutes les actions").first.click()
    page.get_by_label("Rechercher dans les actions").fill("referent solidarite")
    page.get_by_role("main").get_by_role("link", name="Référent solidarité", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Référent solidarité")

    page.get_by_role("link", name="Les étapes").first.click()
    expect(page.get_by_role("heading", name="Les étapes")).to_be_in_viewport()
    steps = page.get_by_role("list").filter(has=page.get_by_role("heading", level=3))
    assert steps.first.get_by_role("listitem").count() > 1
    expect(page.get_by_role("heading", name="Comment en bénéficier")).to_be_visible()
    assert "Qui la prescrit" in words_of(page)


def test_a_printed_sheet_is_the_sheet_alone(page: Page) -> None:
    page.goto(SOLIDARITE)
    on_screen = words_of(page)
    expect(page.get_by_role("navigation").first).to_be_visible()

    page.emulate_media(media="print")
    assert page.get_by_role("navigation").filter(visible=True).count() == 0
    assert page.get_by_role("search").filter(visible=True).count() == 0
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    for words in ("En bref", "Les étapes", "03 21 56 88 55", "Source"):
        assert words in on_screen
        assert words in words_of(page)


def test_a_partner_reads_a_call_that_is_closed(page: Page) -> None:
    page.goto("")
    link = page.get_by_role("main").get_by_role("link", name=re.compile("^Appel à projets 2025"))
    expect(link.first).to_contain_text("clos")
    link.first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Appel à projets")

    text = words_of(page)
    assert "Clos le 14 février 2025" in text
    for day in ("15 janvier 2025", "1er janvier 2025", "30 juin 2025"):
        assert day in text

    table = page.get_by_role("table").filter(has_text=re.compile(r"80\s€")).first
    rows = [NO_BREAK.sub(" ", row) for row in table.get_by_role("row").all_inner_texts()]
    for amount in ("80 €", "50 %", "15 %", "35 %", "40 €", "12 €", "28 €"):
        assert any(amount in row for row in rows), (amount, rows)


def test_an_acronym_is_explained_on_hover(page: Page) -> None:
    page.goto(PER)
    bubble = page.get_by_text(SPELT)
    before = bubble.filter(visible=True).count()
    acronym = page.get_by_role("main").get_by_role("link", name="RSA", exact=True).first
    expect(acronym).to_have_accessible_description(re.compile(SPELT))
    acronym.hover()
    expect(bubble.filter(visible=True)).not_to_have_count(before)


def test_an_acronym_is_explained_on_focus(page: Page) -> None:
    page.goto(PER)
    bubble = page.get_by_text(SPELT)
    before = bubble.filter(visible=True).count()
    page.get_by_role("main").get_by_role("link", name="RSA", exact=True).first.focus()
    expect(bubble.filter(visible=True)).not_to_have_count(before)
    page.keyboard.press("Escape")
    expect(bubble.filter(visible=True)).to_have_count(before)


def test_an_acronym_is_explained_at_the_first_touch(phone_page: Page) -> None:
    phone_page.goto(PER)
    bubble = phone_page.get_by_text(SPELT)
    before = bubble.filter(visible=True).count()
    phone_page.get_by_role("main").get_by_role("link", name="RSA", exact=True).first.tap()
    expect(bubble.filter(visible=True)).not_to_have_count(before)
    expect(phone_page).to_have_url(re.compile("^[^#]+$"))


@pytest.mark.parametrize("width", [360, 1280])
def test_the_glossary_explains_every_acronym(open_page, width: int) -> None:
    page = open_page(width=width)
    page.goto("glossaire/")
    text = words_of(page)
    for words in ("RSA", "revenu de solidarité active", "SLAI", "CCAS", "contrat d’engagement"):
        assert words in text
