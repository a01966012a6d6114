"""Official codes of places by their names."""

from __future__ import annotations

from site_builder.vocabulary.cog import cog


def lieu(code: str) -> str:
    """Return the name of the commune, EPCI or département with this code, or the code.

    The kinds of code differ by their lengths: 5 characters, 9 digits, 2 or 3 characters.
    """
    places = cog()
    place = places.commune(code) or places.epci(code) or places.departement(code)
    return place.nom if place else code
