"""Which files changed: what the system tells is enough, and looking at all finds the rest."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.preview import Watch
from site_builder.preview import files as files_module
from site_builder.preview.files import Files
from site_builder.preview.snapshot import find_changes, follow_snapshot, take_snapshot


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A few files in a few folders."""
    for name in ("actions/a.yml", "actions/01/b.yml", "actions/01/c.yml", "site.yml"):
        path = tmp_path / "catalogue" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, "utf-8")
    return tmp_path / "catalogue"


class Clock:
    """The time that files are looked at, in seconds."""

    now = 100.0


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """A clock that a test sets."""
    clock = Clock()
    monkeypatch.setattr(files_module, "monotonic", lambda: clock.now)
    return clock


@pytest.fixture
def files(folder: Path) -> Files:
    """The same, that the system is believed to tell of."""
    one = Files([folder])
    one.start()
    one.is_told = True
    return one


def _move_folder(folder: Path) -> list[Path]:
    (folder / "actions/01").rename(folder / "actions/02")
    return [folder / "actions/01", folder / "actions/02"]


def _remove_folder(folder: Path) -> list[Path]:
    shutil.rmtree(folder / "actions/01")
    return [folder / "actions/01"]


def _put_a_folder_for_a_file(folder: Path) -> list[Path]:
    path = folder / "actions/a.yml"
    path.unlink()
    path.mkdir()
    (path / "d.yml").write_text("d", "utf-8")
    return [path]


def _replace(folder: Path) -> list[Path]:
    (folder / "nouveau").write_text("remplacé", "utf-8")
    (folder / "nouveau").rename(folder / "site.yml")
    return [folder / "nouveau", folder / "site.yml"]


def _add(folder: Path) -> list[Path]:
    (folder / "actions/01/.caché").write_text("x", "utf-8")
    (folder / "actions/01/e.yml").write_text("e", "utf-8")
    return [folder / "actions/01/e.yml"]


@pytest.mark.parametrize(
    "edit", [_move_folder, _remove_folder, _put_a_folder_for_a_file, _replace, _add]
)
def test_a_snapshot_follows_what_may_have_changed(
    folder: Path, edit: Callable[[Path], list[Path]]
) -> None:
    before = take_snapshot([folder])
    suspects = [*map(str, edit(folder)), str(folder / "actions/01/b.yml"), str(folder / "absent")]
    kept = dict(before)

    assert follow_snapshot(before, suspects) == take_snapshot([folder]) != before
    assert before == kept


def test_a_snapshot_that_nothing_changed_is_the_same(folder: Path) -> None:
    before = take_snapshot([folder])

    assert follow_snapshot(before, [*before, str(folder / "absent")]) is before


def test_what_is_told_is_followed_without_a_look_at_the_rest(
    files: Files, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files_module, "take_snapshot", None)
    for name in ("actions/a.yml", "actions/01/b.yml"):
        (folder / name).write_text(f"{name} changé", "utf-8")
    files.tell([str(folder / "actions/a.yml"), str(folder / ".git/x"), "/ailleurs/actions/a.yml"])

    assert files.follow() == [folder / "actions/a.yml"]
    assert files.follow() == []
    # A file that was edited is looked at again, whatever is told.
    (folder / "actions/a.yml").write_text("changé encore", "utf-8")
    assert files.follow([str(folder / "actions/01/b.yml")]) == [
        folder / "actions/01/b.yml",
        folder / "actions/a.yml",
    ]


def test_links_that_lead_nowhere_or_back_hide_nothing(folder: Path) -> None:
    seen = take_snapshot([folder])
    (folder / "actions/01/0.yml").symlink_to("absent")
    (folder / "actions/01/boucle").symlink_to(folder)
    assert take_snapshot([folder]) == seen


def test_looking_finds_what_was_not_told(files: Files, folder: Path) -> None:
    (folder / "actions/01/c.yml").unlink()

    found = files.look()
    assert found == [str(folder / "actions/01/c.yml")]
    assert files.follow(found) == [folder / "actions/01/c.yml"]
    assert files.follow(files.look()) == []


def test_a_system_that_does_not_tell_is_believed_no_more(
    files: Files, folder: Path, clock: Clock
) -> None:
    (folder / "site.yml").write_text("changé en silence", "utf-8")
    files.follow(files.look())
    # It may be about to tell.
    files.look()
    assert files.is_told
    clock.now = 102.0
    files.look()
    assert not files.is_told


def test_what_changed_before_the_system_was_asked_to_tell_is_no_silence(
    files: Files, folder: Path, clock: Clock
) -> None:
    (folder / "site.yml").write_text("changé avant", "utf-8")
    files.believe()
    assert files.follow(files.look()) == [folder / "site.yml"]
    clock.now = 102.0
    files.look()

    assert files.is_told


@pytest.mark.parametrize("told", ["actions/01/b.yml", "actions/01", "actions"])
def test_a_system_that_tells_late_is_believed(
    files: Files, folder: Path, clock: Clock, told: str
) -> None:
    (folder / "actions/01/b.yml").write_text("changé", "utf-8")
    files.follow(files.look())
    files.tell([str(folder / told)])
    clock.now = 102.0
    files.look()

    assert files.is_told


def test_what_was_told_and_followed_before_a_look_is_no_silence(files: Files, folder: Path) -> None:
    path = folder / "actions/a.yml"
    stale = take_snapshot([folder])
    path.write_text("changé", "utf-8")
    files.tell([str(path)])
    files.follow()
    # A look that had begun before.
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(files_module, "take_snapshot", lambda _: stale)
        assert files.look() == [str(path)]

    assert files.follow([str(path)]) == []
    assert files._untold == {}


def test_all_files_are_looked_at_less_often_once_the_system_has_told(
    files: Files, folder: Path
) -> None:
    before = files.patience
    files.tell([str(folder / "actions/a.yml")])
    files.follow()
    assert files.patience == before
    (folder / "actions/a.yml").write_text("changé", "utf-8")
    files.tell([str(folder / "actions/a.yml")])
    files.follow()
    assert files.patience > before
    files.is_told = False
    assert files.patience == before


def test_a_watch_has_no_thread_before_it_starts(files: Files) -> None:
    """A process that has threads does not share its work with others."""
    before = threading.enumerate()
    watch = Watch(files, lambda _: None)

    assert threading.enumerate() == before
    watch.stop()


def test_changes_are_those_between_two_snapshots() -> None:
    assert find_changes({"/a": (1, 1, 1)}, {"/a": (1, 1, 1)}) == []
    assert find_changes({"/a": (1, 1, 1), "/b": (1, 1, 1)}, {"/b": (2, 1, 1), "/c": (1, 1, 1)}) == [
        Path("/a"),
        Path("/b"),
        Path("/c"),
    ]
