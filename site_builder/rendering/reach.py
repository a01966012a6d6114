"""Which sheets and which lists a change of some records may show on.

Every sheet left out is the same as before. Those that are named may be the same too: what is
told here rests on which records name which, not on the words that a template prints of them.
The same goes for lists, and the fields that they ask of records.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet

from site_builder.model.action import Action
from site_builder.model.catalogue import Catalogue
from site_builder.model.kinds import SITE

Key = tuple[str, str]
Names = Mapping[Key, tuple[Key, ...]]

_EVERYWHERE = {SITE.name, "glossaire", "questions", "territoires", "thematiques"}
"""Kinds that may show on any sheet: explained words, places above places, asked questions."""
_GATHERINGS = {"thematiques", "parcours"}
"""Layouts of the few sheets that gather records from the whole catalogue."""
_SHOWN_WITH_OTHERS = {"contacts", "publics_cibles"}
"""Kinds whose texts stand on the sheets of the records that name them."""

_OF_ACTIONS = {
    "accueil": ("nom", "date_maj", "publie_jusqu_au", "appel_a_projets", "thematiques"),
    "contacts": (),
    "liste_actions": ("nom", "resume", "publie_jusqu_au", "thematiques", "parcours", "territoires"),
    "liste_parcours": ("nom", "parcours", "territoires"),
    "liste_publics_cibles": ("publics_nommes",),
    "liste_structures": (),
    "liste_territoires": ("thematiques", "territoires"),
    "liste_thematiques": ("nom", "thematiques"),
}
"""What lists ask of actions: fields of ``Action.IN_LISTS``. Other lists ask for anything."""
_OTHERS = {
    "contacts": {"contacts", "structures"},
    "liste_actions": {"contacts"},
    "liste_publics_cibles": {"publics_cibles"},
    "liste_structures": {"structures"},
}
"""The kinds that the same lists show besides: links in their texts lead to any record."""
_PRESENCE = ("statut", "publie_du")
"""What decides whether the public sees an action, and is offered it."""


def sheets_shown_on(
    changed: AbstractSet[Key], before: Names, after: Names, catalogue: Catalogue
) -> frozenset[Key] | None:
    """Return the kind and the slug of the sheets on which ``changed`` may show.

    ``changed`` are the records that were added, removed or written otherwise. ``before`` has what
    these named, ``after`` what each record of ``catalogue`` names now: references, and links in
    texts. ``None`` means every sheet. Sheets of themes and paths gather everything: they are not
    in what is returned (see ``gathers`` and ``lists_stay``).
    """
    if any(kind in _EVERYWHERE for kind, _ in changed):
        return None
    # A page that shows a contact or a public shows what these name: a structure, links in a text.
    shown_with = {key for key in _naming(changed, after) if key[0] in _SHOWN_WITH_OTHERS}
    touched = {*changed, *shown_with}
    shown = touched | _naming(touched, after)
    for key in touched:
        shown.update(before.get(key, ()), after.get(key, ()))
    shown.update(_families(shown, catalogue))
    return frozenset(shown)


def gathers(layout: str) -> bool:
    """Tell whether sheets of this layout gather records that they do not name."""
    return layout in _GATHERINGS


def _naming(wanted: AbstractSet[Key], names: Names) -> set[Key]:
    """Return the records that name one of ``wanted``."""
    return {key for key, named in names.items() if not wanted.isdisjoint(named)}


def _families(keys: Iterable[Key], catalogue: Catalogue) -> Iterator[Key]:
    """Yield all the territoires that share their root with one of ``keys``.

    A territoire shows what is offered above it and within it, and who answers around it.
    """
    roots = {
        catalogue.root_of(catalogue.territoires[slug]).slug
        for kind, slug in keys
        if kind == "territoires" and slug in catalogue.territoires
    }
    for slug, territoire in catalogue.territoires.items():
        if roots and catalogue.root_of(territoire).slug in roots:
            yield "territoires", slug


def find_fields(before: Action, after: Action) -> frozenset[str]:
    """Return the fields of an action that lists may ask for and that are no longer the same."""
    names = Action.IN_LISTS
    return frozenset(name for name in names if getattr(before, name) != getattr(after, name))


def lists_stay(fields: AbstractSet[str], kinds: AbstractSet[str]) -> Iterator[str]:
    """Yield the layouts of the lists that are the same as before.

    No record came or went; ``fields`` of some actions have changed, and records of other ``kinds``.
    The sheets that gather records are lists as well: they may show any field that lists ask for.
    """
    if not fields and not kinds:
        yield from _GATHERINGS
    if fields.isdisjoint(_PRESENCE):
        for layout, asked in _OF_ACTIONS.items():
            if fields.isdisjoint(asked) and kinds.isdisjoint(_OTHERS.get(layout, ())):
                yield layout
