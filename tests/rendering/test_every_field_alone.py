"""Each optional field, alone, makes a sound page: no template counts on another field."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from site_builder.model.catalogue import Catalogue
from site_builder.model.champs import Fiche, Modele
from site_builder.model.kinds import kind_of
from site_builder.pages import FICHES, plan_pages
from site_builder.rendering.renderer import Renderer
from tests.rendering.structure_checks import assert_sound

TODAY = date(2025, 1, 20)
FULL = {
    "actions": "parcours-fictif",
    "publics_cibles": "allocataires",
    "structures": "association-fictive",
    "territoires": "haute-exemplie",
    "pages": "comprendre-le-parcours",
    "thematiques": "travailler",
}


def bare(model: Modele) -> Modele:
    """Return ``model`` with nothing but what it cannot do without."""
    fields = type(model).model_fields
    kept = {name: getattr(model, name) for name, field in fields.items() if field.is_required()}
    return type(model).model_construct(**kept)


def variants(value: Any) -> Iterator[Any]:
    """Yield ``value`` reduced in every way that keeps one optional field at most, at each level."""
    if isinstance(value, Modele):
        yield bare(value)
        for name, field in type(value).model_fields.items():
            for smaller in variants(getattr(value, name)):
                if not field.is_required() or isinstance(smaller, Modele | tuple):
                    yield bare(value).model_copy(update={name: smaller})
    elif isinstance(value, tuple):
        for item in value:
            for smaller in variants(item):
                yield (smaller,)
    else:
        yield value


@pytest.mark.parametrize("kind", [kind.name for kind in FICHES])
def test_a_record_with_one_optional_field_makes_a_sound_page(
    catalogue: Catalogue, templates: Path, kind: str
) -> None:
    full = catalogue.records(kind)[FULL[kind]]
    renderer = Renderer(catalogue, templates, TODAY)
    page = next(page for page in plan_pages(catalogue, {}) if page.record is full)
    tried: set[str] = set()
    for record in variants(full):
        if repr(record) in tried:
            continue
        tried.add(repr(record))
        assert isinstance(record, Fiche)
        assert kind_of(record).name == kind
        body = renderer.render(type(page)(page.url, page.titre, "", page.layout, record))
        assert_sound(body.html)
    assert len(tried) > len(type(full).model_fields) - 3


@pytest.mark.parametrize("kind", [kind.name for kind in FICHES])
def test_the_full_record_leaves_no_field_out(catalogue: Catalogue, kind: str) -> None:
    full = catalogue.records(kind)[FULL[kind]]
    empty = {name for name in type(full).model_fields if not getattr(full, name)}

    # A territoire has either a code of its own or a list of places, and a public has no state.
    assert empty <= {"code"}
