"""Publication succeeds as a whole or changes nothing."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from site_builder.build import Publication, Stage, Written, swap
from tests.build.publishing import publish
from tests.build.variant import take_snapshot, write_variant

Write = Callable[[Path], Written]


def codes(publication: Publication) -> list[str]:
    return [problem.code for problem in publication.problems]


@contextmanager
def unchanged(out: Path) -> Iterator[None]:
    """The site stays as it is, byte for byte, and nothing is left beside it."""
    before = take_snapshot(out)
    yield
    assert take_snapshot(out) == before
    assert [path.name for path in out.parent.iterdir()] == [out.name]


@pytest.mark.parametrize("exchanges", [True, False], ids=["exchange", "renames"])
def test_publishing_replaces_the_whole_site(
    out: Path, write_new: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exchanges: bool
) -> None:
    (out / "forgotten.html").write_text("<p>left from another time")
    if not exchanges:
        monkeypatch.setattr(swap, "exchange", lambda _first, _second: False)
    publication = publish(write_new, out)
    assert (publication.published, publication.problems) == (True, ())
    write_variant("new", tmp_path / "expected")
    assert {path: data for path, (_, data) in take_snapshot(out).items()} == {
        path: data for path, (_, data) in take_snapshot(tmp_path / "expected").items()
    }
    assert [path.name for path in out.parent.iterdir()] == ["site"]


def test_the_first_publication_makes_the_parents(tmp_path: Path, write_new: Write) -> None:
    out = tmp_path / "a" / "b" / "site"
    assert publish(write_new, out).published
    assert (out / "index.html").exists()


def test_modes_let_a_web_server_read_whatever_the_umask(out: Path, write_new: Write) -> None:
    def write_secretly(folder: Path) -> Written:
        urls = write_new(folder)
        (folder / "404.html").chmod(0o600)
        (folder / "sitemap.xml").chmod(0o777)
        return urls

    umask = os.umask(0o077)
    try:
        assert publish(write_secretly, out).published
    finally:
        os.umask(umask)
    for path in (out, *out.rglob("*")):
        assert path.stat().st_mode & 0o7777 == (0o755 if path.is_dir() else 0o644)


def test_stages_are_announced_in_order(out: Path, write_new: Write) -> None:
    stages: list[Stage] = []
    publish(write_new, out, progress=stages.append)
    assert stages == [Stage.WRITE, Stage.VERIFY, Stage.SWAP]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, SystemExit, FileNotFoundError])
def test_an_exception_of_the_writer_passes_through(
    out: Path, error: type[BaseException], write_new: Write
) -> None:
    def write(folder: Path) -> Written:
        write_new(folder)
        raise error

    with unchanged(out), pytest.raises(error):
        publish(write, out)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_to_stop_tidies_up_first(out: Path, number: int, write_new: Write) -> None:
    def write(folder: Path) -> Written:
        write_new(folder)
        os.kill(os.getpid(), number)
        raise AssertionError("the signal was not heard")

    with unchanged(out), pytest.raises(SystemExit) as stop:
        publish(write, out)
    assert stop.value.code == 128 + number
    assert signal.getsignal(number) is signal.SIG_DFL


def test_publishing_works_outside_the_main_thread(out: Path, write_new: Write) -> None:
    results: list[Publication] = []
    thread = threading.Thread(target=lambda: results.append(publish(write_new, out)))
    thread.start()
    thread.join()
    assert [(result.published, result.problems) for result in results] == [(True, ())]


@pytest.mark.parametrize("missing", ["index.html", "404.html", "sitemap.xml", "pages/3/index.html"])
def test_an_incomplete_site_is_not_published(out: Path, missing: str, write_new: Write) -> None:
    def write(folder: Path) -> Written:
        urls = write_new(folder)
        (folder / missing).unlink()
        return urls

    with unchanged(out):
        publication = publish(write, out)
    assert not publication.published
    assert ("CAT-B910", missing) in {(p.code, p.place.file) for p in publication.problems}


@pytest.mark.parametrize("strict", [False, True])
def test_a_warning_stops_only_a_strict_publication(
    out: Path, strict: bool, write_new: Write
) -> None:
    def write(folder: Path) -> Written:
        urls = write_new(folder)
        (folder / "404.html").write_text("<a href='http://exemple.fr/'>exemple</a>")
        return urls

    publication = publish(write, out, strict=strict)
    assert codes(publication) == ["CAT-B915"]
    assert publication.published is not strict
    assert ("new" in (out / "index.html").read_text()) is not strict


@pytest.fixture
def full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with little room: a real small disk where the system permits one."""
    folder = tmp_path / "small"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", str(folder)]
    if (
        os.geteuid() == 0
        and subprocess.run(command, capture_output=True, check=False).returncode == 0
    ):
        yield folder
        subprocess.run(["umount", str(folder)], check=True)
        return
    write_bytes = Path.write_bytes

    def write_within_room(path: Path, data: bytes) -> int:
        if len(data) > 512 * 1024:
            raise OSError(errno.ENOSPC, "No space left on device", str(path))
        return write_bytes(path, data)

    monkeypatch.setattr(Path, "write_bytes", write_within_room)
    yield folder


def test_a_full_disk_leaves_the_site(full_disk: Path, write_new: Write) -> None:
    out = full_disk / "site"
    assert publish(write_new, out).published

    def write_too_much(folder: Path) -> Written:
        urls = write_new(folder)
        (folder / "large.bin").write_bytes(bytes(1024 * 1024))
        return urls

    with unchanged(out):
        publication = publish(write_too_much, out)
    assert codes(publication) == ["CAT-B904"]
    assert "plus de place" in publication.problems[0].message


def test_a_refusal_of_the_disk_is_found_behind_the_error_of_a_host(
    out: Path, write_new: Write
) -> None:
    def write(folder: Path) -> Written:
        write_new(folder)
        try:
            raise OSError(errno.ENOSPC, "No space left on device")
        except OSError as error:
            raise RuntimeError("a page could not be written") from error

    with unchanged(out):
        assert codes(publish(write, out)) == ["CAT-B904"]


def test_a_fault_of_the_program_is_not_taken_for_one_of_the_disk(
    out: Path, write_new: Write
) -> None:
    def write(folder: Path) -> Written:
        write_new(folder)
        try:
            raise PermissionError(errno.EACCES, "Permission denied", "cache")
        except PermissionError:
            return Written("abc"[3])

    with unchanged(out), pytest.raises(IndexError):
        publish(write, out)


@pytest.mark.parametrize(
    ("step", "code", "expected"),
    [
        ("flush", errno.ENOSPC, "CAT-B904"),
        ("flush", errno.EDQUOT, "CAT-B904"),
        ("flush", errno.EIO, "CAT-B905"),
        ("settle", errno.EPERM, "CAT-B905"),
        ("swap", errno.EACCES, "CAT-B905"),
        ("verify_site", errno.EMFILE, "CAT-B905"),
    ],
)
def test_a_step_that_the_disk_refuses_is_told(
    out: Path,
    step: str,
    code: int,
    expected: str,
    monkeypatch: pytest.MonkeyPatch,
    write_new: Write,
) -> None:
    def refuse(*_arguments: object, **_options: object) -> None:
        raise OSError(code, os.strerror(code), "some-file")

    monkeypatch.setattr(f"site_builder.build.publication.{step}", refuse)
    with unchanged(out):
        assert codes(publish(write_new, out)) == [expected]


@pytest.mark.parametrize("failing", [1, 2])
def test_a_rename_that_fails_is_undone(
    out: Path, failing: int, monkeypatch: pytest.MonkeyPatch, write_new: Write
) -> None:
    rename = Path.rename
    calls: list[Path] = []

    def rename_or_fail(path: Path, target: Path) -> Path:
        calls.append(path)
        if len(calls) == failing:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return rename(path, target)

    monkeypatch.setattr(swap, "exchange", lambda _first, _second: False)
    monkeypatch.setattr(Path, "rename", rename_or_fail)
    with unchanged(out):
        assert codes(publish(write_new, out)) == ["CAT-B905"]
