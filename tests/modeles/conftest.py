"""Every model of the format, from the table of kinds down to the smallest part."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pydantic.fields import FieldInfo

from site_builder.model.champs import Modele
from site_builder.model.kinds import KINDS, SITE
from site_builder.model.reference import models_in


def every_model() -> list[type[Modele]]:
    models: dict[type[Modele], None] = {}
    waiting = [kind.model for kind in (*KINDS.values(), SITE)]
    while waiting:
        model = waiting.pop(0)
        if model not in models:
            models[model] = None
            for field in model.model_fields.values():
                waiting += models_in(field.annotation)
    return list(models)


def every_field() -> Iterator[tuple[str, FieldInfo]]:
    """Yield (« Model.field », field) for each field that an editor writes."""
    for model in every_model():
        for name, field in model.model_fields.items():
            if name != "slug":
                yield f"{model.__name__}.{name}", field


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give a test that asks for ``field`` each field in turn."""
    if "field" in metafunc.fixturenames:
        fields = dict(every_field())
        metafunc.parametrize("field", fields.values(), ids=fields)
