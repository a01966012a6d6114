"""What is made of the whole catalogue is the same, whatever is known of it beforehand."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path, PurePosixPath
from random import Random

import pytest

from site_builder.cache import Store
from site_builder.checks import check_catalogue
from site_builder.config import INDEX, Content, Readings
from site_builder.exports.donnees import MAKERS
from site_builder.loading import memo
from site_builder.preview import Project
from site_builder.preview.files import Files
from site_builder.preview.reading import Reader, Subject, open_readings
from site_builder.preview.whole import Whole
from site_builder.search.site import SearchMaker
from tests import edits
from tests.synthetic.catalogue import catalogue_files, write_files
from tests.synthetic.days import DAY


@pytest.fixture
def project(tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    monkeypatch.delenv("CATALOGUE_CACHE", raising=False)
    monkeypatch.setenv("CATALOGUE_PROCESSES", "1")
    folder = tmp_path / "catalogue"
    write_files(folder, catalogue_files(20, 1))
    return Project(tmp_path / "mkdocs.yml", folder, root / "overrides", (), "127.0.0.1", 0, "/")


class Session:
    """A preview of ``project``, as far as one process of it reads and works."""

    def __init__(self, project: Project) -> None:
        self._project = project
        readings, self.is_own = open_readings(project)
        self._reader = Reader(readings.memo)
        self.whole = Whole(readings, keeps=self.is_own)
        self._state = 0
        self._files = Files([project.catalogue])
        self._files.start()
        self._changes: dict[int, list[Path]] = {}

    def read(self, today: date = DAY) -> Content:
        self._state += 1
        self._changes[self._state] = self._files.follow(self._files.look())
        project, changes = self._project, dict(self._changes)
        subject = Subject(project.catalogue, project.templates, today, self._state, changes)
        return self._reader.read(subject)


def build(project: Project, today: date = DAY) -> None:
    """Keep what a build does: what was read, what was found, what makers know."""
    readings = Readings(Store(project.config_file.parent / ".cache/catalogue"), project.catalogue)
    readings.open()
    content = Reader(readings.memo).read(Subject(project.catalogue, project.templates, today, 1))
    assert content.loaded is not None
    known = readings.recall(content.loaded, today)
    check_catalogue(content.loaded, today, known)
    readings.take(content.loaded, known)
    pieces = readings.pieces(content.loaded, today)
    search = SearchMaker()
    search.make_index(content.catalogue, content.by_url.keys(), ())
    search.make_facettes()
    pieces.keep("search", search)
    for uri, make in MAKERS.items():
        data = make()
        assert b"".join(data.encode(content.catalogue, today))
        pieces.keep(PurePosixPath(uri).stem, data)
    readings.keep()


def compare(session: Session, content: Content, today: date = DAY) -> None:
    fresh = Whole()
    assert session.whole.find_problems(content, today) == fresh.find_problems(content, today)
    for uri in MAKERS:
        assert session.whole.make_data(content, uri, today) == fresh.make_data(content, uri, today)
    found = (one.read_search(content, (), INDEX, today) for one in (session.whole, fresh))
    assert next(found) == next(found)


@pytest.mark.parametrize("seed", range(4))
def test_what_a_build_knows_changes_nothing_but_the_work(project: Project, seed: int) -> None:
    build(project)
    chance = Random(seed)
    edits.edit(project.catalogue, chance)
    session = Session(project)
    assert not session.is_own
    for _ in range(3):
        compare(session, session.read())
        edits.edit(project.catalogue, chance)


def test_what_a_build_knew_another_day_is_not_believed(project: Project) -> None:
    build(project)
    path = min((project.catalogue / "actions").rglob("*.yml"))
    path.write_text(f"{path.read_text('utf-8').rstrip()}\npublie_du: 2100-01-01\n", "utf-8")
    session = Session(project)
    for today in (DAY, date(2100, 2, 1)):
        compare(session, session.read(today), today)
    late = Session(project)
    compare(late, late.read(date(2100, 2, 1)), date(2100, 2, 1))


def test_a_preview_keeps_what_it_knows_apart(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Session(project)
    assert first.is_own
    first.whole.find_problems(first.read(), DAY)
    cache = project.config_file.parent / ".cache/catalogue"
    assert [path.name for path in cache.iterdir()] == ["apercu"]
    # It goes on with what it knew.
    edits.edit(project.catalogue, Random(1))
    compare(first, first.read())

    read: list[str] = []
    load = memo.load_file
    monkeypatch.setattr(memo, "load_file", lambda file, data: read.append(file) or load(file, data))
    second = Session(project)
    compare(second, second.read())
    assert len(read) <= 2


@pytest.mark.parametrize("damage", [b"", b"abc"])
def test_what_is_damaged_is_not_taken_up(project: Project, damage: bytes) -> None:
    build(project)
    for path in (project.config_file.parent / ".cache/catalogue").iterdir():
        path.write_bytes(path.read_bytes()[: len(damage)] + damage)
    session = Session(project)

    assert session.is_own
    compare(session, session.read())
    shutil.rmtree(project.config_file.parent / ".cache")
