"""Numbers as the French write them: a comma, spaces between thousands."""

from __future__ import annotations

import re
from decimal import Decimal

from site_builder.vocabulary.refusal import ValueRefused, did_you_mean

MOST_DIGITS = 12

_NARROW = "\u202f"
_SPACE = "[ \u00a0\u2009\u202f]"
_WRITTEN = rf"-?(?:[0-9]{{1,3}}(?:{_SPACE}[0-9]{{3}})+|[0-9]+)(?:[.,][0-9]+)?"
_NUMBER = re.compile(_WRITTEN)
_WITH_UNIT = re.compile(rf"({_WRITTEN})\s*(€|%|euros?|eur)", re.IGNORECASE)
# « 1.500 » is one and a half here, fifteen hundred elsewhere.
_AMBIGUOUS = re.compile(r"-?[1-9][0-9]{0,2}[.,][0-9]{3}")


def parse_nombre(text: str) -> Decimal:
    """Read « 80 », « 80,5 », « 80.5 » or « 1 500 ».

    Raises ``ValueRefused``: CAT-V340 (not a number), CAT-V341 (a unit after it),
    CAT-V342 (more than 12 digits), CAT-V343 (« 1.500 », which may be read in two ways).
    """
    written = text.strip().replace("\u2212", "-")
    if found := _WITH_UNIT.fullmatch(written):
        raise ValueRefused("CAT-V341", did_you_mean(found.group(1)), unite=found.group(2))
    if not _NUMBER.fullmatch(written):
        raise ValueRefused("CAT-V340")
    if sum(char.isdigit() for char in written) > MOST_DIGITS:
        raise ValueRefused("CAT-V342", limit=MOST_DIGITS)
    if _AMBIGUOUS.fullmatch(written):
        raise ValueRefused("CAT-V343", _both_readings(written))
    return Decimal(re.sub(_SPACE, "", written).replace(",", "."))


def nombre(value: Decimal | int) -> str:
    """Return « 1 250,5 »: groups of three digits, a comma, no idle zero."""
    text = f"{Decimal(value):,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(",", _NARROW).replace(".", ",")


def _both_readings(written: str) -> str:
    whole, decimals = re.split("[.,]", written)
    # One decimal more or less, so that what is proposed can no longer be misread.
    decimals = decimals.rstrip("0") if decimals.endswith("0") else f"{decimals}0"
    small = f"{whole},{decimals}" if decimals else whole
    return (
        f"écrivez «\u00a0{re.sub('[.,]', '', written)}\u00a0» ou «\u00a0{small}\u00a0» "
        "selon ce que vous voulez dire"
    )
