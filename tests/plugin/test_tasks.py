"""Sheets are shared in tasks: each is written once, and processors end together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

import pytest

from site_builder.exports.hors_connexion import SiteFile
from site_builder.pages import PlannedPage
from site_builder.plugin.tasks import write_sheets


@pytest.mark.parametrize("count", [0, 1, 15, 16, 17, 51, 400, 4_001, 9_999])
def test_each_sheet_is_written_once(
    count: int, planned: Callable[..., PlannedPage], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CATALOGUE_PROCESSES", "1")
    sheets = [planned(f"actions/fictive-{rank}/") for rank in range(count)]
    parts: list[Sequence[PlannedPage]] = []
    told: list[tuple[int, int]] = []

    def write(part: Sequence[PlannedPage]) -> Iterator[SiteFile | None]:
        parts.append(part)
        for sheet in part:
            yield SiteFile(f"{sheet.url}index.html", 1, "digest")
            yield None

    made = write_sheets(write, sheets, lambda *done: told.append(done), dict).made
    assert [sheet for part in parts for sheet in part] == sheets
    assert list(made.files) == [f"{sheet.url}index.html" for sheet in sheets]
    assert told == [(done, count) for done in accumulate(map(len, parts))]


@pytest.mark.parametrize("count", [400, 4_001, 9_999])
def test_the_last_tasks_are_short(
    count: int, planned: Callable[..., PlannedPage], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CATALOGUE_PROCESSES", "1")
    sizes: list[int] = []

    def write(part: Sequence[PlannedPage]) -> Iterator[SiteFile | None]:
        sizes.append(len(part))
        return iter(())

    sheets = [planned(f"actions/fictive-{rank}/") for rank in range(count)]
    assert not write_sheets(write, sheets, lambda *_: None, dict).made.files
    assert len(sizes) >= 16
    assert max(sizes) <= 250
    assert max(sizes[-8:]) * 4 < max(sizes)
