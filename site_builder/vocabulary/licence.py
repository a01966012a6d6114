"""The licence under which the contents of a catalogue are published."""

from __future__ import annotations

LICENCE = {
    "nom": "Licence Ouverte 2.0",
    "url": "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
}
