"""Measures the built site: axe, the Nu Html Checker, Lighthouse, weight; ``make audit``.

Usage: ``python -m tests.audit [--catalogue DIR] [--runs N]``. Builds the site, serves it compressed
with the headers that it asks for, and prints one table. Exits with 1 when a figure misses its
target, with 2 when something that measures is missing.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tqdm import tqdm

from tests.audit.browser import measure_pages
from tests.audit.lighthouse import measure_scores
from tests.audit.nu import validate
from tests.audit.pages import LIGHTHOUSE, find_pages
from tests.audit.server import serve
from tests.audit.table import Row, format_table, misses
from tests.audit.tools import MissingTool, Tools, find_tools
from tests.site.site_reader import build

ROOT = Path(__file__).resolve().parents[2]


def audit(tools: Tools, catalogue: Path | None, runs: int, say: Callable[[str], None]) -> list[Row]:
    """Return a row for each type of page. ``say`` is told each step as it begins."""
    with tempfile.TemporaryDirectory(prefix="audit-") as name:
        # Resolved: the checker names files by their real path.
        folder = Path(name).resolve() / "site"
        # Served before it is built: its address is in its canonical links.
        with serve(tools, folder, folder.parent) as address:
            say("building the site")
            site = build(ROOT, folder, catalogue, SITE_URL=address)
            say("Nu Html Checker, every page")
            faults = validate(tools, folder)
            pages = find_pages(site)
            rows = measure_pages(tools, address, pages, say)
            rows = [replace(row, nu=faults.pop(row.page, (0, 0))) for row in rows]
            for rank, row in enumerate(rows):
                if row.page in LIGHTHOUSE:
                    say(f"Lighthouse, {row.page or 'home'}")
                    scores = measure_scores(tools, address + row.page, runs)
                    rows[rank] = replace(row, scores=scores)
            others = tuple(sum(counts) for counts in zip(*faults.values(), strict=True))
            return [*rows, Row("(all others)", nu=others or (0, 0))]  # type: ignore[arg-type]


def main() -> int:
    """Run the command; return its exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.audit", description=__doc__)
    parser.add_argument("--catalogue", type=Path, help="another catalogue than the repository's")
    parser.add_argument("--runs", type=int, default=3, help="runs of Lighthouse at most, a page")
    arguments = parser.parse_args()
    os.environ.setdefault("CI", "true")
    with tqdm(disable=None, leave=False, bar_format="{elapsed} {desc}") as line:
        try:
            tools = find_tools(line.set_description_str)
        except MissingTool as missing:
            line.close()
            print(missing, file=sys.stderr)
            return 2
        rows = audit(tools, arguments.catalogue, arguments.runs, line.set_description_str)
    print(format_table(rows))
    found = misses(rows)
    for miss in found:
        print(miss, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
