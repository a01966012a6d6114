"""What the system is asked, where it can and where it cannot."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from site_builder.build import filesystem


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    return tmp_path / "first", tmp_path / "second"


@pytest.fixture
def replace_call(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Return a function that makes every system call fail with an error number."""

    def replace(code: int) -> None:
        def fail(*_arguments: object) -> int:
            ctypes.set_errno(code)
            return -1

        monkeypatch.setattr(filesystem, "_system_call", lambda _name: fail)

    return replace


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A system other than Linux."""
    filesystem._system_call.cache_clear()
    with monkeypatch.context() as patch:
        patch.setattr(sys, "platform", "darwin")
        yield
    filesystem._system_call.cache_clear()


def test_an_exchange_happens_or_changes_nothing(folders: tuple[Path, Path]) -> None:
    first, second = folders
    exchanged = filesystem.exchange(first, second)
    assert (first / "second").exists() is exchanged
    assert (second / "first").exists() is exchanged


def test_linux_exchanges(folders: tuple[Path, Path]) -> None:
    assert filesystem.exchange(*folders) is (sys.platform == "linux")


def test_an_exchange_with_nothing_is_an_error(folders: tuple[Path, Path]) -> None:
    with pytest.raises(FileNotFoundError):
        filesystem.exchange(folders[0], folders[1] / "absent")


@pytest.mark.parametrize("code", [errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP])
def test_a_disk_that_cannot_exchange_says_so(
    folders: tuple[Path, Path], replace_call: Callable[[int], None], code: int
) -> None:
    replace_call(code)
    assert not filesystem.exchange(*folders)


def test_a_delayed_write_that_fails_is_heard(
    tmp_path: Path, replace_call: Callable[[int], None]
) -> None:
    replace_call(errno.ENOSPC)
    with pytest.raises(OSError, match="space") as error:
        filesystem.flush(tmp_path)
    assert error.value.errno == errno.ENOSPC


@pytest.mark.usefixtures("elsewhere")
def test_other_systems_do_without(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[str] = []
    monkeypatch.setattr("os.sync", lambda: calls.append("sync"))
    assert not filesystem.exchange(*folders)
    filesystem.flush(folders[0])
    assert calls == ["sync"]


def test_modes_leave_symbolic_links_alone(tmp_path: Path) -> None:
    (tmp_path / "precious").touch(mode=0o600)
    site = tmp_path / "site"
    site.mkdir(mode=0o700)
    (site / "link").symlink_to(tmp_path / "precious")
    filesystem.settle(site)
    assert (tmp_path / "precious").stat().st_mode & 0o777 == 0o600
    assert site.stat().st_mode & 0o777 == 0o755


def test_a_file_is_written_whole_however_the_disk_takes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda number, data: write(number, bytes(data[:3])))
    filesystem.open_folder(f"{tmp_path}/a/b")
    for text in ("a former text, longer", "dix mots ou moins", ""):
        filesystem.write_file(f"{tmp_path}/a/b/c.txt", text.encode())
        assert (tmp_path / "a/b/c.txt").read_text() == text


def test_folders_are_made_open_whatever_the_umask(tmp_path: Path) -> None:
    umask = os.umask(0o077)
    try:
        filesystem.open_folder(f"{tmp_path}/a/b/c")
        filesystem.open_folder(f"{tmp_path}/a/b/c")
    finally:
        os.umask(umask)
    for path in ("a", "a/b", "a/b/c"):
        assert (tmp_path / path).stat().st_mode & 0o777 == 0o755
