"""Work on the whole catalogue is the same in a process and in place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from site_builder.config import prepare_content
from site_builder.exports import donnees, open_data
from site_builder.loading import load_catalogue
from site_builder.preview import whole
from site_builder.preview.assistant import Assistant, Subject
from site_builder.preview.whole import find_problems, make_data, make_search_files
from tests.preview.conftest import TODAY

_CONTACT = "contacts/accueil.yml"


@pytest.fixture(params=["1", "2"])
def assistant(
    request: pytest.FixtureRequest, project: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Assistant]:
    """An assistant in place, then in a process."""
    monkeypatch.setenv("CATALOGUE_PROCESSES", request.param)
    memo: dict[str, Any] = {}
    load_catalogue(project / "catalogue", memo=memo)
    one = Assistant(memo)
    yield one
    one.stop()


def subject_of(project: Path, root: Path, state: int = 1) -> Subject:
    return Subject(project / "catalogue", root / "overrides", TODAY, state)


def test_a_call_is_about_the_state_that_it_names(
    assistant: Assistant, project: Path, root: Path
) -> None:
    first = subject_of(project, root)
    assert assistant.call(find_problems, first, TODAY) == ()
    path = project / "catalogue/actions/permis.yml"
    path.write_text("nom: Autre permis\nresume: Vous passez.\nstructures: absente\n", "utf-8")

    assert assistant.call(find_problems, first, TODAY) == ()
    second = subject_of(project, root, 2)
    assert assistant.call(find_problems, second, TODAY) != ()


def test_what_a_call_raises_is_raised_here(assistant: Assistant, project: Path, root: Path) -> None:
    subject = subject_of(project, root)
    with pytest.raises((KeyError, RuntimeError), match="absent"):
        assistant.call(make_data, subject, "absent.json", TODAY)

    assert open_data.URI in donnees.URIS
    assert '"Permis de conduire"' in assistant.call(make_data, subject, open_data.URI, TODAY)


def test_a_process_that_died_is_done_without(
    project: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CATALOGUE_PROCESSES", "2")
    assistant = Assistant({})
    assistant._process.kill()
    assistant._process.join()

    assert assistant.call(find_problems, subject_of(project, root), TODAY) == ()
    assistant.stop()


def test_a_search_made_again_is_the_one_that_would_be_made_anew(
    project: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    memo: dict[str, Any] = {}
    permis, accueil = (project / "catalogue" / name for name in ("actions/permis.yml", _CONTACT))
    searches = []
    for path, before, after in (
        (permis, "Permis de conduire", "Permis bateau"),
        (accueil, "Association Fictive", "Association Exemple"),
        (permis, "Vous passez", "Vous préparez"),
        (permis, "Vous préparez", "Vous passez"),
    ):
        path.write_text(path.read_text("utf-8").replace(before, after), "utf-8")
        loaded = load_catalogue(project / "catalogue", memo=memo)
        content = prepare_content(loaded, TODAY, root / "overrides")
        searches.append(make_search_files(content, ()))
        with monkeypatch.context() as anew:
            anew.setattr(whole, "_written", whole._Written())
            assert make_search_files(content, ()) == searches[-1]

    assert searches[0] != searches[1] != searches[2]
    assert searches[1] == searches[3]
