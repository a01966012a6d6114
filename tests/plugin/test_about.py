"""What every page says of the site itself: logo, colours, foot, whom to tell of an error."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from site_builder.config import Content
from site_builder.loading import read_logo
from site_builder.model.catalogue import Catalogue
from site_builder.model.site import Site
from site_builder.pages import LISTES

SmallSite = Any
Planned = Any

SHEET = "actions/exemple/"
TITLE = "Aide & « transport » < 3"
PAGES = tuple(liste for liste in LISTES if liste.a_propos)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8H0z"/></svg>'


@pytest.fixture
def make(small_site: SmallSite, planned: Planned) -> Any:
    """Return the content of a small site that says this of itself, with the pages about it."""

    def content(pages: tuple[Any, ...] = PAGES, **site: Any) -> Content:
        made = small_site.content([planned(SHEET, TITLE)])
        catalogue = Catalogue(site=Site.model_validate(site))
        return replace(made, pages=(*made.pages, *pages), catalogue=catalogue)

    return content


def report_of(site: Any) -> str:
    link = site.page(SHEET).css_first(".cat-signaler a")
    assert link.text() == "Une erreur sur cette fiche\u00a0?"
    return str(link.attributes["href"])


def test_the_foot_of_every_page_says_how_accessible_the_site_is(
    small_site: SmallSite, make: Any
) -> None:
    site = small_site.build(make())
    for url, up in (("", ""), ("actions/", "../"), (SHEET, "../../"), ("contact/", "../")):
        links = site.page(url).css("footer a")
        found = {link.attributes["href"]: link.text() for link in links}
        assert found[f"{up}accessibilite/"] == "Accessibilité\u00a0: non conforme"
    assert set(found) == {"./", "#", *(f"../{page.url}" for page in PAGES if page.url != url)}


def test_a_page_that_no_nav_names_is_published(small_site: SmallSite, make: Any) -> None:
    site = small_site.build(make())
    for page in PAGES:
        assert site.page(page.url).css_first("article h1").text() == page.titre


def test_an_error_in_a_sheet_is_told_by_e_mail(small_site: SmallSite, make: Any) -> None:
    contact = {"service": "Communication", "courriel": "catalogue@exemple.fr"}
    address = urlsplit(report_of(small_site.build(make(contact=contact))))
    assert (address.scheme, address.path) == ("mailto", "catalogue@exemple.fr")
    assert parse_qs(address.query) == {
        "subject": [f"Erreur sur la fiche «\u00a0{TITLE}\u00a0»"],
        "body": [f"https://exemple.fr/catalogue/{SHEET}"],
    }


def test_without_an_e_mail_it_is_told_by_the_page_of_the_contact(
    small_site: SmallSite, make: Any
) -> None:
    assert report_of(small_site.build(make())) == "../../contact/"


def test_without_any_way_nothing_is_said(small_site: SmallSite, make: Any) -> None:
    site = small_site.build(make(pages=()))
    assert site.page(SHEET).css(".cat-signaler") == []


def test_a_framed_sheet_is_what_mkdocs_renders(small_site: SmallSite, make: Any) -> None:
    contact = {"service": "Communication", "courriel": "catalogue@exemple.fr"}
    small_site.write("catalogue/logo.svg", SVG)
    content = make(contact=contact, charte={"logo": "logo.svg"})
    framed = small_site.build(content, "framed").files()
    assert framed == small_site.build(content, "rendered", frame=False).files()


def test_the_logo_stands_before_the_name(small_site: SmallSite, make: Any) -> None:
    small_site.write("catalogue/images/logo.svg", SVG)
    site = small_site.build(make(charte={"logo": "images/logo.svg"}))
    [image] = site.page(SHEET).css(".cat-tete__nom > img")
    assert image.attributes["alt"] == ""
    path = Path(str(image.attributes["src"])).relative_to("../..")
    assert site.read(str(path)) == SVG


def test_the_logo_of_texts_that_are_easy_to_read_is_published(
    small_site: SmallSite, make: Any
) -> None:
    content = make(charte={"logo_falc": "falc.svg"})
    small_site.write("catalogue/falc.svg", SVG)
    logo = read_logo(content.folder, "falc.svg", "facile-a-lire")
    assert logo is not None
    site = small_site.build(replace(content, logo_falc=logo))
    assert re.fullmatch(r"assets/images/facile-a-lire\.[0-9a-f]{8}\.svg", logo.uri)
    assert site.read(logo.uri) == SVG
    # Beside a text alone: it isn't the one of the site.
    assert site.page("").css("header img") == []


@pytest.mark.parametrize("text", ["", "<svg><script>alert(1)</script></svg>", "<svg>"])
def test_a_preview_leaves_out_a_logo_that_is_refused(
    small_site: SmallSite, make: Any, text: str
) -> None:
    if text:
        small_site.write("catalogue/logo.svg", text)
    site = small_site.build(make(charte={"logo": "logo.svg"}))
    assert site.page("").css("header img") == []
    assert [name for name in site.files() if "logo" in name] == []


def test_the_colours_come_last_in_the_style_sheet(small_site: SmallSite, make: Any) -> None:
    small_site.write("docs/un.css", "a { color: red; }\n")
    small_site.write("docs/deux.css", "b { color: red; }\n")
    small_site.settings["extra_css"] = ["un.css", "deux.css"]
    site = small_site.build(make(charte={"couleur_accent": "#a4431f"}))
    sheets = {name: site.read(name) for name in site.files() if name.endswith(".css")}
    one, two = (next(n for n in sheets if n.startswith(stem)) for stem in ("un.", "deux."))
    assert sheets[one] == "a { color: red; }\n"
    assert sheets[two].startswith("b { color: red; }\n")
    assert "--cat-accent: #a4431f;" in sheets[two]
    assert site.page(SHEET).css("style, [style]") == []
