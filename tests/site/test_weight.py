"""A sheet stays light on a phone, in this catalogue and in one many times larger."""

from __future__ import annotations

from datetime import UTC, datetime, time
from pathlib import Path

from tests.site.site_reader import BuiltSite, build
from tests.synthetic.catalogue import DAY, write_catalogue

MOST_BYTES = 25 * 1024


def heavy(site: BuiltSite) -> dict[str, int]:
    sizes = {url: page.path.stat().st_size for url, page in site.sheets.items()}
    assert sizes
    return {url: size for url, size in sizes.items() if size > MOST_BYTES}


def test_each_sheet_weighs_25_kilobytes_at_most(site: BuiltSite) -> None:
    assert heavy(site) == {}


def test_sheets_do_not_grow_with_the_catalogue(tmp_path: Path, root: Path) -> None:
    write_catalogue(tmp_path / "catalogue", actions=300)
    day = int(datetime.combine(DAY, time(), UTC).timestamp())

    site = build(root, tmp_path / "site", tmp_path / "catalogue", SOURCE_DATE_EPOCH=str(day))

    assert heavy(site) == {}
