"""What each type of page shows, and what it leaves out."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from urllib.parse import urljoin

import pytest

from site_builder.exports import open_data
from site_builder.model.action import Action
from site_builder.model.catalogue import Catalogue
from site_builder.model.contact import Contact
from site_builder.model.structure import Structure
from site_builder.model.territoire import Territoire
from site_builder.pages import LAYOUTS, LISTES, PlannedPage, plan_pages
from site_builder.rendering.renderer import RenderedBody, Renderer
from tests.rendering.structure_checks import assert_sound, parse

TODAY = date(2025, 1, 20)
SHEET = "actions/parcours-fictif/"


def render_action(templates: Path, today: date = TODAY, **fields: object) -> RenderedBody:
    """Render the sheet of an action that has these fields and no more."""
    action = Action.model_validate(
        {"slug": "seule", "nom": "Action seule", "resume": "Un résumé.", **fields}
    )
    catalogue = Catalogue(actions={"seule": action})
    page = next(page for page in plan_pages(catalogue, {}) if page.url == "actions/seule/")
    return Renderer(catalogue, templates, today).render(page)


def test_every_layout_of_the_plan_has_its_template(templates: Path) -> None:
    fragments = (templates / "fragments" / "catalogue").glob("*.html")
    assert {path.stem for path in fragments} == LAYOUTS


def test_headings_are_listed_in_order(bodies: dict[str, RenderedBody]) -> None:
    for url, body in bodies.items():
        tree = parse(body.html)
        found = [(node.attributes["id"], node.text()) for node in tree.css("h2[id]")]
        listed = [(heading.id, heading.titre) for heading in body.headings]
        assert [pair for pair in found if pair[0] != "sigles"] == listed, url


def test_every_page_is_sound(bodies: dict[str, RenderedBody]) -> None:
    for body in bodies.values():
        assert_sound(body.html)


def test_no_page_shows_the_words_of_the_search(bodies: dict[str, RenderedBody]) -> None:
    for url, body in bodies.items():
        assert "on tape" not in body.html, url


def test_pages_hold_neither_styles_nor_scripts(bodies: dict[str, RenderedBody]) -> None:
    for url, body in bodies.items():
        tree = parse(body.html)
        assert not tree.css("style, script, [style]"), url


def test_links_between_pages_are_relative_and_lead_somewhere(
    bodies: dict[str, RenderedBody], pages: dict[str, PlannedPage]
) -> None:
    site = "https://www.exemple.fr/sous/dossier/"
    for url, body in bodies.items():
        for node in parse(body.html).css("a[href]"):
            href = node.attributes["href"] or ""
            if href.startswith(("https:", "mailto:", "tel:", "#")):
                continue
            target = urljoin(site + url, href).removeprefix(site)
            target = re.split("[?#]", target)[0]
            assert target in pages or target == open_data.URI, f"{url} → {href}"


def test_a_draft_is_neither_shown_nor_linked(bodies: dict[str, RenderedBody]) -> None:
    assert "actions/en-preparation/" not in bodies
    assert not any("en-preparation" in body.html for body in bodies.values())


def test_a_minimal_action_says_what_to_do_without_a_contact(templates: Path) -> None:
    body = render_action(templates)

    assert [heading.id for heading in body.headings] == ["en-bref", "qui-appeler"]
    assert "Demandez à votre référent" in body.html


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2025, 1, 14), "À venir\u00a0: ouverture le 15\u00a0janvier 2025"),
        (date(2025, 1, 15), "Ouvert jusqu’au 14\u00a0février 2025 inclus"),
        (date(2025, 2, 14), "Ouvert jusqu’au 14\u00a0février 2025 inclus"),
        (date(2025, 2, 15), "Clos le 14\u00a0février 2025"),
    ],
)
def test_the_state_of_a_call_depends_on_the_day(templates: Path, today: date, words: str) -> None:
    call = {"ouverture": "2025-01-15", "cloture": "2025-02-14"}

    body = render_action(templates, today, appel_a_projets=call)

    assert words in body.html


@pytest.mark.parametrize("fields", [{"statut": "suspendu"}, {"publie_jusqu_au": "2025-01-19"}])
def test_the_call_of_an_action_that_is_not_on_offer_is_never_open(
    templates: Path, fields: dict[str, str]
) -> None:
    call = {"ouverture": "2025-01-15", "cloture": "2025-02-14"}

    body = render_action(templates, date(2025, 1, 20), appel_a_projets=call, **fields)

    assert "Clôture de l’appel" in body.html
    assert "uvert jusqu’au" not in body.html
    assert "Appel à projets ouvert" not in body.html


def test_a_call_without_a_closing_day_is_open(templates: Path) -> None:
    body = render_action(templates, appel_a_projets={"ouverture": "2025-01-15"})

    assert "Ouvert depuis le 15\u00a0janvier 2025" in body.html


def test_a_suspended_action_says_so_first(bodies: dict[str, RenderedBody]) -> None:
    banner = parse(bodies["actions/aide-suspendue/"].html).css_first("header .cat-alerte")

    assert banner is not None
    assert "suspendue" in banner.text()


def test_a_past_action_says_since_when(bodies: dict[str, RenderedBody]) -> None:
    banner = parse(bodies["actions/action-terminee/"].html).css_first("header .cat-alerte")

    assert banner is not None
    assert "31\u00a0décembre 2024" in banner.text()


def test_a_sheet_to_review_warns_once_the_day_is_past(templates: Path) -> None:
    due = {"revoir_avant": "2025-01-20"}

    assert "devait être revue" not in render_action(templates, date(2025, 1, 20), **due).html
    assert "devait être revue" in render_action(templates, date(2025, 1, 21), **due).html


def test_contacts_stand_under_each_of_their_territoires(bodies: dict[str, RenderedBody]) -> None:
    cards = parse(bodies[SHEET].html).css(".cat-contacts > div")

    titles = [card.css_first("h3").text() for card in cards]
    numbers = [[link.text() for link in card.css('a[href^="tel:"]')] for card in cards]
    assert titles == ["Basse-Exemplie", "Haute-Exemplie", "Pour tous les territoires"]
    assert [len(found) for found in numbers] == [1, 2, 0]


def test_amounts_of_parts_are_computed(bodies: dict[str, RenderedBody]) -> None:
    table = parse(bodies[SHEET].html).css_first(".cat-table--montants")

    amounts = [row.css("td")[-1].text(strip=True) for row in table.css("tbody tr")]
    assert amounts[1:5] == ["40\u00a0€", "40\u00a0€", "12\u00a0€", "28\u00a0€"]


def test_steps_in_a_row_are_few_and_short(templates: Path) -> None:
    short = [{"titre": f"Étape {rank}"} for rank in range(1, 6)]
    long = [{"titre": "Étape", "description": "mot " * 60}]

    assert "cat-etapes--rangee" in render_action(templates, etapes=short[:4]).html
    assert "cat-etapes--rangee" not in render_action(templates, etapes=short).html
    assert "cat-etapes--rangee" not in render_action(templates, etapes=long).html


def test_what_all_contacts_say_is_said_once(templates: Path) -> None:
    contacts = {
        slug: Contact.model_validate(
            {"slug": slug, "fonction": slug.title(), "precisions": "Le matin seulement."}
        )
        for slug in ("accueil", "standard")
    }
    action = Action.model_validate(
        {"slug": "seule", "nom": "A", "resume": "R", "contacts": list(contacts)}
    )
    catalogue = Catalogue(actions={"seule": action}, contacts=contacts)
    page = next(page for page in plan_pages(catalogue, {}) if page.url == "actions/seule/")

    html = Renderer(catalogue, templates, TODAY).render(page).html

    assert html.count("Le matin seulement.") == 1


def test_an_empty_catalogue_still_makes_every_list(templates: Path) -> None:
    catalogue = Catalogue()
    renderer = Renderer(catalogue, templates, TODAY)

    bodies = {page.layout: renderer.render(page).html for page in plan_pages(catalogue, {})}

    assert set(bodies) == {liste.layout for liste in LISTES}
    empty = {layout for layout, html in bodies.items() if "cat-vide" in html}
    always = {liste.layout for liste in LISTES if liste.a_propos}
    assert empty == set(bodies) - {"accueil", "hors_connexion"} - always


def test_a_territoire_that_is_its_own_parent_ends(templates: Path) -> None:
    lieu = Territoire.model_validate(
        {"slug": "ici", "nom": "Ici", "nature": "epci", "parent": "ici"}
    )
    catalogue = Catalogue(territoires={"ici": lieu})
    renderer = Renderer(catalogue, templates, TODAY)

    pages = [page for page in plan_pages(catalogue, {}) if "territoires" in page.url]

    assert all("Ici" in renderer.render(page).html for page in pages)


def test_a_structure_without_a_name_twice(templates: Path) -> None:
    structure = Structure.model_validate({"slug": "ccas", "nom": "CCAS", "sigle": "CCAS"})
    catalogue = Catalogue(structures={"ccas": structure})
    page = next(page for page in plan_pages(catalogue, {}) if page.record is structure)

    html = Renderer(catalogue, templates, TODAY).render(page).html

    assert "<h1>CCAS</h1>" in html
