"""On paper: sheets, lists, results and the « fiche de prescription » are documents of A4.

Their pages are printed as a person would, and read back from the PDF.
"""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from unicodedata import normalize

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from pypdf import PdfReader

from tests.browser.conftest import ServeFolder
from tests.browser.exemples import answers_of, plain, profils
from tests.browser.lenteur import take_time
from tests.browser.mes_droits import open_results
from tests.browser.prescrire import MARSEILLE, card, open_sheet, open_with
from tests.site.site_reader import build

ADDRESS = "https://www.exemple.fr/catalogue/"
PUBLISHER = "Département Fictif"
SHEETS = (
    "actions/referent-solidarite/",
    "actions/appel-a-projets-referent-solidarite-2025/",
    "actions/parcours-emploi-renforce/",
    "structures/slai-artois/",
    "publics-cibles/allocataires-du-rsa-sans-enfant/",
    "contacts/",
)
# What is read in one go: a condition, a step, a row, a contact, a fact.
WHOLE = """
article :is(li:not(:has(li)), tr, .cat-etapes > li, .cat-contacts > div, .cat-faits > div)
"""
# Centimetres of the code alone, within a drawing that holds words too.
CODE = """
async (image) => {
  // Printing loads lazy images; showing what would be printed does not.
  image.loading = "eager";
  if (!image.complete) await new Promise((resolve) => image.addEventListener("load", resolve));
  const drawing = await (await fetch(image.src)).text();
  const modules = Number(drawing.match(/<view id="code" viewBox="0 0 ([0-9]+)/)[1]);
  const wide = Number(drawing.match(/viewBox="0 0 ([0-9.]+) [0-9.]+" font/)[1]);
  return (image.getBoundingClientRect().width * modules) / wide / (96 / 2.54);
}
"""
ADD_LINKS = """
() => {
  const addresses = { Aide: "https://www.exemple.org/aide", Autre: "../autre/" };
  const links = Object.entries(addresses).flatMap(([textContent, href]) =>
    [Object.assign(document.createElement("a"), { textContent, href }), " "]);
  document.querySelector("article p").append(" ", ...links);
}
"""
ON_SCREEN_ONLY = ("Aller au contenu", "Menu", "Sur cette page", "Haut de page", "Plan du site")
A4 = (595, 842)
# What stands at the foot of each page.
FOOT = re.compile(rf"^Page \d+ sur \d+|– {PUBLISHER}")


@pytest.fixture(scope="module")
def published(root: Path, build_once: Callable[..., Path], serve_folder: ServeFolder) -> str:
    """The address of the repository's site, as a publisher that knows its address builds it."""

    def fill(folder: Path) -> None:
        catalogue = shutil.copytree(root / "catalogue", folder / "catalogue")
        site = catalogue / "site.yml"
        text = re.sub(
            r'nom: "À compléter : nom de l’organisme[^"]*"', f"nom: {PUBLISHER}", site.read_text()
        )
        assert PUBLISHER in text
        site.write_text(text, encoding="utf-8")
        build(root, folder / "site", catalogue, SITE_URL=ADDRESS)

    return serve_folder(build_once("paper", fill) / "site")


@pytest.fixture(scope="module")
def page(browser: Browser, published: str) -> Iterator[Page]:
    """A page of the published site, in dark colours: paper is white whatever the screen is."""
    context = browser.new_context(
        base_url=published,
        color_scheme="dark",
        locale="fr-FR",
        timezone_id="Europe/Paris",
        service_workers="block",
    )
    take_time(context)
    context.clock.set_fixed_time("2026-12-01T10:00:00")
    yield context.new_page()
    context.close()


def print_lines(page: Page) -> list[list[str]]:
    """Print what the page shows, and return the lines of each sheet of paper."""
    reader = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    sizes = {tuple(round(float(side)) for side in sheet.mediabox[2:]) for sheet in reader.pages}
    assert sizes == {A4}
    return [sheet.extract_text().splitlines() for sheet in reader.pages]


def print_pages(page: Page) -> list[str]:
    """Print what the page shows, and return the words of each sheet of paper."""
    return [plain(" ".join(lines)) for lines in print_lines(page)]


def squeezed(words: str) -> str:
    """Return words without spaces nor ligatures: a PDF cuts and joins where it likes."""
    return re.sub(r"\s", "", normalize("NFKC", words))


def cut(page: Page, sheets: list[str]) -> list[str]:
    """Return what is printed on no sheet of paper whole."""
    page.emulate_media(media="print")
    whole = [plain(text) for text in page.locator(WHOLE).filter(visible=True).all_inner_texts()]
    page.emulate_media(media="null")
    assert whole
    printed = [squeezed(sheet) for sheet in sheets]
    return [text for text in whole if not any(squeezed(text) in sheet for sheet in printed)]


@pytest.mark.parametrize("address", SHEETS)
def test_a_sheet_says_whose_it_is_where_it_is_read_and_when_it_was_printed(
    page: Page, address: str
) -> None:
    page.goto(address)
    title = plain(page.get_by_role("heading", level=1).inner_text())
    sheets = print_pages(page)
    first, last = sheets[0], sheets[-1]
    for words in ("Catalogue de l’insertion", PUBLISHER, "Imprimé le 1er décembre 2026", title):
        assert words in first, words
    # At the head, and under the code.
    assert squeezed(ADDRESS + address) in squeezed(first)
    assert squeezed(ADDRESS + address) in squeezed(last)
    for number, sheet in enumerate(sheets, start=1):
        assert f"Page {number} sur {len(sheets)}" in sheet
        assert f"Catalogue de l’insertion – {PUBLISHER}" in sheet
    told = set(re.findall("|".join(ON_SCREEN_ONLY), " ".join(sheets)))
    assert told == set()


@pytest.mark.parametrize("address", SHEETS)
def test_what_is_read_in_one_go_is_on_one_page(page: Page, address: str) -> None:
    page.goto(address)
    assert cut(page, print_pages(page)) == []


def test_no_heading_is_left_alone_at_the_foot_of_a_page(page: Page) -> None:
    for address in SHEETS:
        page.goto(address)
        titles = page.locator("article :is(h2, h3)").all_inner_texts()
        headings = {squeezed(text) for text in titles}
        for lines in print_lines(page):
            body = [squeezed(line) for line in lines if line.strip() and not FOOT.search(line)]
            # A heading may be two lines long.
            assert not headings & {body[-1], "".join(body[-2:])}, address


def test_links_that_leave_the_site_are_spelled_out_and_no_other(page: Page) -> None:
    page.goto("actions/referent-solidarite/")
    page.evaluate(ADD_LINKS)
    text = " ".join(print_pages(page))
    assert "Aide (https://www.exemple.org/aide) Autre" in text
    assert "03 21 15 21 10" in text
    # What only leads to a questionnaire is of no use.
    for words in ("Vérifier si cette action est pour vous", "Préparer une fiche de prescription"):
        assert words not in text


def test_the_code_is_large_enough_for_a_camera(page: Page) -> None:
    for address in ("actions/referent-solidarite/", "mes-droits/"):
        page.goto(address)
        code = page.locator(".cat-qr")
        expect(code).to_be_hidden()
        page.emulate_media(media="print")
        assert code.evaluate(CODE) >= 2
        expect(code).to_be_visible()
        page.emulate_media(media="null")


def test_paper_is_white_and_letters_are_black(page: Page) -> None:
    page.goto("actions/referent-solidarite/")
    page.emulate_media(media="print")
    read = (
        "(element) => [getComputedStyle(element).color, getComputedStyle(element).backgroundColor]"
    )
    clear = {"rgba(0, 0, 0, 0)", "rgb(255, 255, 255)"}
    black = "rgb(0, 0, 0)"
    for selector in ("body", "h1", ".cat-bref", ".cat-badges > li", ".cat-note", "article a"):
        color, background = page.locator(selector).first.evaluate(read)
        assert color == black, selector
        assert background in clear, selector
    page.emulate_media(media="null")


def test_the_screen_is_left_as_it_was(page: Page) -> None:
    page.goto("actions/referent-solidarite/")
    before = page.locator("main").inner_html()
    print_pages(page)
    assert page.locator("main").inner_html() == before


def test_nothing_is_said_of_the_day_without_javascript(browser: Browser, published: str) -> None:
    context = browser.new_context(base_url=published, java_script_enabled=False)
    take_time(context)
    page = context.new_page()
    page.goto("actions/referent-solidarite/")
    text = " ".join(print_pages(page))
    assert "Imprimé le" not in text
    assert PUBLISHER in text
    assert squeezed(f"{ADDRESS}actions/referent-solidarite/") in squeezed(text)
    context.close()


def test_results_are_printed_whole(page: Page) -> None:
    open_results(page, answers_of(profils("beneficiaire")["marseille-jeune-parent-isole"]))
    expect(page.locator("article[data-action]").first).to_be_visible()
    sheets = print_pages(page)
    text = " ".join(sheets)
    for words in ("Vos résultats", "Vos réponses", "Les conditions", f"Page 1 sur {len(sheets)}"):
        assert words in text, words
    assert "Modifier" not in text
    assert "Imprimer" not in text
    # Inside the site, names are enough; its own address is that of the questionnaire, once a code.
    assert "127.0.0.1" not in text
    assert squeezed(f"{ADDRESS}mes-droits/") in squeezed(sheets[-1])
    assert not uncut_criteria(page.locator(".cat-criteres > li:not(:has(li))"), sheets)


def uncut_criteria(criteria: Locator, sheets: list[str]) -> list[str]:
    """Return the criteria of the page that are printed, but on no sheet whole."""
    printed = [squeezed(sheet) for sheet in sheets]
    texts = {
        squeezed(text) for text in criteria.locator(".cat-critere__phrase").all_text_contents()
    }
    assert texts
    # What tells an answer given in confidence isn't printed at all.
    shown = [text for text in texts if text[:20] in "".join(printed)]
    assert shown
    return [text for text in shown if not any(text in sheet for sheet in printed)]


def test_the_prescription_sheet_is_one_page_with_the_code_of_its_action(page: Page) -> None:
    open_with(page, {"rsa": "oui", "commune": "62041", "parcours_social": "oui"})
    open_sheet(page, "referent-solidarite")
    [sheet] = print_pages(page)
    for words in ("Fiche de prescription", "Référent solidarité", "Signature de la personne"):
        assert words in sheet, words
    # It says itself whose it is, and of which day.
    assert "Imprimé le" not in sheet
    code = page.get_by_role("img", name="Code qui mène à la page de l’action")
    page.emulate_media(media="print")
    box = code.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 2 * 96 / 2.54
    expect(code).to_have_attribute("src", re.compile(r"/actions/referent-solidarite/qr\.svg#code$"))
    page.emulate_media(media="null")


def test_the_actions_of_a_referent_are_printed_without_their_commands(page: Page) -> None:
    open_with(page, MARSEILLE)
    expect(card(page, "boost-emploi")).to_be_visible()
    text = " ".join(print_pages(page))
    assert "Boost Emploi" in text
    for words in ("Comparer", "Recommencer", "127.0.0.1"):
        assert words not in text, words
