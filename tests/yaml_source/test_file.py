"""Reading a file of the catalogue, and nothing else."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from site_builder.yaml_source import MAX_BYTES, file, read_file


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    root = tmp_path / "catalogue"
    (root / "actions").mkdir(parents=True)
    (root / "actions" / "a.yml").write_bytes(b"nom: a\r\n")
    (tmp_path / "secret.yml").write_bytes(b"nom: secret\n")
    return root


def codes(root: Path, relative: str) -> list[str]:
    data, problems = read_file(root, relative)
    assert data is None
    assert [p.place.file for p in problems] == [relative]
    return [p.code for p in problems]


def find_nothing(_root: Path, _relative: str) -> None:
    """Stand for a check made just before the file was changed."""


def test_a_file_is_read_byte_for_byte(catalogue):
    assert read_file(catalogue, "actions/a.yml") == (b"nom: a\r\n", [])


@pytest.mark.parametrize(
    "relative",
    [
        "../secret.yml",
        "actions/../../secret.yml",
        "actions/../actions/a.yml",
        "/etc/hostname",
        "C:/secret.yml",
        "C:secret.yml",
        "..\\secret.yml",
        "actions\\a.yml",
        "actions/a\0.yml",
        "",
    ],
)
def test_paths_that_leave_the_catalogue_are_refused(catalogue, relative):
    assert codes(catalogue, relative) == ["CAT-F004"]


def test_links_are_refused_at_every_level(catalogue):
    (catalogue / "lien.yml").symlink_to("actions/a.yml")
    (catalogue / "mort.yml").symlink_to("absent.yml")
    (catalogue / "boucle.yml").symlink_to("boucle.yml")
    (catalogue / "dossier").symlink_to("actions")
    (catalogue / "dehors").symlink_to("..")
    assert codes(catalogue, "lien.yml") == ["CAT-F003"]
    assert codes(catalogue, "mort.yml") == ["CAT-F003"]
    assert codes(catalogue, "boucle.yml") == ["CAT-F003"]
    assert codes(catalogue, "dossier/a.yml") == ["CAT-F003"]
    assert codes(catalogue, "dehors/secret.yml") == ["CAT-F003"]


def test_the_catalogue_itself_may_be_a_link(catalogue, tmp_path):
    (tmp_path / "ailleurs").symlink_to(catalogue)
    assert read_file(tmp_path / "ailleurs", "actions/a.yml")[0] == b"nom: a\r\n"


def test_a_link_put_in_place_after_the_check_is_not_followed(catalogue, monkeypatch):
    (catalogue / "lien.yml").symlink_to("actions/a.yml")
    monkeypatch.setattr(file, "_find_obstacle", find_nothing)
    assert codes(catalogue, "lien.yml") == ["CAT-F003"]


def test_what_is_not_a_regular_file_is_refused(catalogue):
    os.mkfifo(catalogue / "tube.yml")
    assert codes(catalogue, "tube.yml") == ["CAT-F005"]
    assert codes(catalogue, "actions") == ["CAT-F005"]
    assert codes(catalogue, ".") == ["CAT-F005"]


def test_a_pipe_put_in_place_after_the_check_does_not_block(catalogue, monkeypatch):
    os.mkfifo(catalogue / "tube.yml")
    monkeypatch.setattr(file, "_find_obstacle", find_nothing)
    assert codes(catalogue, "tube.yml") == ["CAT-F005"]


@pytest.mark.parametrize(
    ("relative", "reason"),
    [
        ("actions/absent.yml", "il n’existe pas"),
        ("actions/a.yml/b.yml", "est un fichier"),
        ("a" * 300 + ".yml", "trop long"),
        ("\ud800.yml", "ne peut pas être lu"),
    ],
)
def test_files_that_cannot_be_opened_say_why(catalogue, relative, reason):
    data, (found,) = read_file(catalogue, relative)
    assert data is None
    assert found.code == "CAT-F001"
    assert reason in found.message


@pytest.mark.parametrize(
    ("number", "reason"),
    [(errno.EACCES, "pas le droit"), (errno.EIO, "disque"), (errno.ESTALE, "ESTALE")],
)
def test_errors_of_the_system_are_said_in_french(catalogue, monkeypatch, number, reason):
    def fail(path: Path) -> bytes:
        raise OSError(number, "in English", str(path))

    monkeypatch.setattr(file, "_read_bytes", fail)
    data, (found,) = read_file(catalogue, "actions/a.yml")
    assert data is None
    assert found.code == "CAT-F001"
    assert reason in found.message
    assert "English" not in found.message


def test_size_is_limited_even_for_a_file_that_grows(catalogue, monkeypatch):
    (catalogue / "gros.yml").write_bytes(b"a" * (MAX_BYTES + 1))
    assert codes(catalogue, "gros.yml") == ["CAT-F002"]
    monkeypatch.setattr(file, "_find_obstacle", find_nothing)
    assert codes(catalogue, "gros.yml") == ["CAT-F002"]
