"""What the page of a theme, a path or a territoire gathers, cut so that it stays light.

Whatever a page leaves out stands in the list of all actions, which its links filter.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from site_builder.model.action import Action
from site_builder.model.catalogue import Catalogue
from site_builder.model.contact import Contact
from site_builder.model.parcours import Parcours
from site_builder.model.territoire import Territoire
from site_builder.model.thematique import Thematique
from site_builder.rendering.listings import Listings
from site_builder.vocabulary.closed_values import PARCOURS
from site_builder.vocabulary.value import Value

# What a page of 25 KB has room for: rows with a summary, and bare links.
_ROWS = 30
_LINKS = 60
# Fewer actions of each group would tell little of it: their number says more.
_FEWEST = 3
_NEIGHBOURS = 6

T = TypeVar("T", Territoire, Thematique)


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """Some of the actions of a page: those that share ``sujet``, ``None`` for those without.

    ``actions`` are the ones that the page shows, ``nombre`` is how many there are.
    """

    sujet: T | None
    actions: tuple[Action, ...]
    nombre: int

    @property
    def reste(self) -> int:
        """How many the page leaves out."""
        return self.nombre - len(self.actions)


class Facettes:
    """Gathers actions for the pages of facets. Built once for all of them."""

    def __init__(self, catalogue: Catalogue, listes: Listings) -> None:
        self._catalogue = catalogue
        self._listes = listes

    def by_departement(self, actions: Iterable[Action]) -> tuple[Part[Territoire], ...]:
        """Return ``actions`` by the highest territoires above theirs, then those without."""
        return _cut([(g.territoire, g.records) for g in self._listes.by_root(actions)], _ROWS)

    def by_thematique(self, actions: Iterable[Action]) -> tuple[Part[Thematique], ...]:
        """Return ``actions`` by theme, in the order of the site, then those without.

        An action of two themes is in two parts.
        """
        groups: defaultdict[str, list[Action]] = defaultdict(list)
        for action in self._listes.by_name(actions):
            for slug in self._themes.get(action.slug) or [""]:
                groups[slug].append(action)
        themes_and_none = (*self._catalogue.thematiques.items(), ("", None))
        return _cut([(t, groups[slug]) for slug, t in themes_and_none if slug in groups], _LINKS)

    def thematiques(self) -> list[Thematique]:
        """Return the themes that have actions, in the order of the site."""
        return [t for t in self._catalogue.thematiques.values() if self._catalogue.actions_of(t)]

    def neighbours_of(self, thematique: Thematique) -> list[Thematique]:
        """Return the themes that have most actions in common with ``thematique``."""
        shared = Counter(
            slug
            for action in self._catalogue.actions_of(thematique)
            for slug in self._themes.get(action.slug, ())
            if slug != thematique.slug
        )
        return [self._catalogue.thematiques[slug] for slug, _ in shared.most_common(_NEIGHBOURS)]

    @cached_property
    def _themes(self) -> dict[str, tuple[str, ...]]:
        """The themes of each action: pages of territoires ask for them again and again."""
        return {
            slug: tuple([theme.slug for theme in self._listes.themes_of(action)])
            for slug, action in self._catalogue.actions.items()
        }

    def parcours(self) -> list[tuple[Parcours, Value]]:
        """Return the paths of the law, and what the vocabulary says of each."""
        return [(Parcours(nature=value.value), value) for value in PARCOURS]

    def local_names_of(self, parcours: Parcours) -> list[tuple[Territoire | None, list[str]]]:
        """Return what ``parcours`` is called in each département where it has a name."""
        named = []
        for groupe in self._listes.by_root(self._catalogue.actions_of(parcours)):
            names = dict.fromkeys(
                path.libelle_local
                for action in groupe.records
                for path in action.parcours
                if path.nature == parcours.nature and path.libelle_local
            )
            if names:
                named.append((groupe.territoire, [*names]))
        return named

    def places_to_call(
        self, parts: Iterable[Part[Territoire]]
    ) -> list[tuple[Territoire, tuple[Contact, ...]]]:
        """Return the territoires of ``parts`` where somebody answers, and who."""
        places = [part.sujet for part in parts if part.sujet]
        found = ((place, self._catalogue.contacts_within(place)) for place in places)
        return [(place, contacts) for place, contacts in found if contacts]


def _cut(groups: Sequence[tuple[T | None, Sequence[Action]]], room: int) -> tuple[Part[T], ...]:
    """Show as many actions of each group, no more than ``room`` in all.

    Where that would be too few, none is shown: there are so many groups that a page can only
    count what each holds.
    """
    sizes = [len(actions) for _, actions in groups]
    most = room if sum(sizes) <= room else 0
    while most < room and sum(min(most + 1, n) for n in sizes) <= room:
        most += 1
    if most < min(_FEWEST, max(sizes, default=0)):
        most = 0
    return tuple(Part(sujet, tuple(actions[:most]), len(actions)) for sujet, actions in groups)
