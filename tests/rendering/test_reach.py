"""No sheet changes that a change was not said to show on."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from site_builder.checks import Review
from site_builder.loading import Loaded, load_catalogue
from site_builder.pages import plan_pages
from site_builder.rendering.reach import gathers, sheets_shown_on
from site_builder.rendering.renderer import Renderer
from tests.edits import edit
from tests.synthetic.catalogue import catalogue_files, write_files
from tests.synthetic.days import DAY

Key = tuple[str, str]
Names = dict[Key, tuple[Key, ...]]


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
