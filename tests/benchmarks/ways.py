"""The ways in which a catalogue is built, checked or shown, as reports name them."""

from __future__ import annotations

from enum import StrEnum


class Way(StrEnum):
    """Ours first, then those of peers; within each, from the whole to the small."""

    COLD = "`catalogue build`, neither cache nor former site"
    UNCHANGED = "`catalogue build` again, nothing changed"
    PARAGRAPH = "`catalogue build`, a paragraph of one action changed"
    NAME = "`catalogue build`, the name of one action changed"
    CHECK = "`catalogue check`, no cache"
    PREVIEW = "`catalogue serve`, until it is stopped"
    HUGO = "Hugo"
    HUGO_SEARCH = "Hugo, with a JSON search file"
    MKDOCS = "MkDocs + Material, lists in the nav"
    MKDOCS_NAV = "MkDocs + Material, every page in the nav"


OURS = (Way.COLD, Way.UNCHANGED, Way.PARAGRAPH, Way.NAME, Way.CHECK, Way.PREVIEW)
