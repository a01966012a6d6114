"""The open data say what the catalogue says, and only what is published."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from site_builder.exports.open_data import describe_catalogue
from site_builder.loading import load_catalogue
from site_builder.model.commun import FicheSourcee
from site_builder.model.kinds import KINDS

CATALOGUE = Path(__file__).parents[1] / "checks" / "sound"
TODAY = date(2025, 6, 2)
Factory = Callable[[dict[str, str]], Path]


def exported(folder: Path) -> dict[str, Any]:
    loaded = load_catalogue(folder)
    assert loaded.problems == []
    data: dict[str, Any] = json.loads(describe_catalogue(loaded.catalogue.published(TODAY)))
    return data


def test_a_record_comes_with_its_address_and_its_typed_values(catalogue_factory: Factory) -> None:
    folder = catalogue_factory(
        {
            "actions/garage-fictif.yml": """
                nom: Garage fictif
                resume: Vous réparez votre voiture.
                date_maj: 2025-01-15
                financement:
                  - libelle: Place
                    montant: 80,5
                    unite: place
            """,
            "contacts/accueil.yml": """
                fonction: Accueil fictif
                telephone: 01 99 00 12 34
            """,
        }
    )
    data = exported(folder)
    assert data["licence"]["nom"] == "Licence Ouverte 2.0"
    assert data["actions"] == [
        {
            "slug": "garage-fictif",
            "url": "actions/garage-fictif/",
            "nom": "Garage fictif",
            "resume": "Vous réparez votre voiture.",
            "statut": "publie",
            "financement": [
                {
                    "libelle": "Place",
                    "montant": 80.5,
                    "unite": "place",
                    "parts": [],
                    "versements": [],
                }
            ],
            "date_maj": "2025-01-15",
        }
    ]
    assert data["contacts"] == [
        {"slug": "accueil", "fonction": "Accueil fictif", "telephone": "+33199001234"}
    ]


@pytest.mark.parametrize("line", ["statut: brouillon", "statut: archive", "publie_du: 2025-06-03"])
def test_what_is_not_published_is_not_exported(catalogue_factory: Factory, line: str) -> None:
    folder = catalogue_factory(
        {"actions/cachee.yml": f"nom: Action cachée\nresume: Rien.\n{line}\n"},
    )
    assert exported(folder)["actions"] == []


def test_profiles_stay_at_home(catalogue_factory: Factory) -> None:
    folder = catalogue_factory(
        {
            "actions/visible.yml": "nom: Action visible\nresume: Rien.\n",
            "profils/personne-fictive.yml": """
                nom: Personne fictive
                reponses:
                  age: 30
            """,
        }
    )
    assert "personne-fictive" not in json.dumps(exported(folder))


def test_a_record_is_published_as_its_model_says_it() -> None:
    loaded = load_catalogue(CATALOGUE)
    data = json.loads(describe_catalogue(loaded.catalogue))
    for name in KINDS.keys() - {"profils"}:
        records = loaded.catalogue.records(name).values()
        assert len(records) == len(data[name])
        for record, published in zip(records, data[name], strict=True):
            values = record.model_dump(mode="json", exclude_none=True)
            filled = {key: value for key, value in values.items() if value not in ([], {})}
            names = sorted(
                filled, key=lambda key: (key != "slug", key in FicheSourcee.model_fields)
            )
            published.pop("url", None)
            assert published == filled
            assert list(published) == names
