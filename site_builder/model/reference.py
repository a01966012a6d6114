"""What a record refers to and says, read from the marks on its fields.

The walk is planned once a model, so that a record costs one pass over the fields that
matter; checks and exports use it instead of naming every field of every kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple, TypeVar, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from site_builder.model.champs import Ferme, Modele, Prose, Reference
from site_builder.model.modele import values_of

Path = tuple[str | int, ...]
M = TypeVar("M", Reference, Prose, Ferme)
Mark = Reference | Prose

Plan = tuple[tuple[str, Mark | None], ...]


def references(record: Modele) -> Iterator[tuple[Path, Reference, str]]:
    """Yield (path, mark, slug) for each reference that ``record`` makes."""
    return iter(_marked(record, Reference))


def prose(record: Modele) -> Iterator[tuple[Path, Prose, str]]:
    """Yield (path, mark, text) for each text of ``record`` that the public reads."""
    return iter(_marked(record, Prose))


class Words(NamedTuple):
    """What ``prose`` and ``references`` tell without the paths, which only problems need.

    ``plain`` texts show as they are written, ``rich`` ones may hold Markdown; ``named`` has the
    kind and the slug of each reference.
    """

    plain: list[str]
    rich: list[str]
    named: list[tuple[str, str]]


def words(record: Modele) -> Words:
    """Return what ``record`` says and names."""
    found = Words([], [], [])
    _gather(values_of(record), plan_of(record.__class__), found)
    return found


def _gather(values: dict[str, Any], plan: Plan, found: Words) -> None:
    # By class: models are slow to tell what they are instances of.
    for name, mark in plan:
        # Most fields of most records are absent, or empty lists.
        value = values[name]
        if not value:
            continue
        items = value if value.__class__ is tuple else (value,)
        if mark is None:
            for item in items:
                _gather(item.__dict__, plan_of(item.__class__), found)
        elif isinstance(mark, Prose):
            texts = found.rich if mark.riche else found.plain
            texts += items
        else:
            kind = mark.kind
            for slug in items:
                found.named.append((kind, slug))


def _marked(record: Modele, wanted: type[M]) -> list[tuple[Path, M, str]]:
    # One list filled on the way down: generators would pass each value up level by level.
    found: list[tuple[Path, M, str]] = []
    _visit(values_of(record), plan_of(record.__class__), wanted, (), found)
    return found


def _visit(
    values: dict[str, Any],
    plan: Plan,
    wanted: type[M],
    path: Path,
    found: list[tuple[Path, M, str]],
) -> None:
    for name, mark in plan:
        value = values[name]
        if not value or (mark is not None and mark.__class__ is not wanted):
            continue
        if value.__class__ is not tuple:
            _add(value, mark, wanted, (*path, name), found)
            continue
        for rank, item in enumerate(value):
            _add(item, mark, wanted, (*path, name, rank), found)


def _add(
    value: Any, mark: Any, wanted: type[M], path: Path, found: list[tuple[Path, M, str]]
) -> None:
    if mark is None:
        _visit(value.__dict__, plan_of(value.__class__), wanted, path, found)
    else:
        found.append((path, mark, value))


# mypy knows no hash of a class of dataclasses, hence no functools.
_PLANS: dict[type[BaseModel], Plan] = {}


def plan_of(model: type[BaseModel]) -> Plan:
    """Return the fields of ``model`` that bear a mark, or hold models that do (then ``None``).

    A value is a text, a model, or a tuple of these.
    """
    plan = _PLANS.get(model)
    if plan is None:
        plan = _PLANS[model] = tuple(_plan(model))
    return plan


def _plan(model: type[BaseModel]) -> Iterator[tuple[str, Mark | None]]:
    for name, info in model.model_fields.items():
        mark = _mark_of(info)
        if mark is not None or any(map(_bears_marks, _models_below(info.annotation))):
            yield name, mark


def _mark_of(field: FieldInfo) -> Mark | None:
    return next(marks_of(field, Reference), None) or next(marks_of(field, Prose), None)


def _bears_marks(model: type[BaseModel]) -> bool:
    return any(_mark_of(field) is not None for field in model.model_fields.values())


def _models_below(annotation: Any) -> set[type[Modele]]:
    """Return the models that ``annotation`` is made of, at any depth."""
    waiting = list(models_in(annotation))
    seen = set(waiting)
    while waiting:
        for inner in waiting.pop().model_fields.values():
            below = set(models_in(inner.annotation)) - seen
            seen |= below
            waiting += below
    return seen


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
