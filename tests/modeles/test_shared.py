"""Parts that are written the same are one object; what is written otherwise is another one."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from site_builder.model.condition import Toutes
from site_builder.model.financement import Financement


def conditions(*written: dict[str, Any]) -> tuple[Any, ...]:
    return Toutes.model_validate({"toutes": [*written]}).toutes


@pytest.mark.parametrize(
    "leaf",
    [
        {"question": "age", "min": "18"},
        {"question": "situation", "parmi": ["seul", "couple"]},
        {"public_cible": "jeunes"},
        {"territoire": ["isere", "drome"], "nature": "prioritaire"},
    ],
)
def test_conditions_that_are_written_the_same_are_one(leaf: dict[str, Any]) -> None:
    first, second = conditions(leaf, dict(leaf))
    (third,) = conditions(leaf)
    assert first is second is third
    assert list(first.__dict__) == list(type(first).model_fields)


def test_conditions_that_differ_are_not() -> None:
    leaf = {"question": "age", "min": "18"}
    one, *others = conditions(
        leaf,
        {**leaf, "question": "annees"},
        {**leaf, "max": "25"},
        {"question": "age", "max": "18"},
        {"question": "age", "parmi": ["18"]},
        {"question": "age", "egal": "18"},
    )
    assert one not in others
    assert len({repr(other) for other in others}) == len(others)


def test_what_is_refused_is_refused_each_time() -> None:
    wrong = {"question": "age", "min": "beaucoup"}
    for _ in range(2):
        with pytest.raises(ValidationError) as refused:
            conditions({"question": "age", "min": "18"}, wrong)
        (detail,) = refused.value.errors()
        assert detail["loc"] == ("toutes", 1, "@question", "min")


def test_parts_that_hold_parts_are_read_as_they_are_written() -> None:
    parts = [
        {"libelle": "Part", "pourcentage": "50", "parts": [{"libelle": name, "pourcentage": "50"}]}
        for name in ("Présence", "Résultats")
    ]
    funding = Financement.model_validate({"libelle": "Place", "parts": parts})
    assert [part.parts[0].libelle for part in funding.parts] == ["Présence", "Résultats"]
