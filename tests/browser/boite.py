"""The search box of a page, as tests use it."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

SHEET = "actions/referent-solidarite/"
# What people type, and a title that they expect to find.
FOUND = [
    ("sante mentale", "Accès aux soins en santé mentale et en addictions"),
    ("permi conduire", "Accompagnement des jeunes de moins de 26 ans"),
    ("pole emploi", "France Travail"),
    ("rqth", "RQTH"),
    ("l'emploi", "Boost Emploi"),
    ("bouche du rhone", "Bouches-du-Rhône"),
    ("mon enfant garde", "Accompagnement des jeunes de moins de 26 ans"),
]


def box(page: Page) -> Locator:
    return page.get_by_role("combobox", name="Rechercher dans le site")


def options(page: Page) -> Locator:
    return page.get_by_role("search").get_by_role("option")


def groups(page: Page) -> Locator:
    return page.get_by_role("search").get_by_role("group")


def search(page: Page, query: str) -> Locator:
    """Type a query letter by letter; return its suggestions, once they are there."""
    box(page).press_sequentially(query)
    options(page).filter(has_text=f"«\u00a0{query}\u00a0»").wait_for()
    return options(page)


def active(page: Page) -> str | None:
    """The text of the option that the field says is active."""
    return box(page).evaluate(
        "field => document.getElementById(field.getAttribute('aria-activedescendant'))?.innerText"
    )


def status(page: Page) -> Locator:
    """What is said to those who don't see the list."""
    return page.get_by_role("search").locator("[role=status]")
