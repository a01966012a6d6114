"""The content of a catalogue once records stand in place of others: nothing else is planned."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from site_builder.config.content import Content
from site_builder.loading import Loaded
from site_builder.model.catalogue import Catalogue
from site_builder.model.kinds import KINDS
from site_builder.pages import PlannedPage, plan_sheet
from site_builder.rendering.renderer import Renderer

Key = tuple[str, str]


def follow_edits(
    former: Content, loaded: Loaded, edited: Collection[Key], today: date, templates: Path
) -> Content | None:
    """Return what ``former``, of the same day, has become: the content that was ``loaded``.

    ``edited`` are the records that stand in place of others. ``None`` when an edit makes pages
    come or go.
    """
    kinds: dict[str, dict[str, Any]] = {}
    for kind, slug in edited:
        if _shown(former.loaded, kind, slug, today) != _shown(loaded, kind, slug, today):
            return None
        records = kinds.setdefault(kind, dict(former.catalogue.records(kind)))
        if slug in records:
            records[slug] = loaded.catalogue.records(kind)[slug]
    published: Any = kinds
    catalogue = replace(former.catalogue, **published)
    pages = former.by_url | {page.url: page for page in _plan(catalogue, loaded, edited)}
    logo = former.logo_falc.uri if former.logo_falc else ""
    assert isinstance(former.renderer, Renderer)
    return replace(
        former,
        pages=tuple(pages.values()),
        renderer=Renderer(catalogue, templates, today, logo, former.renderer),
        problems=tuple(loaded.problems),
        loaded=loaded,
        catalogue=catalogue,
    )


def _shown(loaded: Loaded | None, kind: str, slug: str, today: date) -> tuple[bool, set[str]]:
    """Tell whether the public sees an action, and the natures of the paths that it shows on."""
    if loaded is None or kind != "actions":
        return True, set()
    found = Catalogue(actions={slug: loaded.catalogue.actions[slug]}).published(today).actions
    return bool(found), {path.nature for action in found.values() for path in action.parcours}


def _plan(catalogue: Catalogue, loaded: Loaded, edited: Collection[Key]) -> Iterator[PlannedPage]:
    for kind, slug in edited:
        record = catalogue.records(kind).get(slug)
        if record is not None and KINDS[kind].url:
            yield plan_sheet(KINDS[kind], record, loaded.documents[kind, slug])
