"""A file that is known is not read again, and nothing tells by which path it was read."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeVar

import pytest

from site_builder.cache import read_tree
from site_builder.loading import FileResult, Loaded, Memo, load_catalogue, load_file, memo

Factory = Callable[[Mapping[str, str]], Path]

# A little of everything: sound records, a refused one, a table, names taken twice.
FILES = {
    "site.yml": "nom: Catalogue",
    "actions/un/atelier.yml": "nom: Atelier\nnom: Deux fois",
    "actions/deux/atelier.yml": "nom: Autre atelier",
    "actions/Mauvais nom.yml": "nom: Atelier",
    "actions/refusee.yml": "nom: Refusée\ninconnu: 1",
    "actions/illisible.yml": "nom: [",
    "publics_cibles/jeunes.yml": "nom: Jeunes",
    "glossaire.yml": "rsa:\n  forme: RSA\n  definition: Revenu\nx y: {}",
}
A = TypeVar("A")
B = TypeVar("B")

LONG_AGO = 1_000_000_000


@pytest.fixture
def folder(catalogue_factory: Factory) -> Path:
    root = catalogue_factory(FILES)
    for path in root.rglob("*.yml"):
        os.utime(path, (LONG_AGO, LONG_AGO))
    return root


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are parsed, as they are."""
    seen: list[str] = []

    def load(file: str, data: bytes) -> FileResult:
        seen.append(file)
        return load_file(file, data)

    monkeypatch.setattr(memo, "load_file", load)
    return seen


def shown(loaded: Loaded) -> list[object]:
    """All that was read, in its order."""
    keys = list(loaded.documents.items())
    return [loaded.catalogue, keys, loaded.problems, sorted(loaded.refused)]


def backwards(function: Callable[[A], B], items: Iterable[A]) -> list[B]:
    """Call the function on the last item first, through pickles as another process would."""
    called: Callable[[A], B] = pickle.loads(pickle.dumps(function))  # noqa: S301 - our own
    answers = [called(item) for item in reversed(list(items))]
    copies: list[B] = pickle.loads(pickle.dumps(answers))  # noqa: S301 - our own
    return copies


def test_the_order_in_which_files_are_read_does_not_matter(folder: Path) -> None:
    assert shown(load_catalogue(folder, spread=backwards)) == shown(load_catalogue(folder))


@pytest.mark.parametrize("processes", ["1", "2"])
def test_progress_counts_every_file_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, processes: str
) -> None:
    monkeypatch.setenv("CATALOGUE_PROCESSES", processes)
    (tmp_path / "publics_cibles").mkdir()
    for number in range(200):
        (tmp_path / f"publics_cibles/public-{number}.yml").write_text("nom: A\n", encoding="utf-8")
    told: list[tuple[int, int]] = []

    load_catalogue(tmp_path, lambda done, total: told.append((done, total)))

    assert told == sorted(set(told))
    assert {total for _, total in told} == {200}
    assert told[-1] == (200, 200)


def test_the_files_that_did_not_change_are_not_parsed_again(
    folder: Path, parsed: list[str]
) -> None:
    known: Memo = {}
    first = load_catalogue(folder, memo=known)
    parsed.clear()

    again = load_catalogue(folder, memo=known)

    assert parsed == []
    assert shown(again) == shown(first)


def test_the_file_that_changed_is_parsed_again(folder: Path, parsed: list[str]) -> None:
    known: Memo = {}
    load_catalogue(folder, memo=known)
    parsed.clear()
    (folder / "publics_cibles/jeunes.yml").write_text("nom: Jeunes gens\n", encoding="utf-8")

    again = load_catalogue(folder, memo=known)

    assert parsed == ["publics_cibles/jeunes.yml"]
    assert again.catalogue.publics_cibles["jeunes"].nom == "Jeunes gens"
    assert shown(again) == shown(load_catalogue(folder))


def test_two_versions_of_one_size_and_date_are_told_apart(folder: Path) -> None:
    """An editor may save twice within the precision of the file system's dates."""
    path = folder / "publics_cibles/jeunes.yml"
    known: Memo = {}
    for name in ("Jeunes A", "Jeunes B"):
        path.write_text(f"nom: {name}\n", encoding="utf-8")
        os.utime(path, (LONG_AGO, LONG_AGO))

        assert load_catalogue(folder, memo=known).catalogue.publics_cibles["jeunes"].nom == name


def test_a_file_that_is_gone_is_forgotten(folder: Path) -> None:
    known: Memo = {}
    load_catalogue(folder, memo=known)
    (folder / "publics_cibles/jeunes.yml").unlink()

    again = load_catalogue(folder, memo=known)

    assert "publics_cibles/jeunes.yml" not in known
    assert "jeunes" not in again.catalogue.publics_cibles


def test_a_file_that_could_not_be_read_is_tried_again(folder: Path) -> None:
    path = folder / "publics_cibles/jeunes.yml"
    text = path.read_bytes()
    path.write_bytes(b"#" * 300_000)
    known: Memo = {}
    before = load_catalogue(folder, memo=known)
    path.write_bytes(text)

    again = load_catalogue(folder, memo=known)

    assert "publics_cibles/jeunes.yml" not in before.catalogue.publics_cibles
    assert ("publics_cibles", "jeunes") in before.refused
    assert shown(again) == shown(load_catalogue(folder))


@pytest.mark.parametrize("text", ["", "nom: [", "autre: un", "- un", None])
def test_a_file_that_changed_since_is_located_as_well_as_possible(
    folder: Path, text: str | None
) -> None:
    loaded = load_catalogue(folder)
    for name in ("publics_cibles/jeunes.yml", "glossaire.yml"):
        (folder / name).unlink()
        if text is not None:
            (folder / name).write_text(text, encoding="utf-8")

    for key in (("publics_cibles", "jeunes"), ("glossaire", "rsa")):
        document = loaded.documents[key]

        assert document.place(("nom", 0)).file == document.file
        assert document.key_place(("forme",)).line == 1
        assert document.text(("forme",)) == ""


def test_the_system_is_not_asked_again_of_what_was_just_seen(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known: Memo = {}
    monkeypatch.setattr("site_builder.cache.stamps.SETTLED", 0)
    seen = read_tree(folder)
    expected = shown(load_catalogue(folder, memo=known, seen=seen))
    stamps = {file: one.stamp for file, one in known.items()}
    # Of these it is known already: whatever the system says now, the next run will hear.
    with monkeypatch.context() as patch:
        patch.setattr(memo, "_stamp", lambda *_: pytest.fail("the system is asked"))
        assert shown(load_catalogue(folder, memo=known, seen=seen)) == expected
    assert shown(load_catalogue(folder, memo=known)) == expected
    assert {file: one.stamp for file, one in known.items()} == stamps
