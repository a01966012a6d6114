"""A tree of conditions in words: what a template prints as nested lists.

Three things of the tree are not shown as they are written. Leaves that only give priority
exclude nobody, and what a professional judges is in nobody's power to answer: both are listed
apart, but for judgements within a group, which keep their place. Groups that say nothing more
than what they hold (a list of one, « toutes » directly within « toutes ») are merged into what
surrounds them.
"""

from __future__ import annotations

from dataclasses import dataclass
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
)

_NO_BREAK = "\u00a0"
# The same few criteria come back from action to action.
_SENTENCES_REMEMBERED = 16384
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


_NOTHING = ConditionsEnMots()


class Enonces:
    """Puts the conditions of a catalogue into words. Built once for all pages."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._enonceur = Enonceur(catalogue)
        self._leaves: dict[tuple[object, ...], Enonce] = {}

    def describe(self, condition: Condition | None, lecteur: str) -> ConditionsEnMots:
        """Return ``condition`` in words, its questions as ``lecteur`` is asked them."""
        if condition is None:
            return _NOTHING
        everyone: list[Enonce] = []
        first: list[Enonce] = []
        self._spread(condition, lecteur, Toutes, everyone, first)
        return ConditionsEnMots(
            obligatoires=tuple([enonce for enonce in everyone if not enonce.appreciation]),
            appreciations=tuple([enonce for enonce in everyone if enonce.appreciation]),
            prioritaires=tuple(first),
        )

    def _spread(
        self,
        condition: Condition,
        lecteur: str,
        within: type[Groupe],
        into: list[Enonce],
        first: list[Enonce],
    ) -> None:
        """Add the statements of ``condition`` to those of a group of kind ``within``.

        What only gives priority goes to ``first``.
        """
        kind = type(condition)
        if kind not in _TITRES:
            leaf = cast("Feuille", condition)
            (first if leaf.nature == "prioritaire" else into).append(self._leaf(leaf, lecteur))
            return
        inside: list[Enonce] = []
        for child in children(condition):
            self._spread(child, lecteur, kind, inside, first)
        # « Aucune » of one still says no; a list of one of the others says nothing.
        if not inside or (kind is not Aucune and (kind is within or len(inside) == 1)):
            into += inside
        else:
            into.append(Enonce(_TITRES[kind], tuple(inside)))

    def _leaf(self, leaf: Feuille, lecteur: str) -> Enonce:
        """Return what was said of a leaf with the same values, which are in the same order."""
        key = (lecteur, type(leaf), *leaf.__dict__.values())
        known = self._leaves.get(key)
        if known is None:
            if len(self._leaves) >= _SENTENCES_REMEMBERED:
                self._leaves.clear()
            known = self._leaves[key] = self._state(leaf, lecteur)
        return known

    def _state(self, leaf: Feuille, lecteur: str) -> Enonce:
        appreciation = type(leaf) is Appreciation
        if type(leaf) is CriterePublicCible and not leaf.phrase:
            record = self._catalogue.publics_cibles.get(leaf.public_cible)
            # The name of a public, alone, makes the link to its sheet.
            return Enonce(record.nom if record else leaf.public_cible, record=record)
        return Enonce(self._enonceur.phrase(leaf, lecteur), appreciation=appreciation)
