"""Without a network: what is kept, what is said of it, and how it is forgotten."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from site_builder.plugin.offline import read_kept, write_farewell, write_offline_files
from tests.browser.conftest import forgive, open_context
from tests.browser.lenteur import DONE_WITHIN, eventually
from tests.browser.serveur import ForgetfulHandler

OpenPage = Any
ServeFolder = Any
Unplug = Callable[[], None]

SHEET = "actions/accompagnement-global-france-travail/"
OTHER_SHEET = "actions/accompagnement-professionnel-pole-emploi/"
KEEP = "Garder le catalogue hors connexion"
COPY = re.compile(r"Vous consultez une copie hors connexion, version du \d+(er)? \w+ \d{4}\.")

CONFIG = '<script id="__config" type="application/json">{'
REGISTRATIONS = "async () => (await navigator.serviceWorker.getRegistrations()).length"
CACHES = "async () => (await caches.keys()).map((name) => name.split(' ').slice(2).join(' '))"


@pytest.fixture(scope="session")
def site_url(serve_folder: ServeFolder, built_site: Path) -> str:
    """In place of the server of the other tests: what the worker kept is all that is kept."""
    return serve_folder(built_site, ForgetfulHandler)


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """A page of a browser that may keep the site."""
    return open_page(offline=True)


@pytest.fixture
def unplug(page: Page, faults: list[str]) -> Iterator[Unplug]:
    """Return what takes the network away; what the console says of that is no fault."""
    yield lambda: page.context.set_offline(True)
    forgive(page, faults, "ERR_INTERNET_DISCONNECTED")


@pytest.fixture(scope="module")
def _visited_once(browser: Browser, site_url: str) -> Iterator[tuple[Page, list[str]]]:
    faults: list[str] = []
    context = open_context(browser, site_url, faults, offline=True)
    page = context.new_page()
    install(page)
    context.set_offline(True)
    yield page, faults
    context.close()


@pytest.fixture
def unplugged(_visited_once: tuple[Page, list[str]]) -> Iterator[Page]:
    """A page of a browser that visited the home page, and has no network any more.

    It is the same for all tests: without a network, what is kept stays as it is.
    """
    page, faults = _visited_once
    faults.clear()
    yield page
    page.evaluate("1")  # What the console says comes with the next answer of the page.
    assert [fault for fault in faults if "ERR_INTERNET_DISCONNECTED" not in fault] == []


def install(page: Page, url: str = "") -> None:
    """Visit a page, and wait until the worker kept what it keeps from the first visit."""
    page.goto(url)
    page.evaluate("() => navigator.serviceWorker.ready.then(() => true)")
    page.wait_for_function("() => navigator.serviceWorker.controller?.state === 'activated'")


def wait_until(page: Page, expression: str) -> None:
    """Wait until a promise holds: Playwright's own wait takes any promise for true."""

    def look() -> None:
        assert page.evaluate(f"async () => Boolean({expression})"), expression

    eventually(look)


def read_sheet(page: Page) -> str:
    """Read a sheet, wait until the worker kept it, and return its title."""
    page.goto(SHEET)
    wait_until(page, "await caches.match(location.href)")
    return page.get_by_role("heading", level=1).inner_text()


def test_the_home_page_opens_without_a_network(unplugged: Page) -> None:
    unplugged.goto("")

    expect(unplugged.get_by_role("heading", level=1)).to_have_text("Trouvez l’aide qu’il vous faut")
    expect(unplugged.get_by_role("status").filter(has_text=COPY)).to_be_visible()
    background = "getComputedStyle(document.querySelector('.cat-commande')).backgroundColor"
    assert unplugged.evaluate(background) != "rgba(0, 0, 0, 0)"
    fonts = "document.fonts.load('1em \"Atkinson Hyperlegible Next\"')"
    states = f"{fonts}.then((faces) => faces.map((face) => face.status))"
    assert unplugged.evaluate(states) == ["loaded"]


def test_a_sheet_that_was_read_opens_again(page: Page, unplug: Unplug) -> None:
    install(page)
    title = read_sheet(page)
    unplug()

    page.goto("actions/")
    page.goto(SHEET)

    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    expect(page.get_by_text(COPY)).to_be_visible()


def test_the_page_of_the_first_visit_is_kept(page: Page, unplug: Unplug) -> None:
    install(page, SHEET)
    wait_until(page, "await caches.match(location.href)")
    unplug()

    page.goto(SHEET)

    expect(page.get_by_text(COPY)).to_be_visible()


def test_the_pages_that_were_read_are_listed_and_forgotten(page: Page) -> None:
    install(page)
    title = read_sheet(page)
    page.goto("hors-connexion/")
    read = page.locator("[data-module=cat-hors-connexion]")
    expect(read.get_by_role("link", name=title, exact=True)).to_be_visible()

    read.get_by_role("button", name="Effacer ces pages de l’appareil").press("Enter")

    expect(read.get_by_role("heading", name="Les pages que vous avez lues")).to_be_focused()
    expect(read.get_by_role("status").last).to_have_text(re.compile("sont effacées"))
    assert read.get_by_role("link", name=title).count() == 0
    assert "visites" not in page.evaluate(CACHES)


def test_a_sheet_that_is_not_kept_leads_to_what_is(page: Page, unplug: Unplug) -> None:
    install(page)
    read_sheet(page)
    unplug()

    page.goto(OTHER_SHEET)

    expect(page).to_have_url(re.compile("/hors-connexion/(#|$)"))
    expect(page.get_by_text("cette page n’est pas gardée")).to_be_visible()
    retry = page.get_by_role("link", name="Réessayer d’ouvrir la page")
    expect(retry).to_have_attribute("href", re.compile(f"{OTHER_SHEET}$"))
    read = page.locator("[data-module=cat-hors-connexion] li a")
    assert any((url or "").endswith(SHEET) for url in _hrefs(read))
    page.get_by_role("link", name="Qui appeler").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Qui contacter")


def _hrefs(links: Any) -> list[str | None]:
    expect(links.first).to_be_visible()
    return [link.get_attribute("href") for link in links.all()]


def test_an_address_that_somebody_else_wrote_leads_nowhere(page: Page) -> None:
    install(page)
    for asked in ("javascript:alert(1)", "https://exemple.fr/", "//exemple.fr/"):
        page.goto("about:blank")
        page.goto(f"hors-connexion/#page={asked}")
        expect(page.get_by_role("button", name=KEEP)).to_be_visible()
        assert page.get_by_role("link", name="Réessayer").count() == 0, asked


def test_an_address_without_its_slash_finds_its_copy(page: Page, unplug: Unplug) -> None:
    install(page)
    read_sheet(page)
    unplug()

    page.goto(SHEET.rstrip("/"))

    assert page.url.endswith(SHEET)


def test_the_search_answers(unplugged: Page) -> None:
    unplugged.goto("contacts/")

    unplugged.get_by_role("combobox", name="Rechercher dans le site").fill("accompagnement global")

    option = unplugged.get_by_role("option", name=re.compile("Accompagnement global"))
    expect(option.first).to_be_visible()


def test_the_page_of_all_actions_filters(unplugged: Page) -> None:
    unplugged.goto("actions/?q=logement")

    explorer = unplugged.locator('[data-module="cat-explorateur"][data-mounted]')
    expect(explorer.get_by_role("listitem").filter(has_text="ogement").first).to_be_visible()


@pytest.mark.parametrize("url", ["mes-droits/", "prescrire/", "porter/"])
def test_the_questionnaires_start(unplugged: Page, url: str) -> None:
    unplugged.goto(url)

    expect(unplugged.locator('[data-module="cat-questionnaire"][data-mounted]')).to_be_visible()
    assert unplugged.get_by_text("n’ont pas pu être chargées").count() == 0


def keep_all(page: Page) -> None:
    page.goto("hors-connexion/")
    page.get_by_role("button", name=KEEP).click()
    expect_kept(page)


def expect_kept(page: Page) -> None:
    said = page.get_by_role("paragraph").filter(has_text="Tout le catalogue est gardé")
    expect(said).to_contain_text(re.compile(r"version du \d+.*\s: \d+\spages"), timeout=DONE_WITHIN)


def test_the_whole_catalogue_is_kept_then_forgotten(
    page: Page, unplug: Unplug, built_site: Path
) -> None:
    install(page)
    page.goto("hors-connexion/")
    expect(page.get_by_text(re.compile(r"\d+\spages, qui prendront \d+(,\d)?\sMo"))).to_be_visible()
    keep_all(page)
    unplug()
    for path in sorted(built_site.glob("*/*/index.html"))[::15]:
        page.goto(path.parent.relative_to(built_site).as_posix() + "/")
        expect(page.get_by_text(COPY)).to_be_visible()

    page.goto("hors-connexion/")
    page.get_by_role("button", name="Ne plus garder").click()

    expect(page.get_by_role("button", name=KEEP)).to_be_visible()
    expect(page.get_by_role("heading", name="Garder tout le catalogue")).to_be_focused()
    assert [name for name in page.evaluate(CACHES) if name.startswith("catalogue")] == []


def test_a_download_that_fails_is_said_and_taken_up_again(page: Page, faults: list[str]) -> None:
    install(page)
    page.context.route("**/glossaire/", lambda route: route.abort())
    page.goto("hors-connexion/")

    page.get_by_role("button", name=KEEP).click()

    expect(page.get_by_role("alert")).to_contain_text("Le téléchargement s’est arrêté")
    page.context.unroute("**/glossaire/")
    page.get_by_role("button", name="Reprendre").click()
    expect_kept(page)
    forgive(page, faults, "ERR_FAILED")


def test_a_device_without_room_is_told(page: Page) -> None:
    page.add_init_script("navigator.storage.estimate = async () => ({ quota: 1000, usage: 900 });")
    install(page)
    page.goto("hors-connexion/")

    page.get_by_role("button", name=KEEP).click()

    expect(page.get_by_role("alert")).to_contain_text("Il n’y a pas assez de place")


@pytest.fixture
def changing(built_site: Path, tmp_path: Path) -> Path:
    """A copy of the site, to change while somebody reads it."""
    return shutil.copytree(built_site, tmp_path / "site")


def change(site: Path, root: Path) -> None:
    """Publish a new version of the site, whose logo and one sheet differ."""
    for path in (site / "assets/images/repere.svg", site / SHEET / "index.html"):
        path.write_text(path.read_text("utf-8").replace("</", "\n</", 1), encoding="utf-8")
    for path in (site / "hors-connexion").glob("*.json"):
        path.unlink()
    worker = (root / "docs/service-worker.js").read_text("utf-8")
    write_offline_files(site, worker, read_kept(site, ()))


def test_an_update_takes_the_place_of_the_former_version(
    open_page: OpenPage, serve_folder: ServeFolder, changing: Path, root: Path
) -> None:
    page = open_page(offline=True, base_url=serve_folder(changing, ForgetfulHandler))
    install(page)
    keep_all(page)
    [former] = [name for name in page.evaluate(CACHES) if name.startswith("coquille")]

    change(changing, root)
    page.goto("")
    wait_until(page, f"!(await caches.keys()).some((name) => name.endsWith('{former}'))")

    [shell] = [name for name in page.evaluate(CACHES) if name.startswith("coquille")]
    assert shell != former
    page.goto("hors-connexion/")
    expect(page.get_by_text("Le site a changé depuis.")).to_be_visible()
    page.get_by_role("button", name="Mettre à jour").click()
    expect_kept(page)
    assert len([name for name in page.evaluate(CACHES) if name.startswith("catalogue")]) == 1


def test_an_update_waits_while_another_page_is_open(
    open_page: OpenPage, serve_folder: ServeFolder, changing: Path, root: Path
) -> None:
    page = open_page(offline=True, base_url=serve_folder(changing, ForgetfulHandler))
    install(page, SHEET)
    former = page.evaluate(CACHES)
    other = page.context.new_page()

    change(changing, root)
    other.goto("contacts/")
    wait_until(other, "(await navigator.serviceWorker.getRegistration()).waiting")

    assert {name for name in former if name.startswith("coquille")} <= set(other.evaluate(CACHES))


def test_a_page_that_is_no_more_is_forgotten(
    open_page: OpenPage,
    serve_folder: ServeFolder,
    changing: Path,
    faults: list[str],
) -> None:
    page = open_page(offline=True, base_url=serve_folder(changing, ForgetfulHandler))
    install(page)
    read_sheet(page)
    shutil.rmtree(changing / SHEET)
    page.reload()
    wait_until(page, "!(await caches.match(location.href))")

    page.context.set_offline(True)
    page.goto(SHEET)

    expect(page.get_by_text("cette page n’est pas gardée")).to_be_visible()
    forgive(page, faults)


def test_a_preview_takes_away_the_worker_of_a_site(
    open_page: OpenPage, serve_folder: ServeFolder, changing: Path
) -> None:
    page = open_page(offline=True, base_url=serve_folder(changing, ForgetfulHandler))
    install(page)
    for path in changing.rglob("*.html"):
        html = path.read_text("utf-8")
        assert html.count(CONFIG) == 1
        path.write_text(html.replace(CONFIG, f'{CONFIG}"apercu": true, '), encoding="utf-8")
    write_farewell(changing)

    page.goto("contacts/")
    page.evaluate("async () => (await navigator.serviceWorker.getRegistration())?.update()")

    wait_until(page, "!(await caches.keys()).length")
    wait_until(page, "!(await navigator.serviceWorker.getRegistration())?.active")
    page.goto("")
    wait_until(page, "!(await navigator.serviceWorker.getRegistrations()).length")


def test_nothing_is_kept_for_who_spares_their_data(page: Page) -> None:
    page.add_init_script(
        "Object.defineProperty(navigator, 'connection', { value: { saveData: true } });"
    )
    page.goto("", wait_until="networkidle")

    assert page.evaluate(REGISTRATIONS) == 0
