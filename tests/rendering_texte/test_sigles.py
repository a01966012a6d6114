"""Acronyms: spelt out once a sheet, explained everywhere, listed at the foot."""

from __future__ import annotations

import re
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from selectolax.lexbor import LexborHTMLParser

from site_builder.rendering.sigles import Sigles
from site_builder.rendering.texte import TexteFiche
from tests.rendering_texte.glossaire_fictif import new_sheet, resolve


def words(html: str) -> str:
    """What a reader sees of a piece of HTML."""
    return re.sub("<[^>]*>", "", html)


def test_spelt_out_once_in_a_sheet_whatever_the_function(fiche: TexteFiche) -> None:
    assert words(fiche.ligne("le RSA")) == "le RSA (revenu de solidarité active)"
    fiche.open_section()
    assert "#sigle-rsa" in fiche.bloc("le RSA")
    assert words(fiche.bloc("le RSA")) == "le RSA"


def test_another_sheet_spells_out_again() -> None:
    assert new_sheet().ligne("RSA") == new_sheet().ligne("RSA")


def test_one_link_a_section(fiche: TexteFiche) -> None:
    text = "RSA, RSA et RSA\n\n- RSA et RSA\n- RSA"
    assert fiche.bloc(text).count("#sigle-rsa") == 1
    assert fiche.ligne(text).count("#sigle-rsa") == 0
    fiche.open_section()
    assert fiche.ligne(text).count("#sigle-rsa") == 1


def test_titles_neither_link_nor_count(fiche: TexteFiche) -> None:
    assert fiche.brut("Le RSA") == "Le RSA"
    assert fiche.bloc("# Le RSA") == "<h4>Le RSA</h4>"
    assert fiche.definitions() == []
    assert "solidarité" in fiche.ligne("RSA")


def test_longest_form_first(fiche: TexteFiche) -> None:
    assert "#sigle-pdi-e" in fiche.ligne("le PDI-E")
    assert "#sigle-pdi" in fiche.ligne("le PDI")


def test_other_forms_and_terms_without_spelling(fiche: TexteFiche) -> None:
    assert "#sigle-ccas" in fiche.ligne("les C.C.A.S. volontaires")
    assert words(fiche.ligne("une file active de 70")) == "une file active de 70"
    assert [terme.slug for terme in fiche.definitions()] == ["ccas", "file-active"]


def test_another_form_is_not_spelt_out_and_leaves_the_first_use_to_the_acronym(
    fiche: TexteFiche,
) -> None:
    assert words(fiche.ligne("le C.C.A.S.")) == "le C.C.A.S."
    assert words(fiche.ligne("le CCAS")) == "le CCAS (centre communal d’action sociale)"


def test_a_plural_in_brackets_stays_beside_its_acronym(fiche: TexteFiche) -> None:
    assert words(fiche.ligne("les SLAI(s)")) == "les SLAI(s) (service local allocation insertion)"


def test_a_plural_spelling_counts_as_spelt_out(fiche: TexteFiche) -> None:
    text = "les Services Locaux Allocation Insertion (SLAI)"
    assert words(fiche.ligne(text)) == text


def test_a_spelling_in_emphasis_counts_as_spelt_out(fiche: TexteFiche) -> None:
    html = fiche.ligne("**parcours emploi renforcé** (*PER*)")
    assert words(html) == "parcours emploi renforcé (PER)"


def test_two_acronyms_in_one_pair_of_brackets(fiche: TexteFiche) -> None:
    assert words(fiche.ligne("des acteurs (CCAS, PER) du RSA")) == (
        "des acteurs (CCAS [centre communal d’action sociale], PER [parcours emploi renforcé])"
        " du RSA (revenu de solidarité active)"
    )


def test_an_empty_glossary_marks_nothing() -> None:
    assert TexteFiche(Sigles(()), resolve).ligne("Le RSA") == "Le RSA"


def test_each_link_has_its_definition_at_the_foot(fiche: TexteFiche, root: Path) -> None:
    body = str(fiche.bloc("RSA, CCAS, SLAI, file active"))
    environment = Environment(
        loader=FileSystemLoader(root / "overrides"), autoescape=True, undefined=StrictUndefined
    )
    foot = environment.get_template("partials/catalogue/sigles.html").module.sigles(fiche)
    tree = LexborHTMLParser(f"{body}{foot}")
    links = tree.css('a[href^="#sigle-"]')
    assert len(links) == 4
    for link in links:
        assert len(tree.css(link.attributes["href"] or "")) == 1
    assert "Une allocation." in tree.css_first("#sigle-rsa").text()
    assert tree.css_first("[data-module=cat-sigles]") is not None


def test_no_acronym_no_list(fiche: TexteFiche, root: Path) -> None:
    environment = Environment(loader=FileSystemLoader(root / "overrides"), autoescape=True)
    template = environment.get_template("partials/catalogue/sigles.html")
    assert template.module.sigles(fiche).strip() == ""
