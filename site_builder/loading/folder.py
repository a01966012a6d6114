"""Walking a catalogue's folder and loading what it holds."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from site_builder.loading.document import Document
from site_builder.loading.listing import list_files
from site_builder.loading.record import build_record
from site_builder.model.catalogue import Catalogue
from site_builder.model.champs import Fiche
from site_builder.model.kinds import FOLDERS, SITE, TABLES, Kind
from site_builder.model.question import CLE_PATTERN
from site_builder.model.site import Site
from site_builder.problems import Place, Problem, problem
from site_builder.vocabulary.refusal import ValueRefused
from site_builder.vocabulary.slugs import parse_slug
from site_builder.yaml_source import Mapping, read_file, read_yaml

Progress = Callable[[int, int], None]
Key = tuple[str, str]


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

    def source(self, file: str) -> str | None:
        """Return the text of ``file`` for an excerpt, ``None`` when it cannot be read."""
        data, _ = read_file(self.root, file)
        return None if data is None else data.decode("utf-8", errors="replace")


class _Loading:
    """The state of one run: what has been read so far."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.records: dict[str, dict[str, Fiche]] = {name: {} for name in (*FOLDERS, *TABLES)}
        self.site = Site()
        self.documents: dict[Key, Document] = {}
        self.problems: list[Problem] = []
        self.refused: set[Key] = set()
        self.files: dict[Key, str] = {}

    def read(self, file: str) -> Mapping | None:
        """Return the values of ``file``, or ``None`` once its problems are noted."""
        data, problems = read_file(self.root, file)
        self.problems += problems
        if data is None:
            return None
        node, problems = read_yaml(data, file)
        self.problems += problems
        return node if isinstance(node, Mapping) else None

    def load_record_file(self, kind: Kind, file: str) -> None:
        slug = file.rpartition("/")[2].removesuffix(".yml")
        key = (kind.name, slug)
        if key in self.files:
            words = {"kind": kind.le, "first": self.files[key]}
            self.problems.append(problem("CAT-R120", Place(file), value=slug, **words))
            return
        self.files[key] = file
        try:
            parse_slug(slug)
        except ValueRefused as refusal:
            hint = refusal.suggestion
            self.problems.append(
                problem(refusal.code, Place(file), value=slug, suggestion=hint, **refusal.params)
            )
        node = self.read(file)
        if node is None:
            self.refused.add(key)
        else:
            self.keep(kind, slug, Document(file, node))

    def load_table(self, kind: Kind, file: str) -> None:
        node = self.read(file)
        for slug, entry in node.entries.items() if node else ():
            document = Document(file, entry.value, entry.key)
            if not re.fullmatch(CLE_PATTERN, slug):
                self.problems.append(problem("CAT-M016", document.place(), value=slug))
            self.keep(kind, slug, document)

    def load_site(self, file: str) -> None:
        key = (SITE.name, "")
        node = self.read(file)
        if node is None:
            self.refused.add(key)
            return
        document = Document(file, node)
        site, problems = build_record(Site, document)
        self.problems += problems
        self.documents[key] = document
        if site is None:
            self.refused.add(key)
        else:
            self.site = site

    def keep(self, kind: Kind, slug: str, document: Document) -> None:
        record, problems = build_record(kind.model, document, slug=slug)
        self.problems += problems
        self.documents[(kind.name, slug)] = document
        if isinstance(record, Fiche):
            self.records[kind.name][slug] = record
        else:
            self.refused.add((kind.name, slug))

    def loaded(self) -> Loaded:
        records: dict[str, Any] = self.records
        catalogue = Catalogue(site=self.site, **records)
        return Loaded(self.root, catalogue, self.documents, self.problems, self.refused)


def load_catalogue(root: Path, progress: Progress = lambda _done, _total: None) -> Loaded:
    """Read the catalogue in ``root``; ``progress`` is told (files read, files in all).

    Nothing is raised for content: what is refused stands in ``problems``.
    """
    run = _Loading(root)
    files, problems = list_files(root)
    run.problems += problems
    for done, file in enumerate(files, start=1):
        folder, _, name = file.partition("/")
        stem = name.removesuffix(".yml") if name else folder.removesuffix(".yml")
        if name:
            run.load_record_file(FOLDERS[folder], file)
        elif stem in TABLES:
            run.load_table(TABLES[stem], file)
        else:
            run.load_site(file)
        progress(done, len(files))
    return run.loaded()
