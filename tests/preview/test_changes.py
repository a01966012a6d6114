"""Whatever is saved is what the next page shows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

Shown = Any
ATELIER = "catalogue/actions/atelier-mobilite.yml"


def test_an_edit_shows_in_its_sheet_in_the_lists_and_in_the_search(shown: Shown) -> None:
    shown.edit(ATELIER, "nom: Atelier mobilité", "nom: Atelier vélo")

    assert "<h1>Atelier vélo</h1>" in shown.get("actions/atelier-mobilite/").text
    assert "Atelier vélo" in shown.get("actions/").text
    assert "Atelier vélo" in shown.get("structures/association-fictive/").text
    assert "Atelier vélo" in shown.get("recherche/index.json").text
    assert "Atelier vélo" in shown.get("data/catalogue.json").text
    assert "Atelier mobilité" not in shown.get("actions/").text


def test_an_edit_is_told_on_the_terminal_with_the_time_that_it_took(shown: Shown) -> None:
    shown.edit(ATELIER, "Vous apprenez", "Vous réapprenez")
    shown.get("")

    assert len(shown.said.lines) == 1
    assert shown.said.lines[0].startswith("actions/atelier-mobilite.yml\u00a0: aperçu à jour en 0,")


def test_a_record_that_is_added_has_a_sheet_and_one_that_is_removed_has_none(shown: Shown) -> None:
    shown.write(
        "catalogue/actions/jardin.yml", "nom: Jardin\nresume: Vous jardinez.\ncontacts: accueil\n"
    )
    assert "<h1>Jardin</h1>" in shown.get("actions/jardin/").text
    assert "Jardin" in shown.get("actions/").text

    (shown.folder / "catalogue/actions/jardin.yml").unlink()
    assert shown.get("actions/jardin/").status == 404
    assert "Jardin" not in shown.get("actions/").text


def test_a_record_that_is_renamed_moves(shown: Shown) -> None:
    path = shown.folder / "catalogue/actions/permis.yml"
    path.rename(path.with_name("permis-b.yml"))

    assert shown.get("actions/permis/").status == 404
    assert "<h1>Permis de conduire</h1>" in shown.get("actions/permis-b/").text


def test_several_changes_at_once_count_as_one(shown: Shown) -> None:
    shown.edit(ATELIER, "Atelier mobilité", "Atelier vélo")
    shown.edit("catalogue/actions/permis.yml", "Permis de conduire", "Permis bateau")
    shown.get("")

    [line] = shown.said.lines
    assert line.startswith("actions/atelier-mobilite.yml et 1 autre\u00a0: ")


def test_the_site_itself_follows_its_file(shown: Shown) -> None:
    assert "<title>Catalogue fictif</title>" in shown.get("").text
    shown.edit("catalogue/site.yml", "Catalogue fictif", "Autre catalogue")

    assert "<title>Autre catalogue</title>" in shown.get("").text
    assert "Atelier mobilité - Autre catalogue" in shown.get("actions/atelier-mobilite/").text


def test_the_glossary_explains_the_words_of_sheets(shown: Shown) -> None:
    shown.edit(ATELIER, "Vous apprenez à vous déplacer.", "Un PAS pour se déplacer.")
    assert "de premier accès" not in shown.get("actions/atelier-mobilite/").text
    shown.write(
        "catalogue/glossaire.yml",
        "pas:\n  forme: PAS\n  developpe: plateforme de premier accès\n  definition: Un lieu.\n",
    )

    assert "plateforme de premier accès" in shown.get("actions/atelier-mobilite/").text
    assert "plateforme de premier accès" in shown.get("glossaire/").text


def test_a_question_and_the_condition_that_asks_it_show_in_words(shown: Shown) -> None:
    shown.write(
        "catalogue/questions.yml",
        """
        permis-b:
          libelle:
            beneficiaire: Avez-vous le permis B ?
            prescripteur: La personne a-t-elle le permis B ?
          type: oui-non
        """,
    )
    shown.edit(
        ATELIER,
        "contacts: accueil",
        "contacts: accueil\neligibilite:\n  beneficiaire:\n    question: permis-b\n    egal: non",
    )

    assert "permis B" in shown.get("actions/atelier-mobilite/").text


def test_a_page_written_by_hand_and_its_search_follow_their_file(shown: Shown) -> None:
    shown.edit("docs/guides/index.md", "# Les guides", "# Le guide des guides")

    assert "Le guide des guides" in shown.get("guides/").text
    assert "Le guide des guides" in shown.get("recherche/index.json").text


def test_a_template_follows_its_file(own_templates: Path, show: Any) -> None:
    shown = show()
    template = own_templates / "fragments/catalogue/actions.html"
    template.write_text(f"{template.read_text('utf-8')}\n<p>Ajouté au gabarit</p>\n", "utf-8")

    assert "<p>Ajouté au gabarit</p>" in shown.get("actions/atelier-mobilite/").text


def test_a_guide_that_links_to_a_sheet_is_checked_again_when_the_sheet_goes(shown: Shown) -> None:
    assert 'href="../actions/atelier-mobilite/"' in shown.get("guides/").text
    (shown.folder / ATELIER).unlink()

    shown.get("guides/")
    assert any("actions/atelier-mobilite.md" in line for line in shown.said.lines)


def test_the_settings_of_the_site_follow_their_file(shown: Shown) -> None:
    shown.edit("mkdocs.yml", "Accueil: index.md", "Le début: index.md")

    assert "Le début" in shown.get("actions/").text


def test_files_of_editors_change_nothing(shown: Shown) -> None:
    version = shown.preview.news.version
    shown.write("catalogue/actions/.permis.yml.swp", "x")
    shown.write("catalogue/actions/permis.yml~", "x")
    shown.get("")

    assert shown.preview.news.version == version


@pytest.mark.parametrize("name", ["actions/permis/", "actions/", "guides/"])
def test_a_page_that_nothing_changed_is_the_same(shown: Shown, name: str) -> None:
    assert shown.get(name).body == shown.get(name).body
