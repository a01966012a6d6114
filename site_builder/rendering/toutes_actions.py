"""Every action on one page: by département, and by theme within it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from site_builder.model.action import Action
from site_builder.model.catalogue import Catalogue
from site_builder.model.territoire import Territoire
from site_builder.model.thematique import Thematique
from site_builder.rendering.listings import Groupe


@dataclass(frozen=True, slots=True)
class Rayon:
    """The actions of a territoire, each under one theme; ``None`` for those without."""

    territoire: Territoire | None
    themes: tuple[tuple[Thematique | None, tuple[Action, ...]], ...]


class Rangees:
    """What the page prints of each territoire. A preview prints again what an edit touched."""

    def __init__(self, former: Rangees | None = None) -> None:
        """``former`` has printed an earlier state, with the same templates, on the same day."""
        self._printed: dict[str, tuple[Rayon, str]] = dict(former._printed) if former else {}

    def of(self, rayon: Rayon, macro: Callable[..., str], *arguments: object) -> str:
        """Return what ``macro`` prints of ``rayon``, which nothing but its records decides."""
        key = rayon.territoire.slug if rayon.territoire else ""
        printed = self._printed.get(key)
        if printed is None or printed[0] != rayon:
            printed = self._printed[key] = rayon, macro(rayon, *arguments)
        return printed[1]


def group_by_theme(catalogue: Catalogue, groupes: tuple[Groupe[Action], ...]) -> Iterator[Rayon]:
    """Yield groups of actions with their themes, in the order of ``thematiques.yml``.

    An action of several themes stands under the first of them in that order: once a group.
    """
    ranks = {slug: rank for rank, slug in enumerate(catalogue.thematiques)}
    last = len(ranks)
    # By what actions deal with: many deal with the same.
    firsts: dict[tuple[str, ...], int] = {}
    for groupe in groupes:
        found: defaultdict[int, list[Action]] = defaultdict(list)
        for action in groupe.records:
            first = firsts.get(action.thematiques)
            if first is None:
                own = (ranks[theme.slug] for theme in catalogue.thematiques_of(action))
                first = firsts[action.thematiques] = min(own, default=last)
            found[first].append(action)
        names = (*catalogue.thematiques.values(), None)
        themes = tuple((names[rank], tuple(actions)) for rank, actions in sorted(found.items()))
        yield Rayon(groupe.territoire, themes)
