"""The names of a former site serve again, and nothing that happens to them shows."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from site_builder.build import Written, keeping, publication, spare
from site_builder.cache import read_own_tree
from tests.build.edits import MARKS, Edited, Texts, variants
from tests.build.publishing import publish

ROOT = Path(__file__).parents[2]


def page(text: str) -> str:
    return f"<h1>{text}</h1>"


def some_texts(chance: Random) -> Texts:
    """A site of a few pages in a few folders, some of which are one within another."""
    folders = ("a", "a/b", "c", "c/d/e")
    return {
        f"{folder}/{name}/index.html": page(chance.choice("xyz"))
        for folder in folders
        for name in "12345"
        if chance.random() < 0.8
    }


@pytest.fixture
def site(tmp_path: Path) -> Edited:
    return Edited(tmp_path / "place" / "site", tmp_path / "cache" / "spare")


@pytest.fixture
def settled(site: Edited) -> Edited:
    """A site that was edited once, so that it has a spare."""
    pages = {f"{name}/index.html": page(name) for name in "abcdef"}
    assert site.publish(pages).published
    assert not site.spare.exists()
    assert site.publish({**pages, "a/index.html": page("A")}).published
    assert site.spare.is_dir()
    return site


def is_sound(site: Edited) -> bool:
    """Tell whether the site is what was published, open to all, alone, and remembered."""
    folders = {above.as_posix() for path in site.texts for above in Path(path).parents}
    found = [path for path in site.out.rglob("*") if path.is_dir()]
    assert site.read() == site.texts
    assert {path.stat().st_mode & 0o7777 for path in (site.out, *found)} == {0o755}
    assert {path.relative_to(site.out).as_posix() for path in found} <= folders
    assert [path.name for path in site.out.parent.iterdir()] == ["site"]
    assert site.last is not None
    return site.last.files in (None, read_own_tree(site.out))


@pytest.mark.parametrize("seed", range(20))
def test_a_site_is_what_is_published_edit_after_edit(site: Edited, seed: int) -> None:
    chance = Random(seed)
    for _ in range(6):
        assert site.publish(some_texts(chance)).published
        assert is_sound(site)
        assert site.standing.files


def test_a_spare_holds_no_data_of_its_own(settled: Edited) -> None:
    inodes = {path.stat().st_ino for path in settled.out.rglob("*") if path.is_file()}
    for path in settled.spare.rglob("*"):
        assert path.is_dir() or path.stat().st_ino in inodes
    assert not (settled.spare / "a/index.html").exists()
    shutil.rmtree(settled.spare)
    assert settled.read() == settled.texts


def test_only_what_changed_gets_a_name(settled: Edited, monkeypatch: pytest.MonkeyPatch) -> None:
    linked: list[str] = []
    link = os.link

    def note(former: str, new: str) -> None:
        linked.append(former)
        link(former, new)

    monkeypatch.setattr(keeping.os, "link", note)
    monkeypatch.setenv("CATALOGUE_PROCESSES", "1")
    dates = {path: (settled.out / path).stat() for path in settled.texts}
    assert settled.publish({**settled.texts, "b/index.html": page("B")}).published
    assert linked == [f"{settled.out}/a/index.html"]
    kept = dates.keys() - {"a/index.html", "b/index.html"}
    assert all((settled.out / path).stat() == dates[path] for path in kept)


def swap_two(spare: Path) -> None:
    (spare / "b/index.html").rename(spare / "x")
    (spare / "c/index.html").rename(spare / "b/index.html")
    (spare / "x").rename(spare / "c/index.html")


def copy(spare: Path) -> None:
    shutil.copytree(spare, spare.with_name("copy"))
    shutil.rmtree(spare)
    spare.with_name("copy").rename(spare)


def make_links(spare: Path) -> None:
    shutil.rmtree(spare / "b")
    (spare / "b").symlink_to(spare / "c")
    (spare / "d/index.html").unlink()
    (spare / "d/index.html").symlink_to(spare / "e/index.html")


def mix_kinds(spare: Path) -> None:
    shutil.rmtree(spare / "b")
    (spare / "b").write_text("a file")
    (spare / "c/index.html").unlink()
    (spare / "c/index.html/deep").mkdir(parents=True)
    (spare / "c/index.html/deep/file").touch()
    os.mkfifo(spare / "d/pipe")


@pytest.mark.parametrize(
    "touch",
    [
        shutil.rmtree,
        lambda spare: shutil.rmtree(spare / "b"),
        lambda spare: (spare / "b/index.html").unlink(),
        lambda spare: (spare / "b/more.html").write_text("more"),
        lambda spare: (spare / "g/h/i").mkdir(parents=True),
        lambda spare: (spare / "c").chmod(0o700),
        lambda spare: spare.chmod(0o700),
        lambda spare: (shutil.rmtree(spare), spare.write_text("a file")),
        swap_two,
        copy,
        make_links,
        mix_kinds,
    ],
)
def test_a_spare_that_was_touched_is_mended_or_left(
    settled: Edited, touch: Callable[[Path], None]
) -> None:
    touch(settled.spare)
    # Files of a spare that is removed lose a name, which changes their dates.
    assert settled.last is not None
    texts = {**settled.texts, "b/index.html": page("B"), "z/index.html": page("Z")}
    del texts["f/index.html"]
    assert settled.publish(texts).published
    assert is_sound(settled)
    assert settled.publish({**texts, "b/index.html": page("BB")}).published
    assert is_sound(settled)


@pytest.mark.parametrize("refused", ["mend", "put_by", "take_spare"])
def test_a_site_does_without_a_spare(
    settled: Edited, monkeypatch: pytest.MonkeyPatch, refused: str
) -> None:
    def refuse(*_arguments: object) -> bool:
        if refused == "mend":
            raise PermissionError
        return False

    module = publication if refused == "put_by" else spare
    monkeypatch.setattr(module, refused, refuse)
    for text in "BC":
        assert settled.publish({**settled.texts, "b/index.html": page(text)}).published
        assert is_sound(settled)


@pytest.mark.parametrize("is_there", [True, False])
def test_a_spare_that_does_not_serve_goes_back(settled: Edited, is_there: bool) -> None:
    if not is_there:
        shutil.rmtree(settled.spare)

    def fail(_folder: Path) -> Written:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        publish(fail, settled.out, standing=settled.standing)
    # The next build finds the site as it was, and all its names.
    assert read_own_tree(settled.spare) == read_own_tree(settled.out) == settled.standing.files
    assert is_sound(settled)


def test_files_have_their_names_before_they_are_asked_for(
    settled: Edited, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(settled.spare)
    monkeypatch.setattr(keeping, "_link", lambda *_: pytest.fail("a file had no name"))
    for text in "BC":
        assert settled.publish({**settled.texts, "b/index.html": page(text)}).published
        assert is_sound(settled)


def test_a_disk_without_links_has_copies_and_no_spare(
    settled: Edited, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise PermissionError

    shutil.rmtree(settled.spare)
    monkeypatch.setattr(keeping.os, "link", refuse)
    for text in "BC":
        assert settled.publish({**settled.texts, "b/index.html": page(text)}).published
        assert is_sound(settled)
        assert not settled.spare.exists()


def test_a_site_that_is_made_anew_leaves_no_spare_of_the_former(settled: Edited) -> None:
    settled.last = None
    assert settled.publish(settled.texts).published
    assert not settled.spare.exists()
    assert is_sound(settled)


def test_a_site_that_another_build_replaced_is_left(settled: Edited) -> None:
    other = Edited(settled.out, settled.spare)
    assert other.publish({path: text + " " for path, text in settled.texts.items()}).published
    before = settled.read()
    shutil.rmtree(settled.spare, ignore_errors=True)
    publication = settled.publish({**settled.texts, "b/index.html": page("B")})
    assert [problem.code for problem in publication.problems] == ["CAT-B907"]
    assert settled.read() == before
    assert MARKS.keys() <= before.keys()


def test_a_kill_at_any_moment_leaves_a_whole_site_and_a_spare_that_serves(site: Edited) -> None:
    assert site.publish(variants()[0]).published
    moments = Random(20260101)
    for _ in range(15):
        command = [sys.executable, "-m", "tests.build.edits", str(site.out), str(site.spare)]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as builder:
            assert builder.stdout is not None
            assert builder.stdout.readline() == "ready\n"
            time.sleep(moments.uniform(0, 0.15))
            builder.kill()
            # The process that it had started ends with its present task, and holds its folder.
            builder.stdout.read()
        assert builder.returncode == -signal.SIGKILL
        site.look()
        assert site.texts in [MARKS | texts for texts in variants()]
    for texts in variants():
        assert site.publish(texts).published
        assert is_sound(site)
