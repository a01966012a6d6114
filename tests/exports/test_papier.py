"""What a printed page says around its text: the site and its publisher, in the style sheet."""

from __future__ import annotations

import re

from site_builder.exports.papier import write_running_words
from site_builder.model.site import Editeur, Site


def strings_of(site: Site) -> list[str]:
    """Return the quoted words of the rules that a page prints, as a browser reads them."""
    quoted = re.findall(r'(?:--cat-editeur|content): "([^"\n]*)"', write_running_words(site))
    return [re.sub(r"\\([0-9a-f]+) ", lambda sign: chr(int(sign[1], 16)), text) for text in quoted]


def test_the_publisher_and_the_site_are_named() -> None:
    site = Site(nom="Catalogue fictif", editeur=Editeur(nom="Département d’Exemple"))
    assert strings_of(site) == ["Département d’Exemple", "Catalogue fictif – Département d’Exemple"]


def test_a_publisher_that_is_missing_or_to_be_given_is_left_out() -> None:
    for editeur in (None, Editeur(nom="À compléter : nom de l’organisme")):
        assert strings_of(Site(nom="Catalogue fictif", editeur=editeur)) == ["", "Catalogue fictif"]


def test_no_name_can_end_a_rule() -> None:
    hostile = '"; } body { display: none } /* \\ '
    site = Site(nom="Catalogue", editeur=Editeur(nom=hostile.strip()))
    assert strings_of(site)[0] == hostile.strip()
    assert "body {" not in write_running_words(site)
