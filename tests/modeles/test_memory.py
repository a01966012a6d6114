"""Thousands of parts have the same fields: their names are in memory once."""

from __future__ import annotations

import pickle
from sys import getsizeof

import pytest

from site_builder.model.modele import Modele
from site_builder.model.prescription import Prescription
from site_builder.model.structure import Structure

_PARTS = [
    Prescription(modalites="Fiche fictive."),
    Structure(slug="structure-fictive", nom="Structure fictive"),
]


@pytest.mark.parametrize("part", _PARTS, ids=lambda part: type(part).__name__)
def test_parts_share_the_names_of_their_fields(part: Modele) -> None:
    for one in (part, pickle.loads(pickle.dumps(part))):  # noqa: S301
        values = vars(one)
        assert list(values) == list(type(one).model_fields)
        assert getsizeof(values) < 0.7 * getsizeof(dict(values.items()))
        assert one == part


def test_a_part_that_lacks_values_stays_as_it_was() -> None:
    part = Prescription.__new__(Prescription)
    part.__setstate__({"modalites": "Fiche fictive."})
    assert vars(part) == {"modalites": "Fiche fictive."}
