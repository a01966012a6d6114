"""The closed lists: complete, well written, and faithful to data·inclusion."""

from __future__ import annotations

import re

import pytest

from site_builder.vocabulary.closed_values import (
    CATEGORIES_STRUCTURE,
    CATEGORIES_THEMATIQUES,
    FRAIS,
    LECTEURS,
    MOBILISABLE_PAR,
    MODES_ACCUEIL,
    MODES_MOBILISATION,
    NATURES_CONDITION,
    NATURES_TERRITOIRE,
    PARCOURS,
    PUBLICS,
    RESEAUX_PORTEURS,
    ROLES,
    STATUTS,
    THEMATIQUES,
    TYPES,
    TYPES_QUESTION,
    VOCABULARIES,
    Value,
    Vocabulary,
    categorie_of_thematique,
)

_KEBAB = re.compile(r"[a-z0-9]+(--?[a-z0-9]+)*")
# What French typography forbids: a straight apostrophe or quotation mark, a plain space
# before a double sign or inside guillemets.
_UNTYPESET = re.compile(r"['\"]| [:;!?»]|« ")


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda v: v.name)
def test_every_value_has_a_label_and_a_one_line_description(vocabulary: Vocabulary) -> None:
    assert len(vocabulary) > 1
    for entry in vocabulary:
        assert _KEBAB.fullmatch(entry.value), entry
        assert entry.label.strip() == entry.label != "", entry
        assert entry.description.endswith((".", "…")), entry
        assert "\n" not in entry.description


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda v: v.name)
def test_labels_are_distinct_and_typeset(vocabulary: Vocabulary) -> None:
    assert len({entry.label for entry in vocabulary}) == len(vocabulary)
    for entry in vocabulary:
        assert not _UNTYPESET.search(entry.label + "\n" + entry.description), entry


def test_names_of_vocabularies_are_distinct() -> None:
    assert len({vocabulary.name for vocabulary in VOCABULARIES}) == len(VOCABULARIES)


@pytest.mark.parametrize(
    ("vocabulary", "values"),
    [
        (STATUTS, ("brouillon", "publie", "suspendu", "archive")),
        (PARCOURS, ("professionnel", "socioprofessionnel", "social")),
        (ROLES, ("pilote", "porteur", "financeur", "partenaire", "prescripteur")),
        (NATURES_TERRITOIRE, ("departement", "insertion", "epci", "commune")),
        (NATURES_CONDITION, ("obligatoire", "prioritaire")),
        (TYPES_QUESTION, ("oui-non", "choix", "choix-multiple", "nombre", "date", "commune")),
        (LECTEURS, ("beneficiaire", "prescripteur", "porteur")),
        (FRAIS, ("gratuit", "payant")),
        (MODES_ACCUEIL, ("a-distance", "en-presentiel")),
        (MOBILISABLE_PAR, ("usagers", "professionnels")),
    ],
    ids=lambda item: item.name if isinstance(item, Vocabulary) else "",
)
def test_values_that_the_format_fixes(vocabulary: Vocabulary, values: tuple[str, ...]) -> None:
    assert vocabulary.values == values


def test_sizes_of_the_data_inclusion_lists_in_version_1_0_8() -> None:
    lists = (TYPES, CATEGORIES_THEMATIQUES, THEMATIQUES, MODES_MOBILISATION, PUBLICS)
    assert [len(vocabulary) for vocabulary in lists] == [6, 16, 69, 4, 14]
    assert len(RESEAUX_PORTEURS) == 108


def test_every_thematique_belongs_to_a_category_and_every_category_has_some() -> None:
    used = {categorie_of_thematique(value).value for value in THEMATIQUES.values}
    assert used == set(CATEGORIES_THEMATIQUES.values)
    assert categorie_of_thematique("mobilite--preparer-un-permis").label == "Mobilité"


def test_the_category_of_an_unknown_thematique_is_a_fault_of_the_program() -> None:
    with pytest.raises(KeyError):
        categorie_of_thematique("mobilite")


def test_look_up_by_value() -> None:
    assert "publie" in STATUTS
    assert "Publié" not in STATUTS
    assert STATUTS["publie"].label == STATUTS.label("publie") == "Publié"
    assert STATUTS.get("publie") is STATUTS["publie"]
    assert STATUTS.get("inconnu") is None
    with pytest.raises(KeyError):
        STATUTS["inconnu"]


@pytest.mark.parametrize(
    ("vocabulary", "text", "expected"),
    [
        (STATUTS, "publié", "publie"),
        (STATUTS, "Archivé", "archive"),
        (STATUTS, "brouillons", "brouillon"),
        (STATUTS, "xyz", None),
        (STATUTS, "", None),
        (THEMATIQUES, "Préparer un permis", "mobilite--preparer-un-permis"),
        (THEMATIQUES, "mobilite--preparer-son-permis", "mobilite--preparer-un-permis"),
        (CATEGORIES_STRUCTURE, "mission_locale", "mission-locale"),
    ],
)
def test_nearest_value_by_spelling_or_label(
    vocabulary: Vocabulary, text: str, expected: str | None
) -> None:
    assert vocabulary.nearest(text) == expected


def test_a_value_given_twice_is_refused() -> None:
    twice = (Value("a", "A", "Un."), Value("a", "B", "Deux."))
    with pytest.raises(ValueError, match="repeats"):
        Vocabulary("essai", "Essai", twice)
