"""One broken catalogue for each code: the whole output, as an editor reads it."""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from site_builder.checks import check_catalogue
from site_builder.loading import load_catalogue
from site_builder.messages import format_text
from site_builder.problems import REGISTER

FOLDER = Path(__file__).parent / "catalogues"
BROKEN = sorted(FOLDER.iterdir())
# What a catalogue's content can break: files and YAML have their own tests, and so has
# publication. CAT-M000 is what is said of a refusal that no other code describes.
FAMILIES = "MRDVTES"
# What stands at the root of the sound catalogue for the site alone.
SITE = ("site.yml", "logo.svg")
FALLBACK = {"CAT-M000"}


@pytest.mark.parametrize("folder", BROKEN, ids=[folder.name for folder in BROKEN])
def test_output_is_the_one_expected(folder: Path, today: date, tmp_path: Path, sound: Path) -> None:
    """UPDATE_GOLDEN=1 writes the file, to be reviewed.

    A catalogue about something else than the site has the site of the sound one.
    """
    catalogue = tmp_path / folder.name
    shutil.copytree(folder, catalogue, ignore=shutil.ignore_patterns("expected.txt"))
    if not folder.name.startswith("CAT-S") and not (folder / "site.yml").exists():
        for name in SITE:
            shutil.copy(sound / name, catalogue)
    loaded = load_catalogue(catalogue)

    problems = check_catalogue(loaded, today)

    assert folder.name[:8] in {problem.code for problem in problems}
    text = format_text(problems, loaded.source, colour=False, cap_per_file=100)
    expected = folder / "expected.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        expected.write_bytes(text.encode())
    assert expected.read_bytes().decode() == text


def test_every_code_has_its_broken_catalogue() -> None:
    codes = {code for code in REGISTER if code[4] in FAMILIES} - FALLBACK

    assert codes - {folder.name[:8] for folder in BROKEN} == set()
