"""A fictitious catalogue that fills every field of every kind, and its rendered pages."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from site_builder.loading import Loaded, load_catalogue
from site_builder.model.catalogue import Catalogue
from site_builder.pages import PlannedPage, plan_pages
from site_builder.rendering.renderer import RenderedBody, Renderer

# A day when the fictitious call for projects is open.
TODAY = date(2025, 1, 20)


@pytest.fixture(scope="session")
def templates(root: Path) -> Path:
    return root / "overrides"


@pytest.fixture(scope="session")
def loaded() -> Loaded:
    loaded = load_catalogue(Path(__file__).with_name("catalogue"))
    assert not loaded.problems
    return loaded


@pytest.fixture(scope="session")
def catalogue(loaded: Loaded) -> Catalogue:
    return loaded.catalogue.published(TODAY)


@pytest.fixture(scope="session")
def pages(catalogue: Catalogue, loaded: Loaded) -> dict[str, PlannedPage]:
    return {page.url: page for page in plan_pages(catalogue, loaded.documents)}


@pytest.fixture(scope="session")
def bodies(
    catalogue: Catalogue, templates: Path, pages: dict[str, PlannedPage]
) -> dict[str, RenderedBody]:
    """The body of every page of the fictitious catalogue, by URL."""
    renderer = Renderer(catalogue, templates, TODAY)
    return {url: renderer.render(page) for url, page in pages.items()}
