"""The validators that the types of fields are made of: from a text to what it means."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from decimal import Decimal
from functools import lru_cache
from typing import Any, TypeVar

from pydantic import ValidatorFunctionWrapHandler, WrapValidator
from pydantic_core import PydanticCustomError

from site_builder.vocabulary.refusal import ValueRefused

T = TypeVar("T")

_KNOWN_TEXTS = 4096
"""How many texts of each kind (dates, addresses…) are not parsed again when they come back."""
_MOST_SHARED = 20_000
"""How many parts of each kind are known at once: a preview reads files for days."""


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


def shared() -> WrapValidator:
    """Return a validator that makes one object of all parts that are written the same.

    It is for small parts that many records have alike. They are frozen: nobody can tell.
    """
    known: dict[Hashable, Any] = {}

    def validate(value: Any, handler: ValidatorFunctionWrapHandler) -> Any:
        if value.__class__ is not dict:
            return handler(value)
        key = tuple([(k, tuple(v) if v.__class__ is list else v) for k, v in value.items()])
        try:
            found = known.get(key)
        except TypeError:
            # There are parts in this one.
            return handler(value)
        if found is None:
            found = handler(value)
            if len(known) >= _MOST_SHARED:
                known.clear()
            known[key] = found
        return found

    return WrapValidator(validate)


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
