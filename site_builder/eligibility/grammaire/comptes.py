"""What a number counts: children, euros of rent, months of experience."""

from __future__ import annotations

import re

from site_builder.eligibility.grammaire.negation import elide_de
from site_builder.eligibility.grammaire.patrons import Patron
from site_builder.eligibility.grammaire.quantites import singular

# What is measured rather than counted: it may come in halves.
_MEASURE = re.compile(
    r"(?:an|année|mois|semaine|jour|heure|minute|seconde|kilomètre|mètre|euro|kilo|litre)s?\b"
    r"|(?:km|m|cm|m²|ha|kg|g|h|min|j)(?:\s|$)|€|%|k€|temps\b|ETP\b"
)
_SAME = {
    "année": "an",
    "euro": "€",
    "kilomètre": "km",
    "mètre": "m",
    "minute": "min",
    "heure": "h",
    "jour": "j",
    "kilo": "kg",
}
# Said by their unit alone: « vous avez besoin de 300 € ».
_ALL_UNIT = frozenset(("temps", "argent"))


def is_measure(noun: str) -> bool:
    """Tell whether ``noun`` begins with a unit of measure: « € de loyer », « heures »."""
    return bool(_MEASURE.match(noun))


def counted_noun(patron: Patron, unit: str) -> str | None:
    """Return what a number counts, in the plural, « » for a bare number.

    The question's noun when its unit says the same thing, « € de loyer » when the unit
    measures it; ``None`` when the two do not go together.
    """
    noun = patron.compte
    if patron.genre == "objet" or (noun is None and patron.genre != "quantite"):
        return unit
    if noun is None or noun in _ALL_UNIT:
        return unit or None
    if not unit:
        return noun if noun.split()[0][-1] in "sxzP" else None
    if _name(unit) in map(_name, noun.split()):
        return re.sub(r"^années\b", "ans", noun) if _name(unit) == "an" else noun
    if is_measure(unit) and not is_measure(noun):
        return f"{unit} {elide_de(noun)}"
    return None


def _name(words: str) -> str:
    """Return one name for a unit, however it is written: « km » for « kilomètres »."""
    word = singular(words.split(maxsplit=1)[0].removesuffix("(s)"))
    return _SAME.get(word, word)
