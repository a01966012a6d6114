"""Territoires: real départements, cut into territories that exist nowhere else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice

from site_builder.vocabulary.cog import Commune, cog
from tests.synthetic import words
from tests.synthetic.chance import combination

_ACTIONS_PER_DEPARTEMENT = 125
_TERRITORIES = 6
# Metropolitan départements that are all cut the same way: no city stands alone in its own.
_DEPARTEMENTS = tuple(
    code for code in (f"{number:02d}" for number in range(1, 92)) if code not in {"20", "69", "75"}
)


@dataclass(frozen=True)
class Place:
    """A territoire: its record's values, and what records placed there need."""

    slug: str
    nom: str
    nature: str
    departement: str
    parent: str | None = None
    code: str | None = None
    communes: tuple[str, ...] = ()
    seat: Commune | None = None

    @property
    def is_leaf(self) -> bool:
        """Whether nothing lies within this territoire."""
        return self.seat is not None


def plan_places(actions: int) -> tuple[Place, ...]:
    """Return territoires for that many actions, parents first; each leaf serves an action."""
    count = min(len(_DEPARTEMENTS), max(1, actions // _ACTIONS_PER_DEPARTEMENT))
    # Codes far apart, so that a small catalogue spans the country.
    codes = sorted(_DEPARTEMENTS[rank * 31 % len(_DEPARTEMENTS)] for rank in range(count))
    places = chain.from_iterable(_departement(rank, code) for rank, code in enumerate(codes))
    return _with_few_leaves(tuple(places), actions)


def _with_few_leaves(places: tuple[Place, ...], most: int) -> tuple[Place, ...]:
    """Keep at most that many leaves, and the territoires above them."""
    leaves = list(islice((place for place in places if place.is_leaf), most))
    kept = {place.slug for place in leaves} | {place.parent for place in leaves}
    kept |= {place.parent for place in places if place.slug in kept}
    return tuple(place for place in places if place.slug in kept)


def _departement(rank: int, code: str) -> Iterator[Place]:
    """Yield a département, territories that share its communes, an EPCI and its seat."""
    found = cog().departement(code)
    if found is None:
        raise ValueError(f"no département {code}")
    top = f"departement-{code}"
    yield Place(top, f"{found.nom} (données fictives)", "departement", code, code=code)
    communes = [place for place in cog().communes_of_departement(code) if place.codes_postaux]
    size = -(-len(communes) // _TERRITORIES)
    for part in range(_TERRITORIES):
        share = communes[part * size : (part + 1) * size]
        number = rank * _TERRITORIES + part
        yield Place(
            f"territoire-{code}-{part + 1}",
            " ".join(combination(number, words.PAYS, words.LIEUX)),
            "insertion",
            code,
            parent=top,
            communes=tuple(commune.code for commune in share),
            seat=share[0],
        )
    yield from _epci(rank, code, top, communes)


def _epci(rank: int, code: str, top: str, communes: list[Commune]) -> Iterator[Place]:
    inside = (c for c in communes if c.epci and cog().departements_of_epci(c.epci) == (code,))
    seat = next(inside)
    above = f"intercommunalite-{code}"
    lieu = words.LIEUX[rank]
    yield Place(above, f"Intercommunalité {lieu}", "epci", code, parent=top, code=seat.epci)
    yield Place(
        f"commune-{code}",
        f"Commune de {lieu}",
        "commune",
        code,
        parent=above,
        code=seat.code,
        seat=seat,
    )
