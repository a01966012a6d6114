"""Colours, their contrasts, and the nearest shade that can be read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.vocabulary import palette
from site_builder.vocabulary.couleurs import Couleur, contrast
from site_builder.vocabulary.palette import (
    INTERFACE,
    TEXT,
    derive,
    find_faults,
    nearest_passing,
)

channels = st.integers(0, 255)
couleurs = st.builds(Couleur, channels, channels, channels)
BLACK, WHITE = Couleur(0, 0, 0), Couleur(255, 255, 255)


@given(couleurs)
def test_a_colour_is_read_as_it_is_written(couleur: Couleur) -> None:
    assert Couleur.parse(str(couleur)) == couleur


@pytest.mark.parametrize("text", ["", "1d4f5c", "#1d4", "#1d4f5c0", "#gg0000"])
def test_what_is_no_colour_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"not a colour|invalid literal"):
        Couleur.parse(text)


def test_contrasts_are_those_of_wcag() -> None:
    """Known ratios: black on white, and the grey that is just readable on white."""
    assert contrast(BLACK, WHITE) == pytest.approx(21)
    assert contrast(Couleur.parse("#767676"), WHITE) == pytest.approx(4.54, abs=0.005)
    assert contrast(Couleur.parse("#777777"), WHITE) == pytest.approx(4.48, abs=0.005)


@given(couleurs, couleurs)
def test_a_contrast_is_the_same_both_ways_and_from_1_to_21(one: Couleur, other: Couleur) -> None:
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21


@given(couleurs)
def test_the_suggested_shade_always_passes(couleur: Couleur) -> None:
    assert list(find_faults(nearest_passing(couleur))) == []


@given(couleurs)
def test_a_colour_that_passes_is_its_own_suggestion(couleur: Couleur) -> None:
    shade = nearest_passing(couleur)
    assert nearest_passing(shade) == shade
    assert (shade == couleur) == (not list(find_faults(couleur)))


@given(couleurs)
def test_the_suggested_shade_keeps_the_hue(couleur: Couleur) -> None:
    shade = nearest_passing(couleur)
    (hue, _, saturation), (moved, clarte, _) = couleur.hls, shade.hls
    # Near grey and near black, a step of one channel turns the hue.
    if saturation > 0.3 and 0.1 < clarte < 0.9 and couleur.hls[1] < 0.95:
        apart = abs(hue - moved)
        assert min(apart, 1 - apart) < 0.02


@given(couleurs)
def test_derived_shades_can_be_read_in_the_dark_whatever_the_colour(couleur: Couleur) -> None:
    assert {fault.scheme for fault in find_faults(couleur)} <= {"clair"}


@given(couleurs)
def test_the_site_s_words_can_be_read_on_pale_shades(couleur: Couleur) -> None:
    inks = {"clair": ("#1f2a2c", "#4d5a5c"), "sombre": ("#e9e7e2", "#b4bdbe")}
    for nuances in derive(couleur):
        for ink in inks[nuances.scheme]:
            assert contrast(Couleur.parse(ink), nuances.pale) >= TEXT


def test_faults_tell_text_from_interface() -> None:
    faults = {fault.fond: fault for fault in find_faults(Couleur.parse("#e8743b"))}
    assert faults["surface"].minimum == TEXT
    assert faults["fond gris"].minimum == INTERFACE
    assert faults["surface"].ratio == pytest.approx(3.0, abs=0.05)


def test_grounds_are_those_of_the_style_sheet(root: Path) -> None:
    css = (root / "docs/assets/stylesheets/cat-base.css").read_text(encoding="utf-8")
    for scheme, grounds in (("default", palette.CLAIR), ("slate", palette.SOMBRE)):
        block = re.search(rf'\[data-md-color-scheme="{scheme}"\] {{([^}}]*)}}', css)
        assert block is not None
        written = dict(re.findall(r"--cat-([a-z-]+): (#[0-9a-f]+);", block[1]))
        gris = palette.GRIS["clair" if scheme == "default" else "sombre"]
        found = {name: spelled_out(written[name]) for name in grounds}
        assert (found, written["gris-pale"]) == (grounds, gris)


def spelled_out(colour: str) -> str:
    return colour if len(colour) == 7 else "#" + "".join(char * 2 for char in colour[1:])
