"""Records that are taken up come without what nobody asks of all of them, and it is there still."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import pytest

from site_builder.cache import Blocks, Span, write_blocks
from site_builder.exports.open_data import describe_catalogue
from site_builder.loading import Known, load_catalogue, pack_files, unpack_files
from site_builder.model.action import Action
from site_builder.model.modele import values_of
from site_builder.model.reference import words
from tests.synthetic.catalogue import catalogue_files, write_files

_ACTIONS = 40


class Kept:
    """A catalogue in ``folder``: its files as they are read, and as they are taken up."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.files: dict[str, Known] = {}
        load_catalogue(folder, memo=self.files)
        with write_blocks(folder.parent / "kept") as writer:
            packed = pack_files(self.files, writer.add)
        self.again = unpack_files(packed, Blocks(folder.parent / "kept", writer.checksum))
        self.loaded: list[Span] = []
        load = Blocks.load
        monkeypatch.setattr(
            Blocks, "load", lambda blocks, span: self.loaded.append(span) or load(blocks, span)
        )

    def actions(self, files: dict[str, Known]) -> list[Action]:
        found = (known.result.records for known in files.values())
        return [one for records in found for one in records.values() if isinstance(one, Action)]


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Kept:
    write_files(tmp_path / "catalogue", catalogue_files(_ACTIONS, 1))
    return Kept(tmp_path / "catalogue", monkeypatch)


def test_what_lists_ask_of_all_records_is_at_hand(kept: Kept) -> None:
    for action, known in zip(kept.actions(kept.again), kept.actions(kept.files), strict=True):
        for name in Action.IN_LISTS:
            assert getattr(action, name) == getattr(known, name)
        assert hash(action) == hash(known)
    assert kept.loaded == []


def test_a_record_that_is_looked_into_is_fetched_with_a_few_others(kept: Kept) -> None:
    first, *others = kept.actions(kept.again)
    assert first.description == kept.actions(kept.files)[0].description
    assert first.eligibilite == kept.actions(kept.files)[0].eligibilite
    assert len(kept.loaded) == 1
    for action in others:
        values_of(action)
    assert 1 < len(kept.loaded) < _ACTIONS // 4
    assert not hasattr(first, "autre")


def test_a_record_may_be_fetched_by_two_threads_at_once(kept: Kept) -> None:
    first = kept.actions(kept.again)[0]
    rest = first.__dict__["_rest"]
    said = first.description
    rest.fetch()
    assert first.__getattr__("description") == said
    assert first == kept.actions(kept.files)[0]


def test_records_are_the_same_however_they_are_looked_at(kept: Kept) -> None:
    def look(files: dict[str, Known], how: Any) -> list[Any]:
        return [how(action) for action in kept.actions(files)]

    def fields(action: Action) -> list[str]:
        return list(values_of(action))[: len(Action.model_fields)]

    ways: tuple[Any, ...] = (fields, words, repr, lambda one: pickle.loads(pickle.dumps(one)))  # noqa: S301
    for way in ways:
        with write_blocks(kept.folder.parent / "kept") as writer:
            packed = pack_files(kept.files, writer.add)
        again = unpack_files(packed, Blocks(kept.folder.parent / "kept", writer.checksum))
        assert look(again, way) == look(kept.files, way)


def test_a_catalogue_that_is_taken_up_is_the_same(kept: Kept) -> None:
    known = load_catalogue(kept.folder, memo=kept.files)
    again = load_catalogue(kept.folder, memo=kept.again)
    assert again.documents == known.documents
    assert describe_catalogue(again.catalogue) == describe_catalogue(known.catalogue)
    assert again.catalogue == known.catalogue
