"""Files that have not changed are told without being read; those that have, always."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from site_builder.cache import compare_tree, read_own_tree, read_tree


def age(folder: Path, seconds: int = 10) -> None:
    """Have every file be written long ago, as far as its content goes."""
    for path in folder.rglob("*"):
        found = path.stat()
        then = found.st_mtime_ns - seconds * 1_000_000_000
        os.utime(path, ns=(then, then))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "dossier"
    (folder / "a" / "b").mkdir(parents=True)
    for name in ("un.yml", "a/deux.yml", "a/b/trois.yml"):
        (folder / name).write_text(name)
    return folder


def test_a_folder_left_alone_is_the_same(folder: Path) -> None:
    known, own = read_tree(folder), read_own_tree(folder)
    assert set(known) == set(own) == {"un.yml", "a/deux.yml", "a/b/trois.yml"}
    assert compare_tree(folder, known)[1]
    assert read_own_tree(folder) == own


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "un.yml").write_text("autre chose"),
        lambda folder: (folder / "un.yml").unlink(),
        lambda folder: (folder / "quatre.yml").write_text(""),
        lambda folder: (folder / "un.yml").rename(folder / "six.yml"),
        lambda folder: (folder / "a" / "b").rename(folder / "b"),
        lambda folder: (folder / "lien.yml").symlink_to("un.yml"),
    ],
)
def test_any_change_is_seen(folder: Path, change) -> None:
    known, own = read_tree(folder), read_own_tree(folder)
    change(folder)
    assert not compare_tree(folder, known)[1]
    assert read_own_tree(folder) != own


def test_a_file_of_ours_is_the_same_under_other_names(folder: Path) -> None:
    own, file = read_own_tree(folder), folder / "un.yml"
    os.link(file, folder / "sept.yml")
    assert read_own_tree(folder) == {**own, "sept.yml": own["un.yml"]}
    (folder / "sept.yml").unlink()
    assert read_own_tree(folder) == own
    # But what the web server may no longer read is not as it was.
    file.chmod(0o600)
    assert read_own_tree(folder) != own


def test_a_change_that_keeps_length_and_date_is_seen_in_a_recent_file(folder: Path) -> None:
    file = folder / "un.yml"
    found = file.stat()
    known = read_tree(folder)
    file.write_text("UN.YML")
    os.utime(file, ns=(found.st_atime_ns, found.st_mtime_ns))
    assert not compare_tree(folder, known)[1]


def test_a_recent_file_that_is_written_again_the_same_is_the_same(folder: Path) -> None:
    known = read_tree(folder)
    (folder / "un.yml").write_text("un.yml")
    assert compare_tree(folder, known)[1]


def test_links_are_followed_and_loops_end(folder: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "ailleurs"
    elsewhere.mkdir()
    (elsewhere / "x.md").write_text("x")
    (folder / "lien").symlink_to(elsewhere)
    (folder / "boucle").symlink_to(folder)
    (folder / "vers-rien").symlink_to(tmp_path / "absent")
    # The way back stands in a folder that a link leads to.
    (folder / "tout").symlink_to(tmp_path)
    known = read_tree(folder)
    assert {"lien/x.md", "tout/ailleurs/x.md"} <= known.keys()
    assert not any("boucle/" in path or "tout/dossier" in path for path in known)
    assert "vers-rien" in known
    assert compare_tree(folder, known)[1]
    (elsewhere / "x.md").write_text("y")
    assert not compare_tree(folder, known)[1]


def test_a_folder_that_is_gone_is_not_the_same(folder: Path, tmp_path: Path) -> None:
    known = read_tree(folder)
    folder.rename(tmp_path / "parti")
    with pytest.raises(FileNotFoundError):
        compare_tree(folder, known)
