"""The manifest says what the catalogue says of itself, and names icons that exist."""

from __future__ import annotations

import json
import struct
from pathlib import Path
from typing import Any

from site_builder.exports.manifeste import describe_manifest
from site_builder.model.site import Charte, Site


def manifest(site: Site, description: str | None = "Des aides.") -> Any:
    return json.loads(describe_manifest(site, "Catalogue d’Exemple", description))


def test_names_come_from_the_site() -> None:
    found = manifest(Site(nom="Autre", nom_court="Exemple"))
    assert (found["name"], found["short_name"]) == ("Catalogue d’Exemple", "Exemple")
    assert found["description"] == "Des aides."
    assert found["lang"] == "fr"


def test_what_the_site_does_not_say_is_left_out_or_its_full_name() -> None:
    found = manifest(Site(), None)
    assert found["short_name"] == "Catalogue d’Exemple"
    assert "description" not in found


def test_the_colour_is_that_of_the_charte() -> None:
    assert manifest(Site(charte=Charte(couleur_principale="#123456")))["theme_color"] == "#123456"
    assert manifest(Site(charte=Charte()))["theme_color"] == manifest(Site())["theme_color"]


def test_addresses_hold_wherever_the_site_is() -> None:
    found = manifest(Site())
    assert (found["start_url"], found["scope"]) == ("./", "./")
    assert not any(icon["src"].startswith(("/", "http")) for icon in found["icons"])


def test_icons_are_files_of_the_size_said(root: Path) -> None:
    icons = manifest(Site())["icons"]
    for icon in icons:
        data = (root / "docs" / icon["src"]).read_bytes()
        if icon["type"] == "image/png":
            size = "x".join(map(str, struct.unpack(">II", data[16:24])))
            assert (icon["sizes"], data[:8]) == (size, b"\x89PNG\r\n\x1a\n")
            assert len(data) < 8_000
    assert {"192x192", "512x512"} <= {icon["sizes"] for icon in icons}
    assert [icon for icon in icons if icon.get("purpose") == "maskable"]
