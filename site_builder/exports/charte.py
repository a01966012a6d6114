"""The colours of the charte, as the style sheet of the site reads them."""

from __future__ import annotations

from collections.abc import Mapping

from site_builder.model.site import Charte
from site_builder.vocabulary.couleurs import Couleur
from site_builder.vocabulary.palette import Nuances, derive

# Where each scheme is in force: the selectors of cat-base.css and cat-sombre.css.
_LIGHT = ':root,\n[data-md-color-scheme="default"] {{\n{}}}\n'
_DARK = (
    '@media screen {{\n[data-md-color-scheme="slate"] {{\n{0}}}\n}}\n'
    "@media screen and (prefers-color-scheme: dark) {{\n"
    ":root:not([data-md-color-scheme]) {{\n{0}}}\n}}\n"
)


def write_colours(charte: Charte | None) -> str:
    """Return the rules that give the site the colours of ``charte``, empty without any.

    They come after those of the style sheet, whose custom properties they set again.
    """
    named = {
        "principale": charte.couleur_principale if charte else None,
        "accent": charte.couleur_accent if charte else None,
    }
    shades = {name: derive(Couleur.parse(text.lower())) for name, text in named.items() if text}
    if not shades:
        return ""
    light, dark = (
        _properties({name: pair[scheme] for name, pair in shades.items()}) for scheme in (0, 1)
    )
    return f"\n/* The charte of site.yml. */\n\n{_LIGHT.format(light)}{_DARK.format(dark)}"


def _properties(shades: Mapping[str, Nuances]) -> str:
    return "".join(
        f"  --cat-{name}: {nuances.couleur};\n  --cat-{name}-pale: {nuances.pale};\n"
        for name, nuances in shades.items()
    )
