"""``data/communes.json``: the communes that a person may name, and the territoires of each.

Only those of the départements that the catalogue's territoires lie in, each with its postcodes,
which are a way to find it. Source: Insee (COG 2026) and La Poste, Licence Ouverte 2.0.
"""

from __future__ import annotations

from datetime import date
from operator import is_
from typing import Any

from site_builder.eligibility.lieux import Lieux
from site_builder.exports.open_data import to_json
from site_builder.exports.texte_brut import brut
from site_builder.model.catalogue import Catalogue
from site_builder.vocabulary.cog import cog
from site_builder.vocabulary.licence import LICENCE

URI = "data/communes.json"

_SOURCES = "Insee, code officiel géographique 2026\u202f; La Poste, codes postaux"


class CommunesMaker:
    """Makes the file, state after state: it depends on territoires alone."""

    def __init__(self) -> None:
        """Know of no state."""
        self.catalogue = Catalogue()
        self._text = b""

    def encode(self, catalogue: Catalogue, _today: date | None = None) -> list[bytes]:
        """Return the text of ``describe_communes``, in UTF-8."""
        former, present = (one.territoires.values() for one in (self.catalogue, catalogue))
        if not self._text or len(former) != len(present) or not all(map(is_, former, present)):
            self._text = describe_communes(catalogue).encode()
        self.catalogue = catalogue
        return [self._text]


def describe_communes(catalogue: Catalogue) -> str:
    """Return the JSON text: communes as rows [code, name, « postcodes », rank in ``lieux``].

    ``lieux`` holds the lists of territoires once each, since most communes share theirs.
    """
    lieux = Lieux(catalogue)
    ranks: dict[frozenset[str], int] = {}
    rows: list[list[Any]] = []
    for commune in lieux.communes():
        rank = ranks.setdefault(lieux.territoires_around(commune), len(ranks))
        rows.append([commune.code, commune.nom, " ".join(commune.codes_postaux), rank])
    departements = (cog().departement(code) for code in lieux.departements())
    data = {
        "licence": {**LICENCE, "sources": _SOURCES},
        "departements": {place.code: brut(place.nom) for place in departements if place},
        "lieux": [sorted(slugs) for slugs in ranks],
        "communes": rows,
    }
    return to_json(data)
