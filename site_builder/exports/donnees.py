"""The files that the site publishes under ``data/``: for reuse, and for questionnaires."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Protocol

from site_builder.exports import communes, eligibilite, open_data
from site_builder.model.catalogue import Catalogue


class DataMaker(Protocol):
    """Makes a file of a catalogue, state after state.

    It keeps what each record gave: an edit costs describing again the records that it touches.
    What it makes is what another one would that never saw a former state.
    """

    catalogue: Catalogue
    """The last state: its records are known by their identity."""

    def encode(self, catalogue: Catalogue, today: date, /) -> Iterable[bytes]:
        """Return the file of ``catalogue`` (as published on ``today``), in UTF-8.

        It comes in pieces: that of a large catalogue is large.
        """


MAKERS: Mapping[str, Callable[[], DataMaker]] = {
    eligibilite.URI: eligibilite.EligibiliteMaker,
    open_data.URI: open_data.OpenDataMaker,
    communes.URI: communes.CommunesMaker,
}
"""What makes each file, by its address; that of the longest to make first."""
