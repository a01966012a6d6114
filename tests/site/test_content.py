"""What the sources say is on the site, and what the site may not say is not."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

import pytest

from tests.site.site_reader import BuiltSite

IVE = "04 76 00 38 38"
# The desk of the Direction des politiques d’inclusion durable, and the service of each place.
DESKS = {
    "henin-carvin": ("03 21 21 65 05", "03 91 83 80 00"),
    "artois": ("03 21 21 65 66", "03 21 56 88 55"),
    "montreuillois": ("03 21 21 65 66", "03 21 90 88 21"),
    "ternois": ("03 21 21 65 66", "03 21 03 98 73"),
    "arrageois": ("03 21 21 67 49", "03 21 15 21 10"),
    "boulonnais": ("03 21 21 67 49", "03 21 99 46 55"),
    "audomarois": ("03 21 21 67 49", "03 21 11 12 92"),
    "calaisis": ("03 21 21 65 97", "03 21 00 01 96"),
    "lens-lievin": ("03 21 21 65 97", "03 21 13 19 35"),
}
NUMBERS = {IVE, *(number for desks in DESKS.values() for number in desks)}
TEXT_FILES = {".html", ".json", ".xml", ".yml", ".txt", ".js", ".mjs"}

# A source names a person beside each number. Words, and pairs of words in a row, are looked
# for by their digests: the names stand nowhere, here either.
NAMES = frozenset(
    (
        "11f4ae2a917e924ccf20",
        "13548ed36647fd295d43",
        "1ac1814ee32a48863d2c",
        "1f8c3c5c741aa2b2f2f5",
        "23165bc2d22a3975a92c",
        "26dadafba2e7510eae52",
        "2cd32714caafc677599c",
        "2e8c82b66cd4bb9b5629",
        "3b2113cfde2bc51ac60e",
        "466965d136a6e2eb3dd4",
        "4e51e2f0c9db0ca6a929",
        "53a18426469fe392e755",
        "56c2df7047773c91bc58",
        "634a5e05135f6d7055c0",
        "637060d4844c618e95c5",
        "6861ad38bcf2ca6d639e",
        "6f7050249e1d4b5f5192",
        "703555be9d49f4eb8a59",
        "75dfcc7907c8b1d257b0",
        "7622b1f099a2bf99b4b3",
        "7e3b9a3f36608f7b99d3",
        "850f6644dbe7c08cd62c",
        "8f043f392c82df2c2c60",
        "92ada5a12b281f60fc62",
        "a9a76076c4aaf1d89d37",
        "ab5bc785eeb2ae369a79",
        "ae686c37c2556ffaf938",
        "c854423bd8731e32fbf0",
        "c98d11d141a56efe4018",
        "cd187b0ad8648df96604",
        "cdd49b95191c98ca90e1",
        "d6451a98790dab31ffef",
        "d6bfc7ded242d8e16f9c",
        "d71512ecf771a9dd67f2",
        "d785ce00884fab1f2379",
        "f3cdcc3d6d34ab1b9e1d",
        "f5491e515d968408e42f",
        "fd5c8dc5c80a77f59b10",
    )
)


def numbers_of(page) -> set[str]:
    """Return the numbers that a page both shows and dials."""
    found = set()
    for link in page.main.css('a[href^="tel:"]'):
        shown = " ".join(link.text().split())
        dialled = (link.attributes["href"] or "").removeprefix("tel:+33")
        assert dialled == shown.replace(" ", "").removeprefix("0"), page.url
        found.add(shown)
    return found


def test_every_number_of_the_sources_can_be_called(site: BuiltSite) -> None:
    assert len(NUMBERS) == 14
    assert numbers_of(site.pages["contacts/"]) == NUMBERS
    assert set().union(*map(numbers_of, site.pages.values())) == NUMBERS


@pytest.mark.parametrize("place", DESKS)
def test_each_place_has_one_desk_and_one_service(site: BuiltSite, place: str) -> None:
    page = site.pages[f"territoires/{place}/"]
    calls = [link.attributes["href"] for link in page.main.css('a[href^="tel:"]')]
    assert len(calls) == len(set(calls)) == 2
    assert numbers_of(page) == set(DESKS[place])


def test_each_action_says_whom_to_call_in_each_of_its_places(site: BuiltSite) -> None:
    for url in ("referent-solidarite", "appel-a-projets-referent-solidarite-2025"):
        assert numbers_of(site.pages[f"actions/{url}/"]) == NUMBERS - {IVE}
    for url in ("parcours-emploi-renforce", "parcours-sante-social-insertion-ccas"):
        assert numbers_of(site.pages[f"actions/{url}/"]) == {IVE}


@pytest.mark.parametrize(
    "amounts",
    [
        ("appel-a-projets-referent-solidarite-2025", "80 €", "50 %", "15 %", "35 %"),
        ("parcours-sante-social-insertion-ccas", "150 €"),
        ("parcours-emploi-renforce", "70"),
    ],
)
def test_amounts_are_those_of_the_sources(site: BuiltSite, amounts: tuple[str, ...]) -> None:
    slug, *expected = amounts
    text = site.pages[f"actions/{slug}/"].text.replace("\u202f", " ").replace("\u00a0", " ")
    assert [amount for amount in expected if amount not in text] == []


def digests(text: str) -> Iterator[str]:
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    found = re.findall(r"[a-z]+", bare)
    pairs = (f"{first} {second}" for first, second in pairwise(found))
    for words in {*found, *pairs}:
        yield hashlib.sha256(words.encode()).hexdigest()[:20]


def test_no_person_is_named(site: BuiltSite, root) -> None:
    files = [path for path in site.folder.rglob("*") if path.suffix in TEXT_FILES]
    files += (root / "catalogue").rglob("*.yml")
    written = set()
    for path in files:
        written.update(re.findall(r"[^\n]+", path.read_text(encoding="utf-8")))
    assert NAMES.isdisjoint(digests("\n".join(sorted(written))))


def test_names_would_be_found() -> None:
    """The search sees a name whatever its accents and capitals, in either order."""
    expected = hashlib.sha256(b"elise dupont").hexdigest()[:20]
    assert expected in set(digests("Contact\u00a0: Élise DUPONT – 01 99 00 12 34"))
