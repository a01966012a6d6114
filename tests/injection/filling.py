"""Fills every field of every model, as its declaration says: no field is named here twice.

A field takes the text when it accepts it, and the example of its declaration otherwise; a
field that refers to a record takes a slug, then the text, which names nothing. A field added
to a model is filled, and tested, without a line here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import NoneType
from typing import Annotated, Any, get_args, get_origin

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from site_builder.model.champs import Modele, Reference
from site_builder.model.condition import NOEUDS, OPERATEURS, CritereQuestion
from site_builder.model.question import REPONSE

_DEEPEST = 2
_GROUPS = ("toutes", "une_de", "aucune")


@dataclass(frozen=True, slots=True)
class Filling:
    """What to write in the fields of a record.

    ``text`` goes in every field that takes it; ``list_text`` is a second item of the lists
    that do. ``slugs`` gives the record that a reference to a kind leads to, unless
    ``dangling``. ``refused`` fills the fields that refuse the text with it all the same.
    """

    text: str
    list_text: str
    slugs: Mapping[str, str]
    dangling: bool = False
    refused: bool = False

    def fill(self, model: type[Modele], path: tuple[type[Modele], ...] = ()) -> dict[str, Any]:
        """Return values for every field of ``model``, nested parts included."""
        here = (*path, model)
        filled: dict[str, Any] = {}
        for name, declared in model.model_fields.items():
            if name == "slug":
                continue
            value = self._value(_annotation(declared), _example(declared), here)
            if value not in (None, [], {}):
                filled[name] = value
        return filled

    def _value(self, annotation: Any, example: Any, path: tuple[type[Modele], ...]) -> Any:
        base, metadata = _bare(annotation)
        if isinstance(base, type) and issubclass(base, Modele):
            return None if path.count(base) == _DEEPEST else self.fill(base, path)
        if get_origin(base) is tuple:
            return list(self._items(get_args(base)[0], _first(example), path))
        if get_origin(base) is dict:
            value = self._value(get_args(base)[1], next(iter(example.values()), None), path)
            return {self.text: value}
        if _is_condition(base):
            return self._conditions(path)
        reference = next((mark for mark in metadata if isinstance(mark, Reference)), None)
        if reference is not None:
            return self.text if self.dangling else self.slugs[reference.kind]
        # An affirmation has to say where the answer stands.
        written = (self.text, f"{self.text} {REPONSE}")
        fitting = (text for text in written if self.refused or accepts(annotation, text))
        return next(fitting, example)

    def _items(self, annotation: Any, example: Any, path: tuple[type[Modele], ...]) -> Iterator:
        variants = (replace(self, dangling=False), replace(self, dangling=True))
        seen: list[Any] = []
        for variant in (*variants, replace(variants[0], text=self.list_text)):
            value = variant._value(annotation, example, path)
            if value is not None and value not in seen:
                seen.append(value)
        return iter(seen)

    def _conditions(self, path: tuple[type[Modele], ...]) -> dict[str, Any]:
        """Return a tree with each kind of node, and a leaf for each operator."""
        leaves = list(replace(self, dangling=False)._leaves(path))
        lost = list(replace(self, dangling=True)._leaves(path))
        return {"toutes": [*leaves, *lost, *({group: leaves} for group in _GROUPS)]}

    def _leaves(self, path: tuple[type[Modele], ...]) -> Iterator[dict[str, Any]]:
        for name, model in NOEUDS.items():
            if name in _GROUPS:
                continue
            filled = self.fill(model, path)
            # A leaf on a question has one operator; the others have none.
            operators = OPERATEURS if model is CritereQuestion else (name,)
            leaves = [{name: filled[name], key: filled[key]} for key in operators]
            yield from leaves
            yield {**leaves[0], "nature": "prioritaire"}
            yield {**leaves[0], "phrase": self.text, "source": self.text}


def accepts(annotation: Any, text: str) -> bool:
    """Tell whether a field of this type takes the text as it is."""
    try:
        _adapter(annotation).validate_python(text)
    except ValidationError:
        return False
    return True


@cache
def _adapter(annotation: Any) -> TypeAdapter[Any]:
    return TypeAdapter(annotation)


def _annotation(declared: FieldInfo) -> Any:
    if not declared.metadata:
        return declared.annotation
    return Annotated[(declared.annotation, *declared.metadata)]


def _example(declared: FieldInfo) -> Any:
    example = (declared.examples or [None])[0]
    return example if isinstance(example, list | dict) else str(example)


def _first(example: Any) -> Any:
    return example[0] if isinstance(example, list) and example else example


def _bare(annotation: Any) -> tuple[Any, tuple[Any, ...]]:
    """Return the type without ``None`` nor marks, and all its marks."""
    if get_origin(annotation) is Annotated:
        inner, *marks = get_args(annotation)
        base, below = _bare(inner)
        return base, (*below, *marks)
    parts = [part for part in get_args(annotation) if part is not NoneType]
    if NoneType in get_args(annotation) and len(parts) == 1:
        return _bare(parts[0])
    return annotation, ()


def _is_condition(base: Any) -> bool:
    """Tell whether a type is the union of the nodes of a condition."""
    parts = [part for part in get_args(base) if get_origin(part) is Annotated]
    return {get_args(part)[0] for part in parts} == set(NOEUDS.values())
