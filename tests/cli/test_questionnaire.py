"""``catalogue questionnaire``: how many questions each profile is asked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import ERROR
from tests.site_fictif import SOUND

Catalogue = Any
CatalogueFactory = Any

PROFIL = "nom: Profil fictif {}\nlecteur: {}\nreponses:\n  {}\nattendus:\n  atelier-mobilite: {}\n"
FILES = {
    **SOUND,
    "questions.yml": """
        rsa:
          libelle:
            beneficiaire: Recevez-vous le RSA ?
          type: oui-non
        permis:
          libelle:
            beneficiaire: Avez-vous le permis ?
            porteur: Proposez-vous le permis ?
          type: oui-non
        """,
    "glossaire.yml": "rsa:\n  forme: RSA\n  developpe: revenu de solidarité active\n",
    "actions/atelier-mobilite.yml": """
        nom: Atelier mobilité
        resume: Vous apprenez à vous déplacer.
        contacts: accueil
        eligibilite:
          beneficiaire:
            toutes:
              - question: rsa
                egal: oui
              - question: permis
                egal: non
          porteur:
            question: permis
            egal: oui
        """,
    "profils/sans-rsa.yml": PROFIL.format(1, "beneficiaire", "rsa: non", "non"),
    "profils/sans-permis.yml": PROFIL.format(2, "beneficiaire", "rsa: oui\n  permis: non", "oui"),
    "profils/structure.yml": PROFIL.format(3, "porteur", "permis: oui", "oui"),
}


@pytest.fixture
def folder(catalogue_factory: CatalogueFactory) -> Path:
    found: Path = catalogue_factory(FILES)
    return found


def test_counts_are_given_by_reader_with_their_median(catalogue: Catalogue, folder: Path) -> None:
    run = catalogue("questionnaire", folder)
    assert (run.code, run.err) == (0, "")
    assert run.out.splitlines() == [
        "Bénéficiaire",
        "   2  sans-permis",
        "   1  sans-rsa",
        "  médiane 1,5, maximum 2, pour 2\u00a0profils",
        "",
        "Porteur",
        "   1  structure",
        "  médiane 1, maximum 1, pour 1\u00a0profil",
    ]


def test_json_names_the_questions(catalogue: Catalogue, folder: Path) -> None:
    run = catalogue("questionnaire", folder, "--format", "json")
    assert json.loads(run.out) == {
        "beneficiaire": {
            "mediane": 1.5,
            "maximum": 2,
            "profils": {"sans-permis": ["rsa", "permis"], "sans-rsa": ["rsa"]},
        },
        "porteur": {"mediane": 1, "maximum": 1, "profils": {"structure": ["permis"]}},
    }


def test_without_profiles_it_says_so(catalogue: Catalogue, sound: Path) -> None:
    run = catalogue("questionnaire", sound)
    assert (run.code, run.out) == (0, "Ce catalogue n’a pas de profils.\n")
    assert json.loads(catalogue("questionnaire", sound, "--format", "json").out) == {}


def test_a_faulty_catalogue_is_not_measured(
    catalogue: Catalogue, catalogue_factory: CatalogueFactory
) -> None:
    run = catalogue("questionnaire", catalogue_factory(ERROR))
    assert (run.code, run.out) == (1, "")
    assert "erreur[CAT-R101]" in run.err
