"""Work on the whole catalogue is the same in a process and in place."""

from __future__ import annotations

import gc
import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from time import monotonic, sleep
from typing import Any

import pytest

from site_builder.cli import main
from site_builder.config import FACETTES, INDEX, Content, prepare_content
from site_builder.exports import donnees, open_data
from site_builder.exports.donnees import MAKERS
from site_builder.loading import load_catalogue
from site_builder.preview import Project
from site_builder.preview import assistant as assistant_module
from site_builder.preview import reading as reading_module
from site_builder.preview.assistant import Assistant
from site_builder.preview.reading import Reader, Subject, open_readings
from site_builder.preview.whole import Search, Whole
from site_builder.search.index import shard_name
from site_builder.search.site import SearchMaker
from tests.preview.conftest import PATIENCE, TODAY

# On the day that conftest.py previews.
NOON = datetime(2025, 6, 2, 12, tzinfo=UTC)
_CONTACT = "contacts/accueil.yml"
AllowProcesses = Callable[[int], None]


def subject_of(project: Path, root: Path, state: int = 1) -> Subject:
    return Subject(project / "catalogue", root / "overrides", TODAY, state)


@pytest.fixture(params=[1, 2])
def assistant(
    request: pytest.FixtureRequest, project: Path, root: Path, allow_processes: AllowProcesses
) -> Iterator[Assistant]:
    """An assistant in place, then in a process."""
    allow_processes(request.param)
    reader = Reader()
    reader.read(subject_of(project, root))
    one = Assistant(reader)
    assert (one._pipe is None) == (request.param == 1)
    yield one
    one.stop()


def test_a_call_is_about_the_state_that_it_names(
    assistant: Assistant, project: Path, root: Path
) -> None:
    first = subject_of(project, root)
    assert assistant.call(Whole.find_problems, first, TODAY) == ()
    path = project / "catalogue/actions/permis.yml"
    path.write_text("nom: Autre permis\nresume: Vous passez.\nstructures: absente\n", "utf-8")

    assert assistant.call(Whole.find_problems, first, TODAY) == ()
    second = subject_of(project, root, 2)
    assert assistant.call(Whole.find_problems, second, TODAY) != ()


def test_what_a_call_raises_is_raised_here(assistant: Assistant, project: Path, root: Path) -> None:
    subject = subject_of(project, root)
    with pytest.raises((KeyError, RuntimeError), match="absent"):
        assistant.call(Whole.make_data, subject, "absent.json", TODAY)

    assert open_data.URI in donnees.MAKERS
    data = assistant.call(Whole.make_data, subject, open_data.URI, TODAY)
    assert '"Permis de conduire"' in data.decode()


def test_a_process_that_died_is_done_without(
    project: Path, root: Path, allow_processes: AllowProcesses
) -> None:
    allow_processes(2)
    assistant = Assistant(Reader())
    assistant._process.kill()
    assistant._process.join()

    assert assistant.call(Whole.find_problems, subject_of(project, root), TODAY) == ()
    assistant.stop()


def count_frozen(_whole: Whole, _content: Content) -> int:
    """Return how many objects the process never walks."""
    return gc.get_freeze_count()


def test_what_is_learnt_at_first_is_walked_once(
    project: Path, root: Path, allow_processes: AllowProcesses, monkeypatch: pytest.MonkeyPatch
) -> None:
    allow_processes(2)
    monkeypatch.setattr(assistant_module, "_IDLE", 0.01)
    assistant = Assistant(Reader())
    subject = subject_of(project, root)
    before = assistant.call(count_frozen, subject)
    deadline = monotonic() + PATIENCE
    while (after := assistant.call(count_frozen, subject)) <= before and monotonic() < deadline:
        sleep(0.05)
    assistant.stop()

    assert after > before


def test_a_search_made_again_is_the_one_that_would_be_made_anew(project: Path, root: Path) -> None:
    memo: dict[str, Any] = {}
    search = Search()
    permis, accueil = (project / "catalogue" / name for name in ("actions/permis.yml", _CONTACT))
    indexes = []
    for path, before, after in (
        (permis, "Permis de conduire", "Permis bateau"),
        (accueil, "Association Fictive", "Association Exemple"),
        (permis, "Vous passez", "Vous préparez"),
        (permis, "Vous préparez", "Vous passez"),
    ):
        path.write_text(path.read_text("utf-8").replace(before, after), "utf-8")
        loaded = load_catalogue(project / "catalogue", memo=memo)
        content = prepare_content(loaded, TODAY, root / "overrides")
        indexes.append(search.read(content, (), INDEX))
        assert Search().read(content, (), INDEX) == indexes[-1]
        assert Search().read(content, (), FACETTES) == search.read(content, (), FACETTES)

    assert indexes[0] != indexes[1] != indexes[2]
    assert indexes[1] == indexes[3]


def test_a_page_opened_before_an_edit_finds_the_files_of_its_search(
    project: Path, root: Path
) -> None:
    search, names = Search(), []
    permis = project / "catalogue/actions/permis.yml"
    for name in ("Permis bateau", "Permis moto"):
        permis.write_text(f"nom: {name}\nresume: Vous passez le permis.\n", "utf-8")
        loaded = load_catalogue(project / "catalogue")
        content = prepare_content(loaded, TODAY, root / "overrides")
        first = search.read(content, (), INDEX)
        assert first is not None
        rank, (_, digest) = 0, json.loads(first)["lots"][0]
        names.append(f"recherche/{shard_name(rank, digest)}")

    assert names[0] != names[1]
    assert None not in [search.read(content, (), name) for name in names]
    assert search.read(content, (), "recherche/lot.0.00000000.json") is None


def test_an_assistant_reads_what_changed_since_it_was_asked_last(
    project: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed = {2: ["actions/permis.yml"], 3: [_CONTACT]}
    paths = {state: [project / "catalogue" / name for name in changed[state]] for state in changed}
    reader = Reader()
    first = reader.read(subject_of(project, root))
    for name in ("actions/permis.yml", _CONTACT):
        path = project / "catalogue" / name
        text = path.read_text("utf-8").replace("Permis de", "Permis pour")
        path.write_text(text.replace("Accueil de", "Accueil par"), "utf-8")
    monkeypatch.setattr(reading_module, "load_catalogue", None)
    third = reader.read(replace(subject_of(project, root, 3), changes=paths))

    assert third.catalogue.actions["permis"].nom == "Permis pour conduire"
    assert third.catalogue.contacts["accueil"].fonction.startswith("Accueil par")
    atelier = "atelier-mobilite"
    assert third.catalogue.actions[atelier] is first.catalogue.actions[atelier]
    # Who asks late for a former state is told of the last one.
    assert reader.read(subject_of(project, root, 2)) is third


def test_what_builds_keep_is_taken_up(
    project: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOON.timestamp())))
    shutil.copytree(root / "docs/assets", project / "docs/assets")
    with pytest.raises(SystemExit, match="0"):
        main(["build"])
    readings, is_own = open_readings(Project.read(project / "mkdocs.yml", None, None))
    content = Reader(readings.memo).read(subject_of(project, root))
    pieces = Whole(readings)._recall(content, TODAY)

    assert not is_own
    assert content.catalogue.actions
    makers: list[Any] = [pieces.recall("search", SearchMaker)]
    makers += (pieces.recall(PurePosixPath(uri).stem, make) for uri, make in MAKERS.items())
    assert [maker.catalogue for maker in makers] == [content.catalogue] * len(makers)
