"""An edit changes one text of one action, which is then as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.loading import load_catalogue
from tests.benchmarks.edit import NAME, PARAGRAPH, Action
from tests.synthetic.catalogue import write_catalogue


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    write_catalogue(tmp_path, actions=12)
    return tmp_path


def texts(catalogue: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in catalogue.rglob("*.yml")}


def test_an_edit_shows_in_one_field_and_is_undone(catalogue: Path) -> None:
    before = texts(catalogue)
    action = Action(catalogue)
    slug = action.url.split("/")[1]
    with action.restored():
        action.edit(PARAGRAPH, "Retouche0")
        action.edit(NAME, "Retouche1")
        loaded = load_catalogue(catalogue)
        assert not loaded.problems
        edited = loaded.catalogue.actions[slug]
        assert edited.nom.startswith("Retouche1 ")
        assert "Retouche0" not in (edited.description or "")
        assert sum(text != before[path] for path, text in texts(catalogue).items()) == 1
    assert texts(catalogue) == before


def test_a_catalogue_without_such_an_action(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no action"):
        Action(tmp_path)
