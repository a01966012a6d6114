"""In a browser, no text of a hostile catalogue does anything: it is shown, searched, and inert."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Dialog, Page, expect

from tests.injection.hostile import (
    build_preview,
    build_site,
    load_hostile,
    slug_of,
    write_catalogue,
)
from tests.injection.payloads import PAYLOADS, SITE

LISTS = ("", "actions/", "structures/", "publics-cibles/", "territoires/", "contacts/")
# Whatever a payload would call is called a fault, even where no dialog can open.
WATCH = "window.alert = () => { throw Error('a script of the catalogue ran') }"
# Every page has one http-equiv: its policy.
DANGERS = r"""() => [...document.querySelectorAll('*')].flatMap(element => [...element.attributes]
    .filter(({name, value}) => /^on|^autofocus$|^srcdoc$|^http-equiv$/.test(name)
        || /href|src|action|data$/.test(name)
            && /^[\s\0-\x1f]*(javascript|data|vbscript):/i.test(value))
    .filter(({value}) => value !== 'Content-Security-Policy')
    .map(({name, value}) => `${element.tagName} ${name}=${value}`))"""


@pytest.fixture(scope="module")
def hostile_site(build_once: Callable[..., Path], root: Path) -> Path:
    """The hostile site, and in ``preview/`` its pages with the panel of problems."""

    def fill(folder: Path) -> None:
        write_catalogue(folder / "catalogue", [payload.text for payload in PAYLOADS], SITE)
        content = load_hostile(folder / "catalogue", root)
        build_site(content, root, folder / "site")
        build_preview(content, root, folder / "site/preview")

    return build_once("hostile-site", fill) / "site"


@pytest.fixture
def site_url(serve_folder, hostile_site: Path) -> str:
    return serve_folder(hostile_site)


@pytest.fixture
def guarded(page: Page, faults: list[str]) -> Page:
    """A page where running a script of the catalogue is a fault."""

    def note(dialog: Dialog) -> None:
        faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    page.on("dialog", note)
    page.add_init_script(WATCH)
    return page


@pytest.mark.parametrize("address", [*LISTS, "glossaire/", "preview/"])
def test_a_list_of_hostile_names_is_inert(guarded: Page, address: str) -> None:
    guarded.goto(address)
    assert guarded.evaluate(DANGERS) == []
    assert "<script>alert(1)</script>" in guarded.title()


def test_hostile_sheets_are_inert(guarded: Page) -> None:
    # The others are read by tests/injection, and their names and summaries by the lists.
    for rank in range(0, len(PAYLOADS), 3):
        guarded.goto(f"publics-cibles/{slug_of(rank)}/")
        assert guarded.evaluate(DANGERS) == [], PAYLOADS[rank]


@pytest.mark.parametrize("rank", [0, 1, 2, 9, 15])
def test_hostile_sheets_are_inert_whatever_is_done_with_them(guarded: Page, rank: int) -> None:
    guarded.goto(f"actions/{slug_of(rank)}/")
    assert guarded.evaluate(DANGERS) == []
    heading = guarded.get_by_role("heading", level=1)
    # Handlers of attributes would answer to these.
    guarded.keyboard.press("Tab")
    heading.click()
    expect(heading).to_contain_text(PAYLOADS[rank].text[-10:-4])


@pytest.mark.parametrize("rank", [0, 1, 2, 4, 9, 10])
def test_hostile_actions_are_found_and_filtered_inert(guarded: Page, rank: int) -> None:
    payload = PAYLOADS[rank].text
    guarded.goto("actions/")
    expect(guarded.locator("[data-module=cat-explorateur][data-mounted]")).to_be_visible()
    facets = guarded.locator("details.cat-facette")
    facets.evaluate_all("all => all.forEach((one) => (one.open = true))")
    expect(guarded.get_by_role("checkbox").nth(2)).to_be_visible()
    for box in guarded.get_by_role("checkbox").all()[:3]:
        box.press("Space")
    assert guarded.evaluate(DANGERS) == []
    # What the address holds is text too.
    guarded.goto(f"actions/?{urlencode({'q': payload, 'territoire': payload})}")
    expect(guarded.locator(".cat-avis")).to_contain_text(payload[-10:-4])
    expect(guarded.get_by_label("Rechercher dans les actions")).to_have_value(payload.strip())
    assert guarded.evaluate(DANGERS) == []


@pytest.mark.parametrize("rank", [0, 1, 2, 4, 9, 10])
def test_hostile_results_of_a_search_are_inert(guarded: Page, rank: int) -> None:
    guarded.goto("")
    guarded.keyboard.press("Control+k")
    guarded.keyboard.type(f"SIGLE{rank:02d}", delay=10)
    results = guarded.get_by_role("search").get_by_role("option")
    expect(results.filter(has_text=PAYLOADS[rank].text).first).to_be_visible()
    assert guarded.evaluate(DANGERS) == []
    guarded.keyboard.press("ArrowDown")
    results.first.hover()
