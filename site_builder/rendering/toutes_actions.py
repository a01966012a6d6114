"""Every action on one page: by département, and by theme within it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
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


def group_by_theme(catalogue: Catalogue, groupes: tuple[Groupe[Action], ...]) -> Iterator[Rayon]:
    """Yield groups of actions with their themes, in the order of ``thematiques.yml``.

    An action of several themes stands under the first of them in that order: once a group.
    """
    ranks = {slug: rank for rank, slug in enumerate(catalogue.thematiques)}
    last = len(ranks)
    for groupe in groupes:
        found: defaultdict[int, list[Action]] = defaultdict(list)
        for action in groupe.records:
            own = (ranks[theme.slug] for theme in catalogue.thematiques_of(action))
            found[min(own, default=last)].append(action)
        names = (*catalogue.thematiques.values(), None)
        themes = tuple((names[rank], tuple(actions)) for rank, actions in sorted(found.items()))
        yield Rayon(groupe.territoire, themes)
