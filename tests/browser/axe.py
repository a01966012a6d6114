"""axe-core, run in a page as it stands."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "RGAAv4", "best-practice")
# What may change with the colours alone.
COLOURS = ("color-contrast", "link-in-text-block")
_SCRIPT = Axe().axe_script
_RUN = """
async (options) => {
  const { violations } = await axe.run(options);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `${id} ${html.slice(0, 160)} (${help})`));
}
"""


def find_violations(page: Page, *, contrast: bool = True, all_rules: bool = True) -> list[str]:
    """Return what axe finds wrong, one line for each element: the rule, the element, the help.

    Contrast is what takes it longest: do without where ``LOW_CONTRAST`` measures it. Without
    ``all_rules``, what depends on colours is all that is looked at: the same page was looked at in
    others.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(_SCRIPT)
    options = {
        "runOnly": {"type": "tag", "values": list(RULES)},
        "resultTypes": ["violations"],
        "rules": {"color-contrast": {"enabled": contrast}},
        # For a rule that none of these is: it would ask for the style sheets again.
        "preload": False,
    }
    if not all_rules:
        options |= {"runOnly": list(COLOURS), "rules": {}}
    found: list[str] = page.evaluate(_RUN, options)
    return found
