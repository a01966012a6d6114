"""One file of the catalogue made into records: what its bytes say, and nothing else.

Nothing here depends on another file, on the disk or on the day, so that files may be read in
any order, in several processes, or not at all when they are already known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from site_builder.loading.document import Document, Spots
from site_builder.loading.record import build_record, plain
from site_builder.model.champs import Modele
from site_builder.model.kinds import FOLDERS, SITE, TABLES, Kind
from site_builder.model.question import CLE_PATTERN
from site_builder.problems import Place, Problem, problem
from site_builder.vocabulary.refusal import ValueRefused
from site_builder.vocabulary.slugs import parse_slug
from site_builder.yaml_source import Mapping, Values, read_plain, read_yaml


@dataclass(frozen=True, slots=True)
class FileResult:
    """What ``file`` holds; small, and made of values that can go from a process to another.

    ``records`` has every key that is written in the file, in its order, ``None`` for a record
    that was refused; it is empty when the file itself could not be read. The key is the slug,
    ``""`` for the site. ``repeats`` are the keys of records with a list in which a value may
    stand twice: only those are read again to point at it. ``spots`` fills with
    the places that problems ask for.
    """

    file: str
    records: dict[str, Modele | None]
    problems: tuple[Problem, ...] = ()
    repeats: frozenset[str] = frozenset()
    spots: Spots = field(default_factory=dict, repr=False, compare=False)


def place_of(file: str) -> tuple[Kind, str]:
    """Return the kind of the records in ``file``, and the slug that its name gives.

    The slug is empty for the site and for a file that holds several records.
    """
    folder, _, name = file.partition("/")
    if name:
        return FOLDERS[folder], file.rpartition("/")[2].removesuffix(".yml")
    return TABLES.get(folder.removesuffix(".yml"), SITE), ""


def load_file(file: str, data: bytes) -> FileResult:
    """Return the records that ``data``, the bytes of ``file``, describe.

    Raises nothing for content: what is refused stands in the result's problems.
    """
    values = read_plain(data)
    sound = _load_sound(file, values) if values else None
    if sound:
        return sound
    root, problems = read_yaml(data, file)
    return _load_located(file, root, problems) if root else refused_file(file, problems)


def refused_file(file: str, problems: Sequence[Problem]) -> FileResult:
    """Return the result of a file that cannot be read, because of ``problems``."""
    return FileResult(file, {}, (*_name_problems(file), *problems))


def _name_problems(file: str) -> Iterator[Problem]:
    """Say what is wrong with the name of a record's file."""
    kind, slug = place_of(file)
    if kind.name not in FOLDERS:
        return
    try:
        parse_slug(slug)
    except ValueRefused as refusal:
        hint = refusal.suggestion
        yield problem(refusal.code, Place(file), value=slug, suggestion=hint, **refusal.params)


def _load_sound(file: str, values: Values) -> FileResult | None:
    """Return the result of a file that nothing is wrong with, else ``None``."""
    if any(_name_problems(file)):
        return None
    kind, slug = place_of(file)
    is_table = kind.name in TABLES
    records: dict[str, Modele | None] = {}
    repeats: list[str] = []
    for key, fields in values.items() if is_table else ((slug, values),):
        known = _known(kind, key)
        if not isinstance(fields, dict) or not known.keys().isdisjoint(fields):
            return None
        if is_table and not re.fullmatch(CLE_PATTERN, key):
            return None
        try:
            records[key] = kind.model.model_validate(fields | known)
        except ValidationError:
            return None
        if _may_repeat(fields):
            repeats.append(key)
    return FileResult(file, records, (), frozenset(repeats))


def _load_located(file: str, root: Mapping, problems: list[Problem]) -> FileResult:
    """Return the result of a file, with all that is wrong and where."""
    kind, slug = place_of(file)
    is_table = kind.name in TABLES
    found = [*_name_problems(file), *problems]
    records: dict[str, Modele | None] = {}
    repeats: list[str] = []
    for key in root.entries if is_table else (slug,):
        document = Document.of(file, root, key if is_table else None)
        if is_table and not re.fullmatch(CLE_PATTERN, key):
            found.append(problem("CAT-M016", document.place(), value=key))
        records[key], refusals = build_record(kind.model, document, **_known(kind, key))
        found += refusals
        if _may_repeat(plain(document.node)):
            repeats.append(key)
    return FileResult(file, records, tuple(found), frozenset(repeats))


def _known(kind: Kind, key: str) -> dict[str, str]:
    """Return the fields of a record that its place tells."""
    return {} if kind is SITE else {"slug": key}


def _may_repeat(values: Any) -> bool:
    """Tell whether some list of ``values`` holds twice what a reader would see twice.

    That is a text, or a structure with its role: two steps may well say the same thing.
    """
    # Grows as it is gone through. By class: this looks at every value of every file.
    parts = [values]
    for part in parts:
        if part.__class__ is dict:
            for value in part.values():
                if value.__class__ is not str:
                    parts.append(value)
        elif part.__class__ is list:
            groups = [item for item in part if item.__class__ is not str]
            parts += groups
            texts = [item for item in part if item.__class__ is str] if groups else part
            if len(set(texts)) < len(texts):
                return True
            if groups and "structure" in groups[0] and _has_twice(groups):
                return True
    return False


def _has_twice(items: list[Any]) -> bool:
    """Tell whether two of ``items`` name the same structure with the same role."""
    named = [item for item in items if item.__class__ is dict and "structure" in item]
    pairs = [(item["structure"], item.get("role")) for item in named]
    pairs = [(one, role) for one, role in pairs if isinstance(one, str) and isinstance(role, str)]
    return len(set(pairs)) < len(pairs)
