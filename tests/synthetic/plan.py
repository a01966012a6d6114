"""How many records a synthetic catalogue has, what they are called and which go together.

Everything follows from the rank of a record, so that one may be named before it is written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from site_builder.vocabulary.typographie import fold
from tests.synthetic import words
from tests.synthetic.chance import combination
from tests.synthetic.places import Place, plan_places

_ACTIONS_PER_STRUCTURE = 10
_ACTIONS_PER_PUBLIC = 25
# Of the 60 characters of a slug, 6 are kept for its number.
_SLUG_WORDS = 54


@dataclass(frozen=True)
class Plan:
    """A catalogue of ``actions`` actions; the other kinds follow in proportion."""

    actions: int

    @property
    def structures(self) -> int:
        """The number of structures, each of which carries at least one action."""
        return -(-self.actions // _ACTIONS_PER_STRUCTURE)

    @property
    def publics(self) -> int:
        """The number of publics cibles, each of which is named by at least one action."""
        return min(self.actions, max(12, self.actions // _ACTIONS_PER_PUBLIC))

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Every territoire, parents before children."""
        return plan_places(self.actions)

    @cached_property
    def leaves(self) -> tuple[Place, ...]:
        """The territoires that actions, structures and contacts name first."""
        return tuple(place for place in self.places if place.is_leaf)

    def action_name(self, rank: int) -> tuple[str, str]:
        """Return the name of an action, and the theme that it is about."""
        sorte, theme, lieu = combination(rank, words.SORTES, tuple(words.THEMES), words.LIEUX)
        return f"{sorte} {theme}, {lieu}", theme

    def action_slug(self, rank: int) -> str:
        """Return the slug of the action of that rank."""
        return slug_of(self.action_name(rank)[0], rank)

    def structure_name(self, rank: int) -> tuple[str, str]:
        """Return the name of a structure, and its category."""
        sorte, lieu = combination(rank, tuple(words.ORGANISMES), words.LIEUX)
        return f"{sorte} {lieu}", words.ORGANISMES[sorte]

    def structure_slug(self, rank: int) -> str:
        """Return the slug of the structure of that rank."""
        return slug_of(self.structure_name(rank)[0], rank)

    def structures_of(self, action: int) -> tuple[int, int]:
        """Return the ranks of the structures that carry and steer an action."""
        return action % self.structures, (action * 7 + 1) % self.structures

    def contact_slugs(self, structure: int) -> list[str]:
        """Return the slugs of the contacts of a structure: two, for one structure in three."""
        functions = words.FONCTIONS[: 2 if structure % 3 == 0 else 1]
        return [slug_of(function, structure) for function in functions]

    def public_name(self, rank: int) -> tuple[str, str]:
        """Return the name of a public cible, and its value in data·inclusion."""
        qui, situation = combination(rank, tuple(words.PUBLICS), words.SITUATIONS)
        return f"{qui} {situation}", words.PUBLICS[qui]

    def public_slug(self, rank: int) -> str:
        """Return the slug of the public cible of that rank."""
        return slug_of(self.public_name(rank)[0], rank)

    def leaf_of(self, rank: int) -> Place:
        """Return the territoire of the action or of the structure of that rank."""
        return self.leaves[rank % len(self.leaves)]


def slug_of(name: str, rank: int) -> str:
    """Return a slug made from ``name``, which its number keeps apart from all others."""
    readable = re.sub(r"[^a-z0-9]+", "-", fold(name).replace("’", "-"))[:_SLUG_WORDS].strip("-")
    return f"{readable}-{rank:05d}"
