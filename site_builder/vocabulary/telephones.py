"""French telephone numbers: mainland, overseas and short.

Validity comes from the ``phonenumbers`` library (Google's libphonenumber), completed by
the ranges that Arcep keeps for works of fiction, which examples and tests need. It is loaded with
the first number: an edit seldom brings one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from site_builder.vocabulary.refusal import ValueRefused, did_you_mean

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

# National numbers of ten digits. Overseas first: their ranges are narrow, whereas the
# library takes 02 69 for a mainland number although it is dialled as +262.
_REGIONS = ("GP", "GF", "MQ", "RE", "YT", "FR")
_TEN_DIGIT_COUNTRIES = frozenset({33, 262, 590, 594, 596})
# Saint-Pierre-et-Miquelon, Wallis-et-Futuna, Nouvelle-Calédonie, Polynésie française.
_OTHER_COUNTRIES = frozenset({508, 681, 687, 689})
# Arcep, decision 2018-0881, numbers kept for audiovisual works.
_FICTION = ("019900", "026191", "035301", "046571", "053649", "063998")

_NATIONAL = re.compile(r"0[1-9][0-9]{8}")
_SHAPE = re.compile(r"\+?[0-9]+")
_SEPARATORS = re.compile(r"[\s./()\-\u2010-\u2013]")
_SHORT_LENGTH = 6
_NATIONAL_LENGTH = 10


@dataclass(frozen=True, slots=True)
class Telephone:
    """A telephone number in the three forms that the site needs.

    ``affichage`` is grouped as the French read it (non-breaking spaces), ``uri`` is a
    ``tel:`` link, ``data_inclusion`` is E.164 (short numbers: their digits).
    """

    affichage: str
    uri: str
    data_inclusion: str

    def __str__(self) -> str:
        return self.affichage


def parse_telephone(text: str) -> Telephone:
    """Read a French number written with spaces, dots, hyphens, +33, 0033 or (0).

    Raises ``ValueRefused``: CAT-V301 (not a number), CAT-V302 (wrong number of digits),
    CAT-V303 (no such number in France), CAT-V304 (foreign), CAT-V305 (premium rate).
    """
    compact = _SEPARATORS.sub("", text.replace("(0)", ""))
    if not _SHAPE.fullmatch(compact):
        raise ValueRefused("CAT-V301")
    if compact.startswith("00"):
        compact = f"+{compact[2:]}"
    if compact.startswith("+"):
        return _international(compact)
    if len(compact) <= _SHORT_LENGTH:
        return _short(compact)
    if len(compact) != _NATIONAL_LENGTH:
        raise ValueRefused("CAT-V302", _mended(compact), count=len(compact))
    return _national(compact)


def _short(digits: str) -> Telephone:
    import phonenumbers  # noqa: PLC0415

    number = phonenumbers.PhoneNumber(country_code=33, national_number=int(digits))
    if digits.startswith("0") or not phonenumbers.is_valid_short_number_for_region(number, "FR"):
        raise ValueRefused("CAT-V303")
    # 39 49, 116 117; two or three digits stay together.
    size = len(digits) // 2 if len(digits) > 3 else len(digits)
    return Telephone(_grouped(digits[:size], digits[size:]), f"tel:{digits}", digits)


def _national(digits: str) -> Telephone:
    import phonenumbers  # noqa: PLC0415

    number = _find(digits) if _NATIONAL.fullmatch(digits) else None
    if number is None:
        raise ValueRefused("CAT-V303")
    if phonenumbers.number_type(number) == phonenumbers.PhoneNumberType.PREMIUM_RATE:
        raise ValueRefused("CAT-V305")
    pairs = [digits[start : start + 2] for start in range(0, _NATIONAL_LENGTH, 2)]
    if digits.startswith("08"):
        # The eight-hundreds are read by their range: 0 800 12 34 56.
        pairs[:2] = [digits[0], digits[1:4]]
    return _telephone(_grouped(*pairs), number)


def _find(digits: str) -> PhoneNumber | None:
    """Return the number dialled as these ten digits, or ``None`` when there is none."""
    import phonenumbers  # noqa: PLC0415

    if digits.startswith(_FICTION):
        return phonenumbers.parse(digits, "FR")
    # Overseas regions would claim the numbers in 08, which are common to all of France.
    for region in ("FR",) if digits.startswith("08") else _REGIONS:
        number = phonenumbers.parse(digits, region)
        if phonenumbers.is_valid_number_for_region(number, region):
            return number
    return None


def _international(compact: str) -> Telephone:
    import phonenumbers  # noqa: PLC0415

    try:
        number = phonenumbers.parse(compact)
    except phonenumbers.NumberParseException:
        raise ValueRefused("CAT-V301") from None
    country, national = number.country_code, str(number.national_number)
    if country in _TEN_DIGIT_COUNTRIES:
        if len(national) != _NATIONAL_LENGTH - 1:
            raise ValueRefused("CAT-V302", count=len(national) + 1)
        return _national(f"0{national}")
    if country not in _OTHER_COUNTRIES:
        raise ValueRefused("CAT-V304", country=country)
    if not phonenumbers.is_valid_number(number):
        raise ValueRefused("CAT-V303")
    pairs = [national[start : start + 2] for start in range(0, len(national), 2)]
    return _telephone(_grouped(f"+{country}", *pairs), number)


def _mended(digits: str) -> str | None:
    """Propose the number whose leading 0, or + before 33, was lost."""
    for candidate in (f"0{digits}", f"0{digits.removeprefix('33')}"):
        if len(candidate) == _NATIONAL_LENGTH:
            try:
                return did_you_mean(_national(candidate).affichage)
            except ValueRefused:
                continue
    return None


def _grouped(*groups: str) -> str:
    return "\u00a0".join(group for group in groups if group)


def _telephone(affichage: str, number: PhoneNumber) -> Telephone:
    e164 = f"+{number.country_code}{number.national_number}"
    return Telephone(affichage, f"tel:{e164}", e164)
