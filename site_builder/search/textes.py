"""The texts of one record, sorted by how much they say of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from site_builder.model.champs import Fiche, Prose
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


class Textes:
    """The texts of one record, sorted by how much they say of it."""

    def __init__(self, record: Fiche) -> None:
        self._slug = record.slug
        self._titre = ""
        self.alias: list[str] = []
        self.resume: list[str] = []
        self.themes: list[str] = []
        self.corps: list[str] = []
        self.mots: list[str] = []
        values = values_of(record)
        for field, mark in plan_of(type(record)):
            if field in _SILENT or not values[field]:
                continue
            if field in NAMES:
                self._titre = values[field]
                continue
            said: list[tuple[str, str]] = []
            _gather(values[field], field, mark, said)
            self._sort(field, said)

    def _sort(self, field: str, said: Iterable[tuple[str, str]]) -> None:
        """Add the texts of ``field``, each with the name of the innermost field that holds it."""
        if field in _ALIASES:
            self.alias += (text for _, text in said)
        elif field == "resume":
            self.resume += (text for _, text in said)
        elif field in _CONDITIONS:
            self.corps += (text for name, text in said if name in _SENTENCES)
        else:
            for name, text in said:
                if name == "libelle_local":
                    self.themes.append(text)
                elif name != "relu_par":
                    self.corps.append(text)

    def document(self, kind: str, precision: str = "") -> Document:
        """Return the document of ``kind`` that these texts make."""
        return Document(
            kind,
            self._slug,
            self._titre,
            precision,
            alias="\n".join(self.alias),
            resume="\n".join(self.resume),
            themes="\n".join(self.themes),
            corps=without_addresses("\n".join(self.corps)),
            mots="\n".join(self.mots),
        )


def _gather(value: Any, name: str, mark: Mark | None, found: list[tuple[str, str]]) -> None:
    """Add the texts of ``value``, that the field ``name`` holds, to others; a list has no name."""
    items = value if value.__class__ is tuple else (value,)
    if mark is None:
        for item in items:
            values = item.__dict__
            for field, inner in plan_of(item.__class__):
                if inside := values[field]:
                    _gather(inside, field, inner, found)
    elif isinstance(mark, Prose):
        named = name if items is not value else ""
        found += [(named, text) for text in items]


def without_addresses(text: str) -> str:
    """Return a text without the addresses of its links; other marks are no words."""
    return _DESTINATION.sub("]", text) if "](" in text else text
