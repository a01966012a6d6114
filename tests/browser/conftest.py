"""Drives Debian's Chromium over a built site.

A test fails when a page asks anything of another host, writes an error to the console or
lets an exception escape. A test that provokes one on purpose ends with ``forgive``.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

from tests.browser.lenteur import SLOWDOWN, take_time
from tests.browser.serveur import PatientServer, QuietHandler

FOLDER = Path(__file__).resolve().parent

# The names that install-chromium looks for.
# The headless shell has no interface of its own to draw: tests take half the time in it.
CHROMIUM_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
CHROMIUM_ARGUMENTS = (
    "--disable-background-networking",
    "--disable-component-update",
    # Drawn by the processor either way, at less cost without a process of its own.
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    # No name resolves: whatever a page or the browser itself asks for, nothing leaves.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)

OpenPage = Callable[..., Page]
ServeFolder = Callable[..., str]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder, so that ``-m 'not browser'`` leaves them out.

    A machine that has much else to do may delay a browser beyond what a test waits for: a test
    that fails is run once more, and the report names it. A browser that is slowed down is there
    to find such tests: they are run once.
    """
    for item in items:
        if FOLDER in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if SLOWDOWN == 1:
                item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session")
def serve_folder() -> Iterator[ServeFolder]:
    """Return a function that serves a folder on this machine and gives its address."""
    servers: list[tuple[ThreadingHTTPServer, Thread]] = []

    def serve(folder: Path, handler_class: type[QuietHandler] = QuietHandler) -> str:
        handler = partial(handler_class, directory=str(folder))
        server = PatientServer(("127.0.0.1", 0), handler)
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        servers.append((server, thread))
        return f"http://127.0.0.1:{server.server_port}/"

    yield serve
    for server, thread in servers:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def serve_modules(serve_folder: ServeFolder, tmp_path: Path, root: Path) -> Callable[..., str]:
    """Return a function that serves some modules as they are written: nothing is built.

    Each name is a module's, or its folder's. They stand beside an empty page.
    """

    def serve(*names: str) -> str:
        page = "<!doctype html><html lang=fr><title>Modules</title><link rel=icon href='data:,'>"
        (tmp_path / "index.html").write_text(page, encoding="utf-8")
        for name in names:
            source = root / "docs/assets/javascripts" / name
            (shutil.copytree if source.is_dir() else shutil.copy)(source, tmp_path / name)
        return serve_folder(tmp_path)

    return serve


@pytest.fixture(scope="session")
def site_url(serve_folder: ServeFolder, built_site: Path) -> str:
    """The address of the repository's own site, with its final slash."""
    return serve_folder(built_site)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One headless Chromium for all the tests of a process."""
    executable = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if executable is None:
        pytest.fail("Chromium was not found: make test installs it on Debian.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=executable,
            args=list(CHROMIUM_ARGUMENTS),
            # Root may not use Chromium's sandbox, nor may most containers; the pages are ours.
            chromium_sandbox=False,
        )
        yield browser
        browser.close()


@pytest.fixture
def faults() -> list[str]:
    """What went wrong in the pages of the test, one sentence each; empty when all is well."""
    return []


@pytest.fixture
def open_page(browser: Browser, site_url: str, faults: list[str]) -> Iterator[OpenPage]:
    """Return a function that opens a blank page; ``page.goto("actions/")`` is in the site.

    Each page has a context of its own: no cookie or storage is shared. ``base_url`` is the address
    of another site; the other options are those of ``open_context``. The test fails at its end
    when ``faults`` is not empty: see ``forgive``.
    """
    contexts: list[BrowserContext] = []

    def open_one(*, base_url: str = site_url, **options: Any) -> Page:
        context = open_context(browser, base_url, faults, **options)
        contexts.append(context)
        return context.new_page()

    yield open_one
    for context in contexts:
        context.close()
    if faults:
        pytest.fail("\n".join(faults))


def open_context(
    browser: Browser,
    base_url: str,
    faults: list[str],
    *,
    width: int = 1280,
    height: int = 800,
    color_scheme: Literal["light", "dark"] = "light",
    javascript: bool = True,
    touch: bool = False,
    policy: bool = False,
    offline: bool = False,
) -> BrowserContext:
    """Return a new context, whose pages add to ``faults`` what they must not do.

    Nothing is kept for reading without a network, unless ``offline``. The site's
    Content-Security-Policy holds with ``policy`` or ``offline`` alone: it would hide faults that it
    is a second line against, and refuse what tests put in a page.
    """
    context = browser.new_context(
        base_url=base_url,
        viewport={"width": width, "height": height},
        color_scheme=color_scheme,
        java_script_enabled=javascript,
        has_touch=touch,
        locale="fr-FR",
        timezone_id="Europe/Paris",
        bypass_csp=not (policy or offline),
        # What a page asks of the network is told apart from what a worker keeps.
        service_workers="allow" if offline else "block",
    )
    take_time(context)
    watch(context, base_url, faults)
    return context


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """A blank page of 1280 × 800 pixels, light, with JavaScript."""
    return open_page()


@pytest.fixture
def front_page(page: Page) -> Page:
    """The page that the site opens on, or the empty one of modules alone."""
    page.goto("")
    return page


@pytest.fixture(scope="module")
def _lasting_page(browser: Browser, site_url: str) -> Iterator[tuple[Page, list[str]]]:
    faults: list[str] = []
    context = open_context(browser, site_url, faults)
    yield context.new_page(), faults
    context.close()


@pytest.fixture
def same_page(_lasting_page: tuple[Page, list[str]]) -> Iterator[Page]:
    """A page like ``page``, one for all the tests of a file: each of them opens an address anew.

    It costs a third of a new one. What the tab keeps goes with ``begin_again``; a test that changes
    its window, its network, its data or its clock opens a page of its own.
    """
    page, faults = _lasting_page
    faults.clear()
    yield page
    page.evaluate("1")  # What the console says comes with the next answer of the page.
    if faults:
        pytest.fail("\n".join(faults))


@pytest.fixture(scope="module")
def bare_page(browser: Browser, site_url: str) -> Iterator[Page]:
    """A page that pure modules are imported in: one for all the tests of a file."""
    context = browser.new_context(locale="fr-FR", timezone_id="Europe/Paris")
    take_time(context)
    page = context.new_page()
    page.goto(f"{site_url}404.html")
    yield page
    context.close()


@pytest.fixture
def phone_page(open_page: OpenPage) -> Page:
    """A blank page of 360 × 740 pixels that is touched rather than clicked."""
    return open_page(width=360, height=740, touch=True)


def watch(context: BrowserContext, site_url: str, faults: list[str]) -> None:
    """Add to ``faults`` each thing that no page of the site may do."""
    host = urlsplit(site_url).netloc

    # No name resolves but this machine's: what is asked of another host fails. The requests that
    # succeed, fifty for a page, are not told one by one.
    def note_failure(url: str) -> None:
        address = urlsplit(url)
        if address.netloc not in ("", host):
            faults.append(f"request to another host: {url}")

    def note_console(message: ConsoleMessage) -> None:
        if message.type == "error":
            faults.append(f"error on the console: {message.text} ({message.location['url']})")

    context.on("requestfailed", lambda request: note_failure(request.url))
    context.on("console", note_console)
    context.on("weberror", lambda fault: faults.append(f"uncaught exception: {fault.error}"))


def forgive(page: Page, faults: list[str], words: str = "") -> None:
    """Close a page, then take out of ``faults`` those that hold ``words``, or all of them.

    What the console says comes when it may: once the page is closed, nothing more does.
    """
    page.context.close()
    faults[:] = [fault for fault in faults if words not in fault]
