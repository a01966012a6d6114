"""axe-core, run in a page as it stands."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
_OPTIONS = {
    "runOnly": {"type": "tag", "values": list(RULES)},
    "resultTypes": ["violations"],
}


def find_violations(page: Page) -> list[str]:
    """Return what axe finds wrong, one line for each element: the rule, the element, the help."""
    response = Axe().run(page, options=_OPTIONS).response
    return [
        f"{violation['id']} {node['html'][:160]} ({violation['help']})"
        for violation in response["violations"]
        for node in violation["nodes"]
    ]
