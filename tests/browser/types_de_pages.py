"""An address of each type of page, and how to open it."""

from __future__ import annotations

from playwright.sync_api import Page, expect

# By layout: test_accessibility_matrix.py compares them with those that the site plans.
LAYOUTS = {
    "accueil": "",
    "questionnaire_beneficiaire": "mes-droits/",
    "questionnaire_prescripteur": "prescrire/",
    "questionnaire_porteur": "porter/",
    "liste_actions": "actions/",
    "liste_thematiques": "thematiques/",
    "liste_parcours": "parcours/",
    "liste_structures": "structures/",
    "liste_publics_cibles": "publics-cibles/",
    "liste_territoires": "territoires/",
    "contacts": "contacts/",
    "liste_pages": "comprendre/",
    "glossaire": "glossaire/",
    "hors_connexion": "hors-connexion/",
    "accessibilite": "accessibilite/",
    "mentions_legales": "mentions-legales/",
    "confidentialite": "confidentialite/",
    "plan_du_site": "plan-du-site/",
    "contact_du_site": "contact/",
    "aide": "aide/",
    "actions": "actions/appel-a-projets-referent-solidarite-2025/",
    "structures": "structures/slai-artois/",
    "publics_cibles": "publics-cibles/allocataires-du-rsa-sans-enfant/",
    "territoires": "territoires/bouches-du-rhone/",
    "thematiques": "thematiques/droits/",
    "parcours": "parcours/social/",
    "pages": "comprendre/orientation/",
}
# Written by hand in Markdown, with tables and code; and where an address leads nowhere.
BY_HAND = ("guides/", "guides/publier/", "404.html")
ALL = (*LAYOUTS.values(), *BY_HAND)

# A file of the site that runs nothing: a tab can be made to keep something there.
DRAWING = "assets/images/repere.svg"

# Where a questionnaire takes the place of the list of the conditions, folded under it.
QUESTIONNAIRES = ("mes-droits/", "prescrire/", "porter/")
# Where facets and results take the place of the list of all actions, folded under them.
EXPLORER = "actions/"
COMPONENTS = dict.fromkeys(QUESTIONNAIRES, "cat-questionnaire") | {
    EXPLORER: "cat-explorateur",
    "hors-connexion/": "cat-hors-connexion",
}


def goto(page: Page, address: str) -> None:
    """Open a page, and wait until its component is there when it has one."""
    page.goto(address, wait_until="domcontentloaded")
    if module := COMPONENTS.get(address):
        expect(page.locator(f"[data-module={module}][data-mounted]")).to_be_visible()


def begin_again(page: Page) -> Page:
    """Leave what was open in a tab, and forget what it keeps."""
    page.goto(DRAWING)
    page.evaluate("sessionStorage.clear()")
    return page
