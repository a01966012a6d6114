"""Numbers, amounts and shares as they are read in French."""

from __future__ import annotations

from decimal import Decimal

from site_builder.vocabulary.nombres import nombre

_NO_BREAK = "\u00a0"
_NARROW = "\u202f"
_CENT = Decimal("0.01")


def euros(value: Decimal | int) -> str:
    """Return « 80 € », « 1 250,50 € »: cents only when there are some, rounded to the cent."""
    amount = Decimal(value).quantize(_CENT)
    whole = amount == amount.to_integral_value()
    text = f"{amount:,.0f}" if whole else f"{amount:,.2f}"
    return f"{text.replace(',', _NARROW).replace('.', ',')}{_NO_BREAK}€"


def pourcentage(value: Decimal | int) -> str:
    """Return « 12,5 % »."""
    return f"{nombre(value)}{_NARROW}%"


def compte(value: Decimal | int, singulier: str, pluriel: str | None = None) -> str:
    """Return the number and its noun: « 1 place », « 12 places ». French plurals start at 2."""
    noun = singulier if -2 < value < 2 else pluriel or f"{singulier}s"
    return f"{nombre(value)}{_NO_BREAK}{noun}"


def siret(value: str) -> str:
    """Return a SIRET as INSEE groups it: « 356 000 000 00048 »."""
    digits = "".join(char for char in value if char.isdigit())
    return _NO_BREAK.join((digits[:3], digits[3:6], digits[6:9], digits[9:]))
