"""Slugs: the names of files, and of pages in addresses."""

from __future__ import annotations

import re

from site_builder.vocabulary.refusal import ValueRefused, did_you_mean
from site_builder.vocabulary.typographie import fold

SLUG_PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*$"
SLUG_LENGTH = 60

_SLUG = re.compile(SLUG_PATTERN.strip("^$"))


def parse_slug(text: str) -> str:
    """Return ``text`` when it is a slug.

    Raises ``ValueRefused``: CAT-V350 (other signs than a-z, 0-9 and single hyphens),
    CAT-V351 (more than 60 characters).
    """
    if not _SLUG.fullmatch(text):
        slug = slugify(text)
        raise ValueRefused("CAT-V350", did_you_mean(slug) if slug else None)
    if len(text) > SLUG_LENGTH:
        suggestion = did_you_mean(slugify(text))
        raise ValueRefused("CAT-V351", suggestion, count=len(text), limit=SLUG_LENGTH)
    return text


def slugify(text: str) -> str:
    """Return the slug nearest to ``text``, cut between words; empty when nothing is left."""
    slug = re.sub("[^a-z0-9]+", "-", fold(text)).strip("-")
    if len(slug) <= SLUG_LENGTH:
        return slug
    head = slug[: SLUG_LENGTH + 1].rpartition("-")[0]
    return head or slug[:SLUG_LENGTH]
