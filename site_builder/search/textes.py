"""The texts of one record, sorted by how much they say of it."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from pydantic import BaseModel

from site_builder.model.champs import Fiche, Reference
from site_builder.model.modele import values_of
from site_builder.model.reference import Mark, plan_of
from site_builder.search.document import Document

# What says nothing of the record: where its text comes from, what that text lacks, codes.
_SILENT = frozenset(
    {
        *("source", "note_editoriale"),
        *("communes", "epci", "zone_eligibilite", "code_insee", "horaires_accueil"),
    }
)
NAMES = frozenset({"nom", "forme", "fonction"})
"""The fields that say what a record is called: each kind has one of them."""
_ALIASES = frozenset({"sigle", "anciens_noms", "synonymes", "developpe"})
_CONDITIONS = frozenset({"eligibilite", "conditions"})
# Of a condition, its sentences; a value such as « oui » says nothing by itself.
_SENTENCES = frozenset({"phrase", "appreciation"})
_DESTINATION = re.compile(r"\]\([^)\s]*\)")

# Where texts go, by how much they say.
_TITRE, _ALIAS, _RESUME, _THEMES, _CORPS, _NOWHERE = range(6)


class Textes:
    """The texts of one record, sorted by how much they say of it."""

    def __init__(self, record: Fiche) -> None:
        self._slug = record.slug
        self._titre: list[str] = []
        self.alias: list[str] = []
        self.resume: list[str] = []
        self.themes: list[str] = []
        self.corps: list[str] = []
        self.mots: list[str] = []
        said = self._titre, self.alias, self.resume, self.themes, self.corps
        _sort_texts(values_of(record), _OF_RECORDS[type(record)], (*said, []))

    def document(self, kind: str, precision: str = "") -> Document:
        """Return the document of ``kind`` that these texts make."""
        return Document(
            kind,
            self._slug,
            "".join(self._titre),
            precision,
            alias="\n".join(self.alias),
            resume="\n".join(self.resume),
            themes="\n".join(self.themes),
            corps=without_addresses("\n".join(self.corps)),
            mots="\n".join(self.mots),
        )


class _Route(NamedTuple):
    """Where the texts of a field go: one that stands alone, and those of a list.

    ``below`` are the routes of the models that the field holds instead of texts.
    """

    field: str
    below: _Routes | None
    alone: int
    listed: int


class _Routes(dict[type[BaseModel], tuple[_Route, ...]]):
    """Where the texts of models go, found once a model: there are a few, and records by thousands.

    ``top`` is the field of the record that holds the models; it is empty for records themselves.
    """

    def __init__(self, top: str = "") -> None:
        self._top = top

    def __missing__(self, model: type[BaseModel]) -> tuple[_Route, ...]:
        every = map(self._route_of, *zip(*plan_of(model), strict=True)) if plan_of(model) else ()
        routes = self[model] = tuple(
            route for route in every if route.below is not None or route[2:] != (_NOWHERE, _NOWHERE)
        )
        return routes

    def _route_of(self, field: str, mark: Mark | None) -> _Route:
        if (not self._top and field in _SILENT) or isinstance(mark, Reference):
            return _Route(field, None, _NOWHERE, _NOWHERE)
        top = self._top or field
        below = (self if self._top else _Routes(field)) if mark is None else None
        return _Route(field, below, _place_of(top, field), _place_of(top, ""))


_OF_RECORDS = _Routes()


def _place_of(top: str, name: str) -> int:
    """Return where a text goes: of the field ``top``, in the field ``name``; a list has no name."""
    if top in NAMES:
        return _TITRE
    if top in _ALIASES:
        return _ALIAS
    if top == "resume":
        return _RESUME
    if top in _CONDITIONS:
        return _CORPS if name in _SENTENCES else _NOWHERE
    if name == "libelle_local":
        return _THEMES
    return _NOWHERE if name == "relu_par" else _CORPS


def _sort_texts(
    values: dict[str, Any], routes: tuple[_Route, ...], places: tuple[list[str], ...]
) -> None:
    """Add the texts of a model, of which these are the values, to the places where they go."""
    for field, below, alone, listed in routes:
        value = values[field]
        # Most fields of most records are absent, or empty lists.
        if not value:
            continue
        is_list = value.__class__ is tuple
        if below is not None:
            for item in value if is_list else (value,):
                _sort_texts(item.__dict__, below[item.__class__], places)
        elif is_list:
            places[listed].extend(value)
        else:
            places[alone].append(value)


def without_addresses(text: str) -> str:
    """Return a text without the addresses of its links; other marks are no words."""
    return _DESTINATION.sub("]", text) if "](" in text else text
