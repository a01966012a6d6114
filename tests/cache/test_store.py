"""What is kept on the disk is read back whole, or not at all."""

from __future__ import annotations

from pathlib import Path
from pickle import PickleBuffer

import numpy as np
import pytest

from site_builder.cache import VARIABLE, Store, find_folder, store


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """The file of a value, in a store below ``tmp_path``."""
    Store(tmp_path / "cache").write("nom", {"valeur": list(range(100))})
    return tmp_path / "cache" / "nom"


def read(kept: Path) -> object:
    return Store(kept.parent).read(kept.name)


def test_a_value_comes_back(kept: Path) -> None:
    assert read(kept) == {"valeur": list(range(100))}
    assert [entry.name for entry in kept.parent.iterdir()] == ["nom"]


def test_large_parts_come_back_as_parts_of_the_file(tmp_path: Path) -> None:
    array = np.arange(5, dtype=np.int32)
    Store(tmp_path).write("nom", {"array": array, "bytes": [PickleBuffer(b"one"), b"two"]})
    found = Store(tmp_path).read("nom")

    assert list(found["array"]) == [0, 1, 2, 3, 4]
    one, two = found["bytes"]
    assert isinstance(one, memoryview)
    assert (bytes(one), two) == (b"one", b"two")


def test_a_value_that_nobody_kept_is_missing(tmp_path: Path) -> None:
    assert Store(tmp_path / "absent").read("nom") is None


@pytest.mark.parametrize("position", range(0, 200, 7))
def test_a_damaged_file_is_missing(kept: Path, position: int) -> None:
    data = bytearray(kept.read_bytes())
    data[position] ^= 1
    kept.write_bytes(data)
    assert read(kept) is None


@pytest.mark.parametrize("length", [0, 1, 63, 64, 65, 100])
def test_a_file_cut_short_is_missing(kept: Path, length: int) -> None:
    kept.write_bytes(kept.read_bytes()[:length])
    assert read(kept) is None


def test_another_version_of_the_program_reads_nothing(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "_program", lambda: b"x" * 32)
    assert read(kept) is None
    Store(kept.parent).write("nom", 1)
    assert read(kept) == 1


def test_a_value_that_cannot_be_made_again_is_missing(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_file: object, **_: object) -> object:
        raise AttributeError("no such class any more")

    monkeypatch.setattr(store.pickle, "load", refuse)
    assert read(kept) is None


def test_a_folder_where_nothing_can_be_written_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("un fichier")
    Store(tmp_path / "cache").write("nom", 1)
    assert Store(tmp_path / "cache").read("nom") is None


def test_the_cache_stands_beside_the_configuration(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    assert find_folder(tmp_path / "mkdocs.yml") == tmp_path / ".cache" / "catalogue"
    monkeypatch.setenv(VARIABLE, str(tmp_path / "ailleurs"))
    assert find_folder(tmp_path / "mkdocs.yml") == tmp_path / "ailleurs"
