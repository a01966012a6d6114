"""The page of an organisation as a whole: network, paper, many actions, no script."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Route, expect

from tests.browser.axe import find_violations
from tests.browser.conftest import forgive
from tests.browser.exemples import answers_of, profils
from tests.browser.measures import TOO_WIDE
from tests.browser.page_porteur import (
    APPEL,
    PAGE,
    PSSI,
    open_on,
    open_with,
    pick,
)


def test_nothing_is_asked_of_the_network_once_the_page_is_loaded(page: Page) -> None:
    open_on(page, date(2025, 1, 20))
    page.wait_for_load_state("networkidle")
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    pick(page, "porteur_personnel", "Oui")
    page.get_by_role("combobox", name="Commune").fill("arras")
    page.get_by_role("option").first.click()
    page.get_by_text("Partager les réponses").click()
    page.get_by_label("Nombre de places").fill("100")
    with page.expect_download():
        page.get_by_role("button", name="Ajouter à mon agenda").first.click()
    page.get_by_role("button", name="Effacer mes réponses").click()
    page.get_by_role("button", name="Oui, effacer").click()
    expect(page.get_by_text("Vos réponses sont effacées.")).to_be_visible()
    # A file for a diary is read from the page itself.
    assert [url for url in requests if not url.startswith("blob:")] == []


def test_data_that_can_not_be_loaded(page: Page, faults: list[str]) -> None:
    def refuse(route: Route) -> None:
        route.fulfill(status=404, body="")

    page.route("**/data/eligibilite.json", refuse)
    page.goto(PAGE)
    expect(page.get_by_role("alert")).to_contain_text("n’ont pas pu être chargées")
    expect(page.get_by_role("table").filter(has_text="Clôture de l’appel")).to_be_visible()
    assert find_violations(page) == []
    page.unroute("**/data/eligibilite.json")
    page.get_by_role("button", name="Réessayer").click()
    expect(page.get_by_role("heading", name="Votre structure", exact=True)).to_be_visible()
    assert any("404" in fault for fault in faults)
    forgive(page, faults)


def test_without_javascript(open_page) -> None:
    page = open_page(javascript=False)
    page.goto(PAGE)
    text = page.get_by_role("main").inner_text().replace("\u00a0", " ").replace("\u202f", " ")
    for words in (
        "14 février 2025",
        "Fin de la convention",
        "80 €",
        "35 %",
        "250 places au plus",
        "150 €",
        "Votre structure est un CCAS volontaire.",
    ):
        assert words in text
    expect(page.locator(f"[id='action={PSSI}']")).to_be_visible()
    expect(page.get_by_role("form")).to_have_count(0)


def test_the_conditions_are_folded(page: Page) -> None:
    open_on(page, date(2025, 1, 20))
    words = page.get_by_role("group").get_by_text("Votre structure est un CCAS volontaire.")
    listed = page.locator(".cat-regle").first
    expect(listed).to_be_hidden()
    page.get_by_text("Lire les conditions de toutes les actions").click()
    expect(listed).to_be_visible()
    expect(words.last).to_be_visible()


def test_results_are_printed_alone(page: Page) -> None:
    open_with(
        page, date(2025, 1, 20), answers_of(profils("porteur")["bethune-equipe-experimentee"])
    )
    page.evaluate("() => { window.print = () => { document.title = 'imprimé'; }; }")
    page.get_by_role("button", name="Imprimer les résultats").click()
    expect(page).to_have_title("imprimé")
    page.emulate_media(media="print")
    expect(page.locator(f"article[data-action={APPEL}]")).to_be_visible()
    expect(page.get_by_role("heading", name="Le financement")).to_be_hidden()
    expect(page.get_by_role("button")).to_have_count(0)
    page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    expect(page.get_by_role("heading", name="Le financement")).to_be_visible()


def test_answers_are_printed_in_words(page: Page) -> None:
    open_with(
        page, date(2025, 1, 20), answers_of(profils("porteur")["bethune-equipe-experimentee"])
    )
    page.emulate_media(media="print")
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    main = page.get_by_role("main")
    for part in ("Béthune", "5\u00a0ans", "Critères de sélection", "logiciel E partenaire"):
        expect(main).to_contain_text(part, use_inner_text=True)
    expect(page.get_by_role("radio").filter(visible=True)).to_have_count(0)
    page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    expect(main).not_to_contain_text("logiciel E partenaire", use_inner_text=True)


def test_what_is_printed_fits_the_paper(page: Page) -> None:
    open_on(page, date(2025, 1, 20))
    page.get_by_label("Nombre de places").fill("100")
    # The width of A4 between its margins, in pixels of CSS.
    page.set_viewport_size({"width": 680, "height": 960})
    page.emulate_media(media="print")
    assert page.evaluate(TOO_WIDE) == []
    assert page.pdf(format="A4").startswith(b"%PDF")


def many_actions(json_text: str, count: int) -> dict[str, Any]:
    """Return the data with ``count`` copies of the call, each with a closing day of its own."""
    data = json.loads(json_text)
    call = data["actions"][APPEL]
    for rank in range(count):
        copy = {**call, "nom": f"Appel d’exemple {rank}", "url": f"actions/exemple-{rank}/"}
        copy["appel"] = {"ouverture": "2025-01-01", "cloture": f"2025-03-{1 + rank % 28:02d}"}
        data["actions"][f"exemple-{rank}"] = copy
    return data


def test_hundreds_of_calls_stay_readable(page: Page, built_site: Path) -> None:
    data = many_actions((built_site / "data/eligibilite.json").read_text("utf-8"), 120)

    def multiply(route: Route) -> None:
        route.fulfill(json=data)

    page.route("**/data/eligibilite.json", multiply)
    open_on(page, date(2025, 2, 20))
    calls = page.locator("[data-module=cat-appels] .cat-echeances__appel")
    expect(calls).to_have_count(25)
    more = page.locator("[data-module=cat-appels]").get_by_role(
        "button", name="Afficher 25 appels de plus"
    )
    more.first.click()
    expect(calls).to_have_count(50)
    # The one that closes first is first.
    expect(calls.first).to_contain_text("1er\u00a0mars\u00a02025")
    page.get_by_label("Chercher un appel par son nom").fill("exemple 119")
    expect(calls).to_have_count(1)
    page.get_by_label("Chercher un appel par son nom").fill("rien de tel")
    expect(page.get_by_text("Rien ne correspond à ces mots.")).to_be_visible()

    cards = page.locator(".cat-porter__groupe--a-preciser article")
    expect(cards).to_have_count(25)
    page.get_by_label("Chercher par nom dans ce groupe").first.fill("EXEMPLE 12")
    expect(cards.first).to_contain_text("exemple 12")
    expect(cards).not_to_have_count(25)
    assert cards.count() < 25

    page.get_by_label("Chercher une action par son nom").fill("exemple 77")
    expect(page.get_by_label("Action à financer").get_by_role("option")).to_have_count(1)
    assert find_violations(page) == []
