"""From a commune to the territoires that it belongs to.

A territoire holds a commune when it names it, or names its EPCI or its département; whatever
stands above it in the catalogue then holds the commune too. The official code says the rest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from site_builder.model.catalogue import Catalogue
from site_builder.model.territoire import Territoire
from site_builder.vocabulary.cog import Commune, cog

# What a person answers whose commune is in none of the catalogue's départements.
AILLEURS = "ailleurs"


class Lieux:
    """The places of a catalogue, indexed once; each commune is looked up once."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._territoires = catalogue.territoires
        self._by_commune: defaultdict[str, list[Territoire]] = defaultdict(list)
        self._by_epci: defaultdict[str, list[Territoire]] = defaultdict(list)
        self._by_departement: defaultdict[str, list[Territoire]] = defaultdict(list)
        for territoire in catalogue.territoires.values():
            self._index(territoire)
        self._known: dict[str, frozenset[str]] = {}
        # By the territoires that name the commune, its EPCI and its département: few differ.
        self._around: dict[tuple[tuple[str, ...], str | None, str], frozenset[str]] = {}

    def _index(self, territoire: Territoire) -> None:
        if territoire.code:
            named = {
                "commune": self._by_commune,
                "epci": self._by_epci,
                "departement": self._by_departement,
            }
            if territoire.nature in named:
                named[territoire.nature][territoire.code].append(territoire)
        for code in territoire.communes:
            self._by_commune[code].append(territoire)
        for code in territoire.epci:
            self._by_epci[code].append(territoire)

    def territoires_of(self, commune: str) -> frozenset[str]:
        """Return the slugs of the territoires that hold a commune, given by its INSEE code.

        A municipal arrondissement is in its city. Anything else (« ailleurs », a code that
        does not exist) is in no territoire.
        """
        if commune not in self._known:
            place = cog().commune(commune)
            if place is None:
                # Not remembered: answers are not ours, and there is no end to what they hold.
                return frozenset()
            self._known[commune] = self.territoires_around(place)
        return self._known[commune]

    def places(self) -> dict[str, frozenset[str]]:
        """Return the slugs of the territoires that hold each of ``communes``, by its code."""
        return {place.code: self.territoires_around(place) for place in self.communes()}

    def territoires_around(self, commune: Commune) -> frozenset[str]:
        """Return the slugs of the territoires that hold a commune."""
        named = self._naming(commune)
        key = tuple([territoire.slug for territoire in named]), commune.epci, commune.departement
        found = self._around.get(key)
        if found is None:
            found = self._around[key] = frozenset(self._above(commune))
        return found

    def _naming(self, commune: Commune) -> list[Territoire]:
        """Return the territoires that name a commune, or the city that it is a part of."""
        named = self._by_commune.get(commune.code, [])
        return [*named, *self._by_commune.get(commune.parente, [])] if commune.parente else named

    def departements(self) -> tuple[str, ...]:
        """Return the codes of the départements that the territoires lie in, in order."""
        return self._departements

    def communes(self) -> Iterator[Commune]:
        """Yield the communes and arrondissements of these départements, in order of codes."""
        for code in self._departements:
            yield from cog().communes_of_departement(code)

    @cached_property
    def _departements(self) -> tuple[str, ...]:
        places = cog()
        codes = {code for code in self._by_departement if places.departement(code)}
        codes |= {
            found for code in self._by_commune if (found := places.departement_of_commune(code))
        }
        for epci in self._by_epci:
            codes.update(places.departements_of_epci(epci))
        return tuple(sorted(codes))

    def _above(self, commune: Commune) -> set[str]:
        """Return the territoires that name ``commune``, and those above them.

        A département counts by its own code alone: an EPCI, or a local territoire, that lies
        in two of them does not carry a commune from one into the other.
        """
        held: set[str] = set()
        pending = [
            *self._naming(commune),
            *self._by_epci.get(commune.epci or "", ()),
            *self._by_departement.get(commune.departement, ()),
        ]
        while pending:
            territoire = pending.pop()
            is_departement = territoire.nature == "departement"
            if is_departement and territoire.code != commune.departement:
                continue
            # Each territoire once: a loop of parents ends there.
            if territoire.slug in held:
                continue
            held.add(territoire.slug)
            if above := self._territoires.get(territoire.parent or ""):
                pending.append(above)
        return held
