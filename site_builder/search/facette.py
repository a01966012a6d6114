"""Which facets the page of all actions has, and what each tells of an action."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from site_builder.model.action import Action
from site_builder.model.catalogue import Catalogue
from site_builder.model.territoire import Territoire
from site_builder.vocabulary.closed_values import MOBILISABLE_PAR, MODES_ACCUEIL, PARCOURS, TYPES
from site_builder.vocabulary.typographie import fold
from site_builder.vocabulary.value import Vocabulary


@dataclass(frozen=True, slots=True)
class Facette:
    """What actions are filtered by: its values with their labels, and those of each action.

    ``parents`` is the rank of the value above each, for values that have one. A facet that
    stands ``apart`` is long, and few visitors unfold it.
    """

    cle: str
    titre: str
    noms: Mapping[str, str]
    values_of: Callable[[Action], Iterable[str]]
    parents: tuple[int, ...] | None = None
    apart: bool = False


def facettes_of(catalogue: Catalogue) -> tuple[Facette, ...]:
    """Return the facets of the actions of ``catalogue``, in the order in which they are shown."""
    places = tuple(_tree_of(catalogue))
    ranks = {place.slug: rank for rank, place in enumerate(places)}
    above = (catalogue.parent_of(place) for place in places)
    return (
        Facette(
            "territoire",
            "Territoire",
            {place.slug: place.nom for place in places},
            lambda action: action.territoires,
            parents=tuple(ranks[place.slug] if place else -1 for place in above),
        ),
        Facette(
            "thematique",
            "Thématique",
            {slug: theme.nom for slug, theme in catalogue.thematiques.items()},
            lambda action: (theme.slug for theme in catalogue.thematiques_of(action)),
        ),
        _closed("parcours", "Parcours", PARCOURS, lambda a: (path.nature for path in a.parcours)),
        Facette("public", "Public", _names(catalogue.publics_cibles), _publics, apart=True),
        Facette("structure", "Structure", _names(catalogue.structures), _structures, apart=True),
        _closed("type", "Type d’action", TYPES, lambda a: (a.type,) if a.type else ()),
        _closed("prescripteur", "Qui peut la demander", MOBILISABLE_PAR, _mobilisable_par),
        _closed("accueil", "Accueil", MODES_ACCUEIL, lambda action: action.modes_accueil),
    )


def _publics(action: Action) -> tuple[str, ...]:
    return action.publics_nommes


def _closed(
    cle: str, titre: str, vocabulary: Vocabulary, values_of: Callable[[Action], Iterable[str]]
) -> Facette:
    return Facette(cle, titre, {entry.value: entry.label for entry in vocabulary}, values_of)


def _mobilisable_par(action: Action) -> Iterable[str]:
    return action.mobilisable_par


def _names(records: Mapping[str, Any]) -> dict[str, str]:
    """Return the names of records by slug, in the order of a French dictionary."""
    ordered = sorted(records.values(), key=lambda record: (fold(record.nom), record.slug))
    return {record.slug: record.nom for record in ordered}


def _structures(action: Action) -> Iterable[str]:
    return (part.structure for part in action.structures)


def _tree_of(catalogue: Catalogue) -> Iterator[Territoire]:
    """Yield every territoire by name, each followed by those within it."""

    def by_name(places: Iterable[Territoire]) -> list[Territoire]:
        return sorted(places, key=lambda place: (fold(place.nom), place.slug))

    seen: set[str] = set()
    roots = by_name(p for p in catalogue.territoires.values() if catalogue.root_of(p) is p)
    # Those left are in a loop, which the checks report.
    others = by_name(catalogue.territoires.values())
    for root in (*roots, *others):
        waiting = [root]
        while waiting:
            place = waiting.pop()
            if place.slug not in seen:
                seen.add(place.slug)
                yield place
                waiting += reversed(by_name(catalogue.children_of(place)))
