"""The site of the repository's own catalogue."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.site_reader import BuiltSite


@pytest.fixture(scope="session")
def site(built_site: Path) -> BuiltSite:
    return BuiltSite(built_site)
