"""« Partager les réponses », as a référent or an organisation opens it."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect


def link_of(page: Page) -> str:
    """Return the link to the answers, which comes a little after its field is shown."""
    field = page.get_by_label("Lien vers ces réponses")
    expect(field).to_have_value(re.compile("#r1="))
    return field.input_value()
