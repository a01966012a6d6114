"""Browsers are told of each change, and only of changes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from site_builder.preview import Watch
from site_builder.preview import files as files_module
from site_builder.preview.chores import Chores
from site_builder.preview.files import Files
from site_builder.preview.generated import Generated
from site_builder.preview.news import News
from site_builder.preview.snapshot import find_changes, take_snapshot

Shown = Any
PATIENCE = 60.0


@pytest.fixture
def watched(shown: Shown) -> Iterator[Shown]:
    """A project that is shown, and watched."""
    watch = Watch(shown.preview.files, shown.preview.refresh)
    watch.start()
    yield shown
    watch.stop()


def version_of(page: str) -> str:
    return re.findall(r'data-version="([^"]+)"', page)[0]


def test_a_browser_is_told_of_an_edit_that_no_page_asked_for(watched: Shown) -> None:
    version = version_of(watched.get("actions/permis/").text)
    connection, response = watched.listen(version)
    watched.edit("catalogue/actions/permis.yml", "Permis de conduire", "Permis bateau")
    told = response.readline().decode().removeprefix("data: ").strip()
    connection.close()

    page = watched.get("actions/permis/").text
    assert response.headers["Content-Type"] == "text/event-stream"
    assert told != version
    assert version_of(page) == told
    assert "Permis bateau" in page


def test_a_watched_project_is_not_looked_through_for_each_page(
    watched: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = Event()
    tell = watched.preview.files.tell
    monkeypatch.setattr(watched.preview.files, "tell", lambda paths: (tell(paths), told.set()))
    monkeypatch.setattr(files_module, "take_snapshot", None)
    # A sheet is as new as its file, whether the system has told of it yet or not.
    watched.edit("catalogue/actions/permis.yml", "Permis de conduire", "Permis bateau")
    assert "Permis bateau" in watched.get("actions/permis/").text
    assert told.wait(PATIENCE)
    for address in ("actions/", "recherche/index.json", "data/catalogue.json"):
        assert "Permis bateau" in watched.get(address).text


def test_a_page_that_is_missing_is_looked_for(watched: Shown) -> None:
    watched.write("catalogue/actions/jardin.yml", "nom: Jardin\nresume: Vous jardinez.\n")

    assert "<h1>Jardin</h1>" in watched.get("actions/jardin/").text


def test_a_page_that_is_out_of_date_is_told_at_once(shown: Shown) -> None:
    connection, response = shown.listen("ancienne")
    told = response.readline().decode()
    connection.close()

    assert told == f"data: {shown.preview.news.version}\n"


def test_who_listens_is_let_go_at_the_end(shown: Shown) -> None:
    connection, response = shown.listen(shown.preview.news.version)
    shown.preview.news.end()

    assert response.read().strip(b":\n") == b""
    connection.close()


def test_the_versions_of_two_previews_differ() -> None:
    assert News().version != News().version


def test_a_watch_looks_when_a_file_changes(tmp_path: Path) -> None:
    folder, settings = tmp_path / "catalogue", tmp_path / "mkdocs.yml"
    (folder / "actions").mkdir(parents=True)
    settings.write_text("avant", "utf-8")
    files = Files((folder, settings))
    files.start()
    seen: set[Path] = set()
    done = Event()

    def refresh(whole: bool) -> None:
        seen.update(files.follow(files.look() if whole else ()))
        if len(seen) == 2:
            done.set()

    watch = Watch(files, refresh)
    watch.start()
    (folder / "actions/a.yml").write_text("a", "utf-8")
    settings.write_text("après cela", "utf-8")
    assert done.wait(PATIENCE)
    watch.stop()

    assert seen == {folder / "actions/a.yml", settings}


def test_a_snapshot_sees_what_is_added_written_moved_and_removed(tmp_path: Path) -> None:
    for name in ("a.yml", "b.yml", "sub/c.yml", ".cache/d.yml"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name, "utf-8")
    before = take_snapshot([tmp_path])
    (tmp_path / "a.yml").write_text("plus long", "utf-8")
    (tmp_path / "b.yml").unlink()
    (tmp_path / "sub/c.yml").rename(tmp_path / "sub/e.yml")
    (tmp_path / ".cache/d.yml").write_text("caché", "utf-8")
    after = take_snapshot([tmp_path])

    changed = [path.relative_to(tmp_path).as_posix() for path in find_changes(before, after)]
    assert changed == ["a.yml", "b.yml", "sub/c.yml", "sub/e.yml"]
    assert find_changes(after, take_snapshot([tmp_path])) == []
    assert take_snapshot([tmp_path / "absent"]) == {}


def test_a_chore_that_waits_gives_way_to_a_new_one_that_outlives_an_error() -> None:
    errors: list[Exception] = []
    chores, begun, go_on = Chores(errors.append), Event(), Event()
    done: list[str] = []

    def first() -> None:
        begun.set()
        go_on.wait(PATIENCE)
        raise ValueError("panne annoncée")

    chores.replace(first)
    assert begun.wait(PATIENCE)
    chores.replace(lambda: done.append("ancienne"))
    chores.replace(lambda: done.append("nouvelle"))
    assert not chores.wait(0)
    go_on.set()

    assert chores.wait(PATIENCE)
    assert done == ["nouvelle"]
    assert [str(error) for error in errors] == ["panne annoncée"]
    chores.stop()


def test_what_takes_long_is_prepared_once_nobody_asks(
    shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared: list[str] = []
    done = Event()
    site = shown.preview._state.prepared.site
    monkeypatch.setattr(site, "prepare", prepared.append)
    monkeypatch.setattr(Generated, "prepare_rest", lambda _: done.set())
    shown.edit("catalogue/actions/permis.yml", "Permis de conduire", "Permis bateau")
    shown.get("actions/permis/")

    assert done.wait(PATIENCE)
    assert set(prepared) == {"actions/"}
