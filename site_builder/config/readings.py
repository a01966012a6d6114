"""What is known of a catalogue, from run to run: what was read, and what its checks said.

Files that did not change are not read again, and records that did not are not checked again one
by one: what is told is the same. A few files that changed since most were kept go apart, so that
little is written after a small edit.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID, uuid4

from site_builder.cache import Store, Tree, name_of
from site_builder.checks import RULED, Facts, Findings
from site_builder.checks import Known as Checked
from site_builder.config.kept import Edits, Kept, Key, Named, Shelf, Source, describe
from site_builder.config.pieces import Pieces
from site_builder.loading import Known, Loaded, place_of
from site_builder.model.catalogue import Catalogue
from site_builder.model.champs import Fiche
from site_builder.model.kinds import SITE
from site_builder.model.site import Site

_KINDS_OF_RULES = ("publics_cibles", "questions", "territoires")
_FEW = 8
"""Apart stands at most one file in so many: beyond, all of them are written again."""


class State(NamedTuple):
    """The records of a catalogue at some time, told by what was not as in the base ``base``.

    ``None`` stands for a record of the base that was not there.
    """

    base: UUID | None
    others: Mapping[Key, Named | None]


class Readings:
    """What is known of the catalogue in one folder. Brought up to date by whoever reads it."""

    def __init__(self, store: Store, folder: Path, seen: Tree | None = None) -> None:
        """``store`` may hold what an earlier run has kept of ``folder``.

        ``seen`` is what was found of its files a moment ago.
        """
        self.seen = seen
        self._store = store
        self._suffix = name_of(folder.resolve())
        self._shelf = Shelf(store, self._suffix)
        self._base = Kept()
        self._now = Kept()
        # As they were taken up: those of ``_now`` are brought up to date.
        self._files: dict[str, Known] = {}

    @property
    def memo(self) -> dict[str, Known]:
        """The files as they were read: what ``load_catalogue`` brings up to date."""
        return self._now.files

    @property
    def named(self) -> dict[Key, tuple[Key, ...]]:
        """What each record names."""
        return {key: told.named for key, (_, told) in self._now.findings.items()}

    @property
    def state(self) -> State:
        """The records as they are now. Ask for it after ``take``."""
        new = self._now.notes.name
        return State(new, {}) if new else State(self._base.notes.name, self._others())

    def changes_since(self, then: State) -> dict[Key, Named | None] | None:
        """Return the records that are no longer as they were ``then``, and how they were.

        ``None`` when that is not known any more.
        """
        former, now = self._base.findings, self._now.findings
        if then.base == self._base.notes.name:
            keys = then.others.keys() | self._others().keys()
            base = describe({key: former[key] for key in keys if key in former})
        else:
            kept = self._shelf.read_state(then.base)
            if kept is None:
                return None
            keys, base = kept.keys() | then.others.keys() | now.keys(), kept
        before: dict[Key, Named | None] = {**base, **then.others}
        changed = {}
        for key in keys:
            was, told = before.get(key), now.get(key)
            if (was and was[0]) != (told and told[0]):
                changed[key] = was
        return changed

    def open(self) -> None:
        """Take up what was kept, if anything."""
        base = self._shelf.read_base()
        if base is None:
            return
        edits = self._shelf.read_edits()
        if edits is None or edits.notes.name != base.notes.name:
            edits = Edits({}, {}, {}, replace(base.notes))
        files, findings = {**base.files, **edits.files}, {**base.findings, **edits.findings}
        for path, stamp in edits.stamps.items():
            files[path] = files[path]._replace(stamp=stamp)
        edits.notes.name = None
        self._base, self._now = base, Kept(files, findings, edits.notes)
        self._files = dict(files)

    def _others(self) -> dict[Key, Named | None]:
        """Return the records that are not as in the base; ``None`` for those that are gone."""
        base, now = self._base.findings, self._now.findings
        others: dict[Key, Named | None] = dict.fromkeys(base.keys() - now.keys())
        return others | describe({key: one for key, one in now.items() if base.get(key) is not one})

    def recall_record(self, source: Source, slug: str) -> Fiche | None:
        """Return a record as it was taken up, if ``source`` is what it had been read from."""
        known = self._files.get(source.file)
        found = known.result.records.get(slug) if known and known.digest == source.digest else None
        return found if isinstance(found, Fiche) else None

    def recall(self, loaded: Loaded, today: date) -> Checked:
        """Return what the checks found already of what was just ``loaded``."""
        notes, facts = self._now.notes, Facts.of(loaded.catalogue, today)
        checked = Checked(states=self._digest_kinds(loaded))
        rules = b"".join(checked.states.get(kind, b"-") for kind in _KINDS_OF_RULES)
        if notes.facts == facts:
            self._recall_findings(loaded, checked)
            checked.across = notes.across
            if notes.rules == rules:
                ruled = {key for key in checked.findings if key[0] in RULED}
                checked.sound = ruled - notes.faulty
        notes.facts, notes.rules = facts, rules
        base = self._base
        # What is published, and what makers know of it, depends on the day.
        is_of_today = base.notes.facts is not None and base.notes.facts.today == today
        if not is_of_today or len(self._changed) > len(base.files) // _FEW:
            notes.name = uuid4()
        return checked

    def _recall_findings(self, loaded: Loaded, checked: Checked) -> None:
        """Tell what was found of the records, those that are the same and the others."""
        files, records = self._now.files, self._now.findings
        former: dict[Key, Findings] = {}
        for key, document in loaded.documents.items():
            known, told = files.get(document.file), records.get(key)
            if told is not None:
                is_same = known is not None and told[0] == (document.file, known.digest)
                (checked.findings if is_same else former)[key] = told[1]
        checked.former = former

    def take(self, loaded: Loaded, checked: Checked) -> None:
        """Learn what the checks found in what was ``loaded``."""
        now, former = self._now, self._now.findings
        now.findings = {}
        for key, told in checked.findings.items():
            known = now.files.get(file := loaded.documents[key].file)
            if known is not None:
                one = former.get(key)
                is_same = one is not None and one[1] is told and one[0] == (file, known.digest)
                now.findings[key] = one if one and is_same else (Source(file, known.digest), told)
        now.notes.faulty = {key for key in now.findings if key[0] in RULED} - checked.sound
        now.notes.across = checked.across

    def pieces(self, loaded: Loaded, today: date) -> Pieces:
        """Return what makers know of the catalogue that was ``loaded``, as published ``today``.

        Call it after ``recall``.
        """
        base, new = self._base.notes.name, self._now.notes.name
        if new is not None:
            return Pieces(self._store, self._suffix, new=new)
        former = self._restore(loaded.catalogue).published(today)
        return Pieces(self._store, self._suffix, base, former)

    @property
    def is_long_to_keep(self) -> bool:
        """Whether everything has to be written anew, rather than a few edits."""
        return self._now.notes.name is not None

    def keep(self) -> None:
        """Keep what is known for the next run.

        If it is long, what was taken up is not to be used any more.
        """
        base, now = self._base, self._now
        if now.notes.name is not None:
            self._shelf.write_base(now)
            return
        files = {path: now.files[path] for path in self._changed if path in now.files}
        stamps = {
            path: known.stamp
            for path, known in now.files.items()
            if path not in files and known.stamp != base.files[path].stamp
        }
        told = {key: one for key, one in now.findings.items() if base.findings.get(key) != one}
        notes = replace(now.notes, name=base.notes.name)
        if files or stamps or told or notes != base.notes:
            self._shelf.write_edits(Edits(files, stamps, told, notes))

    @property
    def _changed(self) -> set[str]:
        """The files that no longer say what they did when they were all kept."""
        base, now = self._base.files, self._now.files
        came = {
            path
            for path, known in now.items()
            if path not in base or base[path].result is not known.result
        }
        return came.union(base.keys() - now.keys())

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

    def _digest_kinds(self, loaded: Loaded) -> dict[str, bytes]:
        """Return what changes with slugs, and with the records of each kind but the largest."""
        said: defaultdict[str, list[tuple[str, str, bytes]]] = defaultdict(list)
        for (kind, slug), document in loaded.documents.items():
            if kind != "actions":
                known = self._now.files.get(document.file)
                said[kind].append((slug, document.file, known.digest if known else b""))
        slugs = _digest([*loaded.documents, *sorted(loaded.refused)])
        return {"": slugs, **{kind: _digest(sorted(sources)) for kind, sources in said.items()}}


def _digest(told: Sequence[object]) -> bytes:
    return hashlib.blake2b(repr(told).encode(), digest_size=16).digest()
