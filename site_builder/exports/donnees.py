"""The files that the site publishes under ``data/``: for reuse, and for questionnaires."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial

from site_builder.exports import communes, eligibilite, open_data
from site_builder.model.catalogue import Catalogue

URIS = (eligibilite.URI, open_data.URI, communes.URI)
"""Their addresses, that of the longest to make first."""


class DataMaker:
    """Makes the files of a catalogue, state after state.

    It keeps what each record gave: an edit costs describing again the records that it touches.
    What it makes is what another one would that never saw a former state.
    """

    def __init__(self) -> None:
        """Know of no state."""
        self._eligibilite = eligibilite.EligibiliteMaker()
        self._communes = communes.CommunesMaker()

    def encode(self, catalogue: Catalogue, today: date) -> dict[str, Callable[[], Iterable[bytes]]]:
        """Return what makes each file of ``catalogue`` (as published on ``today``), by address.

        A file comes in pieces: that of a large catalogue is large.
        """
        return {
            eligibilite.URI: partial(self._eligibilite.encode, catalogue, today),
            open_data.URI: partial(open_data.encode_catalogue, catalogue),
            communes.URI: lambda: [self._communes.encode(catalogue)],
        }


def encode_data(catalogue: Catalogue, today: date) -> dict[str, Callable[[], Iterable[bytes]]]:
    """Return the same as ``DataMaker.encode``, for one state alone."""
    return DataMaker().encode(catalogue, today)
