"""No sheet and no list changes that a change was not said to show on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any, TypeVar

import pytest

from site_builder.checks import Review
from site_builder.loading import Loaded, load_catalogue
from site_builder.model.action import Action
from site_builder.model.catalogue import Catalogue
from site_builder.model.champs import Fiche
from site_builder.pages import plan_pages
from site_builder.rendering.reach import find_fields, gathers, lists_stay, sheets_shown_on
from site_builder.rendering.renderer import Renderer
from tests.edits import KINDS, edit
from tests.synthetic.catalogue import catalogue_files, write_files
from tests.synthetic.days import DAY

Key = tuple[str, str]
Names = dict[Key, tuple[Key, ...]]
F = TypeVar("F", bound=Fiche)


def bodies_of(loaded: Loaded, templates: Path) -> dict[Key, str]:
    """Return the body of each sheet that the change of a record may leave as it was."""
    published = loaded.catalogue.published(DAY)
    renderer = Renderer(published, templates, DAY)
    return {
        (page.layout, page.url.split("/")[1]): renderer.render(page).html
        for page in plan_pages(published, loaded.documents)
        if page.is_sheet and not gathers(page.layout)
    }


def names_of(loaded: Loaded) -> Names:
    return dict(Review.of(loaded, DAY).named)


@pytest.mark.parametrize("seed", range(6))
def test_the_sheets_that_are_left_out_do_not_change(tmp_path: Path, root: Path, seed: int) -> None:
    write_files(tmp_path / "catalogue", catalogue_files(40, seed))
    templates, chance = root / "overrides", Random(seed)
    before = load_catalogue(tmp_path / "catalogue")
    bodies = bodies_of(before, templates)
    spared = 0
    for _ in range(5):
        done = [edit(tmp_path / "catalogue", chance) for _ in range(chance.choice((1, 1, 2)))]
        after = load_catalogue(tmp_path / "catalogue")
        changed = _changed(before, after)
        former = {key: named for key, named in names_of(before).items() if key in changed}
        shown = sheets_shown_on(changed, former, names_of(after), after.catalogue)
        assert shown is not None
        now = bodies_of(after, templates)
        others = (bodies.keys() | now.keys()) - shown
        assert [key for key in others if bodies.get(key) != now.get(key)] == [], done
        spared += len(others)
        before, bodies = after, now
    assert spared > 0


def test_what_explains_words_shows_everywhere(tmp_path: Path) -> None:
    write_files(tmp_path / "catalogue", catalogue_files(5, 1))
    loaded = load_catalogue(tmp_path / "catalogue")
    names = names_of(loaded)
    assert sheets_shown_on({("glossaire", "rsa")}, {}, names, loaded.catalogue) is None


def _changed(before: Loaded, after: Loaded) -> set[Key]:
    keys = before.documents.keys() | after.documents.keys()
    return {key for key in keys if _record(before, key) != _record(after, key)}


def _record(loaded: Loaded, key: Key) -> object:
    kind, slug = key
    return loaded.catalogue.site if kind == "site" else loaded.catalogue.records(kind).get(slug)


def lists_of(catalogue: Catalogue, templates: Path) -> dict[str, str]:
    """Return the bodies of the lists that may stay, by their layouts."""
    renderer, layouts = Renderer(catalogue, templates, DAY), set(lists_stay(set(), set()))
    bodies = dict.fromkeys(layouts, "")
    for page in plan_pages(catalogue, {}):
        if page.layout in layouts:
            bodies[page.layout] += renderer.render(page).html
    return bodies


def with_field_of(record: F, other: F, name: str) -> F:
    """Return ``record`` with what ``other`` says in the field ``name``."""
    said = {} if name == "slug" else {name: getattr(other, name)}
    after = record.model_copy(update=said)
    for remembered in after.__dict__.keys() - type(after).model_fields.keys():
        del after.__dict__[remembered]
    return after


@pytest.mark.parametrize("count", [40, 210])
def test_the_lists_that_stay_do_not_change(tmp_path: Path, root: Path, count: int) -> None:
    """Beyond two hundred actions, rows are shorter."""
    write_files(tmp_path / "catalogue", catalogue_files(count, 3))
    before = load_catalogue(tmp_path / "catalogue").catalogue.published(DAY)
    lists, chance = lists_of(before, root / "overrides"), Random(count)
    moved = set()
    for kind in KINDS:
        records: Mapping[str, Any] = before.records(kind)
        for name in type(next(iter(records.values()))).model_fields:
            slugs = chance.sample(sorted(records), 3)
            others = {
                slug: with_field_of(records[slug], records[other], name)
                for slug, other in pairwise(slugs)
            }
            after: Any = {kind: {**records, **others}}
            now = lists_of(replace(before, **after), root / "overrides")
            fields = {
                field
                for slug, record in others.items()
                if isinstance(record, Action)
                for field in find_fields(before.actions[slug], record)
            }
            stay = set(lists_stay(fields, {kind} - {"actions"}))
            assert [layout for layout in stay if lists[layout] != now[layout]] == [], (kind, name)
            moved |= {layout for layout in lists if lists[layout] != now[layout]}
            assert fields or kind != "actions" or stay == lists.keys()
    assert {"liste_actions", "liste_structures", "contacts", "thematiques", "parcours"} <= moved


def test_no_list_stays_when_links_may_lead_nowhere() -> None:
    assert list(lists_stay({"statut"}, set())) == []
