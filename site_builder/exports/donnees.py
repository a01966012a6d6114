"""The files that the site publishes under ``data/``: for reuse, and for questionnaires."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from site_builder.exports import communes, eligibilite, open_data
from site_builder.model.catalogue import Catalogue

URIS = (eligibilite.URI, open_data.URI, communes.URI)
"""Their addresses, that of the longest to make first."""


def describe_data(catalogue: Catalogue, today: date) -> dict[str, Callable[[], str]]:
    """Return what makes each file of ``catalogue`` (as published on ``today``), by address."""
    return {
        eligibilite.URI: partial(eligibilite.describe_eligibilite, catalogue, today),
        open_data.URI: partial(open_data.describe_catalogue, catalogue),
        communes.URI: partial(communes.describe_communes, catalogue),
    }
