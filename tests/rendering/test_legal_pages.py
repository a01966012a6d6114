"""The pages about the site itself: what they say follows from site.yml, and is never invented."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from site_builder.model.catalogue import Catalogue
from site_builder.model.site import Site
from site_builder.pages import LISTES
from site_builder.rendering.renderer import Renderer
from tests.rendering.structure_checks import assert_sound, parse
from tests.rendering.test_every_field_alone import variants

TODAY = date(2025, 1, 20)
URLS = [liste.url for liste in LISTES if liste.a_propos]
AUDIT = {"date": "2024-11-04", "auditeur": "Cabinet Fictif", "taux": "100"}


def render(templates: Path, site: Site, url: str, today: date = TODAY) -> str:
    page = next(liste for liste in LISTES if liste.url == url)
    return Renderer(Catalogue(site=site), templates, today).render(page).html


def words(html: str) -> str:
    return " ".join(parse(html).body.text(separator=" ").split())  # type: ignore[union-attr]


def site_with(**accessibilite: Any) -> Site:
    return Site.model_validate({"accessibilite": accessibilite})


def test_a_site_without_any_data_says_what_is_missing(templates: Path) -> None:
    texts = {url: words(render(templates, Site(), url)) for url in URLS}

    assert {url for url, text in texts.items() if "À compléter" in text} == {
        "accessibilite/",
        "mentions-legales/",
        "confidentialite/",
        "contact/",
    }


def test_each_page_is_sound_whatever_is_known_of_the_site(
    templates: Path, catalogue: Catalogue
) -> None:
    for site in variants(catalogue.site):
        for url in URLS:
            assert_sound(render(templates, site, url))


@pytest.mark.parametrize(
    ("accessibilite", "today", "conformite"),
    [
        ({}, TODAY, "non conforme"),
        ({"etat": "totalement conforme"}, TODAY, "non conforme"),
        ({"audit": AUDIT}, TODAY, "totalement conforme"),
        ({"audit": {**AUDIT, "taux": "99,9"}}, TODAY, "partiellement conforme"),
        ({"audit": {**AUDIT, "taux": "50"}}, TODAY, "partiellement conforme"),
        ({"audit": {**AUDIT, "taux": "49,9"}}, TODAY, "non conforme"),
        ({"audit": AUDIT}, date(2027, 11, 4), "totalement conforme"),
        ({"audit": AUDIT}, date(2027, 11, 5), "non conforme"),
        ({"audit": AUDIT}, date(2024, 11, 3), "non conforme"),
        ({"audit": {**AUDIT, "date": "2024-02-29"}}, date(2027, 3, 1), "non conforme"),
    ],
)
def test_conformity_follows_from_a_current_audit_alone(
    templates: Path, accessibilite: dict[str, Any], today: date, conformite: str
) -> None:
    site = site_with(**accessibilite)
    mention = f"Accessibilité : {conformite}"

    assert mention in words(render(templates, site, "accessibilite/", today))


def test_the_statement_has_the_parts_of_the_official_model(templates: Path) -> None:
    for site in (Site(), site_with(audit=AUDIT)):
        tree = parse(render(templates, site, "accessibilite/"))
        assert [node.text() for node in tree.css("h2")] == [
            "État de conformité",
            "Résultats des tests",
            "Contenus non accessibles",
            "Établissement de cette déclaration",
            "Retour d’information et contact",
            "Voies de recours",
        ]


def test_an_old_audit_is_no_longer_a_proof(templates: Path) -> None:
    text = words(render(templates, site_with(audit=AUDIT), "accessibilite/", date(2028, 1, 1)))

    assert "son dernier audit a plus de trois ans" in text


def test_the_publisher_answers_when_no_service_is_named(templates: Path) -> None:
    site = Site.model_validate(
        {"editeur": {"nom": "Département Fictif", "courriel": "catalogue@exemple.fr"}}
    )

    tree = parse(render(templates, site, "contact/"))

    assert tree.css_first('a[href="mailto:catalogue@exemple.fr"]') is not None
    assert "Département Fictif" in words(render(templates, site, "contact/"))


def test_the_map_leads_to_every_list_but_itself(templates: Path) -> None:
    tree = parse(render(templates, Site(), "plan-du-site/"))

    found = {(node.attributes["href"] or "").removeprefix("../") for node in tree.css("a")}
    assert found == {liste.url for liste in LISTES} - {"plan-du-site/"}
