"""The HTML of every page is valid, and says what it is made of."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from urllib.parse import unquote, urljoin

import html5lib
import pytest
from selectolax.lexbor import LexborNode

from tests.site.markup import find_faults
from tests.site.site_reader import BuiltSite, SitePage

# Words that say nothing of where a link leads.
EMPTY_WORDS = {
    *("cliquez ici", "cliquer ici", "ici", "lien", "ce lien", "en savoir plus", "lire la suite"),
    *("plus", "suite", "voir", "voir plus", "détails", "télécharger", "consulter", "accéder"),
}
# What themes and extensions say when nobody translates them.
ENGLISH = re.compile(
    r"\b(skip to|search|back to top|table of contents|permanent link|next|previous|copy|close|"
    r"last update|edit this page|read more|loading|footer|header|toggle)\b",
    re.IGNORECASE,
)
SAID = ("alt", "aria-label", "placeholder", "title")


@pytest.fixture(scope="module")
def every_page(site: BuiltSite) -> dict[str, SitePage]:
    """The pages, the one of lost addresses too."""
    return {**site.pages, "404.html": SitePage("404.html", site.folder / "404.html")}


def words_of(node: LexborNode) -> str:
    """Return what a link or a button says, as a screen reader would."""
    images = (image.attributes.get("alt") or "" for image in node.css("img"))
    said = node.attributes.get("aria-label") or " ".join([node.text(), *images])
    return " ".join(said.split())


def test_a_strict_parser_reads_every_page(every_page: dict[str, SitePage]) -> None:
    found = {}
    for url, page in every_page.items():
        parser = html5lib.HTMLParser()
        parser.parse(page.html)
        # What `strict=True` stops at; all of them are wanted.
        if parser.errors:
            found[url] = [
                (at, html5lib.constants.E[code] % data) for at, code, data in parser.errors
            ]
    assert found == {}


@pytest.mark.parametrize(
    ("wrong", "found"),
    [
        ("<ul><p>Un</p></ul>", "p in ul"),
        ("<dl><div><p>Un</p></div></dl>", "p in a group of dl"),
        ("<button type=button><a href='#a'>Un</a></button>", "a in button"),
        ("<span><div>Un</div></span>", "div in span"),
        ("<details><p>Un</p></details>", "details does not start with summary"),
        ("<img src=a.png>", "no alt"),
        ("<table border=1></table>", "obsolete attribute"),
        ("<p id=a></p><p id=a></p>", "identifier « a », 2 times"),
        ("<label for=b>Un</label>", "for « b » leads nowhere"),
        ("<p aria-describedby='a z'>Un</p>", "aria-describedby « z » leads nowhere"),
        ("<a href='#z'>Un</a>", "#z leads nowhere"),
        ("<section><p>Un</p></section>", "section without a heading"),
        ("<h4>Un</h4>", "h4 under h1"),
        ("<nav role=navigation></nav>", "needless role"),
        ("<time>hier</time>", "no date"),
        ("<main>Deux</main>", "2 main"),
    ],
)
def test_what_is_wrong_is_found(wrong: str, found: str) -> None:
    page = f"<html lang=fr><title>Essai</title><main id=b><h1>Essai</h1></main>{wrong}"
    assert [fault for fault in find_faults(page) if fault.startswith(found)]
    assert find_faults(page.replace(wrong, "<p id=a>Un</p>")) == []


def test_every_page_is_valid(every_page: dict[str, SitePage]) -> None:
    found = {url: find_faults(page.html) for url, page in every_page.items()}
    assert {url: faults for url, faults in found.items() if faults} == {}


def test_a_link_leads_to_a_part_that_is_there(every_page: dict[str, SitePage]) -> None:
    ids = {
        f"/{url}": {node.attributes["id"] for node in page.tree.css("[id]")}
        for url, page in every_page.items()
    }
    lost = set()
    for url, page in every_page.items():
        for link in page.links():
            target, _, fragment = urljoin(f"/{url}", link).partition("#")
            # An answer that a link carries to a questionnaire is no part of its page.
            if not fragment or fragment.startswith("r1="):
                continue
            if unquote(fragment) not in ids.get(target, {unquote(fragment)}):
                lost.add((url, link))
    assert lost == set()


def test_titles_say_the_page_then_the_site(every_page: dict[str, SitePage]) -> None:
    site = every_page[""].title
    titles = Counter(page.title for page in every_page.values())
    assert [title for title, count in titles.items() if count > 1] == []
    for url, page in every_page.items():
        if url:
            own, _, last = page.title.rpartition(" - ")
            assert (bool(own), last) == (True, site), url


def test_landmarks_are_told_apart(every_page: dict[str, SitePage]) -> None:
    for url, page in every_page.items():
        for tag in ("nav", "aside", "form", "search"):
            found = page.tree.css(tag)
            names = [node.attributes.get("aria-label") or labelled(page, node) for node in found]
            assert len({*names}) == len(names), (url, tag, names)
            assert all(names) or len(names) < 2, (url, tag, names)


def labelled(page: SitePage, node: LexborNode) -> str:
    ids = (node.attributes.get("aria-labelledby") or "").split()
    return " ".join(
        words_of(label) for one in ids if (label := page.tree.css_first(f'[id="{one}"]'))
    )


def test_everything_is_in_a_landmark(every_page: dict[str, SitePage]) -> None:
    for url, page in every_page.items():
        loose = [
            node.tag
            for node in page.tree.css("body > *")
            if node.tag not in ("header", "main", "footer", "script", "link")
        ]
        # The link that skips to the content comes before all of them.
        assert loose == ["a"], url


def test_links_make_sense_alone(every_page: dict[str, SitePage]) -> None:
    """The same words lead to the same page; which part of it, the text around may say."""
    found = {}
    for url, page in every_page.items():
        targets = defaultdict(set)
        # Within the page, an acronym leads to what it means, and the contents to what they name.
        for link in page.tree.css('a[href]:not([href^="#"])'):
            said = words_of(link).casefold()
            targets[said].add(urljoin(f"/{url}", link.attributes["href"] or "").partition("#")[0])
        said = {words_of(link).casefold().strip(" .…?!»") for link in page.tree.css("a[href]")}
        empty = said & (EMPTY_WORDS | {""})
        twofold = {words: to for words, to in targets.items() if len(to) > 1}
        if empty or twofold:
            found[url] = (empty, twofold)
    assert found == {}


def test_the_links_to_parts_are_named(every_page: dict[str, SitePage]) -> None:
    for url, page in every_page.items():
        for link in page.tree.css("a.headerlink"):
            assert link.attributes.get("title") or link.attributes.get("aria-label"), url


def test_nothing_is_said_in_english(every_page: dict[str, SitePage]) -> None:
    found = {}
    for url, page in every_page.items():
        tree = page.tree.clone()
        # Commands and keys of YAML are no language of people.
        tree.strip_tags(["code", "pre", "kbd", "script", "style"])
        texts = [tree.body.text(separator=" ")] if tree.body else []
        texts += [
            node.attributes.get(name) or "" for name in SAID for node in tree.css(f"[{name}]")
        ]
        if said := ENGLISH.findall(" ".join(texts)):
            found[url] = said
    assert found == {}


def test_words_of_another_language_say_which(every_page: dict[str, SitePage]) -> None:
    for url, page in every_page.items():
        for node in page.tree.css("[lang]"):
            language = node.attributes["lang"] or ""
            assert re.fullmatch(r"[a-z]{2}(-[A-Z]{2})?", language), (url, language)
            assert node.tag == "html" or language != "fr", (url, node.html)
