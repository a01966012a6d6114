"""Web addresses that the site may link to: https, and for links mailto and tel."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from urllib.parse import urlsplit

import idna

from site_builder.vocabulary.courriels import parse_courriel
from site_builder.vocabulary.refusal import ValueRefused, did_you_mean
from site_builder.vocabulary.telephones import parse_telephone

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+-]*):")
_HOST_AND_PATH = re.compile(r"[^\s/?#:@]+\.[^\W\d_]{2,}(?::[0-9]+)?(?:[/?#].*)?")
_TOP_DOMAIN = re.compile(r"[^\W\d_]{2,}|xn--[a-z0-9-]+", re.IGNORECASE)
# The visible signs of ASCII, but those that never stand in an address.
_USUAL = re.compile(r"[!#-;=?-\[\]_a-z~]*")
_NEVER_IN_ADDRESS = frozenset('\\"<>^`{|}')
_LONGEST = 2000


def parse_site_web(text: str) -> str:
    """Return an https address, its scheme and host in lower case.

    Raises ``ValueRefused``: CAT-V320 (http), CAT-V321 (no scheme), CAT-V322 (another
    scheme), CAT-V323 (malformed, or no host), CAT-V324 (a name or password before @).
    """
    address = text.strip()
    if _scheme(address) in {"mailto", "tel"}:
        raise ValueRefused("CAT-V322", scheme=_scheme(address), allowed="https")
    return _https(address, allowed="https")


def parse_lien(text: str) -> str:
    """Return an https address, a ``mailto:`` link to one address or a ``tel:`` link.

    Raises ``ValueRefused`` with the codes of ``parse_site_web``, and with those of
    ``parse_courriel`` and ``parse_telephone`` for what follows ``mailto:`` and ``tel:``.
    """
    address = text.strip()
    scheme, _, rest = address.partition(":")
    if scheme.lower() == "mailto":
        return f"mailto:{parse_courriel(rest)}"
    if scheme.lower() == "tel":
        return parse_telephone(rest).uri
    return _https(address, allowed="https, mailto, tel")


def _https(address: str, *, allowed: str) -> str:
    """Return the normalised https address. Raises ``ValueRefused`` (see above)."""
    if len(address) > _LONGEST or not _is_visible(address):
        raise ValueRefused("CAT-V323")
    scheme = _scheme(address)
    if scheme is None:
        raise ValueRefused("CAT-V321", _with_scheme(address))
    if scheme == "http":
        raise ValueRefused("CAT-V320", did_you_mean(f"https{address[4:]}"))
    if scheme != "https":
        raise ValueRefused("CAT-V322", scheme=scheme, allowed=allowed)
    return _checked(address)


def _scheme(address: str) -> str | None:
    found = _SCHEME.match(address)
    return None if found is None else found.group(1).lower()


def _is_visible(address: str) -> bool:
    return bool(_USUAL.fullmatch(address)) or not any(map(_is_forbidden, address))


def _is_forbidden(char: str) -> bool:
    # Controls, direction marks, other invisible characters, surrogates, spaces.
    return char in _NEVER_IN_ADDRESS or unicodedata.category(char)[0] in "CZ"


def _with_scheme(address: str) -> str | None:
    """Propose the address with the scheme that it seems to lack."""
    bare = address.lstrip("/")
    if _HOST_AND_PATH.fullmatch(bare):
        return did_you_mean(f"https://{bare}")
    if "@" in bare:
        return did_you_mean(f"mailto:{bare}")
    return None


def _checked(address: str) -> str:
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise ValueRefused("CAT-V323") from None
    if "@" in parts.netloc:
        raise ValueRefused("CAT-V324")
    if not address[6:].startswith("//") or host is None or not _is_public_host(host):
        raise ValueRefused("CAT-V323")
    netloc = host if port is None else f"{host}:{port}"
    return f"https://{netloc}{address[8 + len(parts.netloc) :]}"


@lru_cache(1024)
def _is_public_host(host: str) -> bool:
    """Tell whether ``host`` is a domain name that visitors can reach, not a bare IP address."""
    *labels, top = host.split(".")
    if not labels or not _TOP_DOMAIN.fullmatch(top):
        return False
    try:
        idna.encode(host)
    except (idna.IDNAError, UnicodeError):
        return False
    return True
