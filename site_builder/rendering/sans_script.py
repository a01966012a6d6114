"""What the pages of the questionnaires hold for who reads them without JavaScript.

Up to some two hundred actions, everything: conditions, dates of calls, funding. Beyond, a page
would be megabytes that nobody reads; it leads to the sheets, which say the same of one action.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from site_builder.model.action import Action
from site_builder.model.territoire import Territoire
from site_builder.rendering.listings import Listings

_MOST_ACTIONS = 200
# Dates take little room, and those of the next calls are worth a look.
_NEXT_CALLS = 60


@dataclass(frozen=True, slots=True)
class Regles:
    """The actions that have a rule, by the highest territoires above those that they name.

    Beside each action, whether this is the first time that it is met: an action of two
    territoires is in two groups. ``en_entier`` says that a page has room for their conditions.
    """

    groupes: tuple[tuple[Territoire | None, tuple[tuple[Action, bool], ...]], ...]
    en_entier: bool


@dataclass(frozen=True, slots=True)
class Montrees:
    """The actions that a page shows, and how many it leaves out."""

    actions: tuple[Action, ...]
    reste: int = 0


class SansScript:
    """Gathers actions for the pages of questionnaires. Built once for all of them."""

    def __init__(self, listes: Listings, today: date) -> None:
        """``today`` is the day of the build: calls open and close."""
        self._listes = listes
        self._today = today

    def regles(self, name: str) -> Regles:
        """Return the actions whose rule ``name`` is written: « beneficiaire » or « porteur »."""
        groupes = tuple(self._groups(name))
        count = sum(len(actions) for _, actions in groupes)
        return Regles(groupes, count <= _MOST_ACTIONS)

    def appels(self) -> Montrees:
        """Return the actions with a call for projects, those that close next when they are many."""
        actions = self._listes.actions_with_call(self._today)
        if len(actions) <= _MOST_ACTIONS:
            return Montrees(tuple(actions))
        ahead = [action for action in actions if action.etat_appel(self._today) != "clos"]
        shown = tuple(sorted(ahead, key=_next_day)[:_NEXT_CALLS])
        return Montrees(shown, len(actions) - len(shown))

    def financements(self) -> Montrees:
        """Return the actions whose funding is written, none of them when they are many."""
        actions = tuple(a for a in self._listes.actions_by_name if a.est_financee)
        if len(actions) <= _MOST_ACTIONS:
            return Montrees(actions)
        return Montrees((), len(actions))

    def _groups(
        self, name: str
    ) -> Iterator[tuple[Territoire | None, tuple[tuple[Action, bool], ...]]]:
        seen: set[str] = set()
        for groupe in self._listes.actions():
            found = []
            for action in groupe.records:
                if name in action.regles:
                    found.append((action, action.slug not in seen))
                    seen.add(action.slug)
            if found:
                yield groupe.territoire, tuple(found)


def _next_day(action: Action) -> date:
    """Return the day when a call closes, or opens; without either, it comes last."""
    appel = action.appel_a_projets
    return (appel and (appel.cloture or appel.ouverture)) or date.max
