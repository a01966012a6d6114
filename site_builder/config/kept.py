"""The form in which what was read and found is kept: a large base, and small edits apart."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from site_builder.cache import Blocks, Span, Stamp, Store, write_blocks
from site_builder.checks import Across, Facts, Findings
from site_builder.loading import Known, Packed, pack_files, unpack_files
from site_builder.processes import split

Key = tuple[str, str]

_STATES = 3
"""Former bases of which records are still told: a site may have been made from one of them."""
_PART = 500
"""Findings to a block: a pickle remembers all that it holds while it is made."""


class Source(NamedTuple):
    """The file in which a record is written, relative to the catalogue, and its digest."""

    file: str
    digest: bytes


Told = dict[Key, tuple[Source, Findings]]
Named = tuple[Source, tuple[Key, ...]]
"""Where a record is written, and the records that it names."""


def describe(told: Told) -> dict[Key, Named]:
    """Return where each record is written, and what it names."""
    return {key: (source, found.named) for key, (source, found) in told.items()}


@dataclass(slots=True)
class Notes:
    """What was found of the catalogue as a whole.

    ``facts`` and ``rules`` are what findings, and rules, stand on; ``faulty`` are the records whose
    rules have a fault; ``across`` is what checks found that look at several records. ``name`` is
    that of the base.
    """

    facts: Facts | None = None
    rules: bytes = b""
    faulty: set[Key] = field(default_factory=set)
    across: Across = field(default_factory=dict)
    name: UUID | None = None


@dataclass(slots=True)
class Kept:
    """Files as they were read, and what the records in them told by themselves."""

    files: dict[str, Known] = field(default_factory=dict)
    findings: Told = field(default_factory=dict)
    notes: Notes = field(default_factory=Notes)


class _Base(NamedTuple):
    """Where all files and findings are, in a file of values that ``checksum`` tells."""

    checksum: bytes
    files: Packed
    findings: tuple[Span, ...]
    notes: Notes


class Edits(NamedTuple):
    """What is no longer as in the base: files, findings, and dates of files that are the same."""

    files: dict[str, Known]
    stamps: dict[str, Stamp | None]
    findings: Told
    notes: Notes


class Shelf:
    """Where what is known of one catalogue is kept."""

    def __init__(self, store: Store, suffix: str) -> None:
        """``suffix`` ends the names of all that is kept of the catalogue."""
        self._store = store
        self._base = f"records.{suffix}"
        self._edits = f"{self._base}.edits"
        self._states = f"{self._base}.state."
        self._path = store.path_of(f"{self._base}.blocks")
        self._blocks: Blocks | None = None

    def read_base(self) -> Kept | None:
        """Return the base, ``None`` when there is none to be trusted."""
        base = self._store.read(self._base)
        if not isinstance(base, _Base):
            return None
        try:
            blocks = self._blocks = Blocks(self._path, base.checksum)
        except (OSError, ValueError):
            return None
        findings = dict(chain.from_iterable(map(blocks.load, base.findings)))
        return Kept(unpack_files(base.files, blocks), findings, base.notes)

    def read_edits(self) -> Edits | None:
        """Return the edits, of whatever base they are."""
        edits = self._store.read(self._edits)
        return edits if isinstance(edits, Edits) else None

    def write_base(self, kept: Kept) -> None:
        """Keep everything anew. Records of the former base are no longer to be looked into."""
        with suppress(OSError):
            with write_blocks(self._path) as writer:
                files = pack_files(kept.files, writer.add)
                parts = split(list(kept.findings.items()), _PART)
                findings = tuple([writer.add(part) for part in parts])
                if self._blocks is not None:
                    self._blocks.close()
            base = _Base(writer.checksum, files, findings, kept.notes)
            self._store.write(self._base, base)
            self._store.write(f"{self._states}{kept.notes.name}", describe(kept.findings))
            for former in self._find_states()[:-_STATES]:
                former.unlink(missing_ok=True)

    def read_state(self, base: UUID | None) -> dict[Key, Named] | None:
        """Return the records of a base, one of the last ones, as ``describe`` tells of them."""
        state = self._store.read(f"{self._states}{base}")
        return state if isinstance(state, dict) else None

    def _find_states(self) -> list[Path]:
        """Return where the records of bases are told, the oldest first."""
        found = self._store.path_of("").glob(f"{self._states}*")
        return sorted(found, key=lambda path: path.stat().st_mtime_ns)

    def write_edits(self, edits: Edits) -> None:
        """Keep what changed since the base."""
        self._store.write(self._edits, edits)
