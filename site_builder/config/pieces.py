"""What makers of whole files kept of each record, from run to run.

A maker that has made its file once makes it again, once some records changed, for what the change
costs. What it knows is kept with the records that it learnt it from, and left as it is until those
are written again: it then catches up with all the edits since.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar
from uuid import UUID

from site_builder.cache import Store
from site_builder.model.catalogue import Catalogue


class Maker(Protocol):
    """What makes files of a catalogue, state after state."""

    catalogue: Catalogue
    """The last state, as published: its records are known by their identity."""


M = TypeVar("M", bound=Maker)


@dataclass(frozen=True, slots=True)
class _Kept:
    """A maker, and the name of the records that it learnt from."""

    records: UUID
    maker: object


@dataclass(frozen=True, slots=True)
class Pieces:
    """What makers know. ``None`` stands for what is not kept.

    ``base`` is the catalogue that makers were shown when they were kept with the records named
    ``records``; ``new`` is the name of those that are kept now.
    """

    store: Store | None = None
    suffix: str = ""
    records: UUID | None = None
    base: Catalogue | None = None
    new: UUID | None = None

    def recall(self, name: str, make: Callable[[], M]) -> M:
        """Return the maker kept under ``name``, or a new one."""
        maker = make()
        if self.store is None or self.base is None:
            return maker
        kept = self.store.read(f"{name}.{self.suffix}")
        if not isinstance(kept, _Kept) or kept.records != self.records:
            return maker
        if not isinstance(kept.maker, type(maker)):
            return maker
        kept.maker.catalogue = self.base
        return kept.maker

    def keep(self, name: str, maker: Maker) -> None:
        """Keep ``maker`` under ``name``, if the records that it was shown are kept too."""
        if self.store is None or self.new is None:
            return
        shown, maker.catalogue = maker.catalogue, Catalogue()
        try:
            self.store.write(f"{name}.{self.suffix}", _Kept(self.new, maker))
        finally:
            maker.catalogue = shown
