"""Places in words: names and the prepositions that go before them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from site_builder.vocabulary.lieux import (
    a_commune,
    dans_departement,
    dans_epci,
    dans_territoire,
    lieu,
)

# Written apart from the table of the code, to be read by whoever knows the usage.
DEPARTEMENTS = """
dans l’Ain, dans l’Aisne, dans l’Allier, dans les Alpes-de-Haute-Provence, dans les Hautes-Alpes,
dans les Alpes-Maritimes, en Ardèche, dans les Ardennes, en Ariège, dans l’Aube, dans l’Aude,
dans l’Aveyron, dans les Bouches-du-Rhône, dans le Calvados, dans le Cantal, en Charente,
en Charente-Maritime, dans le Cher, en Corrèze, en Côte-d’Or, dans les Côtes-d’Armor,
dans la Creuse, en Dordogne, dans le Doubs, dans la Drôme, dans l’Eure, en Eure-et-Loir,
dans le Finistère, en Corse-du-Sud, en Haute-Corse, dans le Gard, en Haute-Garonne, dans le Gers,
en Gironde, dans l’Hérault, en Ille-et-Vilaine, dans l’Indre, en Indre-et-Loire, en Isère,
dans le Jura, dans les Landes, dans le Loir-et-Cher, dans la Loire, en Haute-Loire,
en Loire-Atlantique, dans le Loiret, dans le Lot, en Lot-et-Garonne, en Lozère,
en Maine-et-Loire, dans la Manche, dans la Marne, en Haute-Marne, en Mayenne,
en Meurthe-et-Moselle, dans la Meuse, dans le Morbihan, en Moselle, dans la Nièvre, dans le Nord,
dans l’Oise, dans l’Orne, dans le Pas-de-Calais, dans le Puy-de-Dôme,
dans les Pyrénées-Atlantiques, dans les Hautes-Pyrénées, dans les Pyrénées-Orientales,
dans le Bas-Rhin, dans le Haut-Rhin, dans le Rhône, en Haute-Saône, en Saône-et-Loire,
dans la Sarthe, en Savoie, en Haute-Savoie, à Paris, en Seine-Maritime, en Seine-et-Marne,
dans les Yvelines, dans les Deux-Sèvres, dans la Somme, dans le Tarn, en Tarn-et-Garonne,
dans le Var, dans le Vaucluse, en Vendée, dans la Vienne, en Haute-Vienne, dans les Vosges,
dans l’Yonne, dans le Territoire de Belfort, dans l’Essonne, dans les Hauts-de-Seine,
en Seine-Saint-Denis, dans le Val-de-Marne, dans le Val-d’Oise, en Guadeloupe, en Martinique,
en Guyane, à La Réunion, à Mayotte, à Saint-Pierre-et-Miquelon, à Saint-Barthélemy,
à Saint-Martin, dans les Terres australes et antarctiques françaises, à Wallis et Futuna,
en Polynésie française, en Nouvelle-Calédonie, sur l’Île de Clipperton
"""


def test_every_departement_has_its_preposition(root: Path) -> None:
    data = root / "site_builder" / "vocabulary" / "data" / "departements.csv"
    with data.open(encoding="utf-8") as lines:
        rows = [(row["code"], row["nom"].replace("'", "’")) for row in csv.DictReader(lines)]

    said = [dans_departement(code, nom) for code, nom in rows]

    expected = [words.strip() for words in DEPARTEMENTS.replace("\n", " ").split(",")]
    assert sorted(said) == sorted(expected)


def test_a_departement_of_another_name_is_named_as_it_is_written() -> None:
    assert (
        dans_departement("69", "Rhône métropolitain") == "dans le département Rhône métropolitain"
    )
    assert dans_departement("", "Ville-Exemple") == "dans le département Ville-Exemple"


@pytest.mark.parametrize(
    ("nom", "words"),
    [
        ("Lens", "à Lens"),
        ("Le Havre", "au Havre"),
        ("Les Abymes", "aux Abymes"),
        ("La Rochelle", "à La Rochelle"),
        ("L’Haÿ-les-Roses", "à L’Haÿ-les-Roses"),
        ("Lesquin", "à Lesquin"),
    ],
)
def test_a_commune_contracts_its_article(nom: str, words: str) -> None:
    assert a_commune(nom) == words


@pytest.mark.parametrize(
    ("nom", "words"),
    [
        ("CC du Ternois", "dans la communauté de communes du Ternois"),
        ("CA de Lens - Liévin", "dans la communauté d’agglomération de Lens - Liévin"),
        ("CU d’Arras", "dans la communauté urbaine d’Arras"),
        ("Métropole de Lyon", "dans la métropole de Lyon"),
        ("Grand Exemple", "dans l’intercommunalité Grand Exemple"),
    ],
)
def test_an_epci_says_what_it_is(nom: str, words: str) -> None:
    assert dans_epci(nom) == words


def test_a_territoire_is_said_by_its_nature() -> None:
    assert dans_territoire("departement", "Isère", "38") == "en Isère"
    assert dans_territoire("commune", "Le Havre", "76351") == "au Havre"
    assert dans_territoire("epci", "CC du Ternois", None) == dans_epci("CC du Ternois")
    assert dans_territoire("insertion", "Artois", None) == "dans le territoire Artois"


def test_an_official_code_has_a_name() -> None:
    assert lieu("62041") == "Arras"
    assert lieu("62") == "Pas-de-Calais"
    assert lieu("inconnu") == "inconnu"
