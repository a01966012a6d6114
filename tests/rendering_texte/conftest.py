"""A sheet that no text has been printed in."""

from __future__ import annotations

import pytest

from site_builder.rendering.texte import TexteFiche
from tests.rendering_texte.glossaire_fictif import new_sheet


@pytest.fixture
def fiche() -> TexteFiche:
    return new_sheet()
