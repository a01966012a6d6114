"""Drives « Toutes les actions » as a référent does: by what is on the screen."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page, expect

from site_builder.cli.search import index_catalogue
from site_builder.search.moteur import Moteur, open_index
from tests.browser.exemples import plain
from tests.browser.lenteur import eventually
from tests.recherche.donnees import ROOT, TODAY, real_catalogue
from tests.recherche.facettes_brutes import Brutes

PAGE = "actions/"
TITLES = {
    "territoire": "Territoire",
    "thematique": "Thématique",
    "parcours": "Parcours",
    "etat": "État",
    "public": "Public",
    "structure": "Structure",
    "type": "Type d’action",
}
ETATS = {
    "ouvert": "Proposée en ce moment",
    "suspendu": "Suspendue",
    "appel-ouvert": "Appel à projets ouvert",
}


@cache
def brutes() -> Brutes:
    """The facets of the repository's own catalogue. No date of it is near this day."""
    return Brutes(real_catalogue(), TODAY)


@cache
def moteur() -> Moteur:
    """The search of the site."""
    return open_index(index_catalogue(real_catalogue(), ROOT / "mkdocs.yml"))


def found_by(texte: str) -> list[str]:
    """Return the actions that a text finds, best first."""
    results = moteur().search(texte, kinds=["actions"]).results
    return [moteur().document(result.doc).slug for result in results]


def open_explorer(page: Page, query: str = "") -> None:
    """Open the page and wait until its results are there."""
    page.goto(PAGE + query)
    expect(explorer(page)).to_be_visible()
    settle(page)


def settle(page: Page) -> None:
    """Wait until the results are those of the choices."""
    results = explorer(page).locator(".cat-explorateur__resultats:not([aria-busy])")
    expect(results.locator("h2").first).not_to_be_empty()


def explorer(page: Page) -> Locator:
    """The explorer, mounted."""
    return page.locator("[data-module=cat-explorateur][data-mounted]")


def field(page: Page) -> Locator:
    """The field of the text."""
    return page.get_by_label("Rechercher dans les actions")


def heading(page: Page) -> Locator:
    """The heading that says how many actions there are."""
    return page.locator(".cat-explorateur__compte")


def facet(page: Page, title: str) -> Locator:
    """A facet by its title, unfolded."""
    found = page.locator("details.cat-facette").filter(
        has=page.locator("summary").get_by_text(title, exact=True)
    )
    if found.get_attribute("open") is None:
        found.locator("summary").press("Enter")
    return found


def choose(page: Page, title: str, label: str) -> None:
    """Tick, or untick, a value of a facet."""
    box(page, title, label).press("Space")
    settle(page)


def box(page: Page, title: str, label: str) -> Locator:
    """The box of a value, which is there."""
    return facet(page, title).get_by_role(
        "checkbox", name=re.compile(rf"^{re.escape(label)}( \(|$)")
    )


def counts_of(page: Page, title: str) -> dict[str, int]:
    """Return the count that each value shown of a facet says."""
    lines = facet(page, title).locator(".cat-valeur")
    expect(lines.locator(".cat-valeur__compte").first).not_to_be_empty()
    said = lines.evaluate_all(
        """all => all.map((line) => [
          line.querySelector('.cat-valeur__nom').firstChild.data,
          line.querySelector('.cat-valeur__compte').innerText])"""
    )
    return {label: int(count) for label, count in said}


def shown(page: Page) -> list[str]:
    """Return the actions shown, in order."""
    return page.locator(".cat-trouvees > li").evaluate_all(
        "all => all.map((one) => one.dataset.action)"
    )


def chips(page: Page) -> list[str]:
    """Return the names of the buttons that take a filter away."""
    buttons = page.get_by_label("Filtres actifs").locator(".cat-puce")
    return [plain(one.text_content() or "") for one in buttons.all()]


def state(page: Page) -> dict[str, list[str]]:
    """Return what the address says."""
    return parse_qs(urlsplit(page.url).query)


def label(cle: str, value: str) -> str:
    """Return the name of a value."""
    return ETATS[value] if cle == "etat" else brutes().labels[cle][value]


def check(page: Page, selection: dict[str, list[str]], texte: str = "") -> None:
    """Wait until the results and the counts of every facet are those of the catalogue."""
    among = found_by(texte) if texte else None
    passing = brutes().passing(selection, among)
    total = len(passing)
    words = f"{total}\u00a0action{'s' if total > 1 else ''}" if total else "Aucune action"
    expect(heading(page)).to_have_text(re.compile(rf"^{words}( pour|$)"))
    settle(page)
    order = among or list(brutes().slugs)
    expect_shown(page, [slug for slug in order if slug in passing][:20])
    for cle, title in TITLES.items():
        wanted = brutes().counts(selection, among)[cle]
        expect_counts(page, title, {label(cle, value): count for value, count in wanted.items()})


def expect_shown(page: Page, slugs: list[str]) -> None:
    """Wait until the actions shown are those, in this order."""

    def compare() -> None:
        assert shown(page) == slugs

    eventually(compare)


def expect_counts(page: Page, title: str, known: dict[str, int]) -> None:
    """Wait until each value shown of a facet has the count that is known."""

    def compare() -> None:
        said = counts_of(page, title)
        assert said == {name: known[name] for name in said}, title

    eventually(compare)
