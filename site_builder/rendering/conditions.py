"""A tree of conditions in words: what a template prints as nested lists.

Three things of the tree are not shown as they are written. Leaves that only give priority
exclude nobody, and what a professional judges is in nobody's power to answer: both are listed
apart, but for judgements within a group, which keep their place. Groups that say nothing more
than what they hold (a list of one, « toutes » directly within « toutes ») are merged into what
surrounds them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from site_builder.eligibility.phrases import Enonceur
from site_builder.model.catalogue import Catalogue
from site_builder.model.champs import Fiche
from site_builder.model.condition import (
    Appreciation,
    Aucune,
    Condition,
    CriterePublicCible,
    Feuille,
    Groupe,
    Toutes,
    UneDe,
    children,
    leaves,
)

_NO_BREAK = "\u00a0"
# The same few criteria come back from action to action.
_SENTENCES_REMEMBERED = 8192
_TITRES: dict[type[Groupe], str] = {
    Toutes: f"Toutes ces conditions{_NO_BREAK}:",
    UneDe: f"Au moins une de ces conditions{_NO_BREAK}:",
    Aucune: f"Aucune de ces situations{_NO_BREAK}:",
}


@dataclass(frozen=True, slots=True)
class Enonce:
    """A condition in words: a sentence for a leaf, a title over others for a group.

    ``record`` is the public cible that ``phrase`` names, to link to; ``appreciation`` says
    that only a professional can settle it.
    """

    phrase: str
    enonces: tuple[Enonce, ...] = ()
    record: Fiche | None = None
    appreciation: bool = False


@dataclass(frozen=True, slots=True)
class ConditionsEnMots:
    """What a tree asks of everyone, what a professional judges, and what gives priority.

    All of ``obligatoires`` and ``appreciations`` must hold. Falsy when there is nothing to say.
    """

    obligatoires: tuple[Enonce, ...] = ()
    appreciations: tuple[Enonce, ...] = ()
    prioritaires: tuple[Enonce, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.obligatoires or self.appreciations or self.prioritaires)


class Enonces:
    """Puts the conditions of a catalogue into words. Built once for all pages."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._enonceur = Enonceur(catalogue)
        self._leaf = lru_cache(_SENTENCES_REMEMBERED)(self._state)

    def describe(self, condition: Condition | None, lecteur: str) -> ConditionsEnMots:
        """Return ``condition`` in words, its questions as ``lecteur`` is asked them."""
        if condition is None:
            return ConditionsEnMots()
        everyone = tuple(self._spread(condition, lecteur, within=Toutes))
        first = [leaf for leaf in leaves(condition) if leaf.nature == "prioritaire"]
        return ConditionsEnMots(
            obligatoires=tuple([enonce for enonce in everyone if not enonce.appreciation]),
            appreciations=tuple([enonce for enonce in everyone if enonce.appreciation]),
            prioritaires=tuple([self._leaf(leaf, lecteur) for leaf in first]),
        )

    def _spread(self, condition: Condition, lecteur: str, within: type[Groupe]) -> Iterable[Enonce]:
        """Return the statements of ``condition``, merged into a group of kind ``within``."""
        kind = type(condition)
        if kind not in _TITRES:
            leaf = cast("Feuille", condition)
            return () if leaf.nature == "prioritaire" else (self._leaf(leaf, lecteur),)
        inside = tuple(
            enonce for child in children(condition) for enonce in self._spread(child, lecteur, kind)
        )
        # « Aucune » of one still says no; a list of one of the others says nothing.
        if not inside or (kind is not Aucune and (kind is within or len(inside) == 1)):
            return inside
        return (Enonce(_TITRES[kind], inside),)

    def _state(self, leaf: Feuille, lecteur: str) -> Enonce:
        appreciation = isinstance(leaf, Appreciation)
        if isinstance(leaf, CriterePublicCible) and not leaf.phrase:
            record = self._catalogue.publics_cibles.get(leaf.public_cible)
            # The name of a public, alone, makes the link to its sheet.
            return Enonce(record.nom if record else leaf.public_cible, record=record)
        return Enonce(self._enonceur.phrase(leaf, lecteur), appreciation=appreciation)
