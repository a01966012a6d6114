"""A folder that is not a site is never replaced."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from site_builder.build import Written
from tests.build.publishing import publish
from tests.build.variant import take_snapshot, write_variant

Write = Callable[[Path], Written]


def assert_refused(out: Path, code: str, word: str, sources: Sequence[Path] = ()) -> None:
    def write(_folder: Path) -> Written:
        raise AssertionError("nothing may be built for a refused folder")

    publication = publish(write, out, sources=sources)
    assert not publication.published
    assert [problem.code for problem in publication.problems] == [code]
    assert word in publication.problems[0].message


def test_a_file(tmp_path: Path) -> None:
    out = tmp_path / "site"
    out.write_text("precious")
    assert_refused(out, "CAT-B901", "un fichier")
    assert out.read_text() == "precious"


def test_a_place_under_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("precious")
    assert_refused(tmp_path / "file" / "place" / "site", "CAT-B901", "dans un fichier")


@pytest.mark.parametrize("exists", [True, False])
def test_a_symbolic_link(tmp_path: Path, exists: bool) -> None:
    if exists:
        (tmp_path / "elsewhere").mkdir()
    (tmp_path / "site").symlink_to("elsewhere")
    assert_refused(tmp_path / "site", "CAT-B901", "un lien symbolique")


def test_a_mount_point(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "is_mount", lambda path: path == tmp_path)
    assert_refused(tmp_path, "CAT-B901", "un point de montage")


@pytest.mark.parametrize("name", [".", "..", "../..", "../project", "docs/.."])
def test_the_current_folder_or_one_above(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (tmp_path / "project" / "docs").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "project")
    assert_refused(Path(name), "CAT-B902", "contient")


def test_a_folder_that_holds_the_sources_even_under_another_name(tmp_path: Path) -> None:
    project = tmp_path / "project"
    (project / "catalogue").mkdir(parents=True)
    write_variant("old", project)
    (tmp_path / "link").symlink_to(project)
    sources = [tmp_path / "link" / "catalogue"]
    assert_refused(project, "CAT-B902", "catalogue", sources)
    assert_refused(project / "catalogue", "CAT-B902", "catalogue", sources)


@pytest.mark.parametrize("name", ["precious.txt", "index.html", ".hidden"])
def test_a_folder_that_holds_something_else(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("precious")
    assert_refused(tmp_path, "CAT-B903", "autre chose")
    assert (tmp_path / name).read_text() == "precious"


def test_a_site_under_git(out: Path) -> None:
    (out / ".git").mkdir()
    assert_refused(out, "CAT-B903", "autre chose")


def test_what_becomes_something_else_during_the_build(tmp_path: Path, write_new: Write) -> None:
    out = tmp_path / "site"

    def write(folder: Path) -> Written:
        out.mkdir()
        (out / "precious.txt").write_text("precious")
        return write_new(folder)

    publication = publish(write, out)
    assert [problem.code for problem in publication.problems] == ["CAT-B903"]
    assert not publication.published
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert (out / "precious.txt").read_text() == "precious"


def test_an_empty_folder_is_accepted(tmp_path: Path, write_new: Write) -> None:
    out = tmp_path / "site"
    out.mkdir()
    assert publish(write_new, out).published


def test_a_site_written_by_something_else_is_accepted(tmp_path: Path, write_new: Write) -> None:
    out = tmp_path / "site"
    for name in ("index.html", "404.html", "sitemap.xml", "objects.inv"):
        out.mkdir(exist_ok=True)
        (out / name).write_text("written by plain mkdocs")
    assert publish(write_new, out).published
    assert "objects.inv" not in take_snapshot(out)
