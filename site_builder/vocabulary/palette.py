"""The shades that the site makes from a colour of the charte, in the light and the dark scheme.

A colour is given as it is on paper, on light grounds. Its dark shade has the same hue, as light
as needed; each scheme has a pale shade too, on which words of the colour are written. The
grounds are those of docs/assets/stylesheets/cat-base.css: a test compares them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from site_builder.vocabulary.couleurs import Couleur, contrast, darker, lighter

# WCAG 2.2, success criteria 1.4.3 (text) and 1.4.11 (parts of the interface).
TEXT = 4.5
INTERFACE = 3.0

CLAIR = {"fond": "#faf7f2", "surface": "#ffffff"}
SOMBRE = {"fond": "#131c1f", "surface": "#1b272b"}
# The grey of code and of rows under the pointer: focus and marks are drawn on it.
GRIS = {"clair": "#ece8e1", "sombre": "#2c383b"}


@dataclass(frozen=True, slots=True)
class Nuances:
    """A colour and its pale shade, in one scheme."""

    scheme: str
    couleur: Couleur
    pale: Couleur


@dataclass(frozen=True, slots=True)
class Defaut:
    """A contrast that is too low: with what, in which scheme, how much, and how much is wanted."""

    scheme: str
    fond: str
    ratio: float
    minimum: float


def derive(couleur: Couleur) -> tuple[Nuances, Nuances]:
    """Return the shades of ``couleur`` in the light scheme, where it is itself, and the dark."""
    teinte, _, saturation = couleur.hls
    clair = Nuances("clair", couleur, Couleur.of_hls(teinte, 0.94, saturation * 0.7))
    pale = Couleur.of_hls(teinte, 0.18, saturation * 0.5)
    start = Couleur.of_hls(teinte, 0.7, min(saturation, 0.85))
    sombre = _first(lighter(start), lambda shade: Nuances("sombre", shade, pale))
    return clair, sombre


def find_faults(couleur: Couleur) -> Iterator[Defaut]:
    """Yield the contrasts that ``couleur`` lacks in one scheme or the other, the worst first."""
    faults = [fault for nuances in derive(couleur) for fault in _faults_of(nuances)]
    yield from sorted(faults, key=lambda fault: fault.ratio / fault.minimum)


def nearest_passing(couleur: Couleur) -> Couleur:
    """Return the nearest shade of the same hue without a fault: ``couleur`` itself if it has none.

    Black is the last shade, and has none.
    """
    return next(shade for shade in darker(couleur) if not any(find_faults(shade)))


def _first(shades: Iterable[Couleur], make: Callable[[Couleur], Nuances]) -> Nuances:
    """Return the nuances of the first shade that has no fault. White, the last one, has none."""
    return next(nuances for nuances in map(make, shades) if not any(_faults_of(nuances)))


def _faults_of(nuances: Nuances) -> Iterator[Defaut]:
    grounds = CLAIR if nuances.scheme == "clair" else SOMBRE
    named = {name: Couleur.parse(ground) for name, ground in grounds.items()}
    for name, ground in {**named, "fond pâle": nuances.pale}.items():
        yield from _compare(nuances, name, ground, TEXT)
    gris = Couleur.parse(GRIS[nuances.scheme])
    yield from _compare(nuances, "fond gris", gris, INTERFACE)


def _compare(nuances: Nuances, name: str, ground: Couleur, minimum: float) -> Iterator[Defaut]:
    ratio = contrast(nuances.couleur, ground)
    if ratio < minimum:
        yield Defaut(nuances.scheme, name, ratio, minimum)
