"""What a record refers to and says, read from the marks on its fields.

The walk is planned once a model, so that a record costs one pass over the fields that
matter; checks and exports use it instead of naming every field of every kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from site_builder.model.champs import Ferme, Modele, Prose, Reference

Path = tuple[str | int, ...]
M = TypeVar("M", Reference, Prose, Ferme)


def references(record: BaseModel) -> Iterator[tuple[Path, Reference, str]]:
    """Yield (path, mark, slug) for each reference that ``record`` makes."""
    return iter(_marked(record, Reference))


def prose(record: BaseModel) -> Iterator[tuple[Path, Prose, str]]:
    """Yield (path, mark, text) for each text of ``record`` that the public reads."""
    return iter(_marked(record, Prose))


def _marked(record: BaseModel, wanted: type[M]) -> list[tuple[Path, M, str]]:
    # One list filled on the way down: generators would pass each value up level by level.
    found: list[tuple[Path, M, str]] = []
    _visit(record, wanted, (), found)
    return found


def _visit(
    record: BaseModel, wanted: type[M], path: Path, found: list[tuple[Path, M, str]]
) -> None:
    model = type(record)
    plan = _PLANS.get((model, wanted))
    if plan is None:
        plan = _PLANS[model, wanted] = tuple(_plan(model, wanted))
    values = record.__dict__
    for name, mark in plan:
        # Most fields of most records are absent, or empty lists.
        if value := values[name]:
            _spread(value, mark, wanted, (*path, name), found)


def _spread(
    value: Any, mark: M | None, wanted: type[M], path: Path, found: list[tuple[Path, M, str]]
) -> None:
    if isinstance(value, str):
        if mark is not None:
            found.append((path, mark, value))
    elif isinstance(value, tuple):
        for rank, item in enumerate(value):
            _spread(item, mark, wanted, (*path, rank), found)
    elif isinstance(value, BaseModel):
        _visit(value, wanted, path, found)


# A model is planned once; mypy knows no hash of a class of dataclasses, hence no functools.
_PLANS: dict[tuple[type[BaseModel], type[Any]], tuple[tuple[str, Any], ...]] = {}


def _plan(model: type[BaseModel], wanted: type[M]) -> Iterator[tuple[str, M | None]]:
    """Yield the fields of ``model`` that bear the mark or hold models that do."""
    for name, info in model.model_fields.items():
        mark = next(marks_of(info, wanted), None)
        if mark is not None or _leads_to_mark(info, wanted):
            yield name, mark


def _leads_to_mark(field: FieldInfo, wanted: type[M]) -> bool:
    """Tell whether a model below ``field``, at any depth, has a field that bears the mark."""
    waiting = list(models_in(field.annotation))
    seen = set(waiting)
    while waiting:
        for inner in waiting.pop().model_fields.values():
            if any(True for _ in marks_of(inner, wanted)):
                return True
            below = set(models_in(inner.annotation)) - seen
            seen |= below
            waiting += below
    return False


def marks_of(field: FieldInfo, wanted: type[M]) -> Iterator[M]:
    """Yield the marks of the class ``wanted`` on ``field``, those of its items included."""
    return _marks((field.annotation, *field.metadata), wanted)


def _marks(annotations: tuple[Any, ...], wanted: type[M]) -> Iterator[M]:
    part: Any
    for part in annotations:
        if isinstance(part, wanted):
            yield part
        else:
            yield from _marks((*get_args(part), *getattr(part, "__metadata__", ())), wanted)


def models_in(annotation: Any) -> Iterator[type[Modele]]:
    """Yield the models that ``annotation`` is made of, each as often as it is written."""
    if isinstance(annotation, type) and issubclass(annotation, Modele):
        yield annotation
        return
    for part in get_args(annotation):
        yield from models_in(part)
