"""The table of ``golden.yml``: what is typed, and what the page says."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from site_builder.rendering.typographie import typographie
from tests.rendering_texte.glossaire_fictif import new_sheet

TABLE: dict[str, list[list[str]]] = yaml.safe_load(
    Path(__file__).with_name("golden.yml").read_text(encoding="utf-8")
)
LINK = '<a href="#sigle-rsa">RSA</a>'
CASES = [(name, typed, shown) for name, pairs in TABLE.items() for typed, shown in pairs]


@pytest.mark.parametrize(("function", "typed", "shown"), CASES)
def test_output_is_the_one_of_the_table(function: str, typed: str, shown: str) -> None:
    expected = shown.replace("␣", "\u00a0").replace("⎵", "\u202f").replace("{RSA}", LINK)
    write = typographie if function == "typographie" else getattr(new_sheet(), function)
    assert str(write(typed)) == expected
