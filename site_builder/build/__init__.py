"""Atomic publication of a site, and the verification that guards it.

Knows neither MkDocs nor the catalogue: it is given a callable that writes a site into an
empty folder. Only a complete, verified site ever takes the place of the one that is online.
"""

from site_builder.build.publication import (
    Publication,
    Publisher,
    Stage,
    Standing,
    Written,
    prepare_to_publish,
)
from site_builder.build.verification import Verified, verify_site

__all__ = [
    "Publication",
    "Publisher",
    "Stage",
    "Standing",
    "Verified",
    "Written",
    "prepare_to_publish",
    "verify_site",
]
