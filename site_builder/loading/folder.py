"""Walking a catalogue's folder and loading what it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from site_builder.loading.document import Document, Reader
from site_builder.loading.listing import list_files
from site_builder.loading.memo import Memo, Spread, read_results
from site_builder.loading.result import FileResult, place_of
from site_builder.model.catalogue import Catalogue
from site_builder.model.kinds import FOLDERS, SITE, TABLES
from site_builder.model.site import Site
from site_builder.problems import Place, Problem, problem
from site_builder.processes import share
from site_builder.yaml_source import Mapping, read_file, read_yaml

Progress = Callable[[int, int], None]
Key = tuple[str, str]

_KEPT_FILES = 64
"""Files kept with their places: problems come file by file, rule after rule."""


@dataclass
class Loaded:
    """A catalogue as read: its records, where each was written, and what was refused.

    ``refused`` holds the (kind, slug) of records that exist but could not be read, so that a
    reference to one of them is not called dangling.
    """

    root: Path
    catalogue: Catalogue
    documents: dict[Key, Document]
    problems: list[Problem]
    refused: set[Key] = field(default_factory=set)

    def with_file(self, result: FileResult) -> Loaded | None:
        """Return the catalogue once ``result`` stands in place of what its file held.

        ``None`` unless it is one record in place of another: the rest has to be read with it,
        since the order of records is that of files.
        """
        kind, slug = place_of(result.file)
        record = result.records.get(slug)
        key = (kind.name, slug)
        former = self.documents.get(key)
        if kind.name not in FOLDERS or record is None or key in self.refused or former is None:
            return None
        if former.file != result.file:
            return None
        document = Document(result.file, _reader(self.root), None, slug in result.repeats)
        others = [found for found in self.problems if found.place.file != result.file]
        records: dict[str, Any] = {kind.name: {**self.catalogue.records(kind.name), slug: record}}
        return replace(
            self,
            catalogue=replace(self.catalogue, **records),
            documents={**self.documents, key: document},
            problems=[*others, *result.problems],
        )

    def source(self, file: str) -> str | None:
        """Return the text of ``file`` for an excerpt, ``None`` when it cannot be read."""
        return read_source(self.root, file)


def read_source(root: Path, file: str) -> str | None:
    """Return the text of a file of the catalogue in ``root``, ``None`` when it cannot be read."""
    data, _ = read_file(root, file)
    return None if data is None else data.decode("utf-8", errors="replace")


def load_catalogue(
    root: Path,
    progress: Progress = lambda _done, _total: None,
    memo: Memo | None = None,
    spread: Spread | None = None,
) -> Loaded:
    """Read the catalogue in ``root``; ``progress`` is told (files read, files to read).

    ``memo`` keeps what was read from one call to the next, so that only the files that changed
    are read again; ``spread`` says who reads them, all processors by default, and then tells of
    progress if it wants to. What is returned depends on neither. Nothing is raised for content:
    what is refused stands in ``problems``.
    """
    spread = spread or partial(share, progress=progress)
    files, problems = list_files(root)
    twins = dict(_find_twins(files))
    wanted = [file for file in files if file not in twins]
    found = read_results(root, wanted, {} if memo is None else memo, spread)
    results = {result.file: result for result in found}
    loaded = _assemble(root, [results[file] for file in wanted])
    for file in files:
        problems += results[file].problems if file in results else (twins[file],)
    loaded.problems = problems
    return loaded


def _find_twins(files: list[str]) -> Iterator[tuple[str, Problem]]:
    """Yield the files, with their problem, that give the same slug as one before them."""
    first: dict[Key, str] = {}
    for file in files:
        kind, slug = place_of(file)
        if kind.name not in FOLDERS:
            continue
        earlier = first.setdefault((kind.name, slug), file)
        if earlier != file:
            words = {"kind": kind.le, "first": earlier}
            yield file, problem("CAT-R120", Place(file), value=slug, **words)


def _assemble(root: Path, results: list[FileResult]) -> Loaded:
    """Bring together what the files hold, in the order of ``results``."""
    read = _reader(root)
    records: dict[str, Any] = {name: {} for name in (*FOLDERS, *TABLES, SITE.name)}
    loaded = Loaded(root, Catalogue(), {}, [])
    for result in results:
        kind, slug = place_of(result.file)
        if not result.records and kind.name not in TABLES:
            loaded.refused.add((kind.name, slug))
        for key, record in result.records.items():
            where = key if kind.name in TABLES else None
            repeats = key in result.repeats
            document = Document(result.file, read, where, repeats, result.spots)
            loaded.documents[kind.name, key] = document
            if record is None:
                loaded.refused.add((kind.name, key))
            else:
                records[kind.name][key] = record
    site = records.pop(SITE.name).get("", Site())
    loaded.catalogue = Catalogue(site=site, **records)
    return loaded


def _reader(root: Path) -> Reader:
    """Return what reads a file of the catalogue again, to tell where its values stand."""

    @lru_cache(_KEPT_FILES)
    def read(file: str) -> Mapping | None:
        data, _ = read_file(root, file)
        return None if data is None else read_yaml(data, file)[0]

    return read
