"""The site under the headers that it asks its server for: nothing is refused, nothing leaves.

``watch`` fails a test that asks anything of another host or writes an error to the console;
each violation of the policy is written there by the script below.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from site_builder.exports.serveurs import describe_headers
from tests.browser import explorateur, mes_droits, page_porteur, prescrire
from tests.browser.conftest import OpenPage, ServeFolder, forgive
from tests.browser.en_tetes import HeadersHandler
from tests.browser.lenteur import eventually
from tests.site.site_reader import BuiltSite

SHEET = "actions/referent-solidarite/"
QUESTIONNAIRES = (mes_droits.PAGE, prescrire.PAGE, page_porteur.PAGE)
# The browser's own message on the console names no directive.
TELL_VIOLATIONS = """addEventListener("securitypolicyviolation", (event) => console.error(
    `policy: ${event.effectiveDirective} refuses ${event.blockedURI} in ${location}`))"""


@pytest.fixture(scope="session")
def site_url(serve_folder: ServeFolder, built_site: Path) -> str:
    """In place of the plain server of the other tests."""
    return serve_folder(built_site, HeadersHandler)


@pytest.fixture
def open_ruled(open_page: OpenPage) -> OpenPage:
    """Return a function that opens a page where a violation of the policy fails the test."""

    def open_one(**options: Any) -> Page:
        page = open_page(**options, policy=True)
        page.add_init_script(TELL_VIOLATIONS)
        return page

    return open_one


@pytest.fixture
def page(open_ruled: OpenPage) -> Page:
    return open_ruled()


def visited(site: BuiltSite) -> list[str]:
    """Return a page of each type, each list, each guide."""
    lists = [url for url in site.pages if url.count("/") == 1]
    guides = [url for url in site.pages if url.startswith("guides/")]
    return sorted({*site.page_types.values(), *lists, *guides, SHEET})


def test_every_type_of_page_obeys(page: Page, built_site: Path) -> None:
    urls = visited(BuiltSite(built_site))
    assert len(urls) > 15
    for url in urls:
        answer = page.goto(url)
        assert answer
        sent = {name: answer.headers.get(name.lower()) for name in describe_headers()}
        assert sent == describe_headers()
        # Modules have run when a page is loaded; what they ask for comes a little later.
        page.wait_for_load_state("networkidle" if url in QUESTIONNAIRES else "load")


def test_an_address_that_leads_nowhere_obeys(page: Page, faults: list[str]) -> None:
    page.goto("rien/ici/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Page introuvable")
    page.get_by_role("link", name="Revenir à l’accueil").click()
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Page introuvable")
    # What the console says of any page that is not found.
    forgive(page, faults, "404")


def test_the_header_of_a_phone_obeys(open_ruled: OpenPage) -> None:
    page = open_ruled(width=360, touch=True)
    page.goto(SHEET)
    page.get_by_role("button", name="Menu").tap()
    page.get_by_role("button", name="Couleurs").tap()
    page.get_by_role("button", name="Rechercher").tap()
    page.get_by_role("combobox", name="Rechercher").press_sequentially("permis")
    page.locator("[role=option][href*='/actions/']").first.tap()
    page.wait_for_url(re.compile(r"/actions/.+"))
    expect(page.locator("main")).to_be_visible()


def test_the_search_runs_in_its_worker(page: Page) -> None:
    page.goto("")
    page.get_by_role("combobox", name="Rechercher dans le site").press_sequentially("solidarité")
    expect(page.locator("[role=option][href*='/actions/']").first).to_be_visible()
    assert len(page.workers) == 1


@pytest.mark.parametrize("ready", [True, False])
def test_the_search_leads_to_the_actions_though_no_form_may_be_sent(
    page: Page, faults: list[str], ready: bool
) -> None:
    if not ready:
        page.route("**/boite.mjs", lambda route: route.abort())
    page.goto(SHEET)
    field = page.get_by_role("combobox", name="Rechercher dans le site")
    field.fill("aide à l’emploi & permis")
    field.press("Enter")
    page.wait_for_url("**/actions/?q=*")
    assert page.evaluate("new URLSearchParams(location.search).get('q')") == (
        "aide à l’emploi & permis"
    )
    if not ready:
        forgive(page, faults, "ERR_FAILED")


def test_a_reader_filters_all_the_actions(open_ruled: OpenPage) -> None:
    for width in (1280, 360):
        page = open_ruled(width=width)
        explorateur.open_explorer(page, "?q=permis&territoire=pas-de-calais")
        page.get_by_role("searchbox").or_(page.locator("main input[type=search]")).first.fill("rsa")
        page.keyboard.press("Enter")
        explorateur.settle(page)


def test_an_acronym_explains_itself(page: Page) -> None:
    page.goto(SHEET)
    page.locator('main a[href^="#sigle-"]').first.hover()
    expect(page.locator(".cat-sigle-bulle")).to_be_visible()


def test_a_person_answers_two_questions(page: Page) -> None:
    mes_droits.open_start(page)
    mes_droits.press_start(page)
    for _ in range(2):
        slug = mes_droits.question_shown(page)
        assert slug
        mes_droits.answer_with_keys(page, slug, None)
        expect(page.locator(f"#cat-{slug}")).to_have_count(0)


def test_a_person_reads_and_keeps_their_results(page: Page) -> None:
    mes_droits.open_results(page, {"rsa": "oui", "commune": "62041", "age": 23})
    expect(page.locator("article[data-action]").first).to_be_visible()
    page.pdf()


def test_a_referent_compares_and_prepares_a_sheet(page: Page) -> None:
    prescrire.open_with(page, prescrire.MARSEILLE)
    names = prescrire.tick(page, 2)
    page.get_by_role("button", name="Comparer", exact=True).press("Enter")
    expect(page.get_by_role("heading", name=f"Comparaison de {len(names)} actions")).to_be_focused()
    prescrire.open_with(page, prescrire.MARSEILLE)
    prescrire.open_sheet(page, "boost-emploi")
    expect(page.get_by_role("article", name="Fiche de prescription")).to_be_visible()


def test_an_organisation_checks_itself(page: Page) -> None:
    page.goto(page_porteur.PAGE)
    expect(page.get_by_role("heading", name="Votre structure", exact=True)).to_be_visible()
    page.locator("fieldset input[type=radio]").first.check()
    page.wait_for_load_state("networkidle")


def test_a_script_written_in_a_page_does_not_run(page: Page, faults: list[str]) -> None:
    page.route(
        "**/piege/",
        lambda route: route.fulfill(
            body="<!doctype html><script>window.ran = true</script>",
            content_type="text/html",
            headers=describe_headers(),
        ),
    )
    page.goto("piege/")
    assert page.evaluate("window.ran") is None
    expect_refusal(page, faults, "script-src")


# What a script that came in by mistake could try.
REFUSED: dict[str, str] = {
    "style-src": "document.body.setAttribute('style', 'color: red')",
    "form-action": "Object.assign(document.body.appendChild(document.createElement('form')), "
    "{action: '/actions/'}).submit()",
    "base-uri": "document.head.append(Object.assign(document.createElement('base'), "
    "{href: 'https://exemple.fr/'}))",
    "connect-src": "void fetch('https://exemple.fr/').catch(() => {})",
    "img-src": "new Image().src = 'https://exemple.fr/a.png'",
    "trusted-types": "try { trustedTypes.createPolicy('autre', {}) } catch {}",
    "require-trusted-types-for": "try { document.body.innerHTML = '<p>' } catch {}",
}


@pytest.mark.parametrize("directive", REFUSED)
def test_what_the_policy_is_there_to_refuse(page: Page, faults: list[str], directive: str) -> None:
    page.goto("")
    page.evaluate(f"() => {{ {REFUSED[directive]} }}")
    expect_refusal(page, faults, directive)


def expect_refusal(page: Page, faults: list[str], directive: str) -> None:
    """Wait until a violation of ``directive`` is among ``faults``, and take them out."""

    def look() -> None:
        page.evaluate("1")  # What the console says comes with the next answer of the page.
        assert any(f"policy: {directive}" in fault for fault in faults), faults

    eventually(look)
    forgive(page, faults)


def test_a_script_of_another_site_is_not_trusted(page: Page) -> None:
    page.goto("")
    trust = """address => import('/assets/javascripts/confiance.mjs')
        .then(({ trustScript }) => String(trustScript(new URL(address))), String)
        .catch(String)"""
    own = page.evaluate("location.origin + '/a.mjs'")
    assert page.evaluate(trust, own) == own
    assert "TypeError" in page.evaluate(trust, "https://exemple.fr/a.mjs")
