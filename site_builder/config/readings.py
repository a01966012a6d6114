"""What was read of a catalogue and what its checks said, kept on the disk from run to run.

Files that did not change are not read again, and records that did not are not checked again one
by one: what is told is the same. A few files that changed since most were kept go apart, so that
little is written after a small edit.
"""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from site_builder.cache import Stamp, Store, name_of
from site_builder.checks import Facts, Findings
from site_builder.checks import Known as Checked
from site_builder.config.pieces import Pieces
from site_builder.loading import Known, Loaded, place_of
from site_builder.model.catalogue import Catalogue
from site_builder.model.kinds import SITE
from site_builder.model.site import Site
from site_builder.processes import split

Key = tuple[str, str]

_KINDS_OF_RULES = {"questions", "publics_cibles", "territoires"}
_PART = 500
_FEW = 8
"""Apart stands at most one file in so many: beyond, all of them are written again."""


@dataclass(frozen=True, slots=True)
class Source:
    """The file in which a record is written, relative to the catalogue, and its digest."""

    file: str
    digest: bytes


@dataclass(slots=True)
class _Kept:
    """Files as they were read, and what the records in them told by themselves."""

    files: dict[str, Known] = field(default_factory=dict)
    findings: dict[Key, tuple[Source, Findings]] = field(default_factory=dict)
    facts: Facts | None = None
    # Of files that are the same, and were dated otherwise since.
    stamps: dict[str, Stamp | None] = field(default_factory=dict)
    # What rules stand on, and the actions whose rules have a fault.
    rules: bytes = b""
    faulty: set[Key] = field(default_factory=set)
    name: UUID | None = None

    def __reduce__(self) -> tuple[Any, ...]:
        """Be pickled part by part: a pickle remembers all that it holds while it is made."""
        others = self.facts, self.stamps, self.rules, self.faulty, self.name
        return _unpack, (_pack(self.files), _pack(self.findings), *others)


def _is_same(base: Known | None, now: Known) -> bool:
    return base is not None and base.result is now.result


def _pack(values: Mapping[Any, Any]) -> list[bytes]:
    parts = split(list(values.items()), _PART)
    return [pickle.dumps(part, pickle.HIGHEST_PROTOCOL) for part in parts]


def _unpack(files: list[bytes], findings: list[bytes], *others: Any) -> _Kept:
    read, found = (
        dict(chain.from_iterable(map(pickle.loads, parts))) for parts in (files, findings)
    )
    return _Kept(read, found, *others)


class Readings:
    """What is known of the catalogue in one folder. Brought up to date by whoever reads it."""

    def __init__(self, store: Store, folder: Path) -> None:
        """``store`` may hold what an earlier run has kept of ``folder``."""
        self._store = store
        self._suffix = name_of(folder.resolve())
        self._names = f"records.{self._suffix}", f"records.{self._suffix}.edits"
        self._base = _Kept()
        self._now = _Kept()

    @property
    def memo(self) -> dict[str, Known]:
        """The files as they were read: what ``load_catalogue`` brings up to date."""
        return self._now.files

    @property
    def records(self) -> Mapping[Key, tuple[Source, Findings]]:
        """Where each record is written, and what it tells by itself."""
        return self._now.findings

    def open(self) -> None:
        """Take up what was kept, if anything."""
        base, edits = map(self._store.read, self._names)
        if not isinstance(base, _Kept):
            return
        if not isinstance(edits, _Kept) or edits.name != base.name:
            edits = replace(base, files={}, findings={})
        self._base = base
        files, findings = {**base.files, **edits.files}, {**base.findings, **edits.findings}
        for path, stamp in edits.stamps.items():
            files[path] = replace(files[path], stamp=stamp)
        self._now = replace(edits, files=files, findings=findings, stamps={}, name=None)

    def recall(self, loaded: Loaded, today: date) -> Checked:
        """Return what the checks found already of what was just ``loaded``."""
        now = self._now
        facts, rules = Facts.of(loaded.catalogue, today), self._digest_rules(loaded)
        found = {key: self.records.get(key) for key in loaded.documents}
        same = {
            key: told[1]
            for key, told in found.items()
            if told and told[0] == self._source(loaded, key)
        }
        checked = Checked()
        if now.facts == facts:
            checked.findings = same
            if now.rules == rules:
                checked.sound = {key for key in same if key[0] == "actions"} - now.faulty
        now.facts, now.rules = facts, rules
        return checked

    def take(self, loaded: Loaded, checked: Checked, today: date) -> None:
        """Learn what the checks found in what was ``loaded``."""
        found = ((key, self._source(loaded, key), told) for key, told in checked.findings.items())
        now = self._now
        now.findings = {key: (source, told) for key, source, told in found if source}
        now.faulty = {key for key in now.findings if key[0] == "actions"} - checked.sound
        base = self._base
        # What is published, and what makers know of it, depends on the day.
        is_of_today = base.facts is not None and base.facts.today == today
        if not is_of_today or len(self._changed) > len(base.files) // _FEW:
            now.name = uuid4()

    def pieces(self, loaded: Loaded, today: date) -> Pieces:
        """Return what makers know of the catalogue that was ``loaded``, as published ``today``.

        Call it after ``take``.
        """
        base, now = self._base, self._now
        if now.name is not None:
            return Pieces(self._store, self._suffix, new=now.name)
        former = self._restore(loaded.catalogue).published(today)
        return Pieces(self._store, self._suffix, base.name, former)

    def keep(self) -> None:
        """Keep what is known for the next run."""
        base, now = self._base, self._now
        if now.name is not None:
            self._store.write(self._names[0], now)
            return
        files = {path: now.files[path] for path in self._changed if path in now.files}
        stamps = {
            path: known.stamp
            for path, known in now.files.items()
            if path not in files and known.stamp != base.files[path].stamp
        }
        told = {key: one for key, one in now.findings.items() if base.findings.get(key) != one}
        edits = replace(now, files=files, findings=told, stamps=stamps, name=base.name)
        if edits != replace(base, files={}, findings={}):
            self._store.write(self._names[1], edits)

    @property
    def _changed(self) -> set[str]:
        """The files that no longer say what they did when they were all kept."""
        base, now = self._base.files, self._now.files
        gone = base.keys() - now.keys()
        came = {path for path, known in now.items() if not _is_same(base.get(path), known)}
        return gone | came

    def _restore(self, catalogue: Catalogue) -> Catalogue:
        """Return the catalogue as it was when all files were kept."""
        before, now = self._base.files, self._now.files
        kinds: dict[str, Any] = {}
        for path in self._changed:
            kind, _ = place_of(path)
            if kind is SITE:
                was = before[path].result.records.get("") if path in before else None
                kinds["site"] = was or Site()
                continue
            records = kinds.setdefault(kind.name, dict(catalogue.records(kind.name)))
            for slug in now[path].result.records if path in now else ():
                records.pop(slug, None)
            if path in before:
                known = before[path].result.records
                records.update({slug: record for slug, record in known.items() if record})
        return replace(catalogue, **kinds)

    def _digest_rules(self, loaded: Loaded) -> bytes:
        """Return what changes with the questions, the publics and the territoires."""
        keys = sorted(key for key in loaded.documents if key[0] in _KINDS_OF_RULES)
        said = repr([(key, self._source(loaded, key)) for key in keys])
        return hashlib.blake2b(said.encode(), digest_size=16).digest()

    def _source(self, loaded: Loaded, key: Key) -> Source | None:
        file = loaded.documents[key].file
        known = self._now.files.get(file)
        return Source(file, known.digest) if known else None
