"""Walking a catalogue's folder and loading what it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, TypeVar

from site_builder.cache import Tree
from site_builder.loading.document import Document, Reader
from site_builder.loading.listing import list_files
from site_builder.loading.memo import Memo, Spread, read_results
from site_builder.loading.result import FileResult, place_of
from site_builder.model.catalogue import Catalogue
from site_builder.model.kinds import FOLDERS, SITE, TABLES
from site_builder.model.site import Site
from site_builder.problems import Place, Problem, problem
from site_builder.processes import share
from site_builder.yaml_source import Mapping as Values
from site_builder.yaml_source import read_file, read_yaml

Progress = Callable[[int, int], None]
Key = tuple[str, str]
K = TypeVar("K")
V = TypeVar("V")

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

    def with_file(self, file: str, result: FileResult | None) -> Loaded | None:
        """Return the catalogue once ``file`` holds ``result``, or is gone if that is ``None``.

        It may be a new file, if no other has its slug. ``None`` where others have to be read with
        it: it holds several records, or one that another file gives too, or it stands alone.
        """
        kind, slug = place_of(file)
        key = (kind.name, slug)
        former = self.documents.get(key)
        others = [found for found in self.problems if found.place.file != file]
        has_twin = any(found.code == "CAT-R120" and found.value == slug for found in others)
        if kind.name not in FOLDERS or has_twin or (former and former.file != file):
            return None
        found = result or FileResult(file, {})
        document = Document(file, _reader(self.root), None, slug in found.repeats)
        documents = _put(self.documents, key, document if slug in found.records else None)
        records = _put(self.catalogue.records(kind.name), slug, found.records.get(slug))
        if not self.documents or not documents:
            return None
        if former is None or slug not in self.catalogue.records(kind.name):
            documents, records = _in_order(documents, kind.name, records)
        is_refused = result is not None and slug not in records
        kinds: dict[str, Any] = {kind.name: records}
        return replace(
            self,
            catalogue=replace(self.catalogue, **kinds),
            documents=documents,
            problems=[*others, *found.problems],
            refused=self.refused - {key} | ({key} if is_refused else set()),
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
    seen: Tree | None = None,
) -> Loaded:
    """Read the catalogue in ``root``; ``progress`` is told (files read, files to read).

    ``memo`` keeps what was read from one call to the next, so that only the files that changed
    are read again, and ``seen`` what was found of them a moment ago; ``spread`` says who reads
    them, all processors by default, and then tells of progress if it wants to. What is returned
    depends on none of these. Nothing is raised for content: what is refused stands in ``problems``.
    """
    spread = spread or partial(share, progress=progress)
    files, problems = list_files(root)
    twins = dict(_find_twins(files))
    wanted = [file for file in files if file not in twins]
    found = read_results(root, wanted, {} if memo is None else memo, spread, seen)
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


def _put(items: Mapping[K, V], key: K, value: V | None) -> dict[K, V]:
    """Return ``items`` with ``value`` under ``key``, without that key when it is ``None``."""
    put = dict(items)
    if value is None:
        put.pop(key, None)
    else:
        put[key] = value
    return put


def _in_order(
    documents: dict[Key, Document], kind: str, records: dict[str, V]
) -> tuple[dict[Key, Document], dict[str, V]]:
    """Return ``documents``, and the records of ``kind``, in the order of files."""
    ordered = dict(sorted(documents.items(), key=lambda pair: pair[1].file))
    slugs = (slug for name, slug in ordered if name == kind)
    return ordered, {slug: records[slug] for slug in slugs if slug in records}


def _reader(root: Path) -> Reader:
    """Return what reads a file of the catalogue again, to tell where its values stand."""

    @lru_cache(_KEPT_FILES)
    def read(file: str) -> Values | None:
        data, _ = read_file(root, file)
        return None if data is None else read_yaml(data, file)[0]

    return read
