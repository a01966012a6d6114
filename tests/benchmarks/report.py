"""The report: one Markdown table, then the targets, met or missed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.benchmarks.measure import Cost

# The targets of the project, and the size from which the first one is judged: below it, the
# time that Python takes to start counts more than the pages.
TIMES_FASTER = 5.0
JUDGED_FROM = 1000
SHEET_LIMIT = 25_000

# Written here rather than imported from the package: the process that measures stays small.
SHEET_FOLDERS = (
    "actions",
    "comprendre",
    "parcours",
    "publics-cibles",
    "structures",
    "territoires",
    "thematiques",
)

BUILD = "`catalogue build`"
CHECK = "`catalogue check`"
PEER = "MkDocs + Material, every page in the nav"


@dataclass(frozen=True, slots=True, order=True)
class Sheet:
    """The size in bytes of the HTML of a page, and its address."""

    size: int
    url: str


@dataclass(frozen=True)
class Report:
    """The figures of one run.

    ``costs`` has the median cost of each command, ``biggest`` the biggest sheet of each kind.
    """

    actions: int
    pages: int
    costs: Mapping[str, Cost]
    biggest: Sequence[Sheet]
    machine: str

    @property
    def times_faster(self) -> float | None:
        """How many times less the build takes than its peer, on the clock."""
        peer = self.costs.get(PEER)
        return peer.wall / self.costs[BUILD].wall if peer else None

    @property
    def missed(self) -> bool:
        """Whether a target that applies at this size is missed."""
        slow = self._judges_speed and (self.times_faster or 0) < TIMES_FASTER
        return slow or any(sheet.size > SHEET_LIMIT for sheet in self.biggest)

    @property
    def _judges_speed(self) -> bool:
        return PEER in self.costs and self.actions >= JUDGED_FROM

    def to_markdown(self) -> str:
        """Return the report as Markdown."""
        rows = [
            f"| {name} | {cost.wall:.2f} s | {cost.cpu:.2f} s | {cost.peak / 1e6:.0f} MB |"
            for name, cost in self.costs.items()
        ]
        return "\n".join(
            [
                f"{self.actions} actions, {self.pages} pages.",
                "",
                "| Command | Time | Processor | Peak memory |",
                "| --- | ---: | ---: | ---: |",
                *rows,
                "",
                *self._speed(),
                *map(_describe, self.biggest),
                f"- Machine: {self.machine}.",
            ]
        )

    def _speed(self) -> list[str]:
        times = self.times_faster
        if times is None:
            return []
        processor = self.costs[PEER].cpu / self.costs[BUILD].cpu
        verdict = (
            _verdict(times >= TIMES_FASTER)
            if self._judges_speed
            else f"judged from {JUDGED_FROM} actions"
        )
        return [
            f"- Build: {times:.1f} times faster than its peer ({processor:.1f} times less "
            f"processor time), {TIMES_FASTER:.0f} times at least: {verdict}."
        ]


def _describe(sheet: Sheet) -> str:
    verdict = _verdict(sheet.size <= SHEET_LIMIT)
    limit = f"{SHEET_LIMIT / 1000:.0f} KB at most"
    return f"- Biggest sheet: {sheet.size / 1000:.1f} KB (`{sheet.url}`), {limit}: {verdict}."


def _verdict(met: bool) -> str:
    return "met" if met else "**missed**"


def find_biggest_sheets(site: Path) -> list[Sheet]:
    """Return the biggest page of a record in a built site, for each kind, biggest first."""
    found = (site.glob(f"{folder}/*/index.html") for folder in SHEET_FOLDERS)
    biggest = (max(map(partial(_sheet, site), files), default=None) for files in found)
    return sorted((sheet for sheet in biggest if sheet is not None), reverse=True)


def _sheet(site: Path, file: Path) -> Sheet:
    return Sheet(file.stat().st_size, f"{file.parent.relative_to(site).as_posix()}/")


def find_pages(site: Path) -> set[str]:
    """Return the addresses of the pages of a built site, relative to it."""
    return {path.parent.relative_to(site).as_posix() for path in site.rglob("index.html")}
