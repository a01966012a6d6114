"""Scales: what intervals are made of, and what lies between them."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from site_builder.eligibility.echelles import Echelle

_BOUNDS = st.sets(st.decimals(-3, 12, places=1), max_size=6)


@given(_BOUNDS, st.booleans(), st.integers(0))
def test_the_intervals_of_a_scale_give_back_what_they_are_made_of(
    bounds: set[Decimal], entiers: bool, mask: int
) -> None:
    scale = Echelle.of("age", bounds, (Decimal(0), Decimal(9)), entiers=entiers)
    mask &= scale.variable.plein

    runs = list(scale.runs(mask))
    holes = list(scale.holes(mask))

    assert sum(run.masque for run in runs) == mask
    assert all(run.bas <= run.haut for run in runs)
    assert [before.haut for before, _, _ in holes] == [run.haut for run in runs[:-1]]
    for before, hole, after in holes:
        assert before.haut <= hole.bas <= hole.haut <= after.bas
        assert hole.masque & mask == 0 != hole.masque


@given(_BOUNDS)
def test_every_class_of_whole_numbers_holds_one_and_every_whole_number_has_its_class(
    bounds: set[Decimal],
) -> None:
    scale = Echelle.of("age", bounds, (Decimal(0), Decimal(9)), entiers=True)
    classes = [1 << bit for bit in range(scale.variable.plein.bit_length())]
    held = [run for one in classes if one & scale.variable.plein for run in scale.runs(one)]

    assert all(run.bas % 1 == 0 == run.haut % 1 for run in held)
    assert [n for run in held for n in range(int(run.bas), int(run.haut) + 1)] == list(range(10))


def test_a_bound_with_decimals_is_rounded_inwards() -> None:
    bounds = {Decimal("17.5"), Decimal("25.5")}
    scale = Echelle.of("age", bounds, entiers=True)
    between = scale.from_(scale.bit(Decimal("17.5"))) & scale.up_to(scale.bit(Decimal("25.5")))

    assert [(run.bas, run.haut) for run in scale.runs(between)] == [(18, 25)]
