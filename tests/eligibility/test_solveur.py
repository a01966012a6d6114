"""The decision procedure: proved against enumeration, bounded in time."""

from __future__ import annotations

from random import Random
from time import process_time
from typing import Any

import pytest
from hypothesis import given, note, settings
from hypothesis import strategies as st

from site_builder.eligibility.solveur import Solveur, in_order
from tests.eligibility.enumeration import (
    LIEUX,
    QUESTIONS,
    Drawing,
    every_person,
    make_condition,
    root_meaning,
)

PORT = {"question": "domicile", "egal": "62193"}
OUI, NON = {"question": "aide", "egal": "oui"}, {"question": "aide", "egal": "non"}


@settings(max_examples=3000)
@given(st.integers(0, 2**64))
def test_it_agrees_with_the_enumeration(seed: int) -> None:
    drawing = Drawing(Random(seed))
    publics = drawing.publics()
    tree = make_condition(drawing.tree(3, ["premier", "second", "sans-condition", "inconnu"]))
    note(f"{tree!r} {publics!r}")
    worth = root_meaning(tree, publics)
    found: set[bool] = set()
    for answers in every_person(tree, publics):
        found |= worth(answers)
        if len(found) == 2:
            break

    solveur = Solveur(QUESTIONS, publics, LIEUX)

    assert solveur.satisfiable(tree) == (True in found)
    assert solveur.falsifiable(tree) == (False in found)


def solve(tree: dict[str, Any], steps: int = 100_000) -> tuple[bool | None, bool | None]:
    solveur = Solveur(QUESTIONS, {}, LIEUX, steps)
    condition = make_condition(tree)
    return solveur.satisfiable(condition), solveur.falsifiable(condition)


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        ({"toutes": []}, (True, False)),
        ({"aucune": []}, (True, False)),
        ({"toutes": [OUI, NON]}, (False, True)),
        ({"une_de": [OUI, NON]}, (True, False)),
        ({"aucune": [OUI, NON]}, (False, True)),
        ({"toutes": [{**OUI, "nature": "prioritaire"}]}, (True, False)),
        ({"toutes": [OUI, {"appreciation": "Avis"}]}, (True, True)),
        ({"une_de": [OUI, {"appreciation": "Avis"}]}, (True, True)),
        ({"public_cible": "inconnu"}, (True, True)),
        ({"question": "inconnue", "egal": "oui"}, (True, True)),
        ({"question": "aide", "min": "3"}, (True, True)),
        ({"question": "age", "egal": "trois"}, (True, True)),
        ({"question": "age", "min": "7"}, (False, True)),
        ({"question": "age", "max": "6"}, (True, False)),
        ({"question": "age", "plus_de": "2", "moins_de": "3"}, (False, True)),
        ({"question": "age", "plus_de": "2,5", "moins_de": "3"}, (False, True)),
        ({"question": "age", "min": "2,5", "max": "3"}, (True, True)),
        ({"question": "age", "egal": "2,5"}, (False, True)),
        ({"question": "heures", "plus_de": "2", "moins_de": "3"}, (True, True)),
        ({"question": "heures", "egal": "2,5"}, (True, True)),
        ({"question": "soucis", "contient_toutes": ["aucun", "un"]}, (False, True)),
        ({"question": "soucis", "contient_toutes": ["aucune", "aucun"]}, (False, True)),
        ({"question": "soucis", "contient_un_de": ["aucun", "un"]}, (True, True)),
        # Nothing may be ticked at all.
        ({"aucune": [{"question": "soucis", "contient_un_de": ["aucun", "un"]}]}, (True, True)),
        ({"territoire": ["sans-commune"]}, (False, True)),
        # The only commune of « port ».
        ({"toutes": [{"territoire": ["port"]}, PORT]}, (True, True)),
        ({"toutes": [{"territoire": ["port"]}, {"aucune": [PORT]}]}, (False, True)),
    ],
)
def test_plain_cases(tree: dict[str, Any], expected: tuple[bool, bool]) -> None:
    assert solve(tree) == expected


def test_without_a_budget_nothing_is_said() -> None:
    other = {"question": "sorte", "egal": "un"}
    either = {"toutes": [{"une_de": [OUI, other]}, {"une_de": [NON, {"toutes": [OUI, other]}]}]}

    assert solve(either) == (True, True)
    assert solve(either, steps=1) == (None, None)


def test_publics_come_after_those_they_name_and_loops_are_left_out() -> None:
    def names(*slugs: str) -> Any:
        return make_condition({"toutes": [OUI, *({"public_cible": slug} for slug in slugs)]})

    publics = {
        "last": names("middle", "first"),
        "middle": names("first", "unknown", "empty"),
        "first": names(),
        "empty": None,
        "loop": names("pool"),
        "pool": names("loop"),
        "beside": names("pool"),
    }

    assert in_order(publics) == ["first", "middle", "last"]


def test_publics_that_double_at_each_step_stay_small() -> None:
    publics: dict[str, Any] = {
        "p0": make_condition({"une_de": [OUI, {"question": "age", "max": "2"}]})
    }
    for rank in range(1, 60):
        twice = [{"public_cible": f"p{rank - 1}"}] * 2
        group = {"toutes": [*twice, OUI]} if rank % 2 else {"une_de": [*twice, NON]}
        publics[f"p{rank}"] = make_condition(group)
    solveur = Solveur(QUESTIONS, publics, LIEUX)

    assert solveur.satisfiable(make_condition({"public_cible": "p59"}))


def test_publics_named_one_by_another_without_end_are_not_decided() -> None:
    publics: dict[str, Any] = {"p0": make_condition(OUI)}
    for rank in range(1, 3000):
        names = {"public_cible": f"p{rank - 1}"}
        inner = {"une_de": [names, {"question": "age", "egal": "1"}]}
        publics[f"p{rank}"] = make_condition({"toutes": [inner, {"question": "age", "min": "1"}]})

    start = process_time()
    solveur = Solveur(QUESTIONS, publics, LIEUX)

    assert solveur.satisfiable(make_condition({"public_cible": "p2999"})) is None
    assert process_time() - start < 10
