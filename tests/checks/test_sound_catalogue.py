"""The sound catalogue uses everything the format has, and gets no remark."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from pydantic import BaseModel

from site_builder.checks import check_catalogue
from site_builder.loading import load_catalogue
from site_builder.messages import format_text
from site_builder.model.catalogue import Catalogue
from site_builder.model.kinds import KINDS, SITE
from site_builder.model.reference import models_in, prose, references, words

EMPTY = (None, (), {})


def test_it_has_no_problem(sound: Path, today: date) -> None:
    loaded = load_catalogue(sound)

    problems = check_catalogue(loaded, today)

    assert problems == [], format_text(problems, loaded.source, colour=False)


def test_it_uses_every_field(sound: Path) -> None:
    catalogue = load_catalogue(sound).catalogue

    used = {name for record in records(catalogue) for name in filled(record)}

    assert declared() - used == set()


def test_what_records_say_and_name_is_the_same_with_paths_and_without(sound: Path) -> None:
    for record in records(load_catalogue(sound).catalogue):
        found = words(record)
        texts = [(mark.riche, text) for _, mark, text in prose(record)]

        assert found.plain == [text for riche, text in texts if not riche]
        assert found.rich == [text for riche, text in texts if riche]
        assert found.named == [(mark.kind, slug) for _, mark, slug in references(record)]


def records(catalogue: Catalogue) -> Iterator[BaseModel]:
    yield catalogue.site
    for name in KINDS:
        yield from catalogue.records(name).values()


def filled(value: object) -> Iterator[str]:
    """Yield « Model.field » for each field that holds something, all the way down."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            inner = getattr(value, name)
            if inner not in EMPTY:
                yield f"{type(value).__name__}.{name}"
                yield from filled(inner)
    elif isinstance(value, tuple):
        for item in value:
            yield from filled(item)


def declared() -> set[str]:
    """Return « Model.field » for each field that the format declares."""
    names: set[str] = set()
    waiting: list[type[BaseModel]] = [kind.model for kind in (*KINDS.values(), SITE)]
    done: set[type[BaseModel]] = set()
    while waiting:
        model = waiting.pop()
        if model not in done:
            done.add(model)
            names |= {f"{model.__name__}.{name}" for name in model.model_fields}
            waiting += [
                inner
                for field in model.model_fields.values()
                for inner in models_in(field.annotation)
            ]
    return names
