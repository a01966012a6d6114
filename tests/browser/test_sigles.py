"""Acronyms answer to the mouse, the keyboard and the finger, and do without JavaScript."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader
from playwright.sync_api import expect

from tests.rendering_texte.glossaire_fictif import new_sheet

HEAD = (
    "<!doctype html><html lang=fr><meta charset=utf-8><title>Essai</title>"
    "<link rel=icon href='favicon.svg'>"
    '<meta http-equiv="Content-Security-Policy" content="default-src \'self\'">'
    "<link rel=stylesheet href='sigles.css'><script type=module src='sigles.mjs'></script>"
    "<body class='md-typeset'>"
)
LINKS = 'a[href^="#sigle-"]'
SPELT = "revenu de solidarité active"


@pytest.fixture
def site_url(serve_folder, tmp_path: Path, root: Path) -> str:
    """A page with two acronyms and their definitions, under a strict policy."""
    environment = Environment(loader=FileSystemLoader(root / "overrides"), autoescape=True)
    texte = new_sheet()
    body = str(texte.bloc("Le RSA est versé par le CCAS.\n\nAvec le RSA."))
    foot = environment.get_template("partials/catalogue/sigles.html").module.sigles(texte)
    (tmp_path / "index.html").write_text(f"{HEAD}<h1>Essai</h1>{body}{foot}", encoding="utf-8")
    (tmp_path / "favicon.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    for name in ("stylesheets/sigles.css", "javascripts/sigles.mjs"):
        shutil.copy(root / "docs/assets" / name, tmp_path)
    return serve_folder(tmp_path)


def test_hover_explains_and_the_bubble_can_be_hovered(page) -> None:
    page.clock.install()
    page.goto("")
    bubble = page.locator(".cat-sigle-bulle")
    expect(bubble).to_be_hidden()

    page.locator(LINKS).first.hover()
    expect(bubble).to_contain_text(SPELT)
    bubble.hover()
    page.clock.run_for(400)
    expect(bubble).to_be_visible()

    page.locator("h1").hover()
    expect(bubble).to_be_hidden()


def test_focus_explains_and_escape_dismisses(page) -> None:
    page.goto("")
    bubble = page.locator(".cat-sigle-bulle")

    page.keyboard.press("Tab")
    expect(bubble).to_contain_text(SPELT)
    page.keyboard.press("Escape")
    expect(bubble).to_be_hidden()
    expect(page.locator(LINKS).first).to_be_focused()

    page.keyboard.press("Tab")
    expect(bubble).to_contain_text("centre communal d’action sociale")
    page.keyboard.press("Enter")
    expect(page.locator("#sigle-ccas")).to_be_in_viewport()
    expect(page).to_have_url(re.compile("#sigle-ccas$"))


def test_the_definition_describes_the_link(page) -> None:
    page.goto("")

    expect(page.locator(LINKS).first).to_have_accessible_description(
        "RSA revenu de solidarité active Une allocation."
    )


def test_the_first_touch_explains_and_the_second_follows(phone_page) -> None:
    phone_page.goto("")
    bubble = phone_page.locator(".cat-sigle-bulle")
    link = phone_page.locator(LINKS).first

    link.tap()
    expect(bubble).to_contain_text(SPELT)
    expect(phone_page).to_have_url(re.compile("^[^#]+$"))
    link.tap()
    expect(phone_page).to_have_url(re.compile("#sigle-rsa$"))

    phone_page.locator("h1").tap()
    expect(bubble).to_be_hidden()


def test_without_javascript_the_definition_is_one_link_away(open_page) -> None:
    page = open_page(javascript=False)
    page.goto("")
    page.locator(LINKS).first.click()

    expect(page.locator("#sigle-rsa")).to_be_in_viewport()
    expect(page).to_have_url(re.compile("#sigle-rsa$"))
