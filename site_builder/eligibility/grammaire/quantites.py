"""Numbers, units and days as a sentence says them: « entre 18 et 25 ans », « 1 an »."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from site_builder.eligibility.grammaire.attentes import Attente, Borne
from site_builder.vocabulary.dates import jour
from site_builder.vocabulary.nombres import nombre

_NO_BREAK = "\u00a0"
# Units and nouns that are written alike for one and for several.
_INVARIABLE = frozenset(
    "km m cm mm kg g min h j km² m² ha mois fois temps pays repas corps cours secours avis prix "
    "bras dos poids choix voix succès accès permis logis procès congrès colis tapis".split()
)
_IRREGULAR = {"travaux": "travail", "yeux": "œil", "messieurs": "monsieur"}
_PREPOSITION = re.compile(r"\s(?=(?:de|d’|du|des|à|au|aux|en|par|pour|dans|avec|sans|sur|qui)\b)")
# What follows these words is a stretch: « depuis 6 à 12 mois », not « depuis entre 6 et 12 mois ».
STRETCH = "{bas} à {haut}"
BETWEEN = "entre {bas} et {haut}"


def quantite(attente: Attente, noun: str | None, interval: str = BETWEEN) -> str:
    """Return the number expected with what it counts: « au moins 2 enfants ».

    ``noun`` is in the plural (``None``: the unit of the question, when it has one);
    ``interval`` how two ends are joined.
    """
    unit = noun or attente.question.unite
    bas, haut = attente.bas, attente.haut
    if bas and haut:
        return _between(bas, haut, unit, interval, negation=attente.negation)
    if bas:
        return _one_end("au moins" if bas.comprise else "plus de", bas, unit)
    return _one_end("au plus" if haut and haut.comprise else "moins de", haut, unit)


def _one_end(words: str, borne: Borne | None, unit: str | None) -> str:
    return f"{words} {counted(borne.valeur, unit)}" if borne else ""


def _between(bas: Borne, haut: Borne, unit: str | None, interval: str, *, negation: bool) -> str:
    if not (bas.comprise and haut.comprise):
        return both_ends(bas, haut, unit, "et")
    if bas.valeur == haut.valeur:
        return counted(haut.valeur, unit)
    whole = bas.valeur == bas.valeur.to_integral_value()
    if whole and haut.valeur - bas.valeur == 1 and not negation and _countable(unit):
        interval = "{bas} ou {haut}"
    return interval.format(bas=nombre(bas.valeur), haut=counted(haut.valeur, unit))


def both_ends(bas: Borne, haut: Borne, unit: str | None, conjunction: str) -> str:
    """Return « au moins 18 ans et moins de 26 ans »."""
    # A long unit is said once: « au moins 2 et moins de 5 enfants à charge ».
    first_unit = None if unit and " " in unit else unit
    first = _one_end("au moins" if bas.comprise else "plus de", bas, first_unit)
    second = _one_end("au plus" if haut.comprise else "moins de", haut, unit)
    return f"{first} {conjunction} {second}"


def outside(attente: Attente, noun: str | None) -> str:
    """Return what lies outside an interval: « moins de 18 ans ou au moins 26 ans »."""
    bas, haut = attente.bas, attente.haut
    if bas is None or haut is None:
        return ""
    unit = noun or attente.question.unite
    first_unit = None if unit and " " in unit else unit
    below = _one_end("moins de" if bas.comprise else "au plus", bas, first_unit)
    above = _one_end("plus de" if haut.comprise else "au moins", haut, unit)
    return f"{below} ou {above}"


def _countable(unit: str | None) -> bool:
    """Tell whether nothing lies between two whole numbers of ``unit``: years, not euros."""
    return bool(unit) and not re.match(r"€|%|euro|k[mg]|m²|m\b", unit or "")


def counted(value: Decimal, unit: str | None) -> str:
    """Return « 1 an », « 25 ans », « 1,5 heure », « 600 € »: French plurals start at 2."""
    if not unit:
        return nombre(value)
    noun = singular(unit) if -2 < value < 2 else plural(unit)
    text = nombre(value)
    # Cents come in twos.
    cents = "0" if noun.startswith("€") and re.search(r",\d$", text) else ""
    return f"{text}{cents}{_NO_BREAK}{noun}"


def singular(unit: str) -> str:
    """Return « heure par semaine » for « heures par semaine »."""
    head, *rest = _PREPOSITION.split(unit, maxsplit=1)
    words = " ".join(_singular_word(word) for word in head.split())
    return " ".join((words, *rest))


def plural(unit: str) -> str:
    """Return « heures par semaine », whether it is given in the singular or in the plural."""
    head, *rest = _PREPOSITION.split(unit, maxsplit=1)
    words = " ".join(_plural_word(word) for word in head.split())
    return " ".join((words, *rest))


def _singular_word(word: str) -> str:
    if word in _INVARIABLE or not word.isalpha() or not word.islower():
        return word
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("eaux"):
        return word[:-1]
    if word.endswith("aux"):
        return word[:-2] + "l"
    return word[:-1] if word.endswith("s") else word


def _plural_word(word: str) -> str:
    symbol = word in _INVARIABLE or not word.isalpha() or not word.islower()
    return word if symbol or word[-1] in "sxz" else f"{word}s"


def periode(first: date | None, last: date | None) -> str:
    """Return when something happened: « au plus tard le 31 décembre 2025 »."""
    if first and last:
        return f"le {jour(first)}" if first == last else _both_days(first, last)
    if last:
        return f"au plus tard le {jour(last)}"
    return f"au plus tôt le {jour(first)}" if first else ""


def depuis(first: date | None, last: date | None) -> str:
    """Return since when something lasts: « depuis le 31 décembre 2025 au plus tard »."""
    if first and last:
        if first == last:
            return f"depuis le {jour(first)}"
        return f"depuis une date comprise {_both_days(first, last)}"
    if last:
        return f"depuis le {jour(last)} au plus tard"
    return f"depuis le {jour(first)} au plus tôt" if first else ""


def since_outside(first: date | None, last: date | None) -> str:
    """Return the contrary of a beginning with one end: « depuis une date antérieure au … »."""
    word, day = ("postérieure", last) if last else ("antérieure", first)
    return f"depuis une date {word} au {jour(day)}" if day else ""


def outside_days(first: date | None, last: date | None) -> str:
    """Return the days that lie outside a period: « avant le 1er janvier 2025 »."""
    before = f"avant le {jour(first)}" if first else ""
    after = f"après le {jour(last)}" if last else ""
    return " ou ".join(words for words in (before, after) if words)


def _both_days(first: date, last: date) -> str:
    return f"entre le {jour(first)} et le {jour(last)}"
