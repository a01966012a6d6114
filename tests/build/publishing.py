"""Publishing in one call, for tests that do nothing between the folder aside and the site."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from site_builder.build import Publication, Standing, Written, prepare_to_publish

UNKNOWN = Standing()


def publish(
    write: Callable[[Path], Written], out: Path, *, standing: Standing = UNKNOWN, **options: Any
) -> Publication:
    """Have ``write`` write a site, and publish it at ``out``; options are those of both steps."""
    sources = options.pop("sources", ())
    with prepare_to_publish(out, sources=sources, standing=standing) as publisher:
        return publisher.publish(write, **options)
