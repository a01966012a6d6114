"""What templates call to write a value in French: dates, amounts, lists, closed values.

Filters that return text return it plain, with its typography done; the template escapes it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from site_builder.filters.horaires import horaires
from site_builder.filters.nombres import compte, euros, pourcentage, siret
from site_builder.filters.presence import any_has, filled
from site_builder.filters.valeurs import enumeration, hote, libelle, lieux, minuscule, unite
from site_builder.vocabulary.dates import jour
from site_builder.vocabulary.lieux import lieu
from site_builder.vocabulary.typographie import french_list

FILTERS: dict[str, Callable[..., Any]] = {
    "any_has": any_has,
    "compte": compte,
    "enumeration": enumeration,
    "euros": euros,
    "filled": filled,
    "horaires": horaires,
    "hote": hote,
    "jour": jour,
    "libelle": libelle,
    "lieu": lieu,
    "lieux": lieux,
    "liste": french_list,
    "minuscule": minuscule,
    "pourcentage": pourcentage,
    "siret": siret,
    "unite": unite,
}
