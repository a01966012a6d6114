"""What an edit of a catalogue changes: the records themselves, and those that show them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import compress
from operator import is_not

from site_builder.model.catalogue import Catalogue
from site_builder.model.champs import Fiche
from site_builder.model.kinds import KINDS
from site_builder.model.public_cible import PublicCible
from site_builder.model.structure import Structure
from site_builder.model.territoire import Territoire
from site_builder.model.thematique import Thematique

Key = tuple[str, str]
"""The name of a kind of records, and a slug."""


def find_changed(before: Catalogue, after: Catalogue) -> set[Key]:
    """Return the records that came, went, or are no longer the very same object."""
    changed: set[Key] = set()
    for kind in KINDS:
        former, present = before.records(kind), after.records(kind)
        if former is not present:
            changed.update((kind, slug) for slug in former.keys() - present.keys())
            are_others = map(is_not, map(former.get, present), present.values())
            changed.update((kind, slug) for slug in compress(present, are_others))
    return changed


def find_touched(before: Catalogue, after: Catalogue) -> set[Key]:
    """Return the records that changed, and those of which a text names one of them.

    An action shows the names of its structures, for instance, and of all territoires above its
    own. Only a contact's structure and territoires count as named, and nothing of the glossary.
    """
    changed = find_changed(before, after)
    if not any(map(before.records, KINDS)):
        return changed
    touched = set(changed)
    for catalogue in (before, after):
        for kind, slug in changed:
            record = catalogue.records(kind).get(slug)
            if record is not None:
                touched.update(_named_in(catalogue, record))
    return touched


def _named_in(catalogue: Catalogue, record: Fiche) -> Iterator[Key]:
    """Yield the records that name ``record``, or what stands within it."""
    match record:
        case Structure():
            yield from _keys("actions", catalogue.actions_of(record))
            yield from _keys("contacts", catalogue.contacts_of(record))
            yield from _keys("structures", catalogue.services_of(record))
        case PublicCible() | Thematique():
            yield from _keys("actions", catalogue.actions_of(record))
        case Territoire():
            for place in (record, *catalogue.within(record)):
                yield "territoires", place.slug
                yield from _keys("actions", catalogue.actions_naming(place))
                yield from _keys("structures", catalogue.structures_in(place))
                yield from _keys("contacts", catalogue.contacts_in(place))


def _keys(kind: str, records: Iterable[Fiche]) -> Iterator[Key]:
    return ((kind, record.slug) for record in records)
