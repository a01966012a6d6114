"""A hostile text in every field of every kind: no element appears, and all can be read.

The checks refuse most of these texts before a build; these tests look underneath, at what
rendering makes of them, by comparing the site with the same one whose texts are harmless.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from site_builder.model.kinds import FOLDERS, TABLES
from site_builder.model.reference import prose
from tests.injection.hostile import SITE_URL, slug_of
from tests.injection.payloads import PAYLOADS, SITE, neutral

# What restricted Markdown may add to a page, without any attribute.
MARKDOWN = {(tag, ()) for tag in ("p", "h4", "ul", "li", "em", "strong")}
SAFE_SCHEMES = {"", "https", "mailto", "tel"}
ADDRESSES = ("href", "src", "srcset", "action", "formaction", "data", "poster", "xlink:href")
# Markdown eats signs, typography changes quotation marks and spaces, and invisible characters
# don't count: letters, digits and brackets are what is compared.
_KEPT = re.compile(r"[\w<>{}\[\]()&;=/#%]")


def parse(page: Path) -> LexborHTMLParser:
    return LexborHTMLParser(page.read_text(encoding="utf-8"))


def elements(tree: LexborHTMLParser) -> Counter[tuple[str, tuple[str, ...]]]:
    """Count the elements of a page by tag and names of attributes."""
    return Counter((node.tag, tuple(sorted(node.attributes))) for node in tree.css("*"))


def pages(site: Path) -> list[str]:
    return sorted(page.relative_to(site).as_posix() for page in site.rglob("*.html"))


def fold(text: str) -> str:
    return "".join(_KEPT.findall(text.replace("_", ""))).lower()


def shows_markdown(page: str) -> bool:
    """Tell whether a page has a text that Markdown reads: of its own rank, or of the next."""
    rank = re.search(r"piege-(\d\d)/", page)
    if rank is None:
        return True
    return any(payload.reading == "marks" for payload in PAYLOADS[int(rank[1]) : int(rank[1]) + 2])


def test_every_text_field_of_every_kind_holds_the_text(hostile) -> None:
    """The net has no hole: whatever the models mark as prose is filled, in each record."""
    catalogue = hostile.content.loaded.catalogue
    for kind in (*FOLDERS.values(), *TABLES.values()):
        records = catalogue.records(kind.name)
        # A key of a profil may not hold an invisible character: two files are refused.
        assert len(records) >= len(PAYLOADS) - (2 if kind.name == "profils" else 0), kind.name
        for slug, record in records.items():
            texts = [text for _, _, text in prose(record)]
            expected = PAYLOADS[int(slug.split("-")[1])].text.strip()
            assert texts, slug
            assert all(expected in text or text.startswith("SIGLE") for text in texts), slug
    assert all(text == SITE for _, _, text in prose(catalogue.site))


def test_no_element_and_no_attribute_appears(hostile, harmless) -> None:
    assert pages(hostile.folder) == pages(harmless.folder)
    for page in pages(harmless.folder):
        if page.startswith("guides/"):
            # Written by hand: nothing of the catalogue is in it but the name of the site.
            continue
        found = elements(parse(hostile.folder / page))
        expected = elements(parse(harmless.folder / page))
        if shows_markdown(page):
            for element in MARKDOWN:
                found.pop(element, None)
                expected.pop(element, None)
        if page.startswith("glossaire/"):
            # It has a part for each first letter, and the letters are not the same.
            assert set(found) == set(expected)
        else:
            assert found == expected, page


def test_no_address_can_run_a_script(hostile) -> None:
    for page in pages(hostile.folder):
        for address in addresses(parse(hostile.folder / page)):
            bare = re.sub(r"[\x00-\x20\u200b\ufeff]", "", address).lower()
            scheme = bare.partition(":")[0] if re.match(r"[^/?#]*:", bare) else ""
            assert scheme in SAFE_SCHEMES, f"{page}: {address}"
            assert not bare.startswith("//"), f"{page}: {address}"


def addresses(tree: LexborHTMLParser) -> Iterator[str]:
    for node in tree.css("*"):
        yield from (node.attributes[name] or "" for name in ADDRESSES if name in node.attributes)


@pytest.mark.parametrize("folder", [kind.url for kind in FOLDERS.values() if kind.url])
def test_the_text_can_be_read_as_often_as_a_harmless_one(hostile, harmless, folder: str) -> None:
    for rank, payload in enumerate(PAYLOADS):
        page = f"{folder}/{slug_of(rank)}/index.html"
        found = fold(text_of(parse(hostile.folder / page)))
        expected = fold(text_of(parse(harmless.folder / page)))
        assert fold(payload.text) in fold(title_of(hostile.folder / page)), payload
        if payload.reading in ("", "signs"):
            # At least: one payload may hold another.
            times = expected.count(fold(neutral(rank)))
            assert found.count(fold(payload.text)) >= times > 1, payload


def text_of(tree: LexborHTMLParser) -> str:
    assert tree.body is not None
    tree.strip_tags(["script", "style"])
    return tree.body.text(separator=" ")


def title_of(page: Path) -> str:
    heading = parse(page).css_first("h1")
    assert heading is not None
    return heading.text()


def test_a_refused_link_leaves_its_words(hostile) -> None:
    for rank, payload in enumerate(PAYLOADS):
        if payload.reading == "link":
            tree = parse(hostile.folder / f"actions/{slug_of(rank)}/index.html")
            assert not [link for link in tree.css("main a") if link.text() == "voir"], payload
            assert text_of(tree).count("voir") > 10, payload


def test_the_search_index_holds_texts_as_they_are(hostile) -> None:
    """The browser makes text nodes of them: they hold neither markup nor entities."""
    [first] = (hostile.folder / "recherche").glob("index.*.json")
    titles = {fold(title) for title in json.loads(first.read_text("utf-8"))["documents"]["titres"]}
    assert {fold(payload.text) for payload in PAYLOADS} <= titles


def test_the_sitemap_lists_addresses_alone(hostile) -> None:
    tree = ElementTree.parse(hostile.folder / "sitemap.xml")
    locations = [node.text or "" for node in tree.iter() if node.tag.endswith("}loc")]
    assert len(locations) == len(pages(hostile.folder)) - len(["404.html"])
    assert all(re.fullmatch(rf"{SITE_URL}[a-z0-9/-]*", place) for place in locations)
    assert {node.tag.partition("}")[2] for node in tree.iter()} <= {
        "urlset",
        "url",
        "loc",
        "lastmod",
    }


def test_files_of_data_are_json(hostile) -> None:
    files = [*hostile.folder.rglob("*.json")]
    assert files
    for path in files:
        assert json.loads(path.read_text(encoding="utf-8")), path


def test_islands_of_data_are_json(hostile, harmless) -> None:
    for page in pages(hostile.folder):
        islands = parse(hostile.folder / page).css('script[type="application/json"]')
        twins = parse(harmless.folder / page).css('script[type="application/json"]')
        assert [keys(node) for node in islands] == [keys(node) for node in twins], page


def keys(island: LexborNode) -> list[str]:
    return sorted(json.loads(island.text()))


def test_the_description_for_search_engines_is_the_text(hostile) -> None:
    for rank, payload in enumerate(PAYLOADS):
        tree = parse(hostile.folder / f"actions/{slug_of(rank)}/index.html")
        description = tree.css_first('meta[name="description"]')
        title = tree.css_first("title")
        assert description is not None
        assert title is not None
        assert fold(payload.text) in fold(description.attributes["content"] or "")
        assert fold(payload.text) in fold(title.text())
        assert fold(SITE) in fold(title.text())


def test_the_panel_of_a_preview_adds_no_element(hostile, preview: Path) -> None:
    allowed = {"section", "aside", "div", "details", "summary", "h2", "p", "ul", "ol", "li"}
    allowed |= {"strong", "code", "span", "br"}
    for page in ("index.html", f"actions/{slug_of(0)}/index.html"):
        built, shown = parse(hostile.folder / page), parse(preview / page)
        added = elements(shown) - elements(built)
        assert added, "the panel is missing"
        assert {tag for tag, _ in added} <= allowed
        names = {name for _, attributes in added for name in attributes}
        assert names <= {"class", "id", "role", "aria-label", "aria-labelledby"}
        assert text_of(shown).count("<script>") > text_of(built).count("<script>")


def test_published_sources_are_the_files_of_the_editors(hostile) -> None:
    sources = [path for path in (hostile.folder / "sources").rglob("*") if path.is_file()]
    assert {path.suffix for path in sources} == {".yml"}
    for path in sources:
        original = hostile.content.folder / path.relative_to(hostile.folder / "sources")
        assert path.read_bytes() == original.read_bytes()
