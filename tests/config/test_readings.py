"""What was read and found is taken up by the next run, as long as it holds."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest

from site_builder.cache import Store
from site_builder.checks import boucles, check_catalogue, liens
from site_builder.config import Pieces, Readings
from site_builder.config.kept import Key, Named
from site_builder.config.readings import State
from site_builder.loading import load_catalogue, memo
from site_builder.model.catalogue import Catalogue
from site_builder.model.modele import Fiche
from tests.synthetic.catalogue import catalogue_files, write_files
from tests.synthetic.days import DAY

ACTION = "actions"


@dataclass
class Seen:
    """What one run did without, and what makers may know."""

    read: list[str]
    findings: set[tuple[str, str]]
    sound: set[tuple[str, str]]
    pieces: Pieces
    catalogue: Catalogue
    codes: set[str]
    state: State
    changes: dict[Key, Named | None] | None


class Runs:
    """Runs, one after the other, that read the catalogue in ``folder``."""

    def __init__(self, folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self.store = folder, Store(cache)
        self.read: list[str] = []
        load = memo.load_file
        monkeypatch.setenv("CATALOGUE_PROCESSES", "1")
        monkeypatch.setattr(
            memo, "load_file", lambda file, data: self.read.append(file) or load(file, data)
        )

    def run(self, today: date = DAY, since: State | None = None) -> Seen:
        self.read.clear()
        readings = Readings(self.store, self.folder)
        readings.open()
        loaded = load_catalogue(self.folder, memo=readings.memo)
        known = readings.recall(loaded, today)
        read, findings, sound = list(self.read), set(known.findings), set(known.sound)
        problems = check_catalogue(loaded, today, known)
        assert problems == check_catalogue(load_catalogue(self.folder), today)
        readings.take(loaded, known)
        pieces, state = readings.pieces(loaded, today), readings.state
        changes = readings.changes_since(since) if since else None
        readings.keep()
        codes = {problem.code for problem in problems}
        catalogue = loaded.catalogue.published(today)
        return Seen(read, findings, sound, pieces, catalogue, codes, state, changes)

    def change(self, file: str, before: str, after: str) -> None:
        path = self.folder / file
        text = path.read_text(encoding="utf-8")
        assert before in text
        path.write_text(text.replace(before, after, 1), encoding="utf-8")


@pytest.fixture
def runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Runs:
    write_files(tmp_path / "catalogue", catalogue_files(20, 1))
    return Runs(tmp_path / "catalogue", tmp_path / "cache", monkeypatch)


def an_action(runs: Runs) -> str:
    return min((runs.folder / ACTION).rglob("*.yml")).relative_to(runs.folder).as_posix()


def test_what_is_the_same_is_neither_read_nor_checked(runs: Runs) -> None:
    first = runs.run()
    assert first.findings == first.sound == set()
    again = runs.run()
    assert again.read == []
    assert {(ACTION, slug) for slug in again.catalogue.actions} <= again.findings
    assert again.sound
    assert again.pieces.base == again.catalogue


def test_files_that_are_only_dated_otherwise_are_the_same(runs: Runs) -> None:
    runs.run()
    for path in runs.folder.rglob("*.yml"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    for _ in range(2):
        again = runs.run()
        assert again.read == []
        assert again.pieces.base == again.catalogue


def test_an_edit_is_read_and_kept_apart(runs: Runs) -> None:
    runs.run()
    file = an_action(runs)
    slug = Path(file).stem
    runs.change(file, "nom: ", "nom: Autre ")
    edited = runs.run()
    assert edited.read == [file]
    assert (ACTION, slug) not in edited.findings | edited.sound
    # Makers know the catalogue as it was.
    assert edited.pieces.base is not None
    assert edited.pieces.base.actions[slug] != edited.catalogue.actions[slug]
    assert edited.pieces.base.structures is edited.catalogue.structures

    assert runs.run().read == []
    runs.change(file, "nom: Autre ", "nom: ")
    restored = runs.run()
    assert restored.pieces.base is not None
    assert restored.pieces.base.actions == restored.catalogue.actions


def test_files_that_came_and_went_are_not_those_of_the_base(runs: Runs) -> None:
    runs.run()
    file = runs.folder / an_action(runs)
    moved = file.rename(file.with_name("autre-nom.yml"))
    edited = runs.run()
    assert edited.pieces.base is not None
    assert file.stem in edited.pieces.base.actions
    assert moved.stem not in edited.pieces.base.actions
    assert moved.stem in edited.catalogue.actions


def test_a_reference_to_nothing_is_told_where_it_stands(runs: Runs) -> None:
    file = an_action(runs)
    other = max((runs.folder / "structures").rglob("*.yml"))
    runs.run()
    text = (runs.folder / file).read_text(encoding="utf-8")
    wrong = re.sub("structure: .*", "structure: inconnue-au-bataillon", text)
    (runs.folder / file).write_text(wrong, encoding="utf-8")
    assert "CAT-R101" in runs.run().codes
    # Each run compares what it tells with what a check of everything does, places included.
    (runs.folder / file).write_text(f"# Un commentaire.\n{wrong}", encoding="utf-8")
    assert "CAT-R101" in runs.run().codes
    (runs.folder / file).write_text(text, encoding="utf-8")
    assert "CAT-R101" not in runs.run().codes
    other.unlink()
    assert "CAT-R101" in runs.run().codes


def test_what_changed_since_is_told_with_what_it_was(runs: Runs) -> None:
    first = runs.run().state
    file = an_action(runs)
    path, key = runs.folder / file, (ACTION, Path(file).stem)
    text = path.read_text(encoding="utf-8")
    assert runs.run(since=first).changes == {}

    runs.change(file, "nom: ", "nom: Autre ")
    edited = runs.run(since=first)
    assert edited.changes is not None
    was = edited.changes.pop(key)
    assert edited.changes == {}
    assert was is not None
    assert was[0].file == file
    assert {kind for kind, _ in was[1]} >= {"structures", "contacts"}
    assert runs.run(since=edited.state).changes == {}

    moved = path.rename(path.with_name("autre-nom.yml"))
    gone = runs.run(since=first)
    assert gone.changes == {key: was, (ACTION, moved.stem): None}
    since_edit = runs.run(since=edited.state).changes
    assert since_edit is not None
    assert since_edit.keys() == gone.changes.keys()

    moved.rename(path)
    path.write_text(text, encoding="utf-8")
    restored = runs.run(since=gone.state).changes
    assert restored is not None
    assert restored.keys() == gone.changes.keys()
    assert restored[key] is None
    assert runs.run(since=first).changes == {}


def test_what_the_last_bases_held_is_known(runs: Runs) -> None:
    states = [runs.run().state]
    words = ["Autre", "Nouvel", "Dernier", "Ultime"]
    for word in words:
        for path in (runs.folder / ACTION).rglob("*.yml"):
            runs.change(path.relative_to(runs.folder).as_posix(), "nom: ", f"nom: {word} ")
        states.append(runs.run(since=states[-1]).state)
    assert len({state.base for state in states}) == len(states)
    lost, found, *_, last = (runs.run(since=state).changes for state in states[1:])
    assert lost is None
    assert last == {}
    assert found is not None
    assert {kind for kind, _ in found} == {ACTION}
    assert len(list(runs.store.path_of("").glob("*.state.*"))) == 3


def test_rules_are_read_again_when_what_they_stand_on_changes(runs: Runs) -> None:
    runs.run()
    public = min((runs.folder / "publics_cibles").rglob("*.yml"))
    runs.change(public.relative_to(runs.folder).as_posix(), "nom: ", "nom: Autre ")
    edited = runs.run()
    assert edited.findings
    assert edited.sound == set()


def test_another_day_checks_everything_and_writes_everything(runs: Runs) -> None:
    runs.run()
    assert runs.run().pieces.new is None
    tomorrow = DAY + timedelta(days=1)
    next_day = runs.run(tomorrow)
    assert next_day.read == []
    assert next_day.findings == set()
    assert next_day.pieces.new is not None
    assert runs.run(tomorrow).pieces.new is None


def test_many_edits_are_not_kept_apart(runs: Runs) -> None:
    runs.run()
    for path in (runs.folder / ACTION).rglob("*.yml"):
        runs.change(path.relative_to(runs.folder).as_posix(), "nom: ", "nom: Autre ")
    assert runs.run().pieces.new is not None
    assert runs.run().pieces.new is None


def test_a_damaged_file_is_as_good_as_none(runs: Runs) -> None:
    count = len(runs.run().catalogue.actions)
    (blocks,) = runs.store.path_of("").glob("*.blocks")
    data = blocks.read_bytes()
    blocks.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    assert len(runs.run().read) > count
    assert runs.run().read == []


def test_few_records_are_looked_into_after_an_edit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(tmp_path / "large", catalogue_files(200, 1))
    runs = Runs(tmp_path / "large", tmp_path / "cache", monkeypatch)
    runs.run()
    runs.change(an_action(runs), "nom: ", "nom: Autre ")

    fetched: list[Fiche] = []
    complete = Fiche.complete
    monkeypatch.setattr(
        Fiche, "complete", lambda self, values: fetched.append(self) or complete(self, values)
    )
    seen = runs.run()
    assert len(fetched) <= len(seen.catalogue.actions) // 4


def test_what_stands_on_a_few_kinds_is_not_looked_for_again(
    runs: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []
    find = boucles.find_loops
    monkeypatch.setattr(liens, "find_loops", lambda links: looked.append("") or find(links))
    runs.run()
    first = len(looked)
    # The other half is the check that nothing was kept of.
    assert first > 0
    runs.change(an_action(runs), "nom: ", "nom: Autre ")
    looked.clear()
    runs.run()
    assert len(looked) == first // 2
    territoire = min((runs.folder / "territoires").rglob("*.yml"))
    runs.change(territoire.relative_to(runs.folder).as_posix(), "nom: ", "nom: Autre ")
    looked.clear()
    runs.run()
    assert len(looked) == first


def test_what_is_found_across_records_follows_what_comes_and_goes(runs: Runs) -> None:
    territoire, structure, public = (
        min((runs.folder / kind).rglob("*.yml"))
        for kind in ("territoires", "structures", "publics_cibles")
    )
    action = runs.folder / an_action(runs)
    orphan = public.with_name("sans-personne.yml")

    def write(path: Path, text: str | None) -> Seen:
        if text is None:
            path.unlink()
        else:
            path.write_text(text, encoding="utf-8")
        # The problems are those of a check of everything.
        return runs.run()

    runs.run()
    for path in (territoire, structure, public, action, territoire):
        text = path.read_text(encoding="utf-8")
        write(path, None)
        write(path, text)
    text = action.read_text(encoding="utf-8")
    alone = write(orphan, public.read_text(encoding="utf-8").replace("nom: '", "nom: 'Autre "))
    assert "CAT-R130" in alone.codes
    # It is named in a text, then no longer.
    named = write(action, f"{text}note_editoriale: 'Voir [qui](publics_cibles/sans-personne)'\n")
    assert "CAT-R130" not in named.codes
    assert "CAT-R130" in write(action, text).codes
    other = write(action, f"{text}note_editoriale: 'Voir [qui](publics_cibles/personne)'\n")
    assert {"CAT-R101", "CAT-R130"} <= other.codes
    write(orphan, None)
    write(action, "nom: [\n")
    assert write(action, text).codes == runs.run().codes
