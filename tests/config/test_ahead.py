"""Files made ahead are in their place when they are asked for, or nowhere."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from site_builder.config import Ahead, Content, Ingredients, Pieces
from site_builder.search.document import Document
from tests.synthetic.days import DAY

GUIDE = Document("guides", "mode-d-emploi", "Mode d’emploi")


def write(folder: Path, uri: str) -> str:
    path = folder / uri
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(uri)
    return uri


@pytest.fixture
def room(tmp_path: Path) -> Path:
    folder = tmp_path / "room"
    folder.mkdir()
    return folder


@pytest.fixture
def begin(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ingredients]:
    """Return a function that begins some tasks, instead of those of the search and the data."""

    def start(ahead: Ahead, *tasks: Callable[[], object]) -> Ingredients:
        monkeypatch.setattr("site_builder.config.ahead.list_tasks", lambda *_: tasks)
        ingredients = Ingredients(Content(Path(), (), None), [GUIDE], DAY, Pieces(), {})
        ahead.begin(ingredients)
        return ingredients

    return start


@pytest.mark.parametrize("processes", [1, 2])
def test_files_are_taken_with_what_their_tasks_returned(
    tmp_path: Path, room: Path, begin: Any, allow_processes: Callable[[int], None], processes: int
) -> None:
    allow_processes(processes)
    uris = ["data/catalogue.json", "recherche/index.0123abcd.json", "recherche.json"]
    site = tmp_path / "site"
    site.mkdir()
    with closing(Ahead(room)) as ahead:
        assert ahead.ingredients is None
        ingredients = begin(ahead, *(partial(write, room, uri) for uri in uris))
        assert ahead.ingredients is ingredients
        assert ahead.ingredients.guides == [GUIDE]
        assert [*site.iterdir()] == []
        assert ahead.take(site) == uris
    assert [(site / uri).read_text() for uri in uris] == uris
    assert [*room.iterdir()] == []


def test_what_stops_a_task_is_told_when_files_are_taken(
    tmp_path: Path, room: Path, begin: Any
) -> None:
    with closing(Ahead(room)) as ahead:
        begin(ahead, partial(write, room, "un.json"), partial(os.rmdir, room / "rien"))
        with pytest.raises(FileNotFoundError):
            ahead.take(tmp_path)
    assert not (tmp_path / "un.json").exists()


def test_nobody_works_any_more_once_it_is_closed(
    room: Path, begin: Any, allow_processes: Callable[[int], None]
) -> None:
    allow_processes(2)
    reading, writing = os.pipe()

    def work() -> None:
        os.write(writing, str(os.getpid()).encode())
        time.sleep(60)

    with closing(Ahead(room)) as ahead:
        begin(ahead, work, partial(write, room, "un.json"))
        worker = int(os.read(reading, 20))
    with pytest.raises(ProcessLookupError):
        os.kill(worker, 0)
    assert [*room.iterdir()] == []
    os.close(reading)
    os.close(writing)


def test_nothing_is_made_ahead_without_a_folder(begin: Any) -> None:
    with closing(Ahead(None)) as ahead:
        begin(ahead, partial(pytest.fail, "a task was run"))
        assert ahead.ingredients is None
