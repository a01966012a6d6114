"""The page of an organisation, as tests open it, answer it and read its results."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime
from typing import Any

from playwright.sync_api import Locator, Page, expect

from site_builder.model.profil import Profil
from tests.browser.exemples import catalogue
from tests.browser.types_de_pages import DRAWING

PAGE = "porter/"
STORED = "sessionStorage.getItem('cat-reponses-porteur')"
APPEL = "appel-a-projets-referent-solidarite-2025"
PSSI = "parcours-sante-social-insertion-ccas"
PER = "parcours-emploi-renforce"


def open_on(page: Page, day: date, fragment: str = "") -> None:
    page.clock.set_fixed_time(datetime(day.year, day.month, day.day, 10, tzinfo=UTC))
    page.goto(PAGE + fragment)
    expect(page.get_by_role("heading", name="Votre structure", exact=True)).to_be_visible()


def question(page: Page, slug: str) -> Locator:
    words = str(catalogue().questions[slug].libelle.porteur).removesuffix("?").strip()
    return page.locator("fieldset").filter(has_text=words)


def pick(page: Page, slug: str, words: str) -> None:
    # The label covers the row, native radio included.
    question(page, slug).get_by_text(words, exact=True).click()


def expect_result(page: Page, slug: str, *names: str) -> None:
    """Wait until an action stands under a result, or one of several, and under no other."""
    group = page.locator(f".cat-porter__groupe:has(article[data-action={slug}])")
    any_of = "|".join(map(re.escape, names))
    expect(group).to_have_class(re.compile(rf"(^| )cat-porter__groupe--({any_of})( |$)"))


def expect_results(page: Page, profil: Profil) -> None:
    """Wait until the results are those that a profile expects.

    What is closed to everyone is « non », in a group of its own.
    """
    for slug, name in profil.attendus.items():
        expect_result(page, slug, *((name, "fermee") if name == "non" else (name,)))


def expect_focus_within(question: Locator) -> None:
    """Wait until the focus is on something in a question."""
    expect(question.locator(":focus")).to_have_count(1)


def keep(page: Page, answers: dict[str, Any]) -> None:
    """Let the tab keep ``answers``, for the page that will be opened in it."""
    page.goto(DRAWING)
    kept = json.dumps({"version": 1, "reponses": answers})
    page.evaluate("(kept) => sessionStorage.setItem('cat-reponses-porteur', kept)", kept)


def open_with(page: Page, day: date, answers: dict[str, Any]) -> None:
    """Open the page on a day, in a tab that keeps ``answers``."""
    keep(page, answers)
    open_on(page, day)
