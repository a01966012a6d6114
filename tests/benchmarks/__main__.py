"""Times ``catalogue check`` and ``catalogue build`` beside plain MkDocs and Material.

Usage: ``python -m tests.benchmarks [--actions N] [--runs N] [--peer-runs N] [--quick]``
(see README.md). Prints a report in Markdown; exits with 1 when a target is missed.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from tqdm import tqdm

from tests.benchmarks.machine import describe_machine
from tests.benchmarks.measure import CommandFailed, Cost, measure, median_cost
from tests.benchmarks.report import BUILD, CHECK, PEER, Report, find_biggest_sheets, find_pages
from tests.synthetic.days import DAY

ROOT = Path(__file__).resolve().parents[2]
_MEMORY = Path("/dev/shm")
# With every page in the nav, each page of the peer grows by this for each other page.
_BYTES_BY_NAV_ITEM = 500


class Bench:
    """Commands on one synthetic catalogue of ``actions`` actions, below ``folder``."""

    def __init__(self, folder: Path, actions: int) -> None:
        self._actions = actions
        self._catalogue = folder / "catalogue"
        self._site = folder / "site"
        self._peer = folder / "peer"
        # The same day for all: a catalogue ages, its problems and its pages change.
        noon = datetime(DAY.year, DAY.month, DAY.day, 12, tzinfo=UTC)
        self._env = {**os.environ, "SOURCE_DATE_EPOCH": str(int(noon.timestamp()))}

    def run(self, runs: int, peer_runs: int) -> Report:
        """Measure everything. Raises ``CommandFailed``."""
        costs: defaultdict[str, list[Cost]] = defaultdict(list)
        steps = list(self._steps(runs, peer_runs))
        # Silent unless a terminal is watching.
        with tqdm(steps, disable=None, leave=False, unit="step") as bar:
            for name, arguments in bar:
                bar.set_description(name)
                cost = measure([sys.executable, "-m", *arguments], cwd=ROOT, env=self._env)
                costs[name].append(cost)
        pages = find_pages(self._site)
        # The site has its hand-written guides besides, which the peer is spared.
        if not find_pages(self._peer / "site") <= pages:
            raise CommandFailed("The peer has pages that the site does not have.")
        return Report(
            self._actions,
            len(pages),
            {name: median_cost(costs[name]) for name in (CHECK, BUILD, PEER) if costs[name]},
            find_biggest_sheets(self._site),
            describe_machine(),
        )

    def _steps(self, runs: int, peer_runs: int) -> Iterator[tuple[str, list[str]]]:
        """Yield a name and a module with its arguments; those named alike make one median."""
        catalogue, site, peer = map(str, (self._catalogue, self._site, self._peer))
        config = ["--config-file", str(self._peer / "mkdocs.yml")]
        yield "synthetic catalogue", ["tests.synthetic", catalogue, f"--actions={self._actions}"]
        for _ in range(runs):
            yield CHECK, ["site_builder", "check", catalogue]
            yield BUILD, ["site_builder", "build", "--catalogue", catalogue, "--out", site]
        if peer_runs:
            yield "the peer's pages", ["tests.benchmarks.peer", catalogue, peer]
        for _ in range(peer_runs):
            yield PEER, ["mkdocs", "build", "--quiet", *config]


def _workshop(actions: int) -> Path | None:
    """Return a folder in memory with room for everything; ``None``: the usual folder for files.

    The disk then has no part in the figures.
    """
    wanted = 2 * (_BYTES_BY_NAV_ITEM * (2 * actions) ** 2 + 100_000 * actions)
    in_memory = _MEMORY.is_dir() and os.access(_MEMORY, os.W_OK)
    return _MEMORY if in_memory and shutil.disk_usage(_MEMORY).free > wanted else None


def main(arguments: list[str] | None = None) -> int:
    """Run the benchmark; return 0, 1 when a target is missed, 2 when a command fails."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks",
        description="Time catalogue check and build beside plain MkDocs and Material.",
    )
    parser.add_argument("--actions", type=int, default=1000, help="how many (default: 1000)")
    parser.add_argument("--runs", type=int, default=3, help="of check and of build (default: 3)")
    parser.add_argument("--peer-runs", type=int, default=1, help="default: 1; 0 leaves it out")
    parser.add_argument("--quick", action="store_true", help="100 actions, one run of each")
    options = parser.parse_args(arguments)
    actions, runs = (100, 1) if options.quick else (options.actions, options.runs)
    if min(actions, runs) < 1 or options.peer_runs < 0:
        parser.error("at least one action and one run")
    with tempfile.TemporaryDirectory(prefix="catalogue-bench-", dir=_workshop(actions)) as folder:
        try:
            report = Bench(Path(folder), actions).run(runs, options.peer_runs)
        except CommandFailed as failure:
            parser.exit(2, f"{failure}\n")
    print(report.to_markdown())
    return 1 if report.missed else 0


if __name__ == "__main__":
    sys.exit(main())
