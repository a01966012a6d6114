"""Codes of places that an editor writes, checked against the official geographic code."""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_builder.vocabulary.cog import Commune, Departement, Epci, cog
from site_builder.vocabulary.refusal import ValueRefused, did_you_mean
from site_builder.vocabulary.typographie import french_list

_MOST_NAMED = 5
_LONGEST_NAME = 80


def parse_commune(text: str) -> str:
    """Return an INSEE code that exists (« 62498 »).

    Raises ``ValueRefused``: CAT-V361 (a postcode), CAT-V360 (anything else), with the code
    of the commune that a postcode, a name or a code without its leading 0 points to.
    """
    code = text.strip()
    if cog().has_commune(code):
        return code
    for mended in (code.zfill(5), code.upper()):
        if len(code) in (4, 5) and cog().has_commune(mended):
            raise ValueRefused("CAT-V360", did_you_mean(mended))
    # A municipal arrondissement shares its postcode with its city: the city is meant.
    served = [place for place in cog().communes_of_postcode(code) if place.parente is None]
    if served:
        raise ValueRefused("CAT-V361", _codes_of(" INSEE", served))
    raise ValueRefused("CAT-V360", _suggested_by_name(code))


def parse_epci(text: str) -> str:
    """Return the SIREN of an EPCI that exists; spaces are accepted between digits.

    Raises ``ValueRefused``: CAT-V362.
    """
    code = re.sub(r"\s", "", text)
    if cog().epci(code):
        return code
    named = cog().epci_named(text) if _is_name(text) else ()
    raise ValueRefused("CAT-V362", _codes_of(" SIREN", named) if named else None)


def parse_departement(text: str) -> str:
    """Return the code of a département that exists (« 01 », « 2A », « 974 »).

    Raises ``ValueRefused``: CAT-V363.
    """
    code = text.strip()
    if cog().departement(code):
        return code
    if code == "20":
        raise ValueRefused("CAT-V363", "la Corse a deux codes, 2A et 2B")
    for mended in (code.upper(), code.zfill(2), code.lstrip("0").zfill(2)):
        if len(code) <= 3 and cog().departement(mended):
            raise ValueRefused("CAT-V363", did_you_mean(mended))
    named = cog().departements_named(code) if _is_name(code) else ()
    raise ValueRefused("CAT-V363", _codes_of("", named) if named else None)


def parse_code_postal(text: str) -> str:
    """Return five digits.

    Only the form is checked: the postcodes of companies (CEDEX) are in no public list.

    Raises ``ValueRefused``: CAT-V364.
    """
    code = text.strip()
    if re.fullmatch("[0-9]{5}", code):
        return code
    compact = re.sub(r"\s", "", code)
    mended = compact.zfill(5)
    known = len(compact) in (4, 5) and cog().communes_of_postcode(mended)
    raise ValueRefused("CAT-V364", did_you_mean(mended) if known else None)


def _is_name(text: str) -> bool:
    return len(text) <= _LONGEST_NAME and any(char.isalpha() for char in text)


def _suggested_by_name(text: str) -> str | None:
    communes = cog().communes_named(text) if _is_name(text) else ()
    return _codes_of(" INSEE", communes) if communes else None


def _codes_of(sort: str, places: Sequence[Commune | Epci | Departement]) -> str:
    """Return « le code INSEE est 62498 (Lens, 62) », or a few codes when several places fit."""
    named = [f"{place.code} ({_described(place)})" for place in places[:_MOST_NAMED]]
    if len(named) == 1:
        return f"le code{sort} est {named[0]}"
    if len(places) > _MOST_NAMED:
        named.append("d’autres encore")
    return f"les codes{sort} possibles sont {french_list(named)}"


def _described(place: Commune | Epci | Departement) -> str:
    if isinstance(place, Commune):
        return f"{place.nom}, {place.departement}"
    return place.nom
