"""The pages of questionnaires without JavaScript: everything while it fits, then ways to it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from site_builder.model.action import Action
from site_builder.model.catalogue import Catalogue
from site_builder.model.territoire import Territoire
from site_builder.pages import LISTES
from site_builder.rendering.listings import Listings
from site_builder.rendering.renderer import Renderer
from site_builder.rendering.sans_script import SansScript
from tests.rendering.structure_checks import assert_sound, parse

TODAY = date(2025, 1, 20)
QUESTIONNAIRES = ("mes-droits/", "prescrire/", "porter/")
RULE = {"appreciation": "Il est prêt"}


def action(rank: int) -> Action:
    """Return an action with everything that questionnaires are about; closes later and later."""
    return Action.model_validate(
        {
            "slug": f"action-{rank:03}",
            "nom": f"Action {rank:03}",
            "resume": "Un résumé.",
            "territoires": ["exemplie"] if rank else [],
            "eligibilite": {"beneficiaire": RULE, "porteur": RULE},
            "appel_a_projets": {"cloture": str(TODAY + timedelta(days=rank or -1))},
            "financement": [{"libelle": "Aide", "montant": "10"}],
        }
    )


def catalogue(count: int) -> Catalogue:
    exemplie = {"slug": "exemplie", "nom": "Exemplie", "nature": "departement"}
    return Catalogue(
        actions={one.slug: one for one in map(action, range(count))},
        territoires={"exemplie": Territoire.model_validate(exemplie)},
    )


def render(templates: Path, count: int, url: str) -> LexborHTMLParser:
    page = next(page for page in LISTES if page.url == url)
    html = Renderer(catalogue(count), templates, TODAY).render(page).html
    assert_sound(html)
    return parse(html)


@pytest.mark.parametrize("url", QUESTIONNAIRES)
def test_two_hundred_actions_have_their_conditions_on_the_page(templates: Path, url: str) -> None:
    tree = render(templates, 200, url)

    assert len(tree.css(".cat-regle")) == 200
    assert tree.css_matches("[id='action=action-199']")


@pytest.mark.parametrize(
    ("url", "section"),
    [("mes-droits/", "Pour qui"), ("prescrire/", "Pour qui"), ("porter/", "Pour les organismes")],
)
def test_of_more_actions_the_page_says_where_the_conditions_are(
    templates: Path, url: str, section: str
) -> None:
    tree = render(templates, 201, url)

    assert tree.css_first(".cat-regle") is None
    text = tree.css_first(".cat-regles").text()
    assert f"«\u00a0{section}\u00a0»" in text
    assert "Imprimer" not in text
    ways = {link.text(): link.attributes["href"] for link in tree.css(".cat-regles .cat-liens a")}
    assert ways == {
        "Exemplie": "../actions/#exemplie",
        "Sans territoire précisé": "../actions/#sans_territoire",
    }
    assert "200\u00a0actions" in text


def test_the_places_that_the_page_leads_to_exist(templates: Path) -> None:
    ids = {node.attributes["id"] for node in render(templates, 201, "actions/").css("[id]")}
    assert {"exemplie", "sans_territoire"} <= ids


def test_of_many_calls_those_that_close_next_are_shown() -> None:
    shown = SansScript(Listings(catalogue(201)), TODAY).appels()

    # The first is closed.
    assert [one.slug for one in shown.actions] == [f"action-{rank:03}" for rank in range(1, 61)]
    assert shown.reste == 141


def test_what_the_page_of_organisations_leaves_out_is_said(templates: Path) -> None:
    tree = render(templates, 201, "porter/")

    assert "Il y a 141\u00a0autres appels" in tree.text()
    assert "Le financement de 201\u00a0actions est sur leur fiche." in tree.text()
    assert len(tree.css("table")) == 1


def test_two_hundred_calls_and_fundings_are_all_shown(templates: Path) -> None:
    tree = render(templates, 200, "porter/")

    assert len(tree.css("table")) == 201
    assert "autres appels" not in tree.text()
    assert "sur leur fiche" not in tree.text()


@pytest.mark.parametrize("url", QUESTIONNAIRES)
def test_a_page_of_thousands_weighs_what_one_of_hundreds_does(templates: Path, url: str) -> None:
    few, many = (len(render(templates, count, url).html or "") for count in (300, 1500))
    assert many < few + 100
