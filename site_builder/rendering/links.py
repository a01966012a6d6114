"""Links from a page to another, relative so that the site works wherever it is put."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from urllib.parse import quote_plus

from markupsafe import Markup

from site_builder.model.catalogue import Catalogue
from site_builder.model.champs import Fiche
from site_builder.model.kinds import KINDS
from site_builder.model.parcours import Parcours
from site_builder.model.structure import Structure
from site_builder.model.territoire import Territoire
from site_builder.model.thematique import Thematique
from site_builder.pages import url_of
from site_builder.rendering.html import escape_attribute, escape_words, safe
from site_builder.rendering.names import shared_opening
from site_builder.rendering.texte import brut

# From a record, or an address relative to the site, to its address seen from one page, to print.
Lien = Callable[[Fiche | Parcours | str], Markup]
# Addresses of records as the sheets of one folder see them, by the identity of the record, which
# is kept beside so that no other takes its place.
Known = dict[int, tuple[Fiche, Markup]]
_PATH = re.compile(r"[^?#]*")
# What follows the address of a page that is named itself.
_NO_FOLDER = ("", "?", "#")
_LINKS_REMEMBERED = 8192
_NO_BREAK = "\u00a0"


def relative_url(target: str, page: str) -> str:
    """Return the way from ``page`` to ``target``, both relative to the site.

    A page ends with a slash (empty for the home page); ``target`` may end with a query or
    an anchor.
    """
    folder, slash, _ = target.partition("/")
    if slash and page and not page.startswith(f"{folder}/"):
        # From one kind of page to another: nothing is shared.
        return "../" * page.count("/") + target
    # Most of the others: below the page, or beside it.
    if page and target.startswith(page):
        rest = target[len(page) :]
        return rest if rest[:1] not in _NO_FOLDER else f"./{rest}"
    above = page[: page.rfind("/", 0, -1) + 1]
    if above and target.startswith(above):
        return f"../{target[len(above) :]}"
    return _spelt_out(target, page)


def _spelt_out(target: str, page: str) -> str:
    """Return the way to ``target`` by the folders that it shares with ``page``."""
    path = _PATH.findall(target)[0]
    there, here = path.split("/")[:-1], page.split("/")[:-1]
    shared = 0
    while shared < min(len(there), len(here)) and there[shared] == here[shared]:
        shared += 1
    steps = [".."] * (len(here) - shared) + there[shared:]
    return "/".join((*(steps or ["."]), "")) + target[len(path) :]


def bind_links(page: str, own: Fiche | Parcours | None = None, known: Known | None = None) -> Lien:
    """Return the function that templates call ``lien``, for the page at this address.

    ``known`` is shared by the sheets of one folder, from which every record but their ``own`` has
    the same address.
    """
    seen: Known = {} if known is None else known

    def lien(target: Fiche | Parcours | str) -> Markup:
        if isinstance(target, str):
            return escape_words(relative_url(target, page))
        if target is not own and (found := seen.get(id(target))):
            return found[1]
        address = url_of(target)
        if address is None:
            raise ValueError(f"{type(target).__name__} has no sheet to link to")
        way = safe(escape_attribute(relative_url(address, page)))
        if target is not own and isinstance(target, Fiche):
            seen[id(target)] = (target, way)
        return way

    return lien


def renvoi(record: Fiche, lien: Lien) -> Markup:
    """Return a link to the sheet of ``record``, by its name."""
    return _link(lien(record), getattr(record, "nom"))  # noqa: B009 - whatever has a sheet has one


def renvois(records: Sequence[Structure | Territoire | Thematique], lien: Lien) -> Markup:
    """Return links to several sheets, separated by commas.

    What many names begin with is said once, before them.
    """
    debut = shared_opening(records)
    links = ", ".join([_link(lien(record), record.nom[len(debut) :]) for record in records])
    return safe(f"{brut(debut)}{_NO_BREAK}: {links}" if debut else links)


@lru_cache(_LINKS_REMEMBERED)
def _link(address: str, nom: str) -> Markup:
    return safe(f'<a href="{address}">{brut(nom)}</a>')


def explorer(**facets: str) -> str:
    """Return the address of the list of all actions with these facets set."""
    query = "&".join([f"{name}={_quoted(value)}" for name, value in facets.items()])
    return f"actions/?{query}"


_quoted = lru_cache(_LINKS_REMEMBERED)(quote_plus)


def address_of(catalogue: Catalogue, kind: str, slug: str) -> str | None:
    """Return the address of a record that a text links to, ``None`` if it has no page."""
    record = catalogue.records(kind).get(slug) if kind in KINDS else None
    if record is None:
        return None
    return f"glossaire/#{slug}" if kind == "glossaire" else url_of(record)
