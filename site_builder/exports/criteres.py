"""The rules of a catalogue as the browser reads them: each criterion once, trees of numbers.

A criterion comes with its sentences, for the readers of the rules where it stands, and with
the sentences that say the contrary where a rule shuts it out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import Any

from site_builder.eligibility.phrases import Enonceur
from site_builder.exports.texte_brut import brut
from site_builder.model.catalogue import Catalogue
from site_builder.model.condition import (
    Appreciation,
    Aucune,
    Condition,
    CriterePublicCible,
    CritereQuestion,
    CritereTerritoire,
    Feuille,
    Toutes,
    UneDe,
    children,
)

# Who reads the two rules of an action: to prescribe is to apply the rule of the person.
LECTEURS = {"beneficiaire": ("beneficiaire", "prescripteur"), "porteur": ("porteur",)}

# Two leaves with the same key are written alike; models compare, and hash, far more slowly.
_KEYS: dict[type[Feuille], Callable[[Feuille], tuple[object, ...]]] = {
    model: attrgetter("__class__", *model.model_fields)
    for model in (CritereQuestion, CriterePublicCible, CritereTerritoire, Appreciation)
}
# A group of trees under its key, or the number of a criterion.
Arbre = dict[str, Any] | int


class Criteres:
    """The criteria of a catalogue's rules, numbered in the order in which they are met.

    Each different leaf has a rank as soon as it is read, and a number once a tree holds it.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._publics = catalogue.publics_cibles
        self._enonceur = Enonceur(catalogue)
        self._ranks: dict[tuple[object, ...], int] = {}
        self._leaves: list[Feuille] = []
        # For each leaf, who reads it and whether it is shut out.
        self._readings: list[dict[tuple[str, bool], None]] = []
        self._numbers: dict[int, int] = {}

    def add(self, condition: Condition, lecteurs: Iterable[str]) -> Arbre:
        """Return the tree of ``condition``, and remember who reads its criteria."""
        met = list(self._ranked(condition, exclu=False))
        for lecteur in lecteurs:
            self._read(met, lecteur)
        ranks = (rank for rank, _ in met)
        return self._tree(condition, ranks)

    def describe(self) -> list[dict[str, Any]]:
        """Return the criteria met so far, in the order of their numbers."""
        return [self._describe(self._leaves[rank], self._readings[rank]) for rank in self._numbers]

    def _ranked(self, condition: Condition, *, exclu: bool) -> Iterator[tuple[int, bool]]:
        """Yield the rank of each leaf of ``condition``, in order, and whether it is shut out."""
        if isinstance(condition, Toutes | UneDe | Aucune):
            inside = exclu != isinstance(condition, Aucune)
            for child in children(condition):
                yield from self._ranked(child, exclu=inside)
            return
        key = _KEYS[type(condition)](condition)
        rank = self._ranks.setdefault(key, len(self._leaves))
        if rank == len(self._leaves):
            self._leaves.append(condition)
            self._readings.append({})
        yield rank, exclu

    def _tree(self, condition: Condition, ranks: Iterator[int]) -> Arbre:
        if isinstance(condition, Toutes | UneDe | Aucune):
            [group] = type(condition).model_fields
            return {group: [self._tree(child, ranks) for child in children(condition)]}
        return self._numbers.setdefault(next(ranks), len(self._numbers))

    def _read(self, met: Iterable[tuple[int, bool]], lecteur: str) -> None:
        """Remember that ``lecteur`` reads these leaves, and those of the publics they name."""
        for rank, exclu in met:
            reading = (lecteur, exclu)
            if reading in self._readings[rank]:
                continue
            self._readings[rank][reading] = None
            leaf = self._leaves[rank]
            public = isinstance(leaf, CriterePublicCible) and self._publics.get(leaf.public_cible)
            if public and public.conditions is not None:
                self._read(self._ranked(public.conditions, exclu=exclu), lecteur)

    def _describe(self, leaf: Feuille, readings: Iterable[tuple[str, bool]]) -> dict[str, Any]:
        # A reader who sees a criterion shut out may see its own sentence too.
        lecteurs = {lecteur: None for lecteur, _ in readings}
        shut_out = {lecteur: None for lecteur, exclu in readings if exclu}
        return {
            **_test_of(leaf),
            **({"nature": leaf.nature} if leaf.nature != "obligatoire" else {}),
            **({"source": brut(leaf.source)} if leaf.source else {}),
            **self._sentences("phrase", leaf, lecteurs, exclu=False),
            **self._sentences("phrase_exclu", leaf, shut_out, exclu=True),
        }

    def _sentences(
        self, key: str, leaf: Feuille, lecteurs: Iterable[str], *, exclu: bool
    ) -> dict[str, Any]:
        """Return the sentence under ``key``, or those of each reader under its plural."""
        said = {
            lecteur: brut(self._enonceur.phrase(leaf, lecteur, exclu=exclu)) for lecteur in lecteurs
        }
        if len(set(said.values())) == 1:
            return {key: next(iter(said.values()))}
        return {key.replace("phrase", "phrases"): said} if said else {}


def _test_of(leaf: Feuille) -> dict[str, Any]:
    """Return what a criterion tests, under the keys of the catalogue's format."""
    match leaf:
        case CritereQuestion():
            operands = {name: _plain(operand) for name, operand in leaf.operateurs.items()}
            return {"question": leaf.question, **operands}
        case CriterePublicCible():
            return {"public_cible": leaf.public_cible}
        case CritereTerritoire():
            return {"territoire": list(leaf.territoire)}
        case Appreciation():
            return {"appreciation": brut(leaf.appreciation)}


def _plain(operand: str | tuple[str, ...] | Decimal | date) -> Any:
    match operand:
        case Decimal():
            return nombre(operand)
        case date():
            return operand.isoformat()
        case tuple():
            return list(operand)
        case _:
            return operand


def nombre(value: Decimal) -> int | float:
    """Return a number as JSON writes it: without decimals when it has none."""
    return int(value) if value == value.to_integral_value() else float(value)
