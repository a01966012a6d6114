"""What ``check_catalogue`` promises, beyond each rule."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from site_builder.checks import check_catalogue, references
from site_builder.loading import load_catalogue
from site_builder.problems import sort_problems
from tests.site_fictif import SITE

Factory = Callable[[Mapping[str, str]], Path]

ACTION = "nom: Action fictive\nresume: Une action.\ncontacts: [accueil]\n"
CONTACT = "fonction: Accueil\n"


def codes(folder: Path, today: date) -> list[str]:
    return [problem.code for problem in check_catalogue(load_catalogue(folder), today)]


def test_problems_of_loading_and_of_checks_come_together_in_order(
    catalogue_factory: Factory, today: date
) -> None:
    files = {"actions/b.yml": ACTION, "actions/a.yml": "nom: A\n", "contacts/c.yml": "fonction:\n"}
    loaded = load_catalogue(catalogue_factory({**SITE, **files}))

    problems = check_catalogue(loaded, today)

    assert [problem.code for problem in problems] == ["CAT-M001", "CAT-R101", "CAT-M001"]
    assert problems == sort_problems(problems)
    assert {problem.code for problem in loaded.problems} == {"CAT-M001"}


def test_a_record_that_was_refused_is_not_called_missing(
    catalogue_factory: Factory, today: date
) -> None:
    files = {"actions/a.yml": ACTION, "contacts/accueil.yml": "fonction: Accueil\ntel: non\n"}

    assert codes(catalogue_factory({**SITE, **files}), today) == ["CAT-M002"]


def test_nothing_is_called_unused_while_a_record_cannot_be_read(
    catalogue_factory: Factory, today: date
) -> None:
    files = {
        "actions/a.yml": ACTION,
        "contacts/accueil.yml": CONTACT,
        "contacts/autre.yml": "fonction: Secrétariat\n",
    }
    assert codes(catalogue_factory({**SITE, **files}), today) == ["CAT-R130"]

    files = {"actions/b.yml": "nom: Action refusée\n"}
    assert codes(catalogue_factory({**SITE, **files}), today) == ["CAT-M001"]


def test_what_a_used_record_lists_is_used(catalogue_factory: Factory, today: date) -> None:
    files = {
        "actions/a.yml": "nom: Action fictive\nresume: Une action.\nterritoires: [pas-de-calais]\n",
        "territoires/pas-de-calais.yml": 'nom: Pas-de-Calais\nnature: departement\ncode: "62"\n',
        "territoires/artois.yml": "nom: Artois\nnature: insertion\nparent: pas-de-calais\n",
        "contacts/artois.yml": CONTACT + "territoires: [artois]\nstructure: service\n",
        "structures/service.yml": "nom: Service fictif\nrattachement: siege\n",
        "structures/siege.yml": "nom: Siège fictif\n",
    }

    assert codes(catalogue_factory({**SITE, **files}), today) == []


def test_spelling_is_looked_for_a_limited_number_of_times(
    catalogue_factory: Factory, today: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    searches = 0
    search = references.nearest_folded

    def counted(wanted: str, candidates: list[str]) -> int | None:
        nonlocal searches
        searches += 1
        return search(wanted, candidates)

    monkeypatch.setattr(references, "nearest_folded", counted)
    wrong = ", ".join(f"acceuil-{rank % 1000}" for rank in range(1500))
    files = {
        "actions/a.yml": f"nom: A\nresume: Une action.\ncontacts: [{wrong}]\n",
        "contacts/accueil-1.yml": CONTACT,
    }

    problems = check_catalogue(load_catalogue(catalogue_factory({**SITE, **files})), today)

    dangling = [problem for problem in problems if problem.code == "CAT-R101"]
    assert len(dangling) == 1500
    assert searches == 200
    assert dangling[1].suggestion == dangling[1001].suggestion is not None
