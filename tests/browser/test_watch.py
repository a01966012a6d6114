"""The guard that every browser test relies on sees what it must see."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.conftest import forgive
from tests.browser.lenteur import eventually

# With an icon of its own, a page does not make the browser ask for /favicon.ico.
HEAD = "<!doctype html><meta charset=utf-8><title>Essai</title><link rel=icon href='data:,'>"
PAGES = {
    "sound.html": "<h1>Page saine</h1>",
    "foreign.html": "<img src='http://ailleurs.example.org/pixel.png' alt=''>",
    # Documentation's own network, and a port where nothing listens.
    "number.html": "<img src='http://192.0.2.1/pixel.png' alt=''>",
    "port.html": "<script>fetch('http://127.0.0.1:9/').catch(() => {})</script>",
    "beacon.html": "<script>navigator.sendBeacon('http://ailleurs.example.org/vu')</script>",
    "console.html": "<script>console.error('panne annoncée')</script>",
    "exception.html": "<script>throw new Error('panne subie')</script>",
    "missing.html": "<script src='absent.mjs' type='module'></script>",
    "policy.html": (
        "<meta http-equiv='Content-Security-Policy' content=\"script-src 'self'\">"
        "<script>document.title = 'refusé'</script>"
    ),
    "script.html": "<h1>avant</h1><script>document.querySelector('h1').append(' après')</script>",
}


@pytest.fixture
def site_url(serve_folder, tmp_path: Path) -> str:
    """A site of a few bare pages in place of the catalogue's."""
    for name, body in PAGES.items():
        (tmp_path / name).write_text(HEAD + body, encoding="utf-8")
    return serve_folder(tmp_path)


def test_a_sound_page_has_no_fault(page, faults) -> None:
    page.goto("sound.html")

    assert page.locator("h1").inner_text() == "Page saine"
    assert faults == []


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("foreign.html", "request to another host: http://ailleurs.example.org/pixel.png"),
        ("number.html", "request to another host: http://192.0.2.1/pixel.png"),
        ("port.html", "request to another host: http://127.0.0.1:9/"),
        ("beacon.html", "request to another host: http://ailleurs.example.org/vu"),
        ("console.html", "error on the console: panne annoncée"),
        ("exception.html", "uncaught exception: panne subie"),
        ("missing.html", "404 (File not found) (http://127.0.0.1:"),
        ("policy.html", "error on the console: Executing inline script violates"),
    ],
)
def test_a_fault_is_noted(open_page, faults, name: str, fault: str) -> None:
    page = open_page(policy=True)
    page.goto(name)

    def look() -> None:
        page.evaluate("1")  # What the console says comes with the next answer of the page.
        assert any(fault in line for line in faults), faults

    eventually(look)
    forgive(page, faults)


def test_a_page_opens_as_asked(open_page, phone_page, page) -> None:
    dark = open_page(color_scheme="dark")
    for one in (page, phone_page, dark):
        one.goto("sound.html")

    size = "[innerWidth, innerHeight, navigator.maxTouchPoints > 0]"
    assert page.evaluate(size) == [1280, 800, False]
    assert phone_page.evaluate(size) == [360, 740, True]
    assert dark.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    assert not page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    assert page.evaluate("navigator.language") == "fr-FR"


def test_javascript_can_be_off(open_page, page) -> None:
    bare = open_page(javascript=False)
    for one in (page, bare):
        one.goto("script.html")

    assert page.locator("h1").inner_text() == "avant après"
    assert bare.locator("h1").inner_text() == "avant"
