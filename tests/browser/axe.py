"""axe-core, run in a page as it stands."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
_SCRIPT = Axe().axe_script
_RUN = """
async (options) => {
  const { violations } = await axe.run(options);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `${id} ${html.slice(0, 160)} (${help})`));
}
"""


def find_violations(page: Page, *, contrast: bool = True) -> list[str]:
    """Return what axe finds wrong, one line for each element: the rule, the element, the help.

    Contrast is what takes it longest: do without where ``LOW_CONTRAST`` measures it.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(_SCRIPT)
    options = {
        "runOnly": {"type": "tag", "values": list(RULES)},
        "resultTypes": ["violations"],
        "rules": {"color-contrast": {"enabled": contrast}},
    }
    found: list[str] = page.evaluate(_RUN, options)
    return found
