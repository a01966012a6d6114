"""The catalogue: every record by its slug, and the relations between them.

Relations are indexed once, in one pass over the records; a template asks, it never searches.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import TypeVar

from site_builder.model.action import Action
from site_builder.model.champs import Fiche
from site_builder.model.contact import Contact
from site_builder.model.glossaire import Terme
from site_builder.model.page import Page
from site_builder.model.parcours import Parcours
from site_builder.model.profil import Profil
from site_builder.model.public_cible import PublicCible
from site_builder.model.question import Question
from site_builder.model.site import Site
from site_builder.model.structure import Structure
from site_builder.model.territoire import Territoire
from site_builder.model.thematique import Thematique

R = TypeVar("R", bound=Fiche)


def _found(records: Mapping[str, R], slugs: Iterable[str]) -> tuple[R, ...]:
    """Return the records that exist, in the order asked for."""
    return tuple([records[slug] for slug in slugs if slug in records])


@dataclass(frozen=True)
class Catalogue:
    """All records of a catalogue; a reference to a record that is missing is passed over."""

    site: Site = field(default_factory=Site)
    actions: Mapping[str, Action] = field(default_factory=dict)
    publics_cibles: Mapping[str, PublicCible] = field(default_factory=dict)
    structures: Mapping[str, Structure] = field(default_factory=dict)
    contacts: Mapping[str, Contact] = field(default_factory=dict)
    territoires: Mapping[str, Territoire] = field(default_factory=dict)
    pages: Mapping[str, Page] = field(default_factory=dict)
    profils: Mapping[str, Profil] = field(default_factory=dict)
    questions: Mapping[str, Question] = field(default_factory=dict)
    glossaire: Mapping[str, Terme] = field(default_factory=dict)
    thematiques: Mapping[str, Thematique] = field(default_factory=dict)

    def records(self, kind: str) -> Mapping[str, Fiche]:
        """Return the records of ``kind`` (a name of the table of kinds), by slug."""
        records: Mapping[str, Fiche] = getattr(self, kind)
        return records

    def published(self, today: date) -> Catalogue:
        """Return the catalogue as the public sees it on ``today``: no draft, no archive.

        A suspended action, or one whose dates are past, keeps its sheet, which says so.
        """
        visible = {
            slug: action
            for slug, action in self.actions.items()
            if action.statut in ("publie", "suspendu")
            and not (action.publie_du and action.publie_du > today)
        }
        return replace(self, actions=visible)

    def index(self) -> None:
        """Index all relations now, rather than each when it is first asked for."""
        for name, relation in vars(Catalogue).items():
            if isinstance(relation, cached_property):
                getattr(self, name)

    # From a record to those it names

    def publics_of(self, action: Action) -> tuple[PublicCible, ...]:
        """Return the publics that ``action`` is meant for."""
        return _found(self.publics_cibles, action.publics_cibles)

    def participations_of(self, action: Action, *roles: str) -> tuple[tuple[str, Structure], ...]:
        """Return (role, structure) pairs of ``action``, all roles when none is named."""
        known = self.structures
        return tuple(
            [
                (part.role, known[part.structure])
                for part in action.structures
                if part.structure in known and (not roles or part.role in roles)
            ]
        )

    def structures_of(self, action: Action, *roles: str) -> tuple[Structure, ...]:
        """Return the structures of ``action`` that play one of ``roles`` (any by default)."""
        found = self.participations_of(action, *roles)
        return tuple({structure.slug: structure for _, structure in found}.values())

    def territoires_of(self, record: Action | Structure | Contact) -> tuple[Territoire, ...]:
        """Return the territoires that ``record`` names."""
        return _found(self.territoires, record.territoires)

    def see_also(self, action: Action) -> tuple[Action, ...]:
        """Return the actions that ``action`` points to."""
        return _found(self.actions, action.voir_aussi)

    def contacts_of(self, record: Action | Structure) -> tuple[Contact, ...]:
        """Return the contacts that ``record`` names, then those that name the structure."""
        named = _found(self.contacts, record.contacts)
        if isinstance(record, Structure):
            named += self._contacts_by_structure.get(record.slug, ())
        return tuple({contact.slug: contact for contact in named}.values())

    def rattachement_of(self, structure: Structure) -> Structure | None:
        """Return the structure that ``structure`` is a service of."""
        return self.structures.get(structure.rattachement or "")

    def structure_of(self, contact: Contact) -> Structure | None:
        """Return the structure that answers behind ``contact``."""
        return self.structures.get(contact.structure or "")

    def parent_of(self, territoire: Territoire) -> Territoire | None:
        """Return the territoire that ``territoire`` belongs to."""
        return self.territoires.get(territoire.parent or "")

    def ancestors_of(self, territoire: Territoire) -> tuple[Territoire, ...]:
        """Return the territoires above ``territoire``, nearest first; a loop stops there."""
        line: dict[str, Territoire] = {}
        above = self.parent_of(territoire)
        while above and above.slug != territoire.slug and above.slug not in line:
            line[above.slug] = above
            above = self.parent_of(above)
        return tuple(line.values())

    def root_of(self, territoire: Territoire) -> Territoire:
        """Return the highest territoire above ``territoire``, itself when it has no parent."""
        return (territoire, *self.ancestors_of(territoire))[-1]

    def thematiques_of(self, action: Action) -> tuple[Thematique, ...]:
        """Return the themes of the site that gather what ``action`` deals with."""
        known = self._thematiques
        found = {t.slug: t for value in action.thematiques for t in known.get(value, ())}
        return tuple(found.values())

    # From a record to those that name it

    def actions_of(
        self, record: PublicCible | Structure | Territoire | Thematique | Parcours
    ) -> tuple[Action, ...]:
        """Return the actions that name ``record``.

        Of a territoire: also those that name a territoire above it, or within it. Of a path:
        those of its nature, whatever it is called locally.
        """
        match record:
            case PublicCible():
                return self._actions_by_public.get(record.slug, ())
            case Structure():
                return self._actions_by_structure.get(record.slug, ())
            case Thematique():
                return self._actions_by_thematique.get(record.slug, ())
            case Parcours():
                return self._actions_by_parcours.get(record.nature, ())
            case Territoire():
                places = (record, *self.ancestors_of(record), *self.within(record))
                found = (a for place in places for a in self.actions_naming(place))
                return tuple({action.slug: action for action in found}.values())

    def actions_naming(self, territoire: Territoire) -> tuple[Action, ...]:
        """Return the actions that name exactly ``territoire``."""
        return self._actions_by_territoire.get(territoire.slug, ())

    def roles_of(self, structure: Structure, action: Action) -> tuple[str, ...]:
        """Return the roles that ``structure`` plays in ``action``, in the file's order."""
        return tuple(p.role for p in action.structures if p.structure == structure.slug)

    def services_of(self, structure: Structure) -> tuple[Structure, ...]:
        """Return the structures that are services of ``structure``."""
        return self._services.get(structure.slug, ())

    def structures_in(self, territoire: Territoire) -> tuple[Structure, ...]:
        """Return the structures that name ``territoire``."""
        return self._structures_by_territoire.get(territoire.slug, ())

    def contacts_in(self, territoire: Territoire) -> tuple[Contact, ...]:
        """Return the contacts that answer for exactly ``territoire``."""
        return self._contacts_by_territoire.get(territoire.slug, ())

    def contacts_within(self, territoire: Territoire) -> tuple[Contact, ...]:
        """Return the contacts of all that stands in ``territoire``, which has no parent."""
        return self._contacts_by_root.get(territoire.slug, ())

    def children_of(self, territoire: Territoire) -> tuple[Territoire, ...]:
        """Return the territoires directly within ``territoire``."""
        return self._children.get(territoire.slug, ())

    def within(self, territoire: Territoire) -> Iterator[Territoire]:
        """Yield the territoires within ``territoire``, at any depth; a loop stops there."""
        seen = {territoire.slug}
        waiting = [territoire]
        while waiting:
            for place in self.children_of(waiting.pop()):
                if place.slug not in seen:
                    seen.add(place.slug)
                    waiting.append(place)
                    yield place

    def covers(self, territoire: Territoire, place: Territoire) -> bool:
        """Tell whether ``territoire`` is ``place`` or one of its ancestors."""
        line = (place, *self.ancestors_of(place))
        return any(above.slug == territoire.slug for above in line)

    @cached_property
    def _actions_by_public(self) -> dict[str, tuple[Action, ...]]:
        return _index((slug, a) for a in self.actions.values() for slug in a.publics_nommes)

    @cached_property
    def _actions_by_structure(self) -> dict[str, tuple[Action, ...]]:
        return _index((p.structure, a) for a in self.actions.values() for p in a.structures)

    @cached_property
    def _actions_by_territoire(self) -> dict[str, tuple[Action, ...]]:
        return _index((slug, a) for a in self.actions.values() for slug in a.territoires)

    @cached_property
    def _actions_by_thematique(self) -> dict[str, tuple[Action, ...]]:
        return _index((t.slug, a) for a in self.actions.values() for t in self.thematiques_of(a))

    @cached_property
    def _actions_by_parcours(self) -> dict[str, tuple[Action, ...]]:
        return _index((p.nature, a) for a in self.actions.values() for p in a.parcours)

    @cached_property
    def _structures_by_territoire(self) -> dict[str, tuple[Structure, ...]]:
        return _index((slug, s) for s in self.structures.values() for slug in s.territoires)

    @cached_property
    def _services(self) -> dict[str, tuple[Structure, ...]]:
        return _index((s.rattachement, s) for s in self.structures.values() if s.rattachement)

    @cached_property
    def _contacts_by_structure(self) -> dict[str, tuple[Contact, ...]]:
        return _index((c.structure, c) for c in self.contacts.values() if c.structure)

    @cached_property
    def _contacts_by_territoire(self) -> dict[str, tuple[Contact, ...]]:
        return _index((slug, c) for c in self.contacts.values() for slug in c.territoires)

    @cached_property
    def _contacts_by_root(self) -> dict[str, tuple[Contact, ...]]:
        return _index(
            (self.root_of(place).slug, c)
            for c in self.contacts.values()
            for place in self.territoires_of(c)
        )

    @cached_property
    def _thematiques(self) -> dict[str, tuple[Thematique, ...]]:
        return _index((v, t) for t in self.thematiques.values() for v in t.data_inclusion)

    @cached_property
    def _children(self) -> dict[str, tuple[Territoire, ...]]:
        return _index((t.parent, t) for t in self.territoires.values() if t.parent)


def _index(pairs: Iterable[tuple[str, R]]) -> dict[str, tuple[R, ...]]:
    """Group records by key, each once, in the order met."""
    groups: defaultdict[str, list[R]] = defaultdict(list)
    for key, record in pairs:
        group = groups[key]
        # All the pairs of a record come in a row.
        if not group or group[-1] is not record:
            group.append(record)
    return {key: tuple(records) for key, records in groups.items()}
