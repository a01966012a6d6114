"""Files as they were read, packed to be kept: small to take up again, however long they are.

Of the many records of a kind that is listed, what lists ask of all of them (``IN_LISTS``) is
together. All the rest is in blocks of a few records, read when one of them is looked into.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple, cast

from site_builder.cache import Blocks, Span, Stamp
from site_builder.loading.memo import Known
from site_builder.loading.result import FileResult, place_of
from site_builder.model.modele import Fiche, make_part
from site_builder.processes import split

Item = tuple[str, Known]
Add = Callable[[object], Span]

_PART = 500
"""Files to a block: a pickle remembers all that it holds while it is made."""
_BLOCK = 16
"""Records to a block: each tells the names of its classes and of their fields once."""


class Head(NamedTuple):
    """A file of one sound record, with what lists ask of it."""

    file: str
    stamp: Stamp | None
    digest: bytes
    slug: str
    repeats: bool
    values: tuple[object, ...]


class Packed(NamedTuple):
    """Where files are, as they were read: ``whole`` ones, and ``heads`` of those in two parts.

    A block of heads has pairs (heads, where their rest is).
    """

    whole: tuple[Span, ...] = ()
    heads: tuple[Span, ...] = ()


def pack_files(files: Mapping[str, Known], add: Add) -> Packed:
    """Return where ``files`` are, once ``add`` was given them in blocks."""
    listed: dict[type[Fiche], list[Item]] = {}
    others: list[Item] = []
    for file, known in files.items():
        record = _listed_in(file, known)
        to = others if record is None else listed.setdefault(type(record), [])
        to.append((file, known))
    parts = (part for items in listed.values() for part in split(items, _PART))
    return Packed(
        tuple([add(part) for part in split(others, _PART)]),
        tuple([add([_pack(some, add) for some in split(part, _BLOCK)]) for part in parts]),
    )


def unpack_files(packed: Packed, blocks: Blocks) -> dict[str, Known]:
    """Return the files that were packed in ``blocks``."""
    files: dict[str, Known] = {}
    for span in packed.whole:
        files.update(blocks.load(span))
    for span in packed.heads:
        for heads, rest in blocks.load(span):
            files.update(_unpack(heads, rest, blocks))
    return files


def _listed_in(file: str, known: Known) -> Fiche | None:
    """Return the only record of a file, when it is sound and of a kind that is kept in two."""
    found = known.result.records.get(place_of(file)[1])
    return (
        found if isinstance(found, Fiche) and found.IN_LISTS and not known.result.problems else None
    )


def _pack(files: Sequence[Item], add: Add) -> tuple[list[Head], Span]:
    """Return the heads of a few files of the same kind, and where the rest is."""
    heads, rest = [], []
    for file, (stamp, digest, result) in files:
        (record,) = cast("Iterable[Fiche]", result.records.values())
        values = tuple([getattr(record, name) for name in record.IN_LISTS])
        heads.append(Head(file, stamp, digest, record.slug, bool(result.repeats), values))
        rest.append([getattr(record, name) for name in _fields_left(type(record))])
    return heads, add(rest)


def _unpack(heads: list[Head], span: Span, blocks: Blocks) -> Iterator[tuple[str, Known]]:
    model = cast("type[Fiche]", place_of(heads[0].file)[0].model)
    rest = _Rest(_fields_left(model), blocks, span)
    for file, stamp, digest, slug, repeats, values in heads:
        record = make_part(model, dict(zip(model.IN_LISTS, values, strict=True)))
        record.with_rest(rest)
        rest.records.append(record)
        names = frozenset((slug,) if repeats else ())
        yield file, Known(stamp, digest, FileResult(file, {slug: record}, (), names))


class _Rest:
    """What the records of a block were left without."""

    def __init__(self, fields: dict[str, None], blocks: Blocks, span: Span) -> None:
        self.fields = fields.keys()
        self.records: list[Fiche] = []
        self._blocks = blocks
        self._span = span

    def fetch(self) -> None:
        for record, found in zip(self.records, self._blocks.load(self._span), strict=True):
            record.complete(dict(zip(self.fields, found, strict=True)))


@cache
def _fields_left(model: type[Fiche]) -> dict[str, None]:
    """Return the fields that lists do not ask for, in their order."""
    return dict.fromkeys(name for name in model.model_fields if name not in model.IN_LISTS)
