"""What the facets of actions say, worked out from the catalogue itself, one action at a time."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from random import Random
from typing import Any

from site_builder.model.action import Action
from site_builder.model.catalogue import Catalogue
from site_builder.search.documents import documents_of
from site_builder.search.facette import facettes_of
from site_builder.search.facettes import make_facettes
from site_builder.search.fichiers import Fichiers
from tests.recherche.donnees import pages_of

ETATS = ("ouvert", "suspendu", "appel-ouvert")
Selection = Mapping[str, Iterable[str]]


@dataclass(frozen=True)
class Brutes:
    """The actions of a catalogue as they are offered on a day."""

    catalogue: Catalogue
    today: date

    @cached_property
    def slugs(self) -> tuple[str, ...]:
        """The actions, in the order of the index of the search."""
        documents = documents_of(self.catalogue, pages_of(self.catalogue))
        return tuple(document.slug for document in documents if document.kind == "actions")

    @cached_property
    def files(self) -> Fichiers:
        """The files that a site publishes."""
        return make_facettes(self.catalogue, self.slugs)

    @cached_property
    def values(self) -> dict[str, dict[str, frozenset[str]]]:
        """By facet, by value, the slugs of its actions."""
        catalogue = self.catalogue
        by_sheet = {
            "territoire": catalogue.territoires,
            "public": catalogue.publics_cibles,
            "structure": catalogue.structures,
        }
        found = {
            cle: {
                slug: frozenset(action.slug for action in catalogue.actions_of(record))
                for slug, record in records.items()
            }
            for cle, records in by_sheet.items()
        }
        of_action: dict[str, Callable[[Action], Iterable[str]]] = {
            "thematique": lambda action: [t.slug for t in catalogue.thematiques_of(action)],
            "parcours": lambda action: [path.nature for path in action.parcours],
            "type": lambda action: [action.type] if action.type else [],
            "prescripteur": lambda action: action.mobilisable_par,
            "accueil": lambda action: action.modes_accueil,
            "etat": self._etats_of,
        }
        for cle, values_of in of_action.items():
            every = ETATS if cle == "etat" else self.labels[cle]
            found[cle] = {
                value: frozenset(
                    slug for slug, one in catalogue.actions.items() if value in values_of(one)
                )
                for value in every
            }
        return {cle: found[cle] for cle in (*self.labels, "etat")}

    @cached_property
    def labels(self) -> dict[str, Mapping[str, str]]:
        """By facet, the label of each value."""
        return {facette.cle: facette.noms for facette in facettes_of(self.catalogue)}

    def _etats_of(self, action: Action) -> Iterable[str]:
        if action.est_proposee(self.today):
            yield "ouvert"
        if action.statut == "suspendu":
            yield "suspendu"
        if action.etat_appel(self.today) == "ouvert":
            yield "appel-ouvert"

    def passing(self, selection: Selection, among: Iterable[str] | None = None) -> frozenset[str]:
        """Return what a selection leaves of some actions, of all by default."""
        left = frozenset(self.slugs if among is None else among)
        for cle, values in selection.items():
            if values := tuple(values):
                left &= frozenset().union(*(self.values[cle][value] for value in values))
        return left

    def counts(
        self, selection: Selection, among: Iterable[str] | None = None
    ) -> dict[str, dict[str, int]]:
        """Return, by facet, how many of the actions that pass the others each value has."""
        among = None if among is None else tuple(among)
        return {
            cle: {
                value: len(self.passing({**selection, cle: ()}, among) & actions)
                for value, actions in values.items()
            }
            for cle, values in self.values.items()
        }

    def random_selection(self, chance: Random) -> dict[str, list[str]]:
        """Return values of some facets, among those that actions have or not."""
        cles = chance.sample(sorted(self.values), chance.choice((0, 1, 1, 2, 2, 3, 4)))
        chosen = {}
        for cle in cles:
            values = list(self.values[cle])
            if values:
                chosen[cle] = chance.sample(values, min(len(values), chance.choice((1, 1, 2, 3))))
        return chosen

    def first(self) -> dict[str, Any]:
        """Return the first file, read."""
        described: dict[str, Any] = json.loads(self.files.files[self.files.first])
        return described
