"""A place to publish in, with a site already there."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from site_builder.build import Written
from tests.build.publishing import publish
from tests.build.variant import write_variant


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A folder named ``site`` that holds the site « old », alone in its parent."""
    folder = tmp_path / "place" / "site"
    assert publish(partial(write_variant, "old"), folder).published
    return folder


@pytest.fixture
def write_new() -> partial[Written]:
    return partial(write_variant, "new")
