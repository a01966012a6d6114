"""What machines read: the sitemap, and the same bytes each time."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

SmallSite = Any
Planned = Any


def test_the_sitemap_lists_every_page(
    small_site: SmallSite, planned: Planned, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1735689600")
    small_site.write("docs/guide.md", "# Guide\n")
    sheets = [
        planned("actions/datee/", date_maj=date(2024, 5, 6)),
        planned("actions/sans-date/", date_maj=None),
    ]
    site = small_site.build(small_site.content(sheets))
    sitemap = site.read("sitemap.xml")
    base = "https://exemple.fr/catalogue/"
    for url in ("", "actions/", "guide/"):
        assert f"<loc>{base}{url}</loc><lastmod>2025-01-01</lastmod>" in sitemap
    assert f"<loc>{base}actions/datee/</loc><lastmod>2024-05-06</lastmod>" in sitemap
    assert f"<loc>{base}actions/sans-date/</loc><lastmod>2025-01-01</lastmod>" in sitemap
    assert sitemap.count("<url>") == 8
    compressed = (site.folder / "sitemap.xml.gz").read_bytes()
    assert gzip.decompress(compressed).decode() == sitemap
    assert int.from_bytes(compressed[4:8], "little") == 1735689600


def test_without_an_address_the_sitemap_is_empty(small_site: SmallSite, planned: Planned) -> None:
    small_site.settings["site_url"] = ""
    site = small_site.build(small_site.content([planned("actions/exemple/")]))
    assert "<url>" not in site.read("sitemap.xml")
    assert "canonical" not in site.html("actions/exemple/")


def test_two_builds_are_the_same_bytes_with_one_processor_and_with_two(
    small_site: SmallSite,
    planned: Planned,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    allow_processes: Callable[[int], None],
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1735689600")
    content = small_site.content([planned("actions/exemple/"), planned("structures/une/")])
    allow_processes(1)
    first = small_site.build(content, "un")
    allow_processes(2)
    second = small_site.build(content, "deux/plus/loin")
    assert first.files() == second.files()
    assert not any(str(tmp_path).encode() in data for data in first.files().values())
