"""Reading a catalogue again after some of its files changed."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from site_builder.cache import Store, find_folder
from site_builder.config import Content, Readings, follow_edits, prepare_content
from site_builder.loading import (
    Loaded,
    Memo,
    Progress,
    Spread,
    load_catalogue,
    place_of,
    read_anew,
)
from site_builder.model.kinds import FOLDERS
from site_builder.preview.project import Project

Key = tuple[str, str]

# Beyond, going through all files is as quick.
_FEW = 20
# The folder of what previews keep, in the cache.
_OWN = "apercu"


@dataclass(frozen=True, slots=True)
class Subject:
    """The catalogue to work on: its folder, the templates, the day, and the rank of its state.

    ``changes`` are the files that changed before each of the last states, by rank.
    """

    catalogue: Path
    templates: Path
    today: date
    state: int
    changes: Mapping[int, Sequence[Path]] = field(default_factory=dict)

    def changed_since(self, former: Subject) -> list[Path] | None:
        """Return the files that changed since another state, ``None`` when that is not known."""
        states = range(former.state + 1, self.state + 1)
        if former.catalogue != self.catalogue or not self.changes.keys() >= set(states):
            return None
        return [*dict.fromkeys(path for state in states for path in self.changes[state])]

    def is_like(self, other: Subject) -> bool:
        """Tell whether nothing but the state differs."""
        return replace(self, state=0, changes={}) == replace(other, state=0, changes={})


def open_readings(project: Project) -> tuple[Readings, bool]:
    """Return what the last build knew of the catalogue, or else the last preview.

    What previews know is kept apart: builds know more. Whether to keep it is told too.
    """
    folder = find_folder(project.config_file)
    readings = Readings(Store(folder), project.catalogue)
    readings.open()
    if readings.memo:
        return readings, False
    readings = Readings(Store(folder / _OWN), project.catalogue)
    readings.open()
    return readings, True


class Again(NamedTuple):
    """A catalogue that was read again.

    ``edited`` are the records that stand in place of others, if that is all that changed in it.
    """

    loaded: Loaded
    edited: frozenset[Key] | None


class Reader:
    """Reads a catalogue, and again what changed of it when another state is asked for."""

    def __init__(
        self, memo: Memo | None = None, last: tuple[Subject, Content] | None = None
    ) -> None:
        """``memo`` is what is known already of the files; ``last`` what was read already."""
        self.memo: Memo = {} if memo is None else memo
        self._last = last

    def twin(self) -> Reader:
        """Return another reader, that knows the same."""
        return Reader(dict(self.memo), self._last)

    def read(
        self, subject: Subject, progress: Progress = lambda *_: None, spread: Spread | None = map
    ) -> Content:
        """Return the content of the catalogue: in that state, or in one that it was in since.

        ``spread`` says who reads the files, all processors when ``None``, and ``progress`` is
        told (files read, files in all).
        """
        if self._last is None:
            load = partial(load_catalogue, subject.catalogue, progress, self.memo, spread)
            content = prepare_content(load(), subject.today, subject.templates)
        else:
            former, content = self._last
            if former.is_like(subject) and former.state >= subject.state:
                return content
            content = self._follow(former, content, subject)
        self._last = subject, content
        return content

    def _follow(self, former: Subject, content: Content, subject: Subject) -> Content:
        """Return the content of a state that comes after another."""
        changed, today, templates = subject.changed_since(former), subject.today, subject.templates
        if changed is None or content.loaded is None:
            loaded = load_catalogue(subject.catalogue, memo=self.memo, spread=map)
            return prepare_content(loaded, today, templates)
        if not changed and former.is_like(subject):
            return content
        again = read_again(content.loaded, changed, self.memo)
        is_about_records = all(path.is_relative_to(subject.catalogue) for path in changed)
        known = content if is_about_records and former.is_like(subject) else None
        if known is not None and again.edited is not None:
            followed = follow_edits(known, again.loaded, again.edited, today, templates)
            if followed is not None:
                return followed
        return prepare_content(again.loaded, today, templates, known)


def read_again(former: Loaded, changed: Sequence[Path], memo: Memo) -> Again:
    """Return the catalogue of ``former`` as it is once the files ``changed`` are read.

    ``memo`` is what is known of its files. Where each holds a record, which is most of the time,
    the other files are not even looked at.
    """
    root = former.root
    files = [path.relative_to(root).as_posix() for path in changed if path.is_relative_to(root)]
    found: Loaded | None = former if len(files) <= _FEW else None
    for file in files:
        found = found and _read_file(found, file, memo)
    if found is None:
        return Again(load_catalogue(root, memo=memo, spread=map), None)
    edited = frozenset((kind.name, slug) for kind, slug in map(place_of, files))
    catalogues = former.catalogue, found.catalogue
    are_there = all(slug in one.records(kind) for one in catalogues for kind, slug in edited)
    return Again(found, edited if are_there else None)


def _read_file(former: Loaded, file: str, memo: Memo) -> Loaded | None:
    """Return the catalogue once one file has changed, ``None`` if others have to be read again."""
    if file.partition("/")[0] not in FOLDERS or not file.endswith(".yml"):
        return None
    kind, slug = place_of(file)
    key = (kind.name, slug)
    if file not in memo and (key in former.documents or key in former.refused):
        # Another file has that slug, or else this one could not be read.
        return None
    result = read_anew(former.root, file, memo)
    if result is None and os.path.lexists(former.root / file):
        return None
    return former.with_file(file, result)
