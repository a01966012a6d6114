"""Whatever conditions say, reading them ends, soon, and points into their file."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from datetime import date
from itertools import combinations
from pathlib import Path
from random import Random
from time import process_time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.checks.regles import check_regles
from site_builder.checks.review import Review
from site_builder.loading import load_catalogue
from site_builder.problems import Problem
from tests.eligibility.enumeration import QUESTIONS, Drawing


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("random") / "catalogue"


def write(folder: Path, questions: object, rules: Mapping[str, object]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "publics_cibles").mkdir(parents=True)
    (folder / "questions.yml").write_text(json.dumps(questions), encoding="utf-8")
    for slug, rule in rules.items():
        text = json.dumps({"nom": "Public fictif", "conditions": rule}, indent=1)
        (folder / "publics_cibles" / f"{slug}.yml").write_text(text, encoding="utf-8")


def lint_folder(folder: Path) -> list[Problem]:
    loaded = load_catalogue(folder)
    assert loaded.problems == []
    return list(check_regles(Review.of(loaded, date(2026, 1, 15))))


@settings(max_examples=100)
@given(st.integers(0, 2**64))
def test_random_catalogues_are_read_without_a_fault(folder: Path, seed: int) -> None:
    drawing = Drawing(Random(seed))
    asked = {
        slug: question.model_dump(mode="json", exclude_defaults=True, exclude={"slug"})
        for slug, question in QUESTIONS.items()
    }
    publics = ["premier", "second", "inconnu"]
    rules = {slug: drawing.tree(3, publics) for slug in ("premier", "second", "troisieme")}
    write(folder, asked, rules)

    problems = lint_folder(folder)

    places = [(problem.code, problem.place) for problem in problems]
    assert len(set(places)) == len(places)
    for problem in problems:
        lines = (folder / problem.place.file).read_text(encoding="utf-8").splitlines()
        assert problem.value.strip('"') in lines[problem.place.line - 1]


def oui(rank: int) -> dict[str, Any]:
    return {"question": f"q{rank}", "egal": "oui"}


def non(rank: int) -> dict[str, Any]:
    return {"question": f"q{rank}", "egal": "non"}


def three_at_a_time(chance: Random) -> dict[str, Any]:
    def one() -> dict[str, Any]:
        return chance.choice((oui, non))(chance.randrange(60))

    return {"toutes": [{"une_de": [one(), one(), one()]} for _ in range(250)]}


def pigeons() -> dict[str, Any]:
    """Return a condition that takes ages to refute: eight pigeons in seven holes."""
    homes: list[Any] = [
        {"une_de": [oui(7 * bird + hole) for hole in range(7)]} for bird in range(8)
    ]
    for hole in range(7):
        for one, two in combinations(range(8), 2):
            homes.append({"aucune": [{"toutes": [oui(7 * one + hole), oui(7 * two + hole)]}]})
    return {"toutes": homes}


HEAVY = {
    "random clauses": three_at_a_time(Random(1)),
    "pigeons": pigeons(),
    "a long chain": {
        "toutes": [*({"une_de": [non(n), oui(n + 1)]} for n in range(299, -1, -1)), oui(0)]
    },
    "a chain that ends badly": {
        "toutes": [*({"une_de": [non(n), oui(n + 1)]} for n in range(300)), oui(0), non(300)]
    },
    "a far contradiction": {"toutes": [oui(0), *map(oui, range(1, 320)), non(0)]},
    "the same again and again": {"toutes": [{"une_de": [oui(0), non(1)]}] * 300},
}


@pytest.mark.parametrize("rule", HEAVY.values(), ids=HEAVY)
def test_a_heavy_file_is_read_in_little_time(folder: Path, rule: object) -> None:
    asked = {"libelle": {"beneficiaire": "Une question ?"}, "type": "oui-non"}
    write(folder, {f"q{rank}": asked for rank in range(320)}, {"exemple": rule})
    loaded = load_catalogue(folder)
    assert loaded.problems == []
    review = Review.of(loaded, date(2026, 1, 15))

    start = process_time()
    list(check_regles(review))

    # A tenth of that is usual; an unbounded search takes minutes.
    assert process_time() - start < 2
