"""Every type of page and every state × three widths × two sets of colours: nothing for axe.

A page is opened once; its width and its colours change in place. What would be found twice is
looked for once: rules that have nothing to do with colours, at each width, in one set of colours;
contrast, over which axe takes its time, at one width in each set, and by ``LOW_CONTRAST`` in all.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from site_builder import pages
from tests.browser import types_de_pages
from tests.browser.axe import find_violations
from tests.browser.conftest import OpenPage
from tests.browser.etats import ETATS
from tests.browser.measures import LOW_CONTRAST, TOO_WIDE
from tests.browser.measures_focus import settle
from tests.recherche.donnees import real_catalogue
from tests.site.markup import find_faults

WIDE, PHONE, NARROWEST = 1280, 360, 320
CONTRAST_BY_AXE = (("light", WIDE), ("dark", PHONE))
HEIGHT = 800
# A bar at the foot of the window doesn't stick to one so low: axe would say of what is under it,
# which scrolling shows, that it is too small for a finger.
LOW = 400
BAR = ".cat-bas, .cat-porter__barre"


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    page = open_page()
    # Colours that change little by little would be measured halfway.
    page.emulate_media(reduced_motion="reduce")
    return page


def look(page: Page, widths: tuple[int, ...]) -> list[str]:
    """Return what is wrong with what scripts made of the page, at each width, in both colours."""
    found = find_faults(page.content())
    height = LOW if page.locator(BAR).count() else HEIGHT
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for width in widths:
            page.set_viewport_size({"width": width, "height": height})
            settle(page)
            faults = [*page.evaluate(LOW_CONTRAST), *page.evaluate(TOO_WIDE)]
            contrast = (scheme, width) in CONTRAST_BY_AXE
            if scheme == "light":
                faults += find_violations(page, contrast=contrast)
            elif contrast:
                faults += find_violations(page, all_rules=False)
            found += [f"{scheme} {width}: {fault}" for fault in faults]
    return found


def test_the_matrix_has_every_type_of_page() -> None:
    planned = {page.url: page.layout for page in pages.plan_pages(real_catalogue(), {})}
    looked_at = {layout: planned[url] for layout, url in types_de_pages.LAYOUTS.items()}
    assert looked_at == {layout: layout for layout in pages.LAYOUTS}


# Tests of about the same length, for the processes that share them.
@pytest.mark.parametrize("rank", range(4))
def test_every_type_of_page(page: Page, rank: int) -> None:
    found = {}
    for address in types_de_pages.ALL[rank::4]:
        types_de_pages.goto(page, address)
        if faults := look(page, (WIDE, PHONE, NARROWEST)):
            found[address] = faults
    assert found == {}


@pytest.mark.parametrize("part", ETATS)
def test_every_state(page: Page, part: str) -> None:
    found = {}
    for etat in ETATS[part]:
        for widths in etat.widths:
            page.emulate_media(color_scheme="light")
            page.set_viewport_size({"width": widths[0], "height": HEIGHT})
            etat.reach(page)
            if faults := look(page, widths):
                found[etat.nom, widths] = faults
    assert found == {}


@pytest.mark.parametrize("widths", [(WIDE,), (PHONE, NARROWEST)])
def test_the_page_of_what_is_kept(open_page: OpenPage, widths: tuple[int, ...]) -> None:
    page = open_page(offline=True, width=widths[0])
    page.emulate_media(reduced_motion="reduce")
    page.goto("hors-connexion/")
    expect(page.get_by_role("button", name="Garder le catalogue hors connexion")).to_be_visible()
    assert look(page, widths) == []
