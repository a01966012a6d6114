"""``data/catalogue.json``: every published record, for whoever wants to reuse the catalogue."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from itertools import islice
from pickle import PickleBuffer
from typing import Any, get_args, get_origin

from pydantic_core import to_json as encode_json

from site_builder.model.catalogue import Catalogue
from site_builder.model.champs import Fiche, Modele
from site_builder.model.commun import FicheSourcee
from site_builder.model.kinds import KINDS
from site_builder.model.modele import make_part, values_of
from site_builder.model.reference import models_in
from site_builder.pages import url_of
from site_builder.vocabulary.licence import LICENCE

URI = "data/catalogue.json"
Text = bytes | memoryview
# Pieces of a file that are put together before they are written.
_TOGETHER = 100
# Test cases of the eligibility rules: they describe nobody and nothing that is offered.
_NOT_PUBLISHED = {"profils"}


def describe_catalogue(catalogue: Catalogue) -> str:
    """Return the JSON text of ``catalogue`` (as published), kind by kind, in a stable order.

    Field names and values are those of the YAML files; ``url`` is the address of the record's
    page, relative to the site. Fields that are not filled are left out.
    """
    return b"".join(OpenDataMaker().encode(catalogue)).decode()


class OpenDataMaker:
    """Makes the file, state after state.

    It keeps what each record gave. What it makes is what another one would that never saw a former
    state.
    """

    def __init__(self) -> None:
        """Know of no state."""
        self.catalogue = Catalogue()
        self._pieces: dict[str, dict[str, Text]] = {}

    def __getstate__(self) -> dict[str, Any]:
        """Be pickled with the pieces beside, as they are: they are as large as the file."""
        beside = {
            name: {slug: PickleBuffer(piece) for slug, piece in pieces.items()}
            for name, pieces in self._pieces.items()
        }
        return {**self.__dict__, "_pieces": beside}

    def encode(self, catalogue: Catalogue, _today: date | None = None) -> Iterator[bytes]:
        """Yield the text of ``describe_catalogue``, in UTF-8, part by part: it is large."""
        yield b'{"licence":%s,"site":{%s}' % (to_bytes(LICENCE), _encode_values(catalogue.site))
        for name in KINDS:
            if name not in _NOT_PUBLISHED:
                yield b',"%s":[' % name.encode()
                self._pieces[name] = self._encode(name, catalogue.records(name))
                yield from separated(self._pieces[name].values())
                yield b"]"
        yield b"}\n"
        self.catalogue = catalogue

    def _encode(self, name: str, records: Mapping[str, Fiche]) -> dict[str, Text]:
        former, pieces = self.catalogue.records(name), self._pieces.get(name, {})
        return {
            slug: (former.get(slug) is record and pieces.get(slug)) or encode_record(record)
            for slug, record in records.items()
        }


def encode_record(record: Fiche) -> bytes:
    """Return what is published of a record, which depends on nothing else."""
    url = url_of(record)
    known = to_bytes({"slug": record.slug, **({"url": url} if url else {})})
    return b",".join(filter(None, (known[:-1], _encode_values(record)))) + b"}"


def _encode_values(record: Modele) -> bytes:
    """Return the fields that say something, without braces: neither absent nor an empty list."""
    model, values = type(record), values_of(record)
    said = {
        name: value
        for name, may_be_silent in _fields_of(model).items()
        if (value := values[name]) is not None and not (may_be_silent and _is_silent(value))
    }
    told = make_part(model, said)
    text: bytes = told.__pydantic_serializer__.to_json(told, exclude_none=True)
    return text[1:-1]


@cache
def _fields_of(model: type[Modele]) -> dict[str, bool]:
    """Return the fields as they are told, and whether each may be there and say nothing.

    Those of lists and of models may. A reader looks for the name first, for the source last.
    """
    last = FicheSourcee.model_fields.keys()
    fields = {name: _holds_others(field.annotation) for name, field in model.model_fields.items()}
    return {name: fields[name] for name in sorted(fields, key=last.__contains__) if name != "slug"}


def _holds_others(annotation: Any) -> bool:
    kinds = {get_origin(one) for one in (annotation, *get_args(annotation))}
    return not kinds.isdisjoint({tuple, dict}) or any(models_in(annotation))


def _is_silent(value: object) -> bool:
    """Tell whether a field that is there says nothing."""
    # By class: models are slow to tell what they are instances of.
    kind = type(value)
    if kind is tuple or kind is dict:
        return not value
    return isinstance(value, Modele) and all(one is None for one in value.__dict__.values())


def separated(pieces: Iterable[Text]) -> Iterator[bytes]:
    """Yield the items of a JSON list, a comma between them, many at once."""
    waiting = iter(pieces)
    comma = b""
    while part := list(islice(waiting, _TOGETHER)):
        yield comma
        yield b",".join(part)
        comma = b","


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def to_json(data: Any) -> str:
    """Return the text of a published file: UTF-8, without idle spaces, ending with a line break."""
    return _ENCODER.encode(data) + "\n"


def to_bytes(data: Any) -> bytes:
    """Return a part of a published file, just as ``to_json`` writes it, and quicker."""
    return encode_json(data)
