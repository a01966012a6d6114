"""What holds of every page of the repository's own site; test_markup.py reads their HTML."""

from __future__ import annotations

import re
from urllib.parse import urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.site.site_reader import LISTS, SHEETS, BuiltSite, SitePage

MOST_BYTES = 25 * 1024
_HEADING = re.compile(r"<h([1-6])\b[^>]*>.*?</h\1>", re.DOTALL)
_CSS_ADDRESS = re.compile(r"""(?:url\(\s*["']?|@import\s+["'])([^"')]+)""")
# What a browser fetches by itself.
_FETCHED = "script[src], img[src], iframe[src], source[src], video[src], audio[src], embed[src]"
_LINKED = {
    "stylesheet",
    "icon",
    "preload",
    "modulepreload",
    "preconnect",
    "dns-prefetch",
    "prefetch",
}


def faults(site: BuiltSite, find: object) -> dict[str, object]:
    """Return what ``find`` says of each page of which it says something."""
    return {url: said for url, page in site.pages.items() if (said := find(page))}  # type: ignore[operator]


def test_the_site_has_its_pages(site: BuiltSite) -> None:
    assert set(LISTS) <= set(site.pages)
    assert {url.partition("/")[0] for url in site.sheets} == set(SHEETS)


def test_each_page_is_in_french_and_has_one_first_heading(site: BuiltSite) -> None:
    def find(page: SitePage) -> list[str]:
        language = page.tree.css_first("html").attributes.get("lang")  # type: ignore[union-attr]
        first = [node.text().strip() for node in page.tree.css("h1")]
        return [] if language == "fr" and len(first) == 1 and first[0] else [str(language), *first]

    assert faults(site, find) == {}


def test_each_page_is_described_to_search_engines(site: BuiltSite) -> None:
    assert faults(site, lambda page: not page.meta("description")) == {}


def test_no_section_is_empty(site: BuiltSite) -> None:
    def find(page: SitePage) -> list[str]:
        html = page.main.html or ""
        found = [*_HEADING.finditer(html)]
        ends = [*(match.start() for match in found[1:]), len(html)]
        levels = [*(int(match[1]) for match in found[1:]), 0]
        return [
            words(match[0])
            for match, end, following in zip(found, ends, levels, strict=True)
            if following <= int(match[1]) and not words(html[match.end() : end])
        ]

    assert faults(site, find) == {}


def words(html: str) -> str:
    body = LexborHTMLParser(f"<body>{html}").body
    return " ".join(body.text(separator=" ").split()) if body else ""


def test_no_link_leads_to_a_markdown_file(site: BuiltSite) -> None:
    def find(page: SitePage) -> list[str]:
        return [link for link in page.links() if re.search(r"\.md(?:[?#]|$)", link)]

    assert faults(site, find) == {}


def test_no_resource_comes_from_elsewhere(site: BuiltSite) -> None:
    def find(page: SitePage) -> list[str]:
        sources = [node.attributes["src"] or "" for node in page.tree.css(_FETCHED)]
        for node in page.tree.css("link[href]"):
            if _LINKED & set((node.attributes.get("rel") or "").split()):
                sources.append(node.attributes["href"] or "")
        sources += _CSS_ADDRESS.findall(" ".join(n.text() for n in page.tree.css("style")))
        return [source for source in sources if is_elsewhere(source)]

    assert faults(site, find) == {}


def is_elsewhere(address: str) -> bool:
    here = "https://ici.example/"
    return not address.startswith("data:") and not urljoin(here, address).startswith(here)


def test_no_style_sheet_fetches_from_elsewhere(site: BuiltSite) -> None:
    sheets = [*site.folder.rglob("*.css")]
    assert sheets
    for sheet in sheets:
        found = _CSS_ADDRESS.findall(sheet.read_text(encoding="utf-8"))
        assert [address for address in found if is_elsewhere(address)] == [], sheet.name


def test_no_style_and_no_script_is_written_in_a_page(site: BuiltSite) -> None:
    """A strict policy of content security would refuse them."""

    def find(page: SitePage) -> list[str]:
        inline = [node.tag for node in page.tree.css("style, [style]")]
        scripts = page.tree.css("script:not([src])")
        inline += [
            "script" for node in scripts if "json" not in (node.attributes.get("type") or "")
        ]
        handlers = (name for node in page.tree.css("*") for name in node.attributes)
        return [*inline, *(name for name in handlers if name.startswith("on"))]

    assert faults(site, find) == {}


def test_each_sheet_is_light(site: BuiltSite) -> None:
    sizes = {url: page.path.stat().st_size for url, page in site.sheets.items()}
    assert {url: size for url, size in sizes.items() if size > MOST_BYTES} == {}


def test_each_sheet_leads_to_its_own_file(site: BuiltSite, root) -> None:
    for url, page in site.records.items():
        kind, slug = url.rstrip("/").split("/")
        targets = {urljoin(f"/{url}", link) for link in page.links() if link.endswith(".yml")}
        assert len(targets) == 1, url
        source = targets.pop().removeprefix("/sources/")
        if kind == "thematiques":
            assert source == "thematiques.yml", url
        else:
            assert source.startswith(f"{kind.replace('-', '_')}/"), url
            assert source.endswith(f"/{slug}.yml"), url
        published = (site.folder / "sources" / source).read_bytes()
        assert published == (root / "catalogue" / source).read_bytes()


def test_the_page_of_lost_addresses_is_a_page_too(site: BuiltSite) -> None:
    page = SitePage("404.html", site.folder / "404.html")
    assert [node.text() for node in page.tree.css("h1")] == ["Page introuvable"]
    assert page.title not in {other.title for other in site.pages.values()}
    ways = {link.strip("/") for link in page.links()}
    assert {"actions", "thematiques", "mes-droits", "contacts"} <= ways


def test_each_page_says_how_accessible_the_site_is(site: BuiltSite) -> None:
    """In the words of the law, once: at its foot."""

    def find(page: SitePage) -> list[str]:
        words = [" ".join(node.text().split()) for node in page.tree.css("a")]
        said = [word for word in words if word.startswith("Accessibilité :")]
        foot = page.tree.css_first("footer a[href$='accessibilite/'], footer a[href='./']")
        return [] if foot and said == ["Accessibilité : non conforme"] else said or ["nothing"]

    assert faults(site, find) == {}


@pytest.mark.parametrize("url", LISTS)
def test_lists_lead_to_their_sheets(site: BuiltSite, url: str) -> None:
    targets = {urljoin(f"/{url}", link).partition("#")[0] for link in site.pages[url].links()}
    here = {f"/{sheet}" for sheet in site.sheets if url and sheet.startswith(url)}
    assert here <= targets


def crumbs(page: SitePage) -> list[str]:
    return [node.text().strip() for node in page.tree.css(".cat-fil li")]


def test_a_sheet_says_where_it_stands(site: BuiltSite) -> None:
    assert crumbs(site.pages["actions/referent-solidarite/"]) == ["Accueil", "Toutes les actions"]
    assert crumbs(site.pages["thematiques/mobilite/"]) == ["Accueil", "Explorer", "Thématiques"]
    assert crumbs(site.pages["parcours/social/"]) == ["Accueil", "Explorer", "Parcours"]


def test_lists_of_a_section_have_tabs_and_sheets_have_none(site: BuiltSite) -> None:
    def tabs(url: str) -> list[str]:
        return [
            link.attributes["href"] or "" for link in site.pages[url].tree.css(".cat-onglets a")
        ]

    lists = ["actions", "thematiques", "territoires", "parcours", "publics-cibles", "structures"]
    for name in lists:
        assert [urljoin(f"/{name}/", link) for link in tabs(f"{name}/")] == [
            f"/{other}/" for other in lists
        ]
        current = site.pages[f"{name}/"].tree.css('.cat-onglets [aria-current="page"]')
        assert [node.attributes["href"] for node in current] == ["./"]
    assert not any(tabs(url) for url in ("", "contacts/", "guides/", *site.sheets))


def test_an_action_leads_to_its_themes_its_paths_and_its_places(site: BuiltSite) -> None:
    links = set(site.pages["actions/referent-solidarite/"].links())
    assert {"../../parcours/social/", "../../thematiques/droits/"} <= links
    assert "../../territoires/pas-de-calais/" in links
