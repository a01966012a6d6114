"""``data/catalogue.json``: every published record, for whoever wants to reuse the catalogue."""

from __future__ import annotations

import json
from typing import Any

from site_builder.model.catalogue import Catalogue
from site_builder.model.champs import Modele
from site_builder.model.commun import FicheSourcee
from site_builder.model.kinds import KINDS
from site_builder.pages import url_of
from site_builder.vocabulary.licence import LICENCE

URI = "data/catalogue.json"
# Test cases of the eligibility rules: they describe nobody and nothing that is offered.
_NOT_PUBLISHED = {"profils"}


def describe_catalogue(catalogue: Catalogue) -> str:
    """Return the JSON text of ``catalogue`` (as published), kind by kind, in a stable order.

    Field names and values are those of the YAML files; ``url`` is the address of the record's
    page, relative to the site. Fields that are not filled are left out.
    """
    data: dict[str, Any] = {"licence": LICENCE, "site": _values(catalogue.site)}
    for name in KINDS:
        if name not in _NOT_PUBLISHED:
            data[name] = [_describe(record) for record in catalogue.records(name).values()]
    return to_json(data)


def to_json(data: Any) -> str:
    """Return the text of a published file: UTF-8, without idle spaces, ending with a line break."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def _describe(record: Any) -> dict[str, Any]:
    url = url_of(record)
    return {"slug": record.slug, **({"url": url} if url else {}), **_values(record)}


def _values(record: Modele) -> dict[str, Any]:
    """Return the fields that say something: neither absent nor an empty list."""
    values = record.model_dump(mode="json", exclude_none=True, exclude={"slug"})
    # A reader looks for the name first, for the source last.
    names = sorted(values, key=lambda name: name in FicheSourcee.model_fields)
    return {name: values[name] for name in names if values[name] not in ([], {})}
