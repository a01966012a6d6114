"""Where a link leads, seen from a page of the site.

Follows the URL standard (https://url.spec.whatwg.org/) as far as a static site needs.
"""

from __future__ import annotations

import posixpath
import re
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_IGNORED = re.compile(r"[\t\n\r]")
# Most links: up a few folders, down to a file or a folder, then perhaps to a part of it.
_PLAIN = re.compile(
    r"((?>(?:\.\./)*)) (?=[\w-])"
    r" ((?>(?:[\w-][\w.-]*+/)*) (?>(?:[\w-][\w.-]*+)?)) (?:\#([\w=-]*+))?",
    re.ASCII | re.VERBOSE,
)
_EDGES = "".join(map(chr, range(0x21)))


class Elsewhere(Enum):
    """What can be said of a link that does not lead to a file of the site."""

    SAFE = auto()
    """https, mail, telephone, or an image written in place."""
    UNENCRYPTED = auto()
    """http."""
    FORBIDDEN = auto()
    """Any other scheme; ``javascript:`` above all."""
    OUTSIDE = auto()
    """An address without a host that climbs out of the site."""


_SCHEMES = {
    "https": Elsewhere.SAFE,
    "mailto": Elsewhere.SAFE,
    "tel": Elsewhere.SAFE,
    "http": Elsewhere.UNENCRYPTED,
}


class Target(NamedTuple):
    """A place in the site: a path from its root, decoded, and a fragment, ``""`` for none."""

    path: str
    fragment: str


class Addresses:
    """Resolves the links of a site published at ``site_url`` (``""``: at the root of a host)."""

    def __init__(self, site_url: str) -> None:
        parts = urlsplit(site_url)
        self._base_path = parts.path.rstrip("/") + "/"
        self._origin = f"{parts.scheme}://{parts.netloc}".lower() if parts.netloc else None

    def resolve(self, link: str, document: str) -> Target | Elsewhere:
        """Say where ``link`` leads from ``document``, a path from the root of the site."""
        plain = _PLAIN.fullmatch(link)
        if plain is not None:
            return _resolve_plain(document, *plain.groups())
        address = _clean(link)
        scheme = _SCHEME.match(address)
        if scheme or address.startswith("//"):
            own_path = self._strip_origin(address)
            if own_path is None:
                return _judge_scheme(scheme[1].lower() if scheme else "https", address)
            address = own_path
        path, _, fragment = address.partition("#")
        path = unquote(path.partition("?")[0])
        resolved = self._resolve_path(path, document)
        if resolved is None:
            return Elsewhere.OUTSIDE
        return Target(resolved, _decode_fragment(fragment))

    def _strip_origin(self, address: str) -> str | None:
        """Return the path of an absolute address of this very site, otherwise ``None``."""
        if self._origin is None or not address.lower().startswith(self._origin):
            return None
        rest = address[len(self._origin) :]
        # The host must end here, and the path must be ours: a neighbour on the same host,
        # named in full, is another site.
        if not f"{rest}/".startswith(self._base_path):
            return None
        return rest or "/"

    def _resolve_path(self, path: str, document: str) -> str | None:
        """Join ``path`` to ``document``; ``None`` when it climbs out of the site."""
        if not path:
            return document
        if path.startswith("/"):
            if not f"{path}/".startswith(self._base_path):
                return None
            joined = path[len(self._base_path) :]
        else:
            joined = document[: document.rfind("/") + 1] + path
        normal = posixpath.normpath(joined) if joined else "."
        if normal == ".." or normal.startswith("../"):
            return None
        if normal == ".":
            return ""
        is_folder = joined.endswith(("/", "/.", "/.."))
        return f"{normal}/" if is_folder else normal


@lru_cache(4096)
def fragment_of(link: str) -> str:
    """Return the fragment of a link that begins with it: most links of a page to itself do.

    The same few come back from page to page.
    """
    return _decode_fragment(_clean(link)[1:])


def _resolve_plain(
    document: str, above: str, below: str, fragment: str | None
) -> Target | Elsewhere:
    folder = document[: document.rfind("/") + 1]
    for _ in range(len(above) // len("../")):
        if not folder:
            return Elsewhere.OUTSIDE
        folder = folder[: folder.rfind("/", 0, -1) + 1]
    return Target(folder + below, _decode_fragment(fragment) if fragment else "")


def _clean(link: str) -> str:
    return _IGNORED.sub("", link).strip(_EDGES)


def _decode_fragment(fragment: str) -> str:
    """Return the place of a page that a fragment names, ``""`` when it names none.

    « :~: » says which text to show; « action=x » is for a script, the page may have such a place.
    """
    place = unquote(fragment.partition(":~:")[0])
    return "" if "=" in place else place


def _judge_scheme(scheme: str, address: str) -> Elsewhere:
    if scheme == "data" and address[5:].lower().startswith("image/"):
        return Elsewhere.SAFE
    return _SCHEMES.get(scheme, Elsewhere.FORBIDDEN)
