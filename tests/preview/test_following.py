"""A content that follows edits is the one that would be read anew, for the work of the edit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from random import Random

import pytest

from site_builder.config import Content
from site_builder.preview import reading as reading_module
from site_builder.preview.files import Files
from site_builder.preview.reading import Reader, Subject
from site_builder.rendering import toutes_actions
from site_builder.rendering.toutes_actions import Rangees, Rayon
from tests import edits
from tests.preview.conftest import TODAY
from tests.synthetic.catalogue import catalogue_files, write_files

# Of two départements; above two hundred, rows of the list of all actions are short, and kept.
_ACTIONS = 300
_LISTS = ("", "actions/", "structures/", "contacts/", "thematiques/")


class Follower:
    """Reads a catalogue after each edit, and compares with one that knows of nothing."""

    def __init__(self, folder: Path, templates: Path) -> None:
        self.folder, self._templates = folder, templates
        self._files = Files([folder])
        self._files.start()
        self._reader = Reader()
        self._state = 0
        self._changes: dict[int, list[Path]] = {}
        self.read()

    def read(self, today: date = TODAY) -> Content:
        self._state += 1
        self._changes[self._state] = self._files.follow(self._files.look())
        subject = Subject(self.folder, self._templates, today, self._state, dict(self._changes))
        self.subject = subject
        return self._reader.read(subject)

    def compare(self, content: Content) -> None:
        afresh = Reader().read(self.subject)
        assert content.loaded is not None
        assert afresh.loaded is not None
        assert content.pages == afresh.pages
        assert content.catalogue == afresh.catalogue
        assert content.loaded.catalogue == afresh.loaded.catalogue
        for kind in ("actions", "structures", "contacts"):
            assert [*content.catalogue.records(kind)] == [*afresh.catalogue.records(kind)]
        assert sorted(map(str, content.problems)) == sorted(map(str, afresh.problems))
        for url in _LISTS:
            bodies = (one.renderer.render(one.by_url[url]) for one in (content, afresh))
            now, expected = ((body.html, body.headings) for body in bodies)
            assert now == expected, url


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("synthetique") / "catalogue"
    write_files(folder, catalogue_files(_ACTIONS, 1))
    return folder


@pytest.fixture
def follower(folder: Path, root: Path) -> Iterator[Follower]:
    before = {path: path.read_bytes() for path in folder.rglob("*.yml")}
    yield Follower(folder, root / "overrides")
    for path in folder.rglob("*.yml"):
        if path not in before:
            path.unlink()
    for path, data in before.items():
        path.write_bytes(data)


@pytest.mark.parametrize("seed", range(8))
def test_a_content_follows_random_edits(follower: Follower, seed: int) -> None:
    chance = Random(seed)
    for _ in range(3):
        done = [edits.edit(follower.folder, chance) for _ in range(chance.choice((1, 1, 3)))]
        assert done
        follower.compare(follower.read())


def an_action(follower: Follower) -> Path:
    return min((follower.folder / "actions").rglob("*.yml"))


@pytest.mark.parametrize(
    "line",
    [
        "statut: brouillon",
        "statut: suspendu",
        "publie_du: 2999-01-01",
        "publie_jusqu_au: 2001-01-01",
        "parcours: [{nature: remobilisation}]",
        "territoires: [inconnu]",
        "thematiques: []",
        "nm: Sans nom",
    ],
)
def test_a_content_follows_what_makes_pages_come_and_go(follower: Follower, line: str) -> None:
    path = an_action(follower)
    text = path.read_text("utf-8")
    field = line.partition(":")[0]
    lines = [one for one in text.splitlines(keepends=True) if not one.startswith(f"{field}:")]
    path.write_text(f"{''.join(lines).rstrip()}\n{line}\n", "utf-8")
    follower.compare(follower.read())
    path.write_text(text, "utf-8")
    follower.compare(follower.read())


def test_a_content_follows_the_names_that_lists_show(follower: Follower) -> None:
    for kind in ("territoires", "structures", "publics_cibles"):
        path = min((follower.folder / kind).rglob("*.yml"))
        text = path.read_text("utf-8")
        path.write_text(text.replace("nom: '", "nom: 'Autre ", 1), "utf-8")
        follower.compare(follower.read())
    path = follower.folder / "thematiques.yml"
    path.write_text(path.read_text("utf-8").replace("nom: '", "nom: 'Autre ", 1), "utf-8")
    follower.compare(follower.read())


def test_a_content_is_read_anew_on_another_day(follower: Follower) -> None:
    path = an_action(follower)
    path.write_text(f"{path.read_text('utf-8').rstrip()}\npublie_jusqu_au: 2025-06-15\n", "utf-8")
    follower.compare(follower.read())
    follower.compare(follower.read(date(2025, 7, 1)))


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[Rayon]:
    """The groups of rows that are printed, as they are."""
    found: list[Rayon] = []
    of = Rangees.of

    def count_rows(
        rows: Rangees, rayon: Rayon, macro: Callable[..., str], *arguments: object
    ) -> str:
        def count(*given: object) -> str:
            found.append(rayon)
            return macro(*given)

        return of(rows, rayon, count, *arguments)

    monkeypatch.setattr(toutes_actions.Rangees, "of", count_rows)
    return found


def roots_of(content: Content, slug: str) -> set[str]:
    catalogue = content.catalogue
    places = catalogue.territoires_of(catalogue.actions[slug])
    return {catalogue.root_of(place).slug for place in places} or {""}


def names_of(printed: list[Rayon]) -> set[str]:
    return {rayon.territoire.slug if rayon.territoire else "" for rayon in printed}


def test_an_edit_costs_what_it_touches(
    follower: Follower, monkeypatch: pytest.MonkeyPatch, printed: list[Rayon]
) -> None:
    """Whatever the size of the catalogue, one file is read, and one group of rows printed."""
    content = follower.read()
    content.renderer.render(content.by_url["actions/"])
    printed.clear()
    read: list[str] = []
    anew = reading_module.read_anew
    monkeypatch.setattr(
        reading_module, "read_anew", lambda *given: read.append(given[1]) or anew(*given)
    )
    for name in ("load_catalogue", "prepare_content"):
        monkeypatch.setattr(reading_module, name, None)
    path = an_action(follower)
    path.write_text(path.read_text("utf-8").replace("nom: '", "nom: 'Autre ", 1), "utf-8")
    content = follower.read()
    body = content.renderer.render(content.by_url["actions/"])

    assert read == [path.relative_to(follower.folder).as_posix()]
    assert names_of(printed) == roots_of(content, path.stem)
    assert len(printed) < len(body.headings)
    assert f">{content.catalogue.actions[path.stem].nom}</a>" in body.html


@pytest.mark.parametrize("text", ["nom: [", "statut: brouillon\n{}", None])
def test_what_goes_and_comes_prints_its_rows_alone(
    follower: Follower, printed: list[Rayon], text: str | None
) -> None:
    content = follower.read()
    content.renderer.render(content.by_url["actions/"])
    path = an_action(follower)
    roots, was = roots_of(content, path.stem), path.read_text("utf-8")
    for now in (None if text is None else text.format(was), was):
        printed.clear()
        path.unlink() if now is None else path.write_text(now, "utf-8")
        content = follower.read()
        body = content.renderer.render(content.by_url["actions/"])

        assert names_of(printed) == roots
        assert (path.stem in content.catalogue.actions) == (now == was)
        assert len(printed) < len(body.headings)
