"""Profiles are replayed on their day, and only with rules that could be read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from site_builder.checks import check_catalogue
from site_builder.loading import load_catalogue

Factory = Callable[[dict[str, str]], Path]

FILES = {
    "questions.yml": """
        age:
          libelle:
            beneficiaire: Quel âge avez-vous ?
          type: nombre
        """,
    "publics_cibles/jeunes.yml": """
        nom: Jeunes
        conditions:
          question: age
          max: 25
        """,
    "actions/atelier.yml": """
        nom: Atelier
        resume: Un atelier fictif.
        publie_jusqu_au: 2025-12-31
        eligibilite:
          beneficiaire:
            public_cible: jeunes
        """,
    "profils/jeune.yml": """
        nom: Jeune de 20 ans
        reponses:
          age: 20
        attendus:
          atelier: oui
        """,
}


def codes(folder: Path, today: date) -> set[str]:
    problems = check_catalogue(load_catalogue(folder), today)
    return {problem.code for problem in problems if problem.code in ("CAT-E530", "CAT-E531")}


@pytest.mark.parametrize(
    ("today", "found"), [(date(2025, 12, 31), set()), (date(2026, 1, 1), {"CAT-E530"})]
)
def test_without_a_date_a_profile_is_evaluated_today(
    catalogue_factory: Factory, today: date, found: set[str]
) -> None:
    assert codes(catalogue_factory(FILES), today) == found


def test_a_date_is_kept_to(catalogue_factory: Factory) -> None:
    profil = FILES["profils/jeune.yml"].replace("reponses:", "date: 2025-06-02\n        reponses:")
    folder = catalogue_factory({**FILES, "profils/jeune.yml": profil})
    assert load_catalogue(folder).problems == []
    assert codes(folder, date(2026, 1, 1)) == set()


@pytest.mark.parametrize(
    "changed",
    [
        {"publics_cibles/jeunes.yml": "nom: Jeunes\ninconnu: oui\n"},
        {"questions.yml": "age:\n  libelle: {}\n  type: nombre\n"},
        {"profils/jeune.yml": FILES["profils/jeune.yml"].replace("age: 20", "age: vingt")},
        {"profils/jeune.yml": FILES["profils/jeune.yml"].replace("atelier: oui", "absente: oui")},
        {"actions/atelier.yml": "nom: Atelier\n"},
    ],
)
def test_what_could_not_be_read_is_not_replayed(
    catalogue_factory: Factory, changed: dict[str, str]
) -> None:
    folder = catalogue_factory({**FILES, **changed})
    assert codes(folder, date(2026, 1, 1)) == set()


@pytest.mark.parametrize(
    ("today", "changed", "found"),
    [
        ("2025-12-31", {}, 1),
        ("2026-01-01", {}, 0),
        (
            "2025-06-02",
            {"profils/jeune.yml": ("reponses:", "date: 2025-06-02\n        reponses:")},
            0,
        ),
        ("2025-06-02", {"actions/atelier.yml": ("publie_jusqu_au: 2025-12-31", "")}, 0),
        ("2025-06-02", {"actions/atelier.yml": ("nom:", "statut: brouillon\n        nom:")}, 0),
        (
            "2025-06-02",
            {
                "actions/atelier.yml": (
                    "publie_jusqu_au: 2025-12-31",
                    "appel_a_projets: {convention: {fin: 2025-12-31}}",
                )
            },
            1,
        ),
    ],
)
def test_a_result_that_a_day_to_come_may_change_wants_a_date(
    catalogue_factory: Factory, today: str, changed: dict[str, tuple[str, str]], found: int
) -> None:
    files = {path: FILES[path].replace(*words) for path, words in changed.items()}
    loaded = load_catalogue(catalogue_factory({**FILES, **files}))
    assert loaded.problems == []
    problems = check_catalogue(loaded, date.fromisoformat(today))
    told = [problem.place for problem in problems if problem.code == "CAT-E532"]
    assert [(place.file, place.line) for place in told] == [("profils/jeune.yml", 5)] * found


def test_a_draft_answers_no(catalogue_factory: Factory) -> None:
    action = FILES["actions/atelier.yml"].replace("nom:", "statut: brouillon\n        nom:")
    folder = catalogue_factory({**FILES, "actions/atelier.yml": action})
    assert codes(folder, date(2025, 6, 2)) == {"CAT-E530"}
