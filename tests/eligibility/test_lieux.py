"""From a commune to its territoires: EPCI, local territoires and départements."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.eligibility.lieux import AILLEURS, Lieux
from site_builder.loading import load_catalogue
from site_builder.model.catalogue import Catalogue
from site_builder.model.territoire import Territoire
from site_builder.vocabulary.cog import cog

ARRAS, LENS, MARSEILLE, MARSEILLE_1 = "62041", "62498", "13055", "13201"
# An EPCI of Pas-de-Calais and Somme, with a commune of each.
TWO_DEPARTEMENTS, IN_62, IN_80 = "200069672", "62036", "80810"


def territoire(slug: str, nature: str, **fields: object) -> Territoire:
    return Territoire(slug=slug, nom=f"Territoire {slug}", nature=nature, **fields)  # type: ignore[arg-type]


def lieux(*territoires: Territoire) -> Lieux:
    return Lieux(Catalogue(territoires={t.slug: t for t in territoires}))


def epci_of(commune: str) -> str:
    found = cog().commune(commune)
    assert found is not None
    assert found.epci is not None
    return found.epci


PAS_DE_CALAIS = territoire("pas-de-calais", "departement", code="62")
SOMME = territoire("somme", "departement", code="80")


def test_a_commune_is_in_the_departement_with_its_code() -> None:
    assert lieux(PAS_DE_CALAIS, SOMME).territoires_of(ARRAS) == {"pas-de-calais"}


def test_a_commune_is_in_what_names_it_or_its_epci_and_in_what_is_above() -> None:
    places = lieux(
        PAS_DE_CALAIS,
        territoire("ville", "commune", code=ARRAS, parent="agglomeration"),
        territoire("agglomeration", "epci", code=epci_of(ARRAS), parent="artois"),
        territoire("artois", "insertion", parent="pas-de-calais"),
        territoire("gohelle", "insertion", communes=(LENS,), parent="pas-de-calais"),
        territoire("autre", "insertion", parent="pas-de-calais"),
    )
    expected = {"ville", "agglomeration", "artois", "pas-de-calais"}
    assert places.territoires_of(ARRAS) == expected
    assert places.territoires_of(LENS) == {"gohelle", "pas-de-calais"}


def test_places_are_what_each_commune_says() -> None:
    places = lieux(
        territoire("bouches-du-rhone", "departement", code="13"),
        territoire("marseille", "commune", code=MARSEILLE, parent="bouches-du-rhone"),
        territoire("entre-deux", "epci", code=TWO_DEPARTEMENTS),
    )
    assert places.departements() == ("13", "62", "80")
    assert places.places() == {at.code: places.territoires_around(at) for at in places.communes()}
    assert places.places()[MARSEILLE_1] == {"marseille", "bouches-du-rhone"}


def test_a_local_territoire_holds_the_communes_of_the_epci_that_it_names() -> None:
    places = lieux(territoire("artois", "insertion", epci=(epci_of(ARRAS),)))
    assert places.territoires_of(ARRAS) == {"artois"}
    assert places.territoires_of(LENS) == frozenset()


def test_an_arrondissement_is_in_its_city_and_the_city_in_none_of_them() -> None:
    places = lieux(
        territoire("marseille", "commune", code=MARSEILLE),
        territoire("premier", "insertion", communes=(MARSEILLE_1,)),
    )
    assert places.territoires_of(MARSEILLE_1) == {"marseille", "premier"}
    assert places.territoires_of(MARSEILLE) == {"marseille"}


def test_an_epci_in_two_departements_carries_no_commune_into_the_other() -> None:
    epci = territoire("epci", "epci", code=TWO_DEPARTEMENTS, parent="local")
    local = territoire("local", "insertion", parent="pas-de-calais")
    places = lieux(PAS_DE_CALAIS, SOMME, epci, local)
    assert places.territoires_of(IN_62) == {"epci", "local", "pas-de-calais"}
    assert places.territoires_of(IN_80) == {"epci", "local", "somme"}
    assert places.departements() == ("62", "80")


def test_communes_that_the_same_territoires_name_may_lie_in_other_places() -> None:
    # Each is asked after the others: what is remembered of one says nothing of the next.
    places = lieux(
        PAS_DE_CALAIS,
        territoire("pays", "insertion", communes=(IN_62, IN_80, ARRAS), parent="pas-de-calais"),
        territoire("agglomeration", "epci", code=epci_of(ARRAS)),
        territoire("ville", "commune", code=MARSEILLE),
        territoire("quartier", "commune", code=MARSEILLE_1),
    )
    expected = {
        IN_62: {"pays", "pas-de-calais"},
        IN_80: {"pays"},
        ARRAS: {"pays", "pas-de-calais", "agglomeration"},
        LENS: {"pas-de-calais"},
        MARSEILLE: {"ville"},
        MARSEILLE_1: {"ville", "quartier"},
        "13202": {"ville"},
    }
    assert {code: places.territoires_of(code) for code in expected} == expected


@pytest.mark.parametrize("commune", [AILLEURS, "", "62000", "Arras", "99999"])
def test_what_is_no_commune_is_nowhere(commune: str) -> None:
    assert lieux(PAS_DE_CALAIS).territoires_of(commune) == frozenset()


def test_loops_and_parents_that_do_not_exist_are_put_up_with() -> None:
    places = lieux(
        territoire("a", "insertion", communes=(ARRAS,), parent="b"),
        territoire("b", "insertion", parent="a"),
        territoire("c", "insertion", communes=(ARRAS,), parent="absent"),
        territoire("d", "insertion", communes=(ARRAS,), parent="d"),
    )
    assert places.territoires_of(ARRAS) == {"a", "b", "c", "d"}


def test_codes_that_do_not_exist_name_no_departement() -> None:
    places = lieux(
        territoire("a", "departement", code="99"),
        territoire("b", "commune", code="99999"),
        territoire("c", "epci", code="000000000"),
        territoire("d", "departement"),
    )
    assert places.departements() == ()
    assert list(places.communes()) == []


def test_departements_come_from_communes_and_epci_too() -> None:
    places = lieux(
        territoire("a", "insertion", communes=(MARSEILLE_1,)),
        territoire("b", "epci", code=epci_of(ARRAS)),
    )
    assert places.departements() == ("13", "62")
    codes = [commune.code for commune in places.communes()]
    assert codes == sorted(codes)
    assert {ARRAS, LENS, MARSEILLE, MARSEILLE_1} <= set(codes)


def test_a_long_line_of_territoires_is_climbed_once() -> None:
    line = [
        territoire(f"t{rank}", "insertion", communes=(ARRAS,), parent=f"t{rank + 1}")
        for rank in range(5000)
    ]
    assert len(lieux(*line).territoires_of(ARRAS)) == 5000


def test_every_commune_of_the_real_catalogue_is_in_its_departement(root: Path) -> None:
    catalogue = load_catalogue(root / "catalogue").catalogue
    places = Lieux(catalogue)
    assert places.departements() == ("13", "38", "62", "77")
    codes = [commune.code for commune in places.communes()]
    assert places.places() == {code: places.territoires_of(code) for code in codes}
    by_code = {t.code: t.slug for t in catalogue.territoires.values() if t.code}
    for commune in places.communes():
        assert by_code[commune.departement] in places.territoires_of(commune.code)
