"""Links from a page to another, relative so that the site works wherever it is put."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urlencode

from site_builder.model.catalogue import Catalogue
from site_builder.model.champs import Fiche
from site_builder.model.kinds import KINDS
from site_builder.model.parcours import Parcours
from site_builder.pages import url_of

# From a record, or an address relative to the site, to its address seen from one page.
Lien = Callable[[Fiche | Parcours | str], str]
_PATH = re.compile(r"[^?#]*")


def relative_url(target: str, page: str) -> str:
    """Return the way from ``page`` to ``target``, both relative to the site.

    A page ends with a slash (empty for the home page); ``target`` may end with a query or
    an anchor.
    """
    folder, slash, _ = target.partition("/")
    if slash and page and not page.startswith(f"{folder}/"):
        # From one kind of page to another: nothing is shared.
        return "../" * page.count("/") + target
    path = _PATH.findall(target)[0]
    there, here = path.split("/")[:-1], page.split("/")[:-1]
    shared = 0
    while shared < min(len(there), len(here)) and there[shared] == here[shared]:
        shared += 1
    steps = [".."] * (len(here) - shared) + there[shared:]
    return "/".join((*(steps or ["."]), "")) + target[len(path) :]


def bind_links(page: str) -> Lien:
    """Return the function that templates call ``lien``, for the page at this address."""

    def lien(target: Fiche | Parcours | str) -> str:
        address = target if isinstance(target, str) else url_of(target)
        if address is None:
            raise ValueError(f"{type(target).__name__} has no sheet to link to")
        return relative_url(address, page)

    return lien


def explorer(**facets: str) -> str:
    """Return the address of the list of all actions with these facets set."""
    return f"actions/?{urlencode(facets)}"


def address_of(catalogue: Catalogue, kind: str, slug: str) -> str | None:
    """Return the address of a record that a text links to, ``None`` if it has no page."""
    record = catalogue.records(kind).get(slug) if kind in KINDS else None
    if record is None:
        return None
    return f"glossaire/#{slug}" if kind == "glossaire" else url_of(record)
