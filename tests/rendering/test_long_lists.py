"""Sheets that many records name: cards, then links, then a way to the rest."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from site_builder.model.action import Action
from site_builder.model.catalogue import Catalogue
from site_builder.model.structure import Structure
from site_builder.model.territoire import Territoire
from site_builder.pages import plan_pages
from site_builder.rendering.renderer import Renderer
from tests.rendering.structure_checks import assert_sound, parse

PLACES = {
    "exemplie": {"nom": "Exemplie", "nature": "departement"},
    "val": {"nom": "Val Fictif", "nature": "insertion", "parent": "exemplie"},
}


def catalogue(count: int) -> Catalogue:
    """Return ``count`` actions and structures of one place, below a département."""
    structures = {
        f"structure-{rank:03}": Structure.model_validate(
            {
                "slug": f"structure-{rank:03}",
                "nom": f"Structure {rank:03}",
                "territoires": ["val"],
                "rattachement": None if rank == 0 else "structure-000",
            }
        )
        for rank in range(count)
    }
    actions = {
        f"action-{rank:03}": Action.model_validate(
            {
                "slug": f"action-{rank:03}",
                "nom": f"Action {rank:03}",
                "resume": "Un résumé.",
                "territoires": ["val"],
                "structures": [{"structure": "structure-000", "role": "porteur"}],
            }
        )
        for rank in range(count)
    }
    places = {
        slug: Territoire.model_validate({"slug": slug, **fields}) for slug, fields in PLACES.items()
    }
    return Catalogue(actions=actions, structures=structures, territoires=places)


def sheet(templates: Path, url: str, count: int) -> LexborHTMLParser:
    content = catalogue(count)
    page = next(page for page in plan_pages(content, {}) if page.url == url)
    html = Renderer(content, templates, date(2025, 1, 20)).render(page).html
    assert_sound(html)
    return parse(html)


def test_few_actions_are_cards(templates: Path) -> None:
    tree = sheet(templates, "territoires/val/", 9)

    assert len(tree.css(".cat-cartes > li")) == 9
    assert tree.css_first(".cat-liens") is None


def test_many_actions_are_links(templates: Path) -> None:
    tree = sheet(templates, "territoires/val/", 60)

    assert [link.text() for link in tree.css(".cat-liens a")] == [
        f"Action {rank:03}" for rank in range(60)
    ]
    assert "Voir l" not in tree.text()


@pytest.mark.parametrize(
    ("count", "words"), [(61, "Voir l’autre action"), (62, "Voir les 2\u00a0autres actions")]
)
def test_what_does_not_fit_stands_in_the_list_of_the_departement(
    templates: Path, count: int, words: str
) -> None:
    tree = sheet(templates, "territoires/val/", count)

    assert len(tree.css(".cat-liens a")) == 60
    rest = {link.text(): link.attributes["href"] for link in tree.css("p a")}
    assert rest[words] == "../../actions/?territoire=val"
    assert rest[words.replace("action", "structure")] == "../../structures/#exemplie"


def test_a_structure_lists_sixty_services_and_sixty_actions(templates: Path) -> None:
    tree = sheet(templates, "structures/structure-000/", 70)

    assert len(tree.css("ul a")) == 120
    rest = {link.text(): link.attributes["href"] for link in tree.css("p a")}
    assert rest["Voir les 9\u00a0autres services"] == "../"
    assert rest["Voir les 10\u00a0autres actions"] == "../../actions/?structure=structure-000"
