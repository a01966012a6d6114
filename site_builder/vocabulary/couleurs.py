"""Colours of the sRGB space, and how well one is told from another.

Luminance and contrast are those of WCAG 2.2 (definitions of « relative luminance » and
« contrast ratio »: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance).
"""

from __future__ import annotations

import colorsys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

# Finer than a step of a channel, so that no shade in between is missed.
_STEPS = 512


@dataclass(frozen=True, slots=True)
class Couleur:
    """A colour, each channel from 0 to 255."""

    rouge: int
    vert: int
    bleu: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read « #1d4f5c ». Raises ``ValueError`` for anything else."""
        if len(text) != 7 or text[0] != "#":
            raise ValueError(f"not a colour: {text}")
        return cls(*(int(text[at : at + 2], 16) for at in (1, 3, 5)))

    @classmethod
    def of_hls(cls, teinte: float, clarte: float, saturation: float) -> Self:
        """Return the colour of this hue, lightness and saturation, each from 0 to 1."""
        return cls(*(round(part * 255) for part in colorsys.hls_to_rgb(teinte, clarte, saturation)))

    @property
    def hls(self) -> tuple[float, float, float]:
        """Hue, lightness and saturation, each from 0 to 1."""
        return colorsys.rgb_to_hls(*(part / 255 for part in self._channels))

    @property
    def luminance(self) -> float:
        """How light the colour is, from 0 (black) to 1 (white)."""
        rouge, vert, bleu = map(_linear, self._channels)
        return 0.2126 * rouge + 0.7152 * vert + 0.0722 * bleu

    @property
    def _channels(self) -> tuple[int, int, int]:
        return self.rouge, self.vert, self.bleu

    def __str__(self) -> str:
        return "#{:02x}{:02x}{:02x}".format(*self._channels)


def _linear(channel: int) -> float:
    part = channel / 255
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def contrast(one: Couleur, other: Couleur) -> float:
    """Return the contrast ratio of two colours, from 1 to 21, in either order."""
    lighter, darker = sorted((one.luminance, other.luminance), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def darker(couleur: Couleur) -> Iterator[Couleur]:
    """Yield ``couleur``, then darker and darker shades of the same hue, down to black."""
    return _shades(couleur, 0)


def lighter(couleur: Couleur) -> Iterator[Couleur]:
    """Yield ``couleur``, then lighter and lighter shades of the same hue, up to white."""
    return _shades(couleur, 1)


def _shades(couleur: Couleur, end: float) -> Iterator[Couleur]:
    teinte, clarte, saturation = couleur.hls
    yield couleur
    for step in range(1, _STEPS + 1):
        moved = clarte + (end - clarte) * step / _STEPS
        yield Couleur.of_hls(teinte, moved, saturation)
