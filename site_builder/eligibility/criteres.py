"""Whether an answer meets the criterion of a leaf, whatever the shape of the answer.

An answer of the wrong shape is no answer: it makes the criterion unknown, never false, and
raises nothing. ``eligibilite/criteres.mjs`` says the same for browsers.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import date
from typing import Any

from site_builder.eligibility.valeurs import Valeur
from site_builder.model.condition import CritereQuestion

_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?")
_SPACES = re.compile("[ \u00a0\u2009\u202f]")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_OUI_NON = {"true": "oui", "false": "non"}


def read_single(reponse: object) -> object:
    """Return an answer, or the only item of a list; ``None`` for any other list."""
    if isinstance(reponse, list | tuple):
        return reponse[0] if len(reponse) == 1 else None
    return reponse


def read_text(reponse: object, genre: str | None = None) -> str | None:
    """Return a text, ``None`` for another shape; ``genre`` is the type of the question."""
    if isinstance(reponse, bool):
        return "oui" if reponse else "non"
    if not isinstance(reponse, str):
        return None
    return _OUI_NON.get(reponse.lower(), reponse.lower()) if genre == "oui-non" else reponse


def read_number(reponse: object) -> float | None:
    """Return a number as browsers count (IEEE 754), ``None`` for another shape."""
    if isinstance(reponse, str):
        written = _SPACES.sub("", reponse)
        if not _NUMBER.fullmatch(written):
            return None
        number = float(written.replace(",", "."))
    elif isinstance(reponse, int | float) and not isinstance(reponse, bool):
        try:
            number = float(reponse)
        except OverflowError:
            return None
    else:
        return None
    return number if math.isfinite(number) else None


def read_day(reponse: object) -> date | None:
    """Return the day written « AAAA-MM-JJ », ``None`` for another shape."""
    if not isinstance(reponse, str) or not _DAY.fullmatch(reponse):
        return None
    try:
        return date.fromisoformat(reponse)
    except ValueError:
        return None


def _read_texts(reponse: object) -> frozenset[str] | None:
    items = reponse if isinstance(reponse, list | tuple) else [reponse]
    texts = [read_text(item) for item in items]
    return frozenset(text for text in texts if text is not None) if None not in texts else None


def _among(operand: Any, reponse: object, genre: str | None) -> bool | None:
    values = operand if isinstance(operand, tuple) else (operand,)
    single = read_single(reponse)
    if genre == "nombre":
        number = read_number(single)
        return None if number is None else number in map(read_number, values)
    text = read_text(single, genre)
    return None if text is None else text in (read_text(value, genre) for value in values)


def _other_than(operand: Any, reponse: object, genre: str | None) -> bool | None:
    found = _among(operand, reponse, genre)
    return None if found is None else not found


def _has_one(operand: Any, reponse: object, _: str | None) -> bool | None:
    texts = _read_texts(reponse)
    return None if texts is None else not texts.isdisjoint(operand)


def _has_all(operand: Any, reponse: object, _: str | None) -> bool | None:
    texts = _read_texts(reponse)
    return None if texts is None else texts.issuperset(operand)


def _number_test(holds: Callable[[float, float], bool]) -> _Test:
    def test(operand: Any, reponse: object, _: str | None) -> bool | None:
        number = read_number(read_single(reponse))
        return None if number is None else holds(number, float(operand))

    return test


def _day_test(holds: Callable[[date, date], bool]) -> _Test:
    def test(operand: Any, reponse: object, _: str | None) -> bool | None:
        day = read_day(read_single(reponse))
        return None if day is None else holds(day, operand)

    return test


# (operand, answer, type of the question) to whether it holds; None: an answer of the wrong shape.
_Test = Callable[[Any, object, str | None], bool | None]
_TESTS: dict[str, _Test] = {
    "egal": _among,
    "parmi": _among,
    "sauf": _other_than,
    "contient_un_de": _has_one,
    "contient_toutes": _has_all,
    "min": _number_test(lambda number, limit: number >= limit),
    "max": _number_test(lambda number, limit: number <= limit),
    "plus_de": _number_test(lambda number, limit: number > limit),
    "moins_de": _number_test(lambda number, limit: number < limit),
    "avant": _day_test(lambda day, limit: day <= limit),
    "apres": _day_test(lambda day, limit: day >= limit),
}


def value_of_critere(critere: CritereQuestion, reponse: object, genre: str | None) -> Valeur:
    """Return what ``reponse`` makes of ``critere``; ``genre`` is the type of its question."""
    if reponse is None:
        return Valeur.INCONNU
    found = [_TESTS[name](operand, reponse, genre) for name, operand in critere.operateurs.items()]
    if None in found:
        return Valeur.INCONNU
    return Valeur.VRAI if all(found) else Valeur.FAUX
