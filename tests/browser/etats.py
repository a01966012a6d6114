"""The states of the pages in which axe looks at them: how to reach each from a blank page.

Names say what is on the screen. What one question or one field may show besides is looked at by
the tests of that question or field.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from tests.browser import boite, explorateur, mes_droits, page_porteur, prescrire
from tests.browser.exemples import answers_of, profils
from tests.browser.types_de_pages import goto

WIDE = (1280,)
NARROW = (360, 320)
BOTH = (WIDE, NARROW)

# A page that is short, so that axe has nothing but the state to look at.
SHORT = "confidentialite/"
SHEET = "actions/parcours-emploi-renforce/"


@dataclass(frozen=True)
class Etat:
    """``reach`` leaves a page in the state. Each group of ``widths`` starts anew."""

    nom: str
    reach: Callable[[Page], None]
    widths: tuple[tuple[int, ...], ...] = BOTH


def open_menu(page: Page) -> None:
    goto(page, SHORT)
    page.get_by_role("button", name="Menu").press("Enter")
    expect(page.get_by_role("navigation", name="Menu")).to_be_visible()


def unfold_contents(page: Page) -> None:
    goto(page, SHORT)
    page.locator(".cat-sommaire summary").press("Enter")
    expect(page.get_by_role("navigation", name="Sur cette page").locator("a").first).to_be_visible()


def explain_acronym(page: Page) -> None:
    goto(page, SHEET)
    page.get_by_role("main").get_by_role("link", name="RSA", exact=True).first.focus()
    expect(page.locator(".cat-sigle-bulle")).to_be_visible()


def search_for(query: str) -> Callable[[Page], None]:
    def reach(page: Page) -> None:
        goto(page, SHORT)
        page.keyboard.press("Control+k")
        boite.box(page).fill(query)
        if query:
            expect(boite.options(page).last).to_be_visible()
            page.keyboard.press("ArrowDown")
            expect(page.get_by_role("option", selected=True)).to_have_count(1)

    return reach


def filter_actions(query: str) -> Callable[[Page], None]:
    def reach(page: Page) -> None:
        explorateur.open_explorer(page, query)
        filters = page.locator(".cat-facettes__bouton")
        if filters.is_visible():
            filters.press("Enter")
        for title in explorateur.TITLES.values():
            explorateur.facet(page, title)
        explorateur.settle(page)

    return reach


def answer_nothing(page: Page) -> None:
    mes_droits.open_start(page)
    mes_droits.press_start(page)
    page.get_by_role("button", name="Continuer").press("Enter")
    expect(page.get_by_role("alert").or_(page.locator("[aria-invalid=true]")).first).to_be_visible()
    page.get_by_text("Pourquoi cette question").first.press("Enter")


def offer_communes(page: Page) -> None:
    mes_droits.open_start(page)
    mes_droits.press_start(page)
    while mes_droits.question_shown(page) != "commune":
        mes_droits.answer_with_keys(page, str(mes_droits.question_shown(page)), None)
    page.get_by_role("main").get_by_role("combobox").press_sequentially("saint martin")
    expect(page.get_by_role("main").get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")


def read_results(page: Page) -> None:
    mes_droits.open_results(page, {"rsa": "oui", "commune": "13055", "age": 23})
    mes_droits.shown_results(page)


def ask_to_erase(page: Page) -> None:
    mes_droits.open_results(page, {"rsa": "oui"})
    page.get_by_role("button", name="Effacer mes réponses").first.press("Enter")
    expect(page.get_by_role("button", name="Oui, effacer")).to_be_visible()


def unfold_questions(page: Page) -> None:
    """With an error, four actions to compare and a fifth that is refused."""
    answers = {**prescrire.MARSEILLE, "sante_mentale_addiction": "oui"}
    prescrire.open_with(page, answers, "#action=boost-emploi")
    page.locator("main details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    prescrire.question(page, "age").get_by_role("textbox").fill("trois")
    page.keyboard.press("Tab")
    expect(prescrire.question(page, "age")).to_contain_text("Écrivez l’âge en chiffres")
    prescrire.tick(page, 4)
    cards = page.locator(".cat-liste-actions section [data-action]")
    cards.nth(5).get_by_role("checkbox").press("Space")


def compare(page: Page) -> None:
    prescrire.open_with(page, prescrire.MARSEILLE)
    prescrire.tick(page, 4)
    page.get_by_role("button", name="Comparer", exact=True).press("Enter")
    expect(page.get_by_role("heading", name="Comparaison de 4 actions")).to_be_focused()


def prepare_sheet(page: Page) -> None:
    prescrire.open_with(page, {**prescrire.MARSEILLE, "sante_mentale_addiction": "oui"})
    prescrire.open_sheet(page, "acces-aux-soins-sante-mentale-et-addictions")


def read_funding(page: Page) -> None:
    """With results, a share of answers, and a simulation."""
    page_porteur.keep(page, answers_of(profils("porteur")["bethune-equipe-experimentee"]))
    goto(page, page_porteur.PAGE)
    page.get_by_label("Action à financer").select_option(page_porteur.APPEL)
    page.get_by_label("Nombre de places").fill("100")
    page.get_by_text("Partager les réponses").press("Enter")
    page.get_by_text("Pas dans la situation de votre structure").press("Enter")


def mistake_a_number(page: Page) -> None:
    goto(page, page_porteur.PAGE)
    page.get_by_label("Action à financer").select_option(page_porteur.APPEL)
    page.get_by_label("Nombre de places").fill("trois")
    page.keyboard.press("Tab")
    expect(page.locator("[aria-invalid=true]").first).to_be_visible()


ETATS = {
    "en-tete": (
        Etat("menu", open_menu, (NARROW,)),
        Etat("sommaire", unfold_contents, (NARROW,)),
        Etat("recherche vide", search_for("")),
        Etat("recherche", search_for("emploi")),
        Etat("recherche sans résultat", search_for("zzzzz")),
        Etat("recherche corrigée", search_for("santé xyzwk")),
    ),
    "actions": (
        Etat("sigle", explain_acronym),
        Etat("facettes", filter_actions("?q=emploi&territoire=isere")),
        Etat("rien de trouvé", filter_actions("?q=zzzz&parcours=social")),
    ),
    "beneficiaire": (
        Etat("sans réponse", answer_nothing),
        Etat("communes", offer_communes),
        Etat("résultats", read_results),
        Etat("effacer", ask_to_erase),
    ),
    "prescripteur": (
        Etat("questions", unfold_questions),
        Etat("comparaison", compare),
        Etat("fiche", prepare_sheet),
    ),
    "porteur": (
        Etat("financement", read_funding),
        Etat("erreur", mistake_a_number),
    ),
}
