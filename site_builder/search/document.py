"""A document: something to be found, with its address and its texts."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from site_builder.model.kinds import FOLDERS
from site_builder.vocabulary.typographie import fold

# Kinds without sheets: where each record stands in the page of its kind.
_ANCHORS = {"contacts": "contact-", "glossaire": ""}
# The kind of a page written by hand at the root of the site.
SITE = "site"
# The kind of those in the folder « guides/ », for the editors of the catalogue.
GUIDES = "guides"
_NOT_IN_SLUG = re.compile("[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Document:
    """Something to be found.

    ``precision`` tells apart documents of the same title: a département, a structure. Then
    its texts, which may hold Markdown: ``alias``, other names; ``resume``; ``themes``, what
    it is filed under (themes, places, paths, categories); ``corps``, all the rest; ``mots``,
    words that stand nowhere in it, and by which people call what it is about.
    """

    kind: str
    slug: str
    titre: str
    precision: str = ""
    alias: str = ""
    resume: str = ""
    themes: str = ""
    corps: str = ""
    mots: str = ""

    @property
    def url(self) -> str:
        """Address relative to the site."""
        before, after = place_of(self.kind)
        return f"{before}{self.slug}{after}"


def slug_of_title(title: str, folded: Callable[[str], str] = fold) -> str:
    """Return the slug that ``title`` would have, which most slugs begin like."""
    return _NOT_IN_SLUG.sub("-", folded(title)).strip("-")


def shared(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike."""
    least = min(len(one), len(other))
    if one[:least] == other[:least]:
        return least
    return next(place for place in range(least) if one[place] != other[place])


def place_of(kind: str) -> tuple[str, str]:
    """Return what stands before and after the slug in the addresses of ``kind``."""
    if kind in _ANCHORS:
        return f"{kind}/#{_ANCHORS[kind]}", ""
    folder = FOLDERS[kind].url if kind in FOLDERS else kind
    return (f"{folder}/" if kind != SITE else ""), "/"
