"""The table of kinds: what the catalogue is made of, one row a kind.

Everything that treats kinds alike (loading, checks, pages, schemas, documentation) reads
this table; adding a kind of record starts with a row here.
"""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.model.action import Action
from site_builder.model.champs import Fiche, Modele
from site_builder.model.contact import Contact
from site_builder.model.glossaire import Terme
from site_builder.model.page import Page
from site_builder.model.profil import Profil
from site_builder.model.public_cible import PublicCible
from site_builder.model.question import Question
from site_builder.model.site import Site
from site_builder.model.structure import Structure
from site_builder.model.territoire import Territoire
from site_builder.model.thematique import Thematique


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record.

    ``name`` is the catalogue's attribute and the folder (or the file, for a table);
    ``url`` the folder of its sheets on the site (``None``: no sheet of its own);
    ``le`` and ``un`` are its French name with its articles, ``pluriel`` its plural,
    ``feminin`` its gender, for sentences.
    """

    name: str
    model: type[Modele]
    singulier: str
    pluriel: str
    le: str
    un: str
    feminin: bool = False
    url: str | None = None


# One file a record, in the folder named like the kind.
FOLDERS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("actions", Action, "action", "actions", "l’action", "une action", True, "actions"),
        Kind(
            "publics_cibles",
            PublicCible,
            "public cible",
            "publics cibles",
            "le public cible",
            "un public cible",
            url="publics-cibles",
        ),
        Kind(
            "structures",
            Structure,
            "structure",
            "structures",
            "la structure",
            "une structure",
            True,
            "structures",
        ),
        Kind("contacts", Contact, "contact", "contacts", "le contact", "un contact"),
        Kind(
            "territoires",
            Territoire,
            "territoire",
            "territoires",
            "le territoire",
            "un territoire",
            url="territoires",
        ),
        Kind("pages", Page, "page", "pages", "la page", "une page", feminin=True, url="comprendre"),
        Kind("profils", Profil, "profil", "profils", "le profil", "un profil"),
    )
}

# All records in one file, each under its key.
TABLES: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("questions", Question, "question", "questions", "la question", "une question", True),
        Kind("glossaire", Terme, "terme", "termes", "le terme", "un terme"),
        Kind(
            "thematiques",
            Thematique,
            "thématique",
            "thématiques",
            "la thématique",
            "une thématique",
            True,
            "thematiques",
        ),
    )
}

SITE = Kind("site", Site, "site", "sites", "le site", "un site")

KINDS: dict[str, Kind] = {**FOLDERS, **TABLES}


def kind_of(record: Fiche) -> Kind:
    """Return the row of ``record``. Raises ``KeyError`` for what is not a record."""
    return _BY_MODEL[type(record)]


_BY_MODEL: dict[type[Modele], Kind] = {kind.model: kind for kind in KINDS.values()}
