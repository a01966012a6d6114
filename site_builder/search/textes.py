"""The texts of one record, sorted by how much they say of it."""

from __future__ import annotations

import re

from site_builder.model.champs import Fiche
from site_builder.model.reference import Path, prose
from site_builder.search.document import Document

# What says nothing of the record: where its text comes from, what that text lacks, codes.
_SILENT = frozenset(
    {
        *("source", "note_editoriale"),
        *("communes", "epci", "zone_eligibilite", "code_insee", "horaires_accueil"),
    }
)
_NAMES = frozenset({"nom", "forme", "fonction"})
_ALIASES = frozenset({"sigle", "anciens_noms", "synonymes", "developpe"})
_CONDITIONS = frozenset({"eligibilite", "conditions"})
# Of a condition, its sentences; a value such as « oui » says nothing by itself.
_SENTENCES = frozenset({"phrase", "appreciation"})
_DESTINATION = re.compile(r"\]\([^)\s]*\)")


class Textes:
    """The texts of one record, sorted by how much they say of it."""

    def __init__(self, record: Fiche) -> None:
        self._slug = record.slug
        self._titre = titre_of(record)
        self.alias: list[str] = []
        self.resume: list[str] = []
        self.themes: list[str] = []
        self.corps: list[str] = []
        self.mots: list[str] = []
        for path, _, text in prose(record):
            field = path[0]
            if len(path) == 1 and field in _NAMES:
                continue
            if field in _ALIASES:
                self.alias.append(text)
            elif field == "resume":
                self.resume.append(text)
            elif path[-1] == "libelle_local":
                self.themes.append(text)
            elif _is_said(path):
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


def titre_of(record: Fiche) -> str:
    """Return what ``record`` is called."""
    titre: str = next(record.__dict__[name] for name in _NAMES if name in record.__dict__)
    return titre


def _is_said(path: Path) -> bool:
    """Tell whether the text at ``path`` says in words something of the record."""
    if path[0] in _SILENT or path[-1] == "relu_par":
        return False
    return path[0] not in _CONDITIONS or path[-1] in _SENTENCES


def without_addresses(text: str) -> str:
    """Return a text without the addresses of its links; other marks are no words."""
    return _DESTINATION.sub("]", text) if "](" in text else text
