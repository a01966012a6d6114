"""SIRET numbers of establishments, by the ``python-stdnum`` library."""

from __future__ import annotations

import re

from site_builder.vocabulary.refusal import ValueRefused

_SIREN_LENGTH = 9
_SIRET_LENGTH = 14


def parse_siret(text: str) -> str:
    """Return the 14 digits; spaces are accepted between them.

    Raises ``ValueRefused``: CAT-V330 (not 14 digits), CAT-V331 (wrong key; La Poste's own
    rule is known), CAT-V332 (a SIREN, which names a company and not an establishment).
    """
    # Loaded with the first number: many catalogues have none.
    from stdnum.exceptions import ValidationError  # noqa: PLC0415
    from stdnum.fr import siren, siret  # noqa: PLC0415

    digits = re.sub(r"\s", "", text)
    if not re.fullmatch(r"[0-9]+", digits) or len(digits) != _SIRET_LENGTH:
        if len(digits) == _SIREN_LENGTH and siren.is_valid(digits):
            raise ValueRefused("CAT-V332")
        raise ValueRefused("CAT-V330", count=len(digits))
    try:
        return str(siret.validate(digits))
    except ValidationError:
        raise ValueRefused("CAT-V331") from None
