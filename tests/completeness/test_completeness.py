"""Everything that the five official texts say has a home, in a record and on the site.

``inventaire.csv`` maps each row of the inventory of the texts to records and fields, with
words that must stand there; ``chiffres.csv`` lists the figures that a page must show.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from site_builder.loading import load_catalogue
from site_builder.model.catalogue import Catalogue
from site_builder.yaml_source import Mapping, Node, Scalar, Sequence

HERE = Path(__file__).parent
# How many rows each part of the inventory has.
PARTS = {"2": 11, "3": 15, "4": 16, "5": 5, "6": 8, "7": 18}
ROWS = {f"A{rank}" for rank in range(1, 35)} | {"8", "9"}
ROWS |= {f"{part}.{rank}" for part, count in PARTS.items() for rank in range(1, count + 1)}
TELEPHONES = (
    "04 76 00 38 38",
    "03 21 21 65 05",
    "03 21 21 65 66",
    "03 21 21 67 49",
    "03 21 21 65 97",
    "03 21 15 21 10",
    "03 21 56 88 55",
    "03 21 11 12 92",
    "03 21 99 46 55",
    "03 21 00 01 96",
    "03 91 83 80 00",
    "03 21 13 19 35",
    "03 21 90 88 21",
    "03 21 03 98 73",
)


def read_table(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter=";"))


def by_row() -> dict[str, list[dict[str, str]]]:
    rows: defaultdict[str, list[dict[str, str]]] = defaultdict(list)
    for line in read_table("inventaire.csv"):
        rows[line["row"]].append(line)
    return rows


INVENTORY = by_row()


def words(text: str) -> str:
    """Return ``text`` with every kind of space made one, to compare words alone."""
    return re.sub(r"\s+", " ", text)


def texts(node: Node | None) -> Iterator[str]:
    match node:
        case Scalar():
            yield node.text
        case Sequence():
            for item in node.items:
                yield from texts(item)
        case Mapping():
            for key, entry in node.entries.items():
                yield key
                yield from texts(entry.value)


@pytest.fixture(scope="session")
def loaded(root: Path) -> Any:
    return load_catalogue(root / "catalogue")


@pytest.fixture(scope="session")
def catalogue(loaded: Any) -> Catalogue:
    assert isinstance(loaded.catalogue, Catalogue)
    return loaded.catalogue


@pytest.fixture(scope="session")
def page_text(built_site: Path) -> Any:
    def read(page: str) -> str:
        html = (built_site / page / "index.html").read_text(encoding="utf-8")
        body = LexborHTMLParser(html).body
        assert body is not None
        return words(body.text())

    return read


def test_no_row_is_forgotten() -> None:
    assert set(INVENTORY) == ROWS


@pytest.mark.parametrize("row", sorted(INVENTORY))
def test_a_row_stands_in_its_records(row: str, loaded: Any) -> None:
    missing = []
    for line in INVENTORY[row]:
        kind, _, slug = line["record"].partition("/")
        document = loaded.documents.get((kind, slug))
        assert document is not None, f"{row}: no record {line['record']}"
        field = words(" ".join(texts(document.value((line["field"],)))))
        if words(line["must_contain"]) not in field:
            missing.append(line)
    assert missing == []


def test_every_action_that_a_row_names_is_published(catalogue: Catalogue) -> None:
    records = {line["record"] for lines in INVENTORY.values() for line in lines}
    named = {record.removeprefix("actions/") for record in records if "actions/" in record}
    assert {catalogue.actions[slug].statut for slug in named} == {"publie"}
    assert set(catalogue.actions) == named


@pytest.mark.parametrize("telephone", TELEPHONES)
def test_a_telephone_is_published(telephone: str, catalogue: Catalogue, page_text: Any) -> None:
    numbers = {words(str(contact.telephone)) for contact in catalogue.contacts.values()}
    assert telephone in numbers
    assert telephone in page_text("contacts")


@pytest.mark.parametrize(
    "line", read_table("chiffres.csv"), ids=lambda line: f"{line['page']}:{line['texte']}"
)
def test_a_figure_is_on_its_page(line: dict[str, str], page_text: Any) -> None:
    assert words(line["texte"]) in page_text(line["page"])


def test_every_action_says_where_it_comes_from_and_where_to_ask(
    catalogue: Catalogue, page_text: Any
) -> None:
    for slug, action in catalogue.actions.items():
        assert action.source is not None, slug
        assert action.date_maj is not None, slug
        assert action.territoires, slug
        text = page_text(f"actions/{slug}")
        assert "Qui appeler" in text, slug
        assert catalogue.contacts_of(action) or "référent" in text, slug


def test_each_action_has_a_profile_that_gets_it_and_one_that_does_not(
    catalogue: Catalogue,
) -> None:
    assert len(catalogue.profils) >= 30
    results: defaultdict[str, set[str]] = defaultdict(set)
    for profil in catalogue.profils.values():
        for action, result in profil.attendus.items():
            results[action].add(result)
    for slug in catalogue.actions:
        assert results[slug] & {"oui", "sous-reserve"}, slug
        assert "non" in results[slug], slug


def test_every_action_names_its_public_and_its_conditions(catalogue: Catalogue) -> None:
    for slug, action in catalogue.actions.items():
        assert catalogue.publics_of(action), slug
        rules = action.eligibilite
        assert rules is not None, slug
        assert rules.beneficiaire is not None or rules.porteur is not None, slug
