"""The relations of the catalogue: who names whom, directly or through a condition."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from site_builder.loading import load_catalogue
from site_builder.model.catalogue import Catalogue
from site_builder.model.parcours import Parcours

Factory = Callable[[dict[str, str]], Path]


@pytest.fixture
def catalogue(catalogue_factory: Factory) -> Catalogue:
    folder = catalogue_factory(
        {
            "actions/atelier.yml": """
                nom: Atelier fictif
                resume: Vous bricolez.
                publics_cibles: [jeunes]
                territoires: [artois]
                thematiques: [mobilite--preparer-un-permis, mobilite--acceder-a-un-vehicule]
                parcours:
                  - {nature: social, libelle_local: Parcours fictif}
                  - {nature: social, libelle_local: Autre parcours fictif}
                contacts: [accueil]
                structures:
                  - {structure: association, role: porteur}
                  - {structure: association, role: financeur}
                eligibilite:
                  beneficiaire:
                    toutes:
                      - public_cible: allocataires
                      - aucune:
                          - public_cible: salaries
            """,
            "actions/brouillon.yml": "nom: Brouillon\nresume: Rien.\nstatut: brouillon\n",
            "actions/suspendue.yml": "nom: Suspendue\nresume: Rien.\nstatut: suspendu\n",
            "publics_cibles/jeunes.yml": "nom: Jeunes\n",
            "publics_cibles/allocataires.yml": "nom: Allocataires\n",
            "publics_cibles/salaries.yml": "nom: Salariés\n",
            "structures/association.yml": "nom: Association Fictive\n",
            "structures/service.yml": "nom: Service\nrattachement: association\n",
            "contacts/accueil.yml": "fonction: Accueil\nstructure: association\n",
            "contacts/bureau.yml": "fonction: Bureau\nterritoires: [ville, artois]\n",
            "thematiques.yml": """
                bouger:
                  nom: Bouger
                  data_inclusion:
                    [mobilite--preparer-un-permis, mobilite--acceder-a-un-vehicule]
                apprendre: {nom: Apprendre, data_inclusion: se-former--trouver-sa-formation}
            """,
            "territoires/nord.yml": "nom: Nord fictif\nnature: insertion\n",
            "territoires/artois.yml": "nom: Artois fictif\nnature: insertion\nparent: nord\n",
            "territoires/ville.yml": "nom: Ville fictive\nnature: insertion\nparent: artois\n",
        }
    )
    loaded = load_catalogue(folder)
    assert loaded.problems == []
    return loaded.catalogue


def slugs(records: object) -> list[str]:
    assert isinstance(records, tuple)
    return [record.slug for record in records]


def test_a_public_finds_the_actions_that_name_it_or_ask_for_it(catalogue: Catalogue) -> None:
    publics = catalogue.publics_cibles
    assert slugs(catalogue.actions_of(publics["jeunes"])) == ["atelier"]
    assert slugs(catalogue.actions_of(publics["allocataires"])) == ["atelier"]
    assert slugs(catalogue.actions_of(publics["salaries"])) == []


def test_a_structure_is_listed_once_with_all_its_roles(catalogue: Catalogue) -> None:
    action, association = catalogue.actions["atelier"], catalogue.structures["association"]
    assert slugs(catalogue.structures_of(action)) == ["association"]
    assert slugs(catalogue.structures_of(action, "pilote")) == []
    assert catalogue.roles_of(association, action) == ("porteur", "financeur")
    assert slugs(catalogue.services_of(association)) == ["service"]
    assert slugs(catalogue.contacts_of(association)) == ["accueil"]


def test_a_place_gets_the_actions_of_the_places_above_and_within_it(catalogue: Catalogue) -> None:
    places = catalogue.territoires
    assert slugs(catalogue.actions_of(places["artois"])) == ["atelier"]
    assert slugs(catalogue.actions_of(places["ville"])) == ["atelier"]
    assert slugs(catalogue.actions_of(places["nord"])) == ["atelier"]
    assert slugs(catalogue.ancestors_of(places["ville"])) == ["artois", "nord"]
    assert catalogue.covers(places["nord"], places["ville"])
    assert not catalogue.covers(places["ville"], places["nord"])


def test_a_loop_of_parents_ends(catalogue_factory: Factory) -> None:
    folder = catalogue_factory(
        {
            "territoires/un.yml": "nom: Un\nnature: insertion\nparent: deux\n",
            "territoires/deux.yml": "nom: Deux\nnature: insertion\nparent: un\n",
        }
    )
    territoires = load_catalogue(folder).catalogue.territoires
    catalogue = Catalogue(territoires=territoires)
    assert slugs(catalogue.ancestors_of(territoires["un"])) == ["deux"]
    assert slugs(catalogue.actions_of(territoires["un"])) == []


def test_the_public_sees_neither_drafts_nor_what_is_to_come(catalogue: Catalogue) -> None:
    published = catalogue.published(date(2025, 6, 2))
    assert list(published.actions) == ["atelier", "suspendue"]


def test_a_theme_gathers_the_actions_of_its_values_each_once(catalogue: Catalogue) -> None:
    themes = catalogue.thematiques
    assert slugs(catalogue.actions_of(themes["bouger"])) == ["atelier"]
    assert slugs(catalogue.actions_of(themes["apprendre"])) == []


def test_a_path_gathers_its_actions_whatever_it_is_called(catalogue: Catalogue) -> None:
    assert slugs(catalogue.actions_of(Parcours(nature="social"))) == ["atelier"]
    named = Parcours(nature="social", libelle_local="Ailleurs")
    assert slugs(catalogue.actions_of(named)) == ["atelier"]
    assert slugs(catalogue.actions_of(Parcours(nature="professionnel"))) == []


def test_the_contacts_of_all_that_stands_in_a_place(catalogue: Catalogue) -> None:
    places = catalogue.territoires
    assert slugs(catalogue.contacts_within(places["nord"])) == ["bureau"]
    assert slugs(catalogue.contacts_within(places["artois"])) == []


def test_relations_are_indexed_at_once_for_all_processes(catalogue: Catalogue) -> None:
    catalogue.index()
    indexed = set(vars(catalogue))
    jeunes, nord = catalogue.publics_cibles["jeunes"], catalogue.territoires["nord"]
    assert slugs(catalogue.actions_of(jeunes)) == ["atelier"]
    assert slugs(catalogue.contacts_within(nord)) == ["bureau"]
    assert catalogue.actions_of(Parcours(nature="social"))
    assert set(vars(catalogue)) == indexed
