"""Edits of a catalogue at random, record by record, for what is made again after each of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pickle import HIGHEST_PROTOCOL, PickleBuffer, dumps, loads
from random import Random
from typing import Any, TypeVar

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from site_builder.model.catalogue import Catalogue

# « Travail » and « emploi » are the singulars of words that the texts hold: stems change with them.
WORDS = ["Retouche", "travail", "travaux", "emploi", "l’emploi", "RSA", "porte-monnaie", "à"]


M = TypeVar("M")


def kept(maker: M) -> M:
    """Return ``maker`` as it comes back from the disk, with its large parts beside."""
    beside: list[PickleBuffer] = []
    data = dumps(maker, HIGHEST_PROTOCOL, buffer_callback=beside.append)
    again: M = loads(data, buffers=[part.raw() for part in beside])  # noqa: S301 - just made
    return again


def change(catalogue: Catalogue, kind: str, slug: str, **values: Any) -> Catalogue:
    records = catalogue.records(kind)
    changed = records[slug].model_copy(update=values)
    return replace(catalogue, **{kind: {**records, slug: changed}})


def rename(catalogue: Catalogue, kind: str, chance: Random) -> Catalogue:
    slug = chance.choice(sorted(catalogue.records(kind)))
    field = {"contacts": "fonction", "glossaire": "forme"}.get(kind, "nom")
    name = f"{chance.choice(WORDS)} {getattr(catalogue.records(kind)[slug], field)}"
    return change(catalogue, kind, slug, **{field: name})


def describe(catalogue: Catalogue, kind: str, chance: Random) -> Catalogue:
    slug = chance.choice(sorted(catalogue.records(kind)))
    field = {"contacts": "precisions", "glossaire": "definition"}.get(kind, "description")
    return change(catalogue, kind, slug, **{field: " ".join(chance.choices(WORDS, k=9))})


def remove(catalogue: Catalogue, kind: str, chance: Random) -> Catalogue:
    records = dict(catalogue.records(kind))
    if len(records) > 1:
        del records[chance.choice(sorted(records))]
    return replace(catalogue, **{kind: records})


def add(catalogue: Catalogue, kind: str, chance: Random) -> Catalogue:
    records = catalogue.records(kind)
    model = records[chance.choice(sorted(records))]
    slug = f"ajout-{chance.randrange(1000)}"
    added = {**records, slug: model.model_copy(update={"slug": slug})}
    return replace(catalogue, **{kind: dict(sorted(added.items()))})


def move(catalogue: Catalogue, _kind: str, chance: Random) -> Catalogue:
    places = sorted(catalogue.territoires)
    return change(
        catalogue, "territoires", chance.choice(places), parent=chance.choice([None, *places])
    )


EDITS: list[Callable[[Catalogue, str, Random], Catalogue]] = [rename, describe, remove, add, move]
KINDS = ["actions", "structures", "contacts", "territoires", "thematiques", "publics_cibles"]
edits = st.tuples(
    st.sampled_from(EDITS), st.sampled_from([*KINDS, "actions", "glossaire", "pages"]), st.randoms()
)

# Each example is a catalogue made several times: none is made smaller, which would take minutes.
after_edits = settings(
    max_examples=25,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
