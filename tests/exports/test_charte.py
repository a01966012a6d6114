"""The colours of the charte in the style sheet."""

from __future__ import annotations

import re

import pytest

from site_builder.exports.charte import write_colours
from site_builder.model.site import Charte

BOTH = Charte(couleur_principale="#003189", couleur_accent="#A4431F")


def blocks(css: str) -> dict[str, dict[str, str]]:
    """Return the custom properties of each rule, by its selector."""
    css = css.replace("/* The charte of site.yml. */", "")
    found = re.findall(r"([^{}\n][^{}]*?) \{\n((?:  --[^;]+;\n)+)\}", css)
    return {
        " ".join(selector.split()): dict(re.findall(r"--cat-([a-z-]+): (#[0-9a-f]{6});", body))
        for selector, body in found
    }


def test_each_scheme_has_its_shades() -> None:
    found = blocks(write_colours(BOTH))

    light, chosen, preferred = found.values()
    assert list(found) == [
        ':root, [data-md-color-scheme="default"]',
        '[data-md-color-scheme="slate"]',
        ":root:not([data-md-color-scheme])",
    ]
    assert light["principale"] == "#003189"
    assert light["accent"] == "#a4431f"
    assert chosen == preferred
    assert (
        light.keys()
        == chosen.keys()
        == {
            "principale",
            "principale-pale",
            "accent",
            "accent-pale",
        }
    )
    assert light["principale"] != chosen["principale"]


def test_a_colour_that_is_not_given_stays_the_site_s() -> None:
    css = write_colours(Charte(couleur_accent="#a4431f"))

    assert "--cat-accent" in css
    assert "--cat-principale" not in css


@pytest.mark.parametrize("charte", [None, Charte(), Charte(logo="logo.svg")])
def test_without_colours_there_is_nothing_to_write(charte: Charte | None) -> None:
    assert write_colours(charte) == ""
