"""How the records of a page are gathered: by territoire, by structure, by letter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import Generic, Protocol, TypeVar

from site_builder.model.action import Action
from site_builder.model.catalogue import Catalogue
from site_builder.model.contact import Contact
from site_builder.model.glossaire import Terme
from site_builder.model.page import Page
from site_builder.model.structure import Structure
from site_builder.model.territoire import Territoire
from site_builder.model.thematique import Thematique
from site_builder.rendering.names import service_of
from site_builder.vocabulary.typographie import fold

# A table says more than cards from this many places on; and a phone is this many numbers wide.
_MANY_PLACES = 3
_MOST_SERVICES = 2


class Named(Protocol):
    """A record that lists can sort."""

    @property
    def slug(self) -> str:
        """Unique among the records of its kind."""

    @property
    def nom(self) -> str:
        """What a list shows."""


# Names are compared again and again, page after page: those of a large catalogue, all at once.
_folded = lru_cache(1 << 15)(fold)

N = TypeVar("N", bound=Named)
P = TypeVar("P", Action, Structure)


@dataclass(frozen=True, slots=True)
class Groupe(Generic[N]):
    """Records under the territoire that they share, ``None`` for those that name none."""

    territoire: Territoire | None
    records: tuple[N, ...]


@dataclass(frozen=True, slots=True)
class Annuaire:
    """Telephones by territoire: in each row, one contact for each of the services."""

    services: tuple[str, ...]
    rangees: tuple[tuple[Territoire, tuple[Contact, ...]], ...]


@dataclass(frozen=True, slots=True)
class Departement:
    """A territoire without parent, and the groups of contacts that stand within it."""

    territoire: Territoire | None
    groupes: tuple[Groupe[Contact], ...]


def by_name(records: Iterable[N]) -> list[N]:
    """Return the records in the order of a French dictionary."""
    return sorted(records, key=lambda record: (_folded(record.nom), record.slug))


class Listings:
    """Gathers the records of a catalogue for its pages. Built once for all of them."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        # By the slugs that actions name: many name the same.
        self._contacts: dict[tuple[str, ...], tuple[Groupe[Contact], ...]] = {}
        self._roots_in_words: dict[tuple[str, ...], str] = {}
        self._roots_of: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._themes: dict[tuple[str, ...], tuple[Thematique, ...]] = {}
        # By the identity of the record.
        self._ranks: dict[int, int] = {}

    def rank_names(self) -> None:
        """Sort all records beforehand: a site shows each of them by name again and again."""
        catalogue = self._catalogue
        self._ranks = {id(action): rank for rank, action in enumerate(self.actions_by_name)}
        for records in (catalogue.structures, catalogue.publics_cibles, catalogue.territoires):
            ordered: list[Named] = by_name(records.values())
            self._ranks.update((id(record), rank) for rank, record in enumerate(ordered))

    def by_name(self, records: Iterable[N]) -> list[N]:
        """Return records of the catalogue, all of one kind, in the order of a dictionary."""
        if not self._ranks:
            return by_name(records)
        ranks = self._ranks
        return sorted(records, key=lambda record: ranks[id(record)])

    def themes_of(self, action: Action) -> tuple[Thematique, ...]:
        """Return the themes of ``action``; actions that deal with the same have the same."""
        themes = self._themes.get(action.thematiques)
        if themes is None:
            themes = self._catalogue.thematiques_of(action)
            self._themes[action.thematiques] = themes
        return themes

    def pages(self) -> list[Page]:
        """Return the editorial pages: those with a rank by rank, then the others by name."""
        last = float("inf")
        pages = by_name(self._catalogue.pages.values())
        return sorted(pages, key=lambda page: last if page.ordre is None else page.ordre)

    def contacts_of(self, action: Action) -> tuple[Groupe[Contact], ...]:
        """Return the contacts of ``action`` under each of their territoires, by name.

        Actions that name the same contacts get the same groups.
        """
        groupes = self._contacts.get(action.contacts)
        if groupes is None:
            groupes = self._by_territoire(self._catalogue.contacts_of(action))
            self._contacts[action.contacts] = groupes
        return groupes

    def shared_precisions(self, groupes: Sequence[Groupe[Contact]]) -> str | None:
        """Return what is said of every contact alike, so that it is printed once."""
        contacts = {contact.slug: contact for groupe in groupes for contact in groupe.records}
        said = {contact.precisions for contact in contacts.values()}
        return said.pop() if len(contacts) > 1 and len(said) == 1 else None

    def directory(self, groupes: Sequence[Groupe[Contact]]) -> Annuaire | None:
        """Return contacts as a table, when the same services answer in each of many places.

        ``None`` when they don't, or when there is more to say of a contact than its number.
        """
        if len(groupes) < _MANY_PLACES or len(groupes[0].records) > _MOST_SERVICES:
            return None
        said = self.shared_precisions(groupes)
        rows: list[tuple[Territoire, dict[str, Contact]]] = []
        for groupe in groupes:
            place = groupe.territoire
            if place is None or not all(_is_a_number(contact, said) for contact in groupe.records):
                return None
            row = {service_of(contact.fonction, place.nom): contact for contact in groupe.records}
            if len(row) < len(groupe.records) or (rows and row.keys() != rows[0][1].keys()):
                return None
            rows.append((place, row))
        services = tuple(rows[0][1])
        rangees = ((place, tuple(row[service] for service in services)) for place, row in rows)
        return Annuaire(services, tuple(rangees))

    def contacts(self) -> tuple[Departement, ...]:
        """Return every contact, by territoire, within the territoire that holds them all."""
        tree: defaultdict[str, list[Groupe[Contact]]] = defaultdict(list)
        for groupe in self._by_territoire(by_name(self._catalogue.contacts.values())):
            place = groupe.territoire
            tree[self._catalogue.root_of(place).slug if place else ""].append(groupe)
        found = (
            Departement(self._catalogue.territoires.get(slug), _root_first(slug, groupes))
            for slug, groupes in tree.items()
        )
        return tuple(sorted(found, key=lambda group: _place_key(group.territoire)))

    def actions(self) -> tuple[Groupe[Action], ...]:
        """Return every action, by the highest territoire above those that it names."""
        return self._actions

    @cached_property
    def actions_by_name(self) -> tuple[Action, ...]:
        """Every action, in the order of a French dictionary."""
        return tuple(by_name(self._catalogue.actions.values()))

    def structures(self) -> tuple[Groupe[Structure], ...]:
        """Return every structure, by the highest territoire above those that it names."""
        return self.by_root(self._catalogue.structures.values())

    def roots(self) -> list[Territoire]:
        """Return the territoires that have none above them, by name."""
        territoires = self._catalogue.territoires.values()
        return by_name(t for t in territoires if self._catalogue.root_of(t).slug == t.slug)

    def participations(
        self, action: Action
    ) -> list[tuple[str, list[tuple[str | None, list[Structure]]]]]:
        """Return each role, and (precisions, structures) that play it, in the file's order."""
        structures = self._catalogue.structures
        roles: dict[str, dict[str | None, list[Structure]]] = {}
        for part in action.structures:
            if part.structure in structures:
                same = roles.setdefault(part.role, {}).setdefault(part.precisions, [])
                same.append(structures[part.structure])
        return [(role, list(parts.items())) for role, parts in roles.items()]

    def roots_in_words(self, action: Action) -> str:
        """Return the names of the highest territoires above those that ``action`` names."""
        words = self._roots_in_words.get(action.territoires)
        if words is None:
            places = map(self._catalogue.root_of, self._catalogue.territoires_of(action))
            words = ", ".join({place.slug: place.nom for place in places}.values())
            self._roots_in_words[action.territoires] = words
        return words

    def recent_actions(self, count: int) -> list[Action]:
        """Return the ``count`` actions whose sheets changed last, latest first."""
        dated = (action for action in self.actions_by_name if action.date_maj)
        return sorted(dated, key=lambda a: a.date_maj or date.min, reverse=True)[:count]

    def actions_with_call(self, today: date) -> list[Action]:
        """Return the actions on offer with a call for projects: open ones, then those to come."""
        states = ("ouvert", "a-venir", "clos", None)
        ranked = [
            (states.index(action.etat_appel(today)), action)
            for action in self.actions_by_name
            if action.appel_a_projets and action.est_proposee(today)
        ]
        return [action for _, action in sorted(ranked, key=lambda pair: pair[0])]

    def glossaire(self) -> tuple[tuple[str, tuple[Terme, ...]], ...]:
        """Return (letter, terms) pairs in alphabetical order; « # » for what is no letter."""
        letters: defaultdict[str, list[Terme]] = defaultdict(list)
        for terme in by_name(self._catalogue.glossaire.values()):
            letter = fold(terme.forme)[:1].upper()
            letters[letter if letter.isalpha() else "#"].append(terme)
        return tuple((letter, tuple(termes)) for letter, termes in sorted(letters.items()))

    def synonymes_of(self, terme: Terme) -> list[str]:
        """Return the synonyms of ``terme`` that are other words, not its plural or capitals."""
        return [word for word in terme.synonymes if _singular(word) != _singular(terme.forme)]

    def _by_territoire(self, contacts: Iterable[Contact]) -> tuple[Groupe[Contact], ...]:
        groups: defaultdict[str, list[Contact]] = defaultdict(list)
        for contact in contacts:
            places = self._catalogue.territoires_of(contact)
            for slug in [place.slug for place in places] or [""]:
                groups[slug].append(contact)
        return self._named_groups(groups)

    def by_root(self, records: Iterable[P]) -> tuple[Groupe[P], ...]:
        """Return ``records`` by the highest territoire above those that each names."""
        return self._by_root(self.by_name(records))

    @cached_property
    def _actions(self) -> tuple[Groupe[Action], ...]:
        return self._by_root(self.actions_by_name)

    def _by_root(self, records: Iterable[P]) -> tuple[Groupe[P], ...]:
        groups: defaultdict[str, list[P]] = defaultdict(list)
        for record in records:
            slugs = self._roots_of.get(record.territoires)
            if slugs is None:
                places = self._catalogue.territoires_of(record)
                slugs = tuple({self._roots[place.slug]: None for place in places}) or ("",)
                self._roots_of[record.territoires] = slugs
            for slug in slugs:
                groups[slug].append(record)
        return self._named_groups(groups)

    @cached_property
    def _roots(self) -> dict[str, str]:
        """The highest territoire above each, itself when it has no parent."""
        territoires = self._catalogue.territoires
        return {slug: self._catalogue.root_of(t).slug for slug, t in territoires.items()}

    def _named_groups(self, groups: dict[str, list[N]]) -> tuple[Groupe[N], ...]:
        territoires = self._catalogue.territoires
        named = (Groupe(territoires.get(slug), tuple(found)) for slug, found in groups.items())
        return tuple(sorted(named, key=lambda group: _place_key(group.territoire)))


def _is_a_number(contact: Contact, said: str | None) -> bool:
    """Tell whether a telephone is all there is to a contact, but for what is ``said`` above."""
    more = contact.courriel or contact.horaires_accueil or contact.precisions != said
    return bool(contact.telephone) and not more


def _singular(words: str) -> str:
    return " ".join(word.rstrip("s") for word in fold(words).split())


def _root_first(root: str, groupes: list[Groupe[Contact]]) -> tuple[Groupe[Contact], ...]:
    return tuple(sorted(groupes, key=lambda g: g.territoire is None or g.territoire.slug != root))


def _place_key(territoire: Territoire | None) -> tuple[bool, str, str]:
    """Sort by name, what has no territoire at the end."""
    if territoire is None:
        return (True, "", "")
    return (False, _folded(territoire.nom), territoire.slug)
