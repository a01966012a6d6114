"""Yes or no."""

from __future__ import annotations

from site_builder.vocabulary.refusal import ValueRefused, did_you_mean
from site_builder.vocabulary.typographie import fold

# YAML's own words are taken too: editors know them from other tools, and they are clear.
_ANSWERS = {"oui": True, "non": False, "true": True, "false": False}
_SLIPS = {"yes": "oui", "no": "non", "vrai": "oui", "faux": "non", "o": "oui", "n": "non"}


def parse_oui_non(text: str) -> bool:
    """Read « oui » or « non », in any case; « true » and « false » are accepted as well.

    Raises ``ValueRefused``: CAT-V345.
    """
    written = fold(text)
    if written not in _ANSWERS:
        slip = _SLIPS.get(written)
        raise ValueRefused("CAT-V345", None if slip is None else did_you_mean(slip))
    return _ANSWERS[written]
