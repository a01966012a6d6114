"""Values written in French."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.filters import FILTERS
from site_builder.filters.horaires import horaires
from site_builder.filters.nombres import compte, euros, pourcentage, siret
from site_builder.filters.valeurs import (
    enumeration,
    hote,
    libelle,
    libelles,
    lieux,
    minuscule,
    unite,
)
from site_builder.vocabulary.dates import jour, parse_date
from site_builder.vocabulary.lieux import lieu
from site_builder.vocabulary.nombres import nombre


def test_a_day() -> None:
    assert jour(date(2025, 1, 15)) == "15\u00a0janvier 2025"
    assert jour(date(2025, 1, 1)) == "1er\u00a0janvier 2025"


@given(st.dates(min_value=date(1789, 1, 1), max_value=date(2199, 12, 31)))
def test_a_day_says_its_day_month_and_year(value: date) -> None:
    number, month, year = jour(value).replace("\u00a0", " ").split(" ")

    assert int(number.removesuffix("er")) == value.day
    assert month == jour(value.replace(day=1)).replace("\u00a0", " ").split(" ")[1]
    assert parse_date(f"{int(year):04}-{value.month:02}-{value.day:02}") == value


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (1250, "1\u202f250"),
        (Decimal("2.50"), "2,5"),
        (Decimal("1E+3"), "1\u202f000"),
        (Decimal("1000000.25"), "1\u202f000\u202f000,25"),
        (Decimal("-3.0"), "-3"),
    ],
)
def test_a_number(value: Decimal | int, text: str) -> None:
    assert nombre(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (80, "80\u00a0€"),
        (Decimal("80.00"), "80\u00a0€"),
        (Decimal("1250.5"), "1\u202f250,50\u00a0€"),
        (Decimal(100) / 3, "33,33\u00a0€"),
        (Decimal("99.999"), "100\u00a0€"),
    ],
)
def test_an_amount(value: Decimal | int, text: str) -> None:
    assert euros(value) == text


def test_a_share() -> None:
    assert pourcentage(Decimal("12.5")) == "12,5\u202f%"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0\u00a0place"),
        (1, "1\u00a0place"),
        (Decimal("1.5"), "1,5\u00a0place"),
        (2, "2\u00a0places"),
        (1200, "1\u202f200\u00a0places"),
    ],
)
def test_a_count(value: Decimal | int, text: str) -> None:
    assert compte(value, "place") == text


def test_a_count_of_a_word_with_its_own_plural() -> None:
    assert compte(3, "travail", "travaux") == "3\u00a0travaux"


@pytest.mark.parametrize(
    ("text", "french"),
    [
        ("Mo-Fr 09:00-12:00", "du lundi au vendredi de 9\u00a0h à 12\u00a0h"),
        (
            "Mo-Fr 09:00-12:00,13:30-17:00",
            "du lundi au vendredi de 9\u00a0h à 12\u00a0h et de 13\u00a0h\u00a030 à 17\u00a0h",
        ),
        ("Mo,We 09:00-12:00", "le lundi et le mercredi de 9\u00a0h à 12\u00a0h"),
        ("Sa off", "fermé le samedi"),
        ("PH off", "fermé les jours fériés"),
        (
            "Tu 14:00-16:00; Th 09:00-10:00",
            "le mardi de 14\u00a0h à 16\u00a0h\u202f; le jeudi de 9\u00a0h à 10\u00a0h",
        ),
        ("09:00-17:00", "de 9\u00a0h à 17\u00a0h"),
    ],
)
def test_opening_hours(text: str, french: str) -> None:
    assert horaires(text) == french


@pytest.mark.parametrize("text", ["sur rendez-vous", "Mo[1] 09:00-12:00", "24/7", "", "week 1-9"])
def test_opening_hours_that_are_not_understood_are_left_alone(text: str) -> None:
    assert horaires(text) == text


@given(st.text(max_size=60))
def test_no_opening_hours_raise(text: str) -> None:
    assert isinstance(horaires(text), str)


def test_places_by_their_codes() -> None:
    assert lieu("62041") == "Arras"
    assert lieu("62") == "Pas-de-Calais"
    assert lieu("inconnu") == "inconnu"
    assert lieux(["62041", "inconnu", "59350"]) == "Arras, inconnu, Lille"


def test_labels_of_closed_values() -> None:
    assert libelle("porteur", "role") == "Porteur"
    assert minuscule("porteur", "role") == "porteur"
    assert libelles(["gratuit", "payant"], "frais") == ["Gratuit", "Payant"]
    assert enumeration(["gratuit", "payant"], "frais") == "Gratuit, Payant"
    assert [unite(value) for value in ("etp", "personne")] == ["par ETP", "par personne"]
    with pytest.raises(KeyError):
        libelle("absent", "role")


def test_addresses_and_identifiers() -> None:
    assert hote("https://www.exemple.fr/page?x=1") == "www.exemple.fr"
    assert siret("356 000 000 00048") == "356\u00a0000\u00a0000\u00a000048"


def test_every_filter_is_used_by_a_template(root: Path) -> None:
    templates = (root / "overrides").rglob("catalogue/**/*.html")
    text = "".join(path.read_text(encoding="utf-8") for path in templates)

    used = {*re.findall(r"\| ?([a-z_]+)", text), *re.findall(r'map\("([a-z_]+)"\)', text)}
    assert set(FILTERS) <= used
