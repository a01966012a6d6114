"""E-mail addresses, by the ``email-validator`` library, without asking the network."""

from __future__ import annotations

import re

from site_builder.vocabulary.refusal import ValueRefused, did_you_mean

# Narrower than the RFC, which allows « ? » and « & »: an address goes as it is in a
# ``mailto:`` link, where these would add headers to the message.
_LOCAL_PART = re.compile(r"[A-Za-z0-9.!_'+~-]+")
_AT_WORDS = re.compile(r"\s*(?:\(at\)|\[at\]|\sat\s|\(a\)|\barobase\b)\s*", re.IGNORECASE)
_LONGEST = 254


def parse_courriel(text: str) -> str:
    """Return the address, its domain in lower case.

    Raises ``ValueRefused``: CAT-V310 (malformed), CAT-V311 (no @).
    """
    address = text.strip()
    normalised = _validated(address)
    if normalised is not None:
        return normalised
    mended = _mended(address)
    suggestion = None if mended is None else did_you_mean(mended)
    raise ValueRefused("CAT-V310" if "@" in address else "CAT-V311", suggestion)


def _validated(address: str) -> str | None:
    if len(address) > _LONGEST or not _LOCAL_PART.fullmatch(address.rpartition("@")[0]):
        return None
    # Loaded with the first address: an edit seldom brings one.
    from email_validator import EmailNotValidError, validate_email  # noqa: PLC0415

    try:
        return validate_email(address, check_deliverability=False).normalized
    except EmailNotValidError:
        return None


def _mended(address: str) -> str | None:
    """Undo the usual slips: a comma for a dot, a space, « (at) », a « mailto: » in front."""
    if len(address) > _LONGEST:
        return None
    candidate = _AT_WORDS.sub("@", address.removeprefix("mailto:").strip("<>.,; "))
    candidate = re.sub(r"\s+", "", candidate).replace(",", ".")
    return _validated(candidate)
