"""What is wrong is said in the pages and on the terminal, and stops nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from markupsafe import escape

Shown = Any
ATELIER = "catalogue/actions/atelier-mobilite.yml"


def test_a_sound_catalogue_shows_no_problem(shown: Shown) -> None:
    assert "cat-problemes" not in shown.get("").text
    assert shown.said.problems == []


def test_a_dangling_reference_shows_above_every_page_until_it_is_mended(shown: Shown) -> None:
    shown.edit(ATELIER, "association-fictive", "association-fictve")
    shown.get("")
    shown.settle()

    for address in ("", "actions/atelier-mobilite/", "actions/", "guides/"):
        page = shown.get(address).text
        assert "erreur[CAT-R101]" in page, address
        assert "vouliez-vous écrire « association-fictive »" in page.replace("\u00a0", " "), address
    assert [problem.code for problem in shown.said.problems[-1]] == ["CAT-R101"]

    shown.edit(ATELIER, "association-fictve", "association-fictive")
    shown.get("")
    shown.settle()
    assert "cat-problemes" not in shown.get("").text
    assert list(shown.said.problems[-1]) == []


def test_problems_are_told_once_on_the_terminal(shown: Shown) -> None:
    shown.edit(ATELIER, "association-fictive", "association-fictve")
    shown.get("")
    shown.settle()
    shown.edit(ATELIER, "Vous apprenez", "Vous réapprenez")
    shown.get("")
    shown.settle()

    assert len(shown.said.problems) == 1


def test_a_refused_record_has_a_page_that_says_which_file_and_why(shown: Shown) -> None:
    shown.edit(ATELIER, "nom:", "nm:")
    page = shown.get("actions/atelier-mobilite/")

    assert page.status == 404
    assert "<h1>Fiche refusée</h1>" in page.text
    assert "actions/atelier-mobilite.yml" in page.text
    assert "erreur[CAT-M001]" in page.text
    assert "le champ obligatoire" in page.text
    assert "Atelier mobilité" not in shown.get("actions/").text

    shown.edit(ATELIER, "nm:", "nom:")
    assert "<h1>Atelier mobilité</h1>" in shown.get("actions/atelier-mobilite/").text


def test_so_does_a_file_that_is_no_yaml(shown: Shown) -> None:
    shown.write(ATELIER, "nom: [\n")
    page = shown.get("actions/atelier-mobilite/")

    assert page.status == 404
    assert "<h1>Fiche refusée</h1>" in page.text
    assert "erreur[CAT-Y" in page.text


def test_a_draft_has_a_page_that_says_so(shown: Shown) -> None:
    shown.edit(ATELIER, "nom:", "statut: brouillon\nnom:")
    page = shown.get("actions/atelier-mobilite/")

    assert page.status == 404
    assert "<h1>Fiche non publiée</h1>" in page.text


@pytest.mark.parametrize(
    ("template", "wrong", "said"),
    [
        ("fragments/catalogue/actions.html", "{{ inconnue.nom }}", "'inconnue' is undefined"),
        ("fragments/catalogue/actions.html", "{% if %}", "Expected an expression"),
        ("main.html", "{% if %}", "Expected an expression"),
    ],
)
def test_an_error_of_a_template_shows_where_it_is_until_it_is_mended(
    own_templates: Path, show: Any, template: str, wrong: str, said: str
) -> None:
    shown, path = show(), own_templates / template
    text = path.read_text(encoding="utf-8")
    path.write_text(text + wrong, encoding="utf-8")
    page = shown.get("actions/permis/")

    assert page.status == 500
    assert "Un gabarit a une erreur." in page.text
    assert f"{template}, ligne {len(text.splitlines()) + 1}" in page.text
    assert str(escape(said)) in page.text
    assert "__apercu/apercu.js" in page.text
    assert any(said in line for line in shown.said.lines)
    assert shown.get("__apercu/apercu.css").status == 200

    path.write_text(text, encoding="utf-8")
    assert shown.get("actions/permis/").status == 200


def test_an_error_met_while_a_page_of_the_theme_is_rendered_names_its_template(
    own_templates: Path, show: Any
) -> None:
    (own_templates / "main.html").write_text("{{ inconnue.nom }}", encoding="utf-8")
    page = show().get("actions/permis/").text

    assert "main.html\u00a0: &#39;inconnue&#39; is undefined" in page


def test_wrong_settings_show_until_they_are_mended(shown: Shown) -> None:
    shown.edit("mkdocs.yml", "name: material", "name: inconnu")
    page = shown.get("actions/")

    assert page.status == 500
    assert "Le site ne peut pas être préparé." in page.text
    assert "inconnu" in page.text

    shown.edit("mkdocs.yml", "name: inconnu", "name: material")
    assert shown.get("actions/").status == 200


def test_a_preview_starts_with_an_error_of_a_template(own_templates: Path, show: Any) -> None:
    path = own_templates / "main.html"
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}{{% if %}}", encoding="utf-8")
    shown = show()

    assert shown.get("").status == 500
    path.write_text(text, encoding="utf-8")
    assert shown.get("").status == 200


def test_a_preview_starts_without_a_catalogue(project: Path, show: Any) -> None:
    (project / "catalogue").rename(project / "ailleurs")
    shown = show()
    shown.settle()

    assert "erreur[CAT-F010]" in shown.get("").text
    (project / "ailleurs").rename(project / "catalogue")
    assert "<h1>Permis de conduire</h1>" in shown.get("actions/permis/").text
