"""The look, as far as a style sheet can tell without a browser."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from site_builder.vocabulary.couleurs import Couleur, contrast

# Text on background, by the names of their custom properties.
PAIRS = [
    *(
        (text, ground)
        for text in ("encre", "encre-douce", "principale", "accent")
        for ground in ("fond", "surface")
    ),
    ("encre", "gris-pale"),
    ("encre", "ambre-pale"),
    ("encre", "principale-pale"),
    ("encre-douce", "principale-pale"),
    ("encre-douce", "gris-pale"),
    ("principale", "principale-pale"),
    ("surface", "principale"),
    ("vert", "vert-pale"),
    ("prune", "prune-pale"),
    ("ambre", "ambre-pale"),
    ("rouge", "rouge-pale"),
    ("bandeau-encre", "bandeau"),
]
SCHEMES = ("default", "slate")


@pytest.fixture(scope="module")
def sheets(root: Path) -> dict[str, str]:
    folder = root / "docs" / "assets" / "stylesheets"
    return {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.css")}


def colours(css: str, scheme: str) -> dict[str, str]:
    blocks = re.findall(rf'\[data-md-color-scheme="{scheme}"\] {{([^}}]*)}}', css)
    said = dict(re.findall(r"--cat-([a-z-]+): (#[0-9a-f]+|var\([a-z-]+\));", "".join(blocks)))
    return {name: said.get(value[10:-1], value) for name, value in said.items()}


def parse(colour: str) -> Couleur:
    """Read a colour that style sheets may write with one digit for two."""
    return Couleur.parse(re.sub(r"^#(.)(.)(.)$", r"#\1\1\2\2\3\3", colour))


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_texts_are_readable_on_their_grounds(
    sheets: dict[str, str], scheme: str, text: str, ground: str
) -> None:
    palette = colours(sheets["cat-base.css"], scheme)

    assert contrast(parse(palette[text]), parse(palette[ground])) >= 4.5


def test_the_two_schemes_name_the_same_colours(sheets: dict[str, str]) -> None:
    light, dark = (colours(sheets["cat-base.css"], scheme) for scheme in SCHEMES)

    assert set(light) == set(dark)


def test_every_sheet_is_imported_once_and_exists(sheets: dict[str, str]) -> None:
    imported = re.findall(r'@import url\("([^"]+)"\);', sheets["catalogue.css"])

    assert len(imported) == len(set(imported))
    assert set(imported) == set(sheets) - {"catalogue.css"}


def test_sheets_fetch_nothing_from_elsewhere(sheets: dict[str, str]) -> None:
    for name, css in sheets.items():
        assert not re.search(r"url\(.?(?:https?:|//|data:)", css), name


def test_the_one_font_is_ours_and_never_moves_a_page(root: Path, sheets: dict[str, str]) -> None:
    (face,) = re.findall(r"@font-face \{([^}]*)\}", "".join(sheets.values()))
    (path,) = re.findall(r'url\("\.\./(fonts/[^"]+)"\)', face)
    font = root / "docs" / "assets" / path

    assert "font-display: optional;" in face
    # A server lets browsers keep it for ever: its name changes with its content.
    digest = hashlib.sha256(font.read_bytes()).hexdigest()[:8]
    assert font.name.split(".")[1:] == [digest, "woff2"]
    assert (font.parent / "OFL.txt").read_text("utf-8").startswith("Copyright")
    # The page asks for the same file, before it has read the styles.
    assert path in (root / "overrides" / "main.html").read_text("utf-8")


def test_classes_bear_the_prefix_and_one_element_level(sheets: dict[str, str]) -> None:
    for name, css in sheets.items():
        without_comments = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
        for found in re.findall(r"\.((?:cat|md)-[\w-]+)", without_comments):
            assert found.count("__") <= 1, f"{name}: {found}"


def test_every_property_used_is_defined(sheets: dict[str, str]) -> None:
    everything = "".join(sheets.values())
    defined = set(re.findall(r"(?<![\w-])(--[\w-]+):", everything))

    assert set(re.findall(r"var\((--[\w-]+)", everything)) == defined


def test_every_class_of_the_styles_is_printed_by_a_template(
    root: Path, sheets: dict[str, str]
) -> None:
    sources = [
        *(root / "overrides").rglob("*.html"),
        *(root / "site_builder" / "rendering").glob("*.py"),
        *(root / "docs" / "assets" / "javascripts").rglob("*.*js"),
    ]
    printed = "".join(path.read_text(encoding="utf-8") for path in sources)
    # A value that ends a class name may be filled in: cat-badge--{{ nature }}.
    filled = re.findall(r"(cat-[\w-]+-)(?:\{\{|\$\{)", printed)
    styled = {name for css in sheets.values() for name in re.findall(r"\.(cat-[\w-]+)", css)}

    for name in styled:
        assert name in printed or name.startswith(tuple(filled)), name


def test_the_page_of_a_preview_that_fails_has_the_colours_of_the_site(
    root: Path, sheets: dict[str, str]
) -> None:
    css = (root / "site_builder/preview/assets/apercu.css").read_text(encoding="utf-8")
    light, _, dark = css.partition("@media")
    for part, scheme in ((light, "default"), (dark, "slate")):
        own = dict(re.findall(r"--([a-z]+): (#[0-9a-f]+);", part))
        palette = colours(sheets["cat-base.css"], scheme)
        assert own == {name: palette[name] for name in ("encre", "fond", "rouge", "surface")}
