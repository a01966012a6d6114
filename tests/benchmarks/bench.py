"""One catalogue built in every way, by us and by peers, and what each way costs."""

from __future__ import annotations

import os
import shutil
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tests.benchmarks.edit import NAME, PARAGRAPH, Action
from tests.benchmarks.measure import CommandFailed, Cost, measure, median_cost
from tests.benchmarks.peers import Peers
from tests.benchmarks.preview import Preview, measure_preview
from tests.benchmarks.sites import (
    SITE_URL,
    Sheet,
    digest,
    find_biggest_sheet,
    find_pages,
    weigh,
)
from tests.benchmarks.ways import Way
from tests.synthetic.days import DAY

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Plan:
    """How often things are done to a catalogue of ``actions`` actions.

    Every run is a cold build, those that follow it, a check and one build by ``each_run``;
    the peers ``once`` build once; ``edits`` are made under the preview.
    """

    actions: int
    runs: int
    edits: int
    each_run: tuple[Way, ...] = ()
    once: tuple[Way, ...] = ()

    @property
    def steps(self) -> int:
        """How many things are told of."""
        projects = 2 if self.each_run and self.once else 1 if self.each_run or self.once else 0
        return 2 + projects + self.runs * (5 + len(self.each_run)) + len(self.once)


@dataclass(frozen=True, slots=True)
class Measures:
    """What was measured on one catalogue.

    ``costs`` are medians; ``written`` has the bytes of whole sites. ``different`` is how many
    times, when edits were undone, the site had not the bytes of a cold build again.
    """

    actions: int
    pages: int
    costs: dict[Way, Cost]
    written: dict[Way, int]
    preview: Preview
    biggest: Sheet
    different: int


class Bench:
    """Commands on one synthetic catalogue, below ``folder``."""

    def __init__(self, folder: Path, plan: Plan, say: Callable[[str], object]) -> None:
        """``say`` is told what begins."""
        self._plan = plan
        self._say = say
        self._catalogue = folder / "catalogue"
        self._site = folder / "site"
        self._cache = folder / "cache"
        self._peers = Peers(self._catalogue, self._site, folder)
        # The same day for all: a catalogue ages, its problems and its pages change.
        noon = datetime(DAY.year, DAY.month, DAY.day, 12, tzinfo=UTC)
        self._env = {
            **os.environ,
            "SOURCE_DATE_EPOCH": str(int(noon.timestamp())),
            "SITE_URL": SITE_URL,
            "CATALOGUE_CACHE": str(self._cache),
        }
        self._costs: defaultdict[Way, list[Cost]] = defaultdict(list)
        self._written: dict[Way, int] = {}

    def run(self) -> Measures:
        """Measure everything. Raises ``CommandFailed`` and ``HugoMissing``."""
        plan = self._plan
        actions = f"--actions={plan.actions}"
        self._run("synthetic catalogue", _python("tests.synthetic", self._catalogue, actions))
        different = 0
        for rank in range(plan.runs):
            cold = self._build_cold()
            if not rank:
                for command in self._peers.writers((*plan.each_run, *plan.once)):
                    self._run("what peers build", command)
            # Between two of ours: what slows the machine down slows all of them down.
            for way in plan.each_run:
                self._run_peer(way)
            different += self._build_again(rank) != cold
        for way in plan.once:
            self._run_peer(way)
        self._say(Way.PREVIEW)
        preview = measure_preview(self._catalogue, cwd=ROOT, env=self._env, edits=plan.edits)
        self._costs[Way.PREVIEW].append(preview.cost)
        return Measures(
            plan.actions,
            len(find_pages(self._site)),
            {way: median_cost(self._costs[way]) for way in Way if self._costs[way]},
            self._written,
            preview,
            find_biggest_sheet(self._site),
            different,
        )

    def _build_cold(self) -> str:
        """Build from nothing; return the digest of the site."""
        _remove(self._site, self._cache)
        self._build(Way.COLD)
        self._written[Way.COLD] = weigh(self._site)
        return digest(self._site)

    def _build_again(self, rank: int) -> str:
        """Build after nothing changed, then after each edit; return the digest of the last site.

        The edits are undone before the last build. The check comes without what builds kept.
        """
        self._build(Way.UNCHANGED)
        action = Action(self._catalogue)
        with action.restored():
            action.edit(PARAGRAPH, f"Retouche{rank}")
            self._build(Way.PARAGRAPH)
            action.edit(NAME, f"Retouche{rank}")
            self._build(Way.NAME)
        self._build(Way.NAME)
        last = digest(self._site)
        _remove(self._cache)
        self._measure(Way.CHECK, _python("site_builder", "check", self._catalogue))
        return last

    def _build(self, way: Way) -> None:
        options = ("--catalogue", self._catalogue, "--out", self._site)
        self._measure(way, _python("site_builder", "build", *options))

    def _run_peer(self, way: Way) -> None:
        output = self._peers.output(way)
        _remove(output)
        self._measure(way, self._peers.command(way))
        self._written[way] = weigh(output)
        lacking = find_pages(self._site) ^ find_pages(output)
        # The guides of the site are written by hand: its peers are spared them.
        if not all(page.startswith("guides") for page in lacking):
            raise CommandFailed(f"{way} has not the same pages, such as {min(lacking)!r}.")

    def _measure(self, way: Way, command: Sequence[str]) -> None:
        self._costs[way].append(self._run(way, command))

    def _run(self, what: str, command: Sequence[str]) -> Cost:
        self._say(what)
        return measure(command, cwd=ROOT, env=self._env)


def _python(module: str, *arguments: object) -> list[str]:
    return [sys.executable, "-m", module, *map(str, arguments)]


def _remove(*folders: Path) -> None:
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)
