"""The queries of the evaluation name records that exist, each query once."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from site_builder.loading import load_catalogue
from site_builder.vocabulary.closed_values import PARCOURS

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
FILES = {"requetes.yml": 140, "requetes_tenues.yml": 60}


def queries(name: str) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
    return loaded


@pytest.fixture(scope="module")
def records() -> set[str]:
    catalogue = load_catalogue(ROOT / "catalogue").catalogue
    kinds = ("actions", "structures", "contacts", "publics_cibles", "territoires", "pages")
    tables = ("glossaire", "thematiques")
    named = {f"{kind}/{slug}" for kind in (*kinds, *tables) for slug in catalogue.records(kind)}
    return named | {f"parcours/{path.value}" for path in PARCOURS}


@pytest.mark.parametrize(("name", "fewest"), FILES.items())
def test_there_are_enough_of_them(name: str, fewest: int) -> None:
    assert len(queries(name)) >= fewest


@pytest.mark.parametrize("name", FILES)
def test_expected_records_exist(name: str, records: set[str]) -> None:
    for query in queries(name):
        assert query.keys() == {"requete", "attendus", "note"}, query
        assert query["attendus"], query
        assert set(query["attendus"]) <= records, query["requete"]


def test_queries_are_all_different() -> None:
    every = Counter(query["requete"].casefold() for name in FILES for query in queries(name))
    assert [text for text, times in every.items() if times > 1] == []


@pytest.mark.parametrize("name", FILES)
def test_a_fair_part_has_a_slip_of_the_keyboard(name: str) -> None:
    slips = [query for query in queries(name) if query["note"].startswith("faute")]
    assert 0.15 <= len(slips) / len(queries(name)) <= 0.25
