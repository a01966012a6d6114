"""The body of every page of the fictitious catalogue, byte for byte.

``UPDATE_GOLDEN=1`` writes the files again; their difference is then read like any other.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from site_builder.rendering.renderer import RenderedBody

GOLDEN = Path(__file__).with_name("golden")


def golden_name(url: str) -> str:
    return f"{url.strip('/').replace('/', '--') or 'accueil'}.html"


def test_every_page_is_as_it_was_accepted(bodies: dict[str, RenderedBody]) -> None:
    actual = {golden_name(url): body.html for url, body in bodies.items()}
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.mkdir(exist_ok=True)
        for path in GOLDEN.glob("*.html"):
            path.unlink()
        for name, html in actual.items():
            (GOLDEN / name).write_text(html, encoding="utf-8", newline="\n")
        pytest.fail("golden files written again: read the difference, then run without")

    expected = {path.name: path.read_text(encoding="utf-8") for path in GOLDEN.glob("*.html")}
    assert sorted(actual) == sorted(expected)
    for name, html in actual.items():
        assert html == expected[name], name
