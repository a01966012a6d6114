"""Places in words: their names from official codes, and the preposition that goes before."""

from __future__ import annotations

import re

from site_builder.vocabulary.cog import cog
from site_builder.vocabulary.typographie import fold

# What stands before the name of a département when one is there, by codes. Usage hesitates
# for a few (« en » or « dans la » Creuse, Meuse): the commoner is kept.
_DANS_DEPARTEMENT = {
    "en ": "07 09 16 17 19 21 24 28 2A 2B 31 33 35 37 38 43 44 47 48 49 52 53 54 57 70 71 73 74 "
    "76 77 82 85 87 93 971 972 973 987 988",
    "dans le ": "14 15 18 25 29 30 32 39 41 45 46 56 59 62 63 67 68 69 81 83 84 90 94 95",
    "dans la ": "23 26 42 50 51 55 58 72 80 86",
    "dans l’": "01 02 03 10 11 12 27 34 36 60 61 89 91",
    "dans les ": "04 05 06 08 13 22 40 64 65 66 78 79 88 92 984",
    "à ": "75 974 975 976 977 978 986",
    "sur l’": "989",
}
_BEFORE = {code: words for words, codes in _DANS_DEPARTEMENT.items() for code in codes.split()}
# « Le » and « Les » at the head of a commune's name contract with « à »; « La » and « L’ » do not.
_CONTRACTED = {"Le ": "au ", "Les ": "aux "}
# What a name may call itself first: « la ville de Paris ».
_CALLED = re.compile(r"(?:Ville|Commune) (?:de |du |des |d[’'])")
_EPCI = {
    "CC ": "dans la communauté de communes ",
    "CA ": "dans la communauté d’agglomération ",
    "CU ": "dans la communauté urbaine ",
    "Communauté ": "dans la communauté ",
    "Métropole ": "dans la métropole ",
}


def lieu(code: str) -> str:
    """Return the name of the commune, EPCI or département with this code, or the code.

    The kinds of code differ by their lengths: 5 characters, 9 digits, 2 or 3 characters.
    """
    places = cog()
    place = places.commune(code) or places.epci(code) or places.departement(code)
    return place.nom if place else code


def a_commune(nom: str) -> str:
    """Return « à Lens », « au Havre », « aux Abymes », « dans la ville de Paris »."""
    if _CALLED.match(nom):
        return f"dans la {nom[:1].lower()}{nom[1:]}"
    for article, contracted in _CONTRACTED.items():
        if nom.startswith(article):
            return contracted + nom.removeprefix(article)
    return f"à {nom}"


def dans_departement(code: str, nom: str) -> str:
    """Return « en Isère », « dans le Pas-de-Calais », « à La Réunion ».

    ``nom`` is the name as it is written; where it is not the official one, what goes before
    it cannot be told: « dans le département Rhône métropolitain ».
    """
    official = cog().departement(code)
    if official is None or fold(official.nom) != fold(nom):
        return f"dans le département {nom}"
    return _BEFORE[code] + nom


def dans_epci(nom: str) -> str:
    """Return « dans la communauté de communes du Ternois » for « CC du Ternois »."""
    for nature, words in _EPCI.items():
        if nom.startswith(nature):
            return words + nom.removeprefix(nature)
    return f"dans l’intercommunalité {nom}"


def dans_territoire(nature: str, nom: str, code: str | None) -> str:
    """Return the complement of place for a territoire of the catalogue.

    ``nature`` is one of ``NATURES_TERRITOIRE``; ``code`` its official code when it has one.
    """
    match nature:
        case "departement":
            return dans_departement(code or "", nom)
        case "commune":
            return a_commune(nom)
        case "epci":
            return dans_epci(nom)
        case _:
            return f"dans le territoire {nom}"
