"""Lists, hand-written pages, and the links between them and sheets."""

from __future__ import annotations

from typing import Any

import pytest

from site_builder.config import HostError
from site_builder.pages import Heading

SmallSite = Any
Planned = Any


def test_a_list_is_a_page_of_mkdocs(small_site: SmallSite) -> None:
    headings = {"actions/": (Heading("emploi", "Emploi & <insertion>"),)}
    page = small_site.build(small_site.content([], headings)).page("actions/")
    assert page.css_first("title").text() == "Liste actions/ - Essai & <test>"
    assert page.css_first("meta[name=description]").attributes["content"] == "Une description."
    assert page.css_first("article h2").text() == "Emploi & <insertion>"
    [link] = page.css(".cat-sommaire a")
    assert (link.attributes["href"], link.text(strip=True)) == ("#emploi", "Emploi & <insertion>")
    [current] = page.css(".cat-menu [aria-current]")
    assert (current.text(), current.attributes["aria-current"]) == ("Liste actions/", "page")


def test_the_home_page_is_named_like_the_site(small_site: SmallSite) -> None:
    page = small_site.build(small_site.content([])).page("")
    assert page.css_first("title").text() == "Essai & <test>"


def test_links_of_a_hand_written_page_lead_to_sheets(
    small_site: SmallSite, planned: Planned
) -> None:
    small_site.write(
        "docs/guides/choisir.md",
        """
        # Choisir

        [Action](../actions/exemple.md) · [partie](../actions/exemple.md#duree)
        · [liste](../actions/index.md#emploi)
        """,
    )
    headings = {
        "actions/exemple/": (Heading("duree", "Durée"),),
        "actions/": (Heading("emploi", "Emploi"),),
    }
    site = small_site.build(small_site.content([planned("actions/exemple/")], headings))
    links = [a.attributes["href"] for a in site.page("guides/choisir/").css("article p a")]
    assert links == [
        "../../actions/exemple/",
        "../../actions/exemple/#duree",
        "../../actions/#emploi",
    ]


@pytest.mark.parametrize(
    "link",
    [
        "actions/exemples.md",
        "actions/exemple/",
        "actions/index.md#absent",
        "actions/exemple.md#absent",
    ],
)
def test_a_broken_link_stops_the_build(small_site: SmallSite, planned: Planned, link: str) -> None:
    small_site.write("docs/guide.md", f"# Guide\n\n[lien]({link})\n")
    with pytest.raises(HostError, match=link.partition("#")[0]):
        small_site.build(small_site.content([planned("actions/exemple/")]))


@pytest.mark.parametrize("name", ["actions/exemple.md", "actions/index.md"])
def test_a_hand_written_page_cannot_hide_one_of_the_catalogue(
    small_site: SmallSite, planned: Planned, name: str
) -> None:
    small_site.write(f"docs/{name}", "# Autre\n")
    with pytest.raises(HostError, match=f"La page docs/{name} porte l’adresse"):
        small_site.build(small_site.content([planned("actions/exemple/")]))


def test_front_matter_is_text(small_site: SmallSite) -> None:
    small_site.write(
        "docs/guide.md",
        """
        ---
        title: </title><script>alert(1)</script> & <b>
        description: '"><script>alert(1)</script>'
        ---
        Texte.
        """,
    )
    page = small_site.build(small_site.content([])).page("guide/")
    titre = "</title><script>alert(1)</script> & <b>"
    assert page.css_first("title").text() == f"{titre} - Essai & <test>"
    assert page.css_first("article h1").text() == titre
    description = page.css_first("meta[name=description]").attributes["content"]
    assert description == '"><script>alert(1)</script>'
    assert [script for script in page.css("script") if "alert" in script.text()] == []


def test_a_heading_keeps_its_signs_and_spaces_in_the_title(small_site: SmallSite) -> None:
    small_site.write("docs/guide.md", "# Qui ? « A & B » &lt;c&gt;\n")
    page = small_site.build(small_site.content([])).page("guide/")
    assert page.css_first("title").text() == "Qui ? « A & B » <c> - Essai & <test>"


def test_the_pages_of_a_section_lead_to_each_other(small_site: SmallSite) -> None:
    for name in ("index", "publier", "relire"):
        small_site.write(f"docs/guides/{name}.md", f"# Guide {name}\n")
    small_site.nav = "  - Aide: [guides/index.md, guides/publier.md, guides/relire.md]\n"
    site = small_site.build(small_site.content([]))
    page = site.page("guides/relire/")
    current = page.css_first(".cat-menu [aria-current]")
    assert (current.text(), current.attributes["href"]) == ("Aide", "../")
    assert current.attributes["aria-current"] == "true"
    links = page.css(".cat-rubrique a")
    assert [link.text() for link in links] == ["Guide index", "Guide publier", "Guide relire"]
    assert [link.attributes.get("aria-current") for link in links] == [None, None, "page"]
    assert [link.text() for link in page.css(".cat-fil a")] == ["Accueil", "Aide"]
    assert site.page("actions/").css(".cat-rubrique") == []


def test_the_footer_names_the_licence_and_the_pages_chosen(small_site: SmallSite) -> None:
    small_site.settings["copyright"] = "Sous <a href='https://exemple.fr/'>licence</a>"
    small_site.settings["extra"] = {"footer": ["structures/index.md"]}
    footer = small_site.build(small_site.content([])).page("actions/").css_first("footer")
    links = [(link.text(), link.attributes["href"]) for link in footer.css("a")]
    assert links == [
        ("licence", "https://exemple.fr/"),
        ("Liste structures/", "../structures/"),
        ("Haut de page", "#"),
    ]


def test_the_missing_page_speaks_french(small_site: SmallSite) -> None:
    site = small_site.build(small_site.content([]))
    assert "<h1>Page introuvable</h1>" in site.read("404.html")
    assert 'href="/catalogue/."' in site.read("404.html")


def test_no_page_holds_a_script_or_a_style(small_site: SmallSite, planned: Planned) -> None:
    """A strict Content-Security-Policy forbids them; data in a script element is no script.

    Nor an icon: these are files that style sheets name.
    """
    site = small_site.build(small_site.content([planned("actions/exemple/")]))
    for url in ("", "actions/", "actions/exemple/"):
        page = site.page(url)
        inline = [s for s in page.css("script:not([src])") if s.attributes.get("type") is None]
        assert [script.text() for script in inline] == []
        assert page.css("style, [style], [onclick], [onload], svg") == []


def test_no_page_asks_anything_of_another_site(small_site: SmallSite, planned: Planned) -> None:
    site = small_site.build(small_site.content([planned("actions/exemple/")]))
    page = site.page("actions/exemple/")
    fetched = [e.attributes.get("src") for e in page.css("script[src], img[src], iframe[src]")]
    fetched += [e.attributes.get("href") for e in page.css("link:not([rel=canonical])")]
    assert fetched
    assert [address for address in fetched if "//" in (address or "")] == []
