"""What lists say once instead of at every line."""

from __future__ import annotations

import pytest

from site_builder.model.structure import Structure
from site_builder.rendering.names import first_sentence, sentences, service_of, shared_opening


def structures(*noms: str) -> list[Structure]:
    return [Structure.model_validate({"slug": f"s-{i}", "nom": n}) for i, n in enumerate(noms)]


def test_an_opening_that_many_names_share_is_found() -> None:
    places = ("de Ville-Exemple", "du Val Fictif", "d’Exemplie", "de la Plaine")
    names = [f"Service fictif d’accueil (SFA) {place}" for place in places]

    assert shared_opening(structures(*names)) == "Service fictif d’accueil (SFA)"
    assert shared_opening(structures(*names[:3])) == ""


@pytest.mark.parametrize(
    "names",
    [
        ("Accueil (A) nord", "Accueil (A) sud", "Accueil (A) est", "Accueil (A) ouest"),
        ("Service fictif d’accueil de A", "Service fictif d’accueil de B") * 2,
        ("Service fictif d’accueil (SFA)", *(f"Service fictif d’accueil (SFA) {i}" for i in "abc")),
        (),
    ],
)
def test_short_or_open_openings_are_left_alone(names: tuple[str, ...]) -> None:
    assert shared_opening(structures(*names)) == ""


@pytest.mark.parametrize(
    ("fonction", "place", "service"),
    [
        ("Accueil de l’Exemplie", "Exemplie", "Accueil"),
        ("Accueil d’Exemplie", "Exemplie", "Accueil"),
        ("Accueil du Val Fictif", "Val Fictif", "Accueil"),
        ("Accueil – Ville-Exemple", "Ville-Exemple", "Accueil"),
        ("Accueil de Ville-Exemple", "Exemplie", "Accueil de Ville-Exemple"),
        ("Accueil de la Haute-Exemplie", "Exemplie", "Accueil de la Haute-Exemplie"),
        ("Exemplie", "Exemplie", "Exemplie"),
    ],
)
def test_a_function_goes_without_the_place_it_ends_with(
    fonction: str, place: str, service: str
) -> None:
    assert service_of(fonction, place) == service


@pytest.mark.parametrize(
    ("text", "beginning"),
    [
        ("Une aide. Elle est gratuite.", "Une aide."),
        ("Vous cherchez ? Une aide existe. Appelez.", "Vous cherchez ? Une aide existe."),
        ("Une aide de 1.5 point, etc. et la suite", "Une aide de 1.5 point, etc. et la suite"),
        ("Une aide", "Une aide"),
    ],
)
def test_a_row_shows_the_first_affirmation(text: str, beginning: str) -> None:
    assert first_sentence(text) == beginning


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Une aide. Elle est gratuite.", ["Une aide.", "Elle est gratuite."]),
        (
            "Vous cherchez\u00a0? Une aide existe\u00a0!",
            ["Vous cherchez\u00a0?", "Une aide existe\u00a0!"],
        ),
        ("Demandez à M. Exemple. Ou écrivez.", ["Demandez à M. Exemple.", "Ou écrivez."]),
        ("Une aide de 1.5 point, etc. et la suite", ["Une aide de 1.5 point, etc. et la suite"]),
        ("Une aide… «\u00a0Oui\u00a0» suffit.", ["Une aide…", "«\u00a0Oui\u00a0» suffit."]),
        ("Une aide", ["Une aide"]),
    ],
)
def test_a_summary_is_read_a_sentence_at_a_time(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts
    assert " ".join(parts) == text
