"""The validators that the types of fields are made of: from a text to what it means."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache
from typing import TypeVar

from pydantic_core import PydanticCustomError

from site_builder.vocabulary.refusal import ValueRefused

T = TypeVar("T")

_KNOWN_TEXTS = 4096
"""How many texts of each kind (dates, addresses…) are not parsed again when they come back."""


def refusing(parse: Callable[[str], T]) -> Callable[[object], T]:
    """Turn a vocabulary parser into a pydantic validator with the register's codes.

    ``parse`` depends on the text alone and returns what cannot change.
    """
    known = lru_cache(_KNOWN_TEXTS)(parse)

    def validate(value: object) -> T:
        if not isinstance(value, str):
            raise PydanticCustomError("string_type", "a text is wanted here")
        try:
            return known(value)
        except ValueRefused as refusal:
            context = {**refusal.params, "suggestion": refusal.suggestion}
            raise PydanticCustomError(refusal.code, "{suggestion}", context) from None

    return validate


def as_list(value: object) -> object:
    """Return a single value as a list of one."""
    return value if value is None or isinstance(value, list | tuple) else [value]


def number_of(value: Decimal) -> int | float:
    """Return a number as JSON writes it."""
    return int(value) if value == value.to_integral_value() else float(value)


def positive(value: Decimal) -> Decimal:
    """Refuse a number below zero (CAT-M012)."""
    if value < 0:
        raise PydanticCustomError("CAT-M012", "no negative number here")
    return value


def whole(value: Decimal) -> int:
    """Refuse a number with decimals (CAT-M013)."""
    if value != value.to_integral_value():
        raise PydanticCustomError("CAT-M013", "a whole number is wanted")
    return int(value)


def percentage(value: Decimal) -> Decimal:
    """Refuse a number over a hundred (CAT-M014)."""
    if value > 100:
        raise PydanticCustomError("CAT-M014", "at most 100")
    return value
