"""The official geographic code: whole, coherent and quick to read."""

from __future__ import annotations

import csv
from importlib.resources import files

import pytest

from site_builder.vocabulary.cog import cog

_COMMUNES = files("site_builder.vocabulary") / "data" / "communes.csv"


def test_it_is_read_once() -> None:
    assert cog() is cog()


def test_a_commune_with_its_epci_and_postcodes() -> None:
    lens = cog().commune("62498")
    assert lens is not None
    assert (lens.nom, lens.departement, lens.epci) == ("Lens", "62", "246200364")
    assert lens.codes_postaux == ("62300",)
    assert lens.parente is None
    assert lens.population is not None
    assert lens.population > 20_000


def test_a_code_tells_its_departement_without_the_rest() -> None:
    places = cog()
    for code in ("62498", "2A004", "97411", "69381", "99999", "", "6249"):
        commune = places.commune(code)
        assert places.has_commune(code) is (commune is not None)
        assert places.departement_of_commune(code) == (commune.departement if commune else None)


def test_communes_by_their_codes_in_the_same_order_with_enough_inhabitants() -> None:
    lens, ouessant, kerguelen = map(cog().commune, ("62498", "29155", "98412"))
    assert lens is not None
    assert lens.population is not None
    codes = ["98412", "99999", "62498", "", "29155"]
    assert cog().communes(codes) == (kerguelen, lens, ouessant)
    assert cog().communes(codes, 1) == (lens, ouessant)
    assert cog().communes(codes, lens.population) == (lens,)
    assert cog().communes(codes, lens.population + 1) == ()


def test_names_have_typographic_apostrophes() -> None:
    abergement = cog().commune("01001")
    assert abergement is not None
    assert abergement.nom == "L’Abergement-Clémenciat"


def test_communes_without_epci_or_inhabitants() -> None:
    ouessant, kerguelen = cog().commune("29155"), cog().commune("98412")
    assert ouessant is not None
    assert ouessant.epci is None
    assert kerguelen is not None
    assert kerguelen.population is None
    assert kerguelen.codes_postaux == ()


@pytest.mark.parametrize(
    ("code", "parente"),
    [("75101", "75056"), ("69389", "69123"), ("13216", "13055"), ("13055", None)],
)
def test_arrondissements_know_their_city(code: str, parente: str | None) -> None:
    place = cog().commune(code)
    assert place is not None
    assert place.parente == parente


def test_departements_and_epci() -> None:
    departement, epci = cog().departement("2A"), cog().epci("246200364")
    assert departement is not None
    assert (departement.nom, departement.nom_region) == ("Corse-du-Sud", "Corse")
    assert epci is not None
    assert (epci.nom, epci.nature) == ("CA de Lens - Liévin", "CA")


@pytest.mark.parametrize("code", ["", "999", "1", "62498 ", "inconnu"])
def test_unknown_codes_give_nothing(code: str) -> None:
    assert cog().commune(code) is cog().epci(code) is cog().departement(code) is None
    assert cog().communes_of_epci(code) == cog().communes_of_departement(code) == ()
    assert cog().communes_of_postcode(code) == cog().departements_of_epci(code) == ()


def test_belonging_agrees_with_the_records() -> None:
    in_epci = cog().communes_of_epci("246200364")
    in_departement = cog().communes_of_departement("62")
    assert {commune.epci for commune in in_epci} == {"246200364"}
    assert {commune.departement for commune in in_departement} == {"62"}
    assert set(in_epci) < set(in_departement)
    assert cog().departements_of_epci("246200364") == ("62",)


def test_an_epci_may_lie_in_several_departements() -> None:
    # CA du Niortais lies in one, CA Mont-Saint-Michel-Normandie in two.
    spread = [code for code in _epci_codes() if len(cog().departements_of_epci(code)) > 1]
    assert len(spread) > 50


def test_communes_by_postcode_and_name() -> None:
    assert [place.code for place in cog().communes_of_postcode("62300")] == ["62291", "62498"]
    assert [place.code for place in cog().communes_named("LENS")] == ["62498"]
    assert [place.code for place in cog().communes_named("henin beaumont")] == ["62427"]
    assert cog().communes_named("aucune commune ne s’appelle ainsi") == ()


def test_every_reference_of_a_commune_exists() -> None:
    places = [cog().commune(row[0]) for row in _commune_rows()]
    assert len(places) == 35_014
    for place in places:
        assert place is not None
        assert cog().departement(place.departement) is not None
        assert place.epci is None or cog().epci(place.epci) is not None
        assert place.parente is None or cog().commune(place.parente) is not None


def test_communes_can_be_split_at_commas() -> None:
    text = _COMMUNES.read_text(encoding="utf-8")
    assert '"' not in text
    assert {line.count(",") for line in text.splitlines()} == {5}


def _commune_rows() -> list[list[str]]:
    return list(csv.reader(_COMMUNES.read_text(encoding="utf-8").splitlines()))[1:]


def _epci_codes() -> set[str]:
    return {row[3] for row in _commune_rows() if row[3]}
