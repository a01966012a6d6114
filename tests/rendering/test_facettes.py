"""Pages of themes, paths and territoires: what they gather, and what they leave to the filters."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from site_builder.model.action import Action
from site_builder.model.catalogue import Catalogue
from site_builder.model.contact import Contact
from site_builder.model.parcours import Parcours
from site_builder.model.territoire import Territoire
from site_builder.model.thematique import Thematique
from site_builder.pages import plan_pages
from site_builder.rendering.facettes import Facettes, Part
from site_builder.rendering.links import explorer
from site_builder.rendering.listings import Listings
from site_builder.rendering.renderer import Renderer
from tests.rendering.structure_checks import assert_sound, parse

VALUES = {
    "bouger": "mobilite--preparer-un-permis",
    "apprendre": "se-former--trouver-sa-formation",
    "loger": "logement-hebergement--louer-un-logement",
}
THEMES = {
    slug: Thematique.model_validate(
        {"slug": slug, "nom": slug.title(), "description": "Un thème.", "data_inclusion": [value]}
    )
    for slug, value in VALUES.items()
}


def action(slug: str, *themes: str, **fields: object) -> Action:
    values = [VALUES[theme] for theme in themes]
    fields = {"nom": slug.title(), "resume": "Un résumé.", "thematiques": values, **fields}
    return Action.model_validate({"slug": slug, **fields})


def place(slug: str, parent: str | None = None) -> Territoire:
    fields = {"nom": slug.title(), "nature": "departement", "parent": parent}
    return Territoire.model_validate({"slug": slug, **fields})


def make(actions: list[Action], *places: Territoire, **kinds: object) -> Catalogue:
    return Catalogue(
        actions={one.slug: one for one in actions},
        territoires={one.slug: one for one in places},
        thematiques=THEMES,
        **kinds,  # type: ignore[arg-type]
    )


def facets(catalogue: Catalogue) -> Facettes:
    return Facettes(catalogue, Listings(catalogue))


def page(templates: Path, catalogue: Catalogue, url: str) -> LexborHTMLParser:
    planned = next(page for page in plan_pages(catalogue, {}) if page.url == url)
    html = Renderer(catalogue, templates, date(2025, 1, 20)).render(planned).html
    assert_sound(html)
    return parse(html)


def links(tree: LexborHTMLParser) -> dict[str, str]:
    return {link.text(): link.attributes["href"] or "" for link in tree.css("a[href]")}


def told(parts: tuple[Part, ...]) -> list[tuple[str | None, list[str], int]]:
    return [
        (part.sujet and part.sujet.slug, [one.slug for one in part.actions], part.reste)
        for part in parts
    ]


def test_actions_stand_by_departement_and_by_theme() -> None:
    actions = [
        action("beta", "bouger", "loger", territoires=["val"]),
        action("alpha", "bouger", territoires=["nord", "sud"]),
        action("gamma"),
    ]
    catalogue = make(actions, place("sud"), place("nord"), place("val", "nord"))

    assert told(facets(catalogue).by_departement(actions)) == [
        ("nord", ["alpha", "beta"], 0),
        ("sud", ["alpha"], 0),
        (None, ["gamma"], 0),
    ]
    assert told(facets(catalogue).by_thematique(actions)) == [
        ("bouger", ["alpha", "beta"], 0),
        ("loger", ["beta"], 0),
        (None, ["gamma"], 0),
    ]


def test_no_action_makes_no_part() -> None:
    assert facets(Catalogue()).by_departement([]) == ()
    assert facets(Catalogue()).by_thematique([]) == ()


@given(st.lists(st.integers(1, 40), max_size=60))
def test_a_page_shows_what_it_has_room_for(sizes: list[int]) -> None:
    places = [place(f"lieu-{rank:02}") for rank in range(len(sizes))]
    actions = [
        action(f"a-{rank}-{number}", territoires=[f"lieu-{rank:02}"])
        for rank, size in enumerate(sizes)
        for number in range(size)
    ]

    parts = facets(make(actions, *places)).by_departement(actions)

    shown = [len(part.actions) for part in parts]
    assert [part.nombre for part in parts] == sizes
    assert sum(shown) <= 30
    assert not shown or all(shown) or not any(shown)
    # No part shows fewer than another, unless it has no more.
    assert all(part.reste == 0 or len(part.actions) == max(shown) for part in parts)
    if sum(sizes) <= 30:
        assert shown == sizes


def test_neighbours_are_those_that_share_most_actions() -> None:
    actions = [
        action("a", "bouger", "loger"),
        action("b", "bouger", "apprendre", "loger"),
        action("c", "apprendre"),
    ]
    found = facets(make(actions)).neighbours_of(THEMES["bouger"])
    assert [theme.slug for theme in found] == ["loger", "apprendre"]
    assert facets(make(actions[2:])).neighbours_of(THEMES["bouger"]) == []


def test_local_names_stand_by_departement_each_once() -> None:
    def path(name: str | None) -> list[dict[str, str | None]]:
        return [
            {"nature": "social", "libelle_local": name},
            {"nature": "professionnel", "libelle_local": "Autre"},
        ]

    actions = [
        action("a", territoires=["nord"], parcours=path("Parcours fictif")),
        action("b", territoires=["nord"], parcours=path("Parcours fictif")),
        action("c", territoires=["sud"], parcours=path(None)),
    ]
    catalogue = make(actions, place("nord"), place("sud"))

    found = facets(catalogue).local_names_of(Parcours(nature="social"))

    assert found == [(catalogue.territoires["nord"], ["Parcours fictif"])]


def test_a_theme_without_action_says_so_and_whom_to_call(templates: Path) -> None:
    tree = page(templates, make([]), "thematiques/bouger/")

    assert "Aucune action de ce thème" in tree.css_first(".cat-vide").text()
    assert links(tree)["Trouver le service à appeler près de chez vous"] == "../../contacts/"
    assert "filtres" not in tree.text()
    listed = page(templates, make([]), "thematiques/")
    assert [link.text() for link in listed.css(".cat-vide a")] == ["Bouger", "Apprendre", "Loger"]


def test_a_path_that_no_action_takes_has_no_page(templates: Path) -> None:
    catalogue = make([action("a", parcours="social")])

    urls = {page.url for page in plan_pages(catalogue, {}) if page.layout == "parcours"}

    assert urls == {"parcours/social/"}
    tree = page(templates, catalogue, "parcours/")
    assert [link.attributes["href"] for link in tree.css("h2 a")] == ["social/"]
    assert tree.text().count("Aucune action publiée") == 2


@pytest.mark.parametrize(
    ("url", "facet"),
    [("thematiques/bouger/", "thematique=bouger"), ("parcours/social/", "parcours=social")],
)
def test_a_page_of_many_actions_stays_light(templates: Path, url: str, facet: str) -> None:
    fields = {"territoires": ["nord"], "parcours": "social"}
    actions = [action(f"action-{rank:04}", "bouger", **fields) for rank in range(2_000)]
    actions += [action("seule", "bouger", parcours="social")]
    tree = page(templates, make(actions, place("nord")), url)

    assert len(tree.css(".cat-rangees > li")) == 30
    assert links(tree)["Voir les 1\u202f971\u00a0autres actions"] == (
        f"../../actions/?territoire=nord&{facet}"
    )
    assert links(tree)["Affiner avec des filtres"] == f"../../actions/?{facet}"
    assert len(tree.html or "") < 20_000


def test_a_theme_of_many_places_only_counts(templates: Path) -> None:
    places = [place(f"lieu-{rank:02}") for rank in range(40)]
    actions = [
        action(f"a-{lieu.slug}-{rank}", "bouger", territoires=[lieu.slug])
        for lieu in places
        for rank in range(3)
    ]
    tree = page(templates, make(actions, *places), "thematiques/bouger/")

    assert tree.css(".cat-rangees") == []
    assert len(tree.css(".cat-liens a")) == 40
    assert links(tree)["Lieu-00"] == "../../actions/?territoire=lieu-00&thematique=bouger"


def test_a_territoire_of_many_actions_sorts_them_by_theme(templates: Path) -> None:
    actions = [
        *(action(f"bouge-{rank:02}", "bouger", territoires=["nord"]) for rank in range(90)),
        action("loge", "loger", "bouger", territoires=["nord"]),
        action("autre", territoires=["nord"]),
    ]
    tree = page(templates, make(actions, place("nord")), "territoires/nord/")

    headings = [heading.text() for heading in tree.css(".cat-index h3")]
    assert headings == [
        "Bouger 91\u00a0actions",
        "Loger 1\u00a0action",
        "Autres actions 1\u00a0action",
    ]
    assert len(tree.css(".cat-index li")) == 60
    assert links(tree)["Voir les 33\u00a0autres actions"] == (
        "../../actions/?thematique=bouger&territoire=nord"
    )
    assert links(tree)["Affiner avec des filtres"] == "../../actions/?territoire=nord"


def test_a_territoire_of_few_actions_counts_its_themes(templates: Path) -> None:
    actions = [action("a", "bouger", "loger", territoires=["nord"])]
    tree = page(templates, make(actions, place("nord")), "territoires/nord/")

    assert "Bouger (1), Loger (1)" in tree.css_first(".cat-bref").text()
    assert tree.css_first(".cat-index") is None


@pytest.mark.parametrize(("count", "numbers"), [(1, 1), (2, 2), (3, 0)])
def test_those_who_answer_are_named_when_they_are_few(
    templates: Path, count: int, numbers: int
) -> None:
    contacts = {
        f"c-{rank}": Contact.model_validate(
            {
                "slug": f"c-{rank}",
                "fonction": f"Accueil {rank}",
                "telephone": "01 99 00 12 34",
                "territoires": ["val"],
            }
        )
        for rank in range(count)
    }
    places = (place("nord"), place("val", "nord"))
    catalogue = make([action("a", "bouger", territoires=["nord"])], *places, contacts=contacts)
    tree = page(templates, catalogue, "thematiques/bouger/")

    assert len(tree.css('.cat-contacts a[href^="tel:"]')) == numbers
    led = links(tree).get("Voir les 3\u00a0services à appeler")
    assert led == (None if numbers else "../../contacts/#nord")


def test_the_address_of_a_filtered_list() -> None:
    assert explorer(territoire="val", thematique="bouger") == (
        "actions/?territoire=val&thematique=bouger"
    )
