"""The report: what everything costs, then the targets, met or missed."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from tests.benchmarks.bench import Measures
from tests.benchmarks.targets import Target
from tests.benchmarks.ways import OURS, Way

# The size at which most targets are set, and the one that it is compared with.
LARGE, SMALL = 10_000, 1_000

# Ours beside a peer, as shares of its time.
OF_HUGO = 0.6
OF_MKDOCS = 0.1
# Time grows as the number of actions to this power at most.
EXPONENT = 1.05
UNCHANGED, EDITED, SHOWN = 1.5, 2.0, 0.3
PEAK = 400.0
SHEET = 25.0


@dataclass(frozen=True)
class Report:
    """The measures of one run, the smallest catalogue first, and targets measured elsewhere."""

    measures: Sequence[Measures]
    others: Sequence[Target]
    machine: str

    @property
    def targets(self) -> list[Target]:
        """The targets that apply to the sizes that were measured."""
        judged = (target for measures in self.measures for target in _targets(measures))
        return [*judged, *self._beside_mkdocs(), *self._growth(), *self.others]

    @property
    def missed(self) -> bool:
        """Whether a target is missed."""
        return not all(target.met for target in self.targets)

    def _beside_mkdocs(self) -> Iterator[Target]:
        """Yield the targets beside MkDocs, on the largest catalogue that it built."""
        for way in (Way.MKDOCS, Way.MKDOCS_NAV):
            for measures in reversed(self.measures):
                if measures.actions >= SMALL and way in measures.costs:
                    yield _share(measures, way, OF_MKDOCS)
                    break

    def _growth(self) -> Iterator[Target]:
        sizes = {measures.actions: measures for measures in self.measures}
        if SMALL in sizes and LARGE in sizes:
            small, large = (sizes[size].costs[Way.COLD].wall for size in (SMALL, LARGE))
            exponent = math.log(large / small, LARGE / SMALL)
            what = f"Cold build: exponent of its growth, {SMALL:,} to {LARGE:,} actions"
            yield Target(what, exponent, EXPONENT)

    def to_markdown(self) -> str:
        """Return the report as Markdown."""
        rows = (row for measures in self.measures for row in _rows(measures))
        return "\n".join(
            [
                f"Machine: {self.machine}.",
                "",
                "| Actions | What runs | Time | Processor | Peak memory | Written |",
                "| ---: | --- | ---: | ---: | ---: | ---: |",
                *rows,
                "",
                "| Target | Measured | At most | |",
                "| --- | ---: | ---: | --- |",
                *(target.to_row() for target in self.targets),
            ]
        )


def _rows(measures: Measures) -> Iterator[str]:
    for way, cost in measures.costs.items():
        written = measures.written.get(way)
        cells = [
            f"{measures.actions:,}",
            way.value,
            # A preview lasts for as long as it is looked at.
            "" if way is Way.PREVIEW else f"{cost.wall:.2f} s",
            f"{cost.cpu:.2f} s",
            f"{cost.peak / 1e6:,.0f} MB",
            "" if written is None else f"{written / 1e6:,.0f} MB",
        ]
        yield f"| {' | '.join(cells)} |"
    preview = measures.preview
    for what, waits in (
        ("a first sheet is there", [preview.start]),
        ("a new name is on its sheet", preview.sheet),
        ("it is in the list and in the search too", preview.everything),
    ):
        yield f"| {measures.actions:,} | Preview, until {what} | {median(waits):.2f} s | | | |"


def _targets(measures: Measures) -> Iterator[Target]:
    """Yield the targets that a catalogue of that size is judged by."""
    at = f"{measures.actions:,} actions: "
    biggest = measures.biggest
    yield Target(f"{at}biggest sheet (`{biggest.url}`)", biggest.size / 1000, SHEET, "KB")
    what = "sites that are not those of a cold build once edits are undone"
    yield Target(f"{at}{what}", measures.different, 0, "sites")
    if measures.actions >= LARGE:
        if Way.HUGO_SEARCH in measures.costs:
            yield _share(measures, Way.HUGO_SEARCH, OF_HUGO)
        yield from _large(at, measures)


def _share(measures: Measures, way: Way, limit: float) -> Target:
    """Return how long a cold build takes beside a peer, which was run."""
    ours, peer = measures.costs[Way.COLD], measures.costs[way]
    what = (
        f"{measures.actions:,} actions: cold build, of the time of {way} "
        f"(of its processor: {ours.cpu / peer.cpu:.3f})"
    )
    return Target(what, ours.wall / peer.wall, limit)


def _large(at: str, measures: Measures) -> Iterator[Target]:
    costs = measures.costs
    yield Target(f"{at}build again, nothing changed", costs[Way.UNCHANGED].wall, UNCHANGED, "s")
    for way, what in ((Way.PARAGRAPH, "a paragraph"), (Way.NAME, "the name")):
        yield Target(f"{at}build after {what} of one action changed", costs[way].wall, EDITED, "s")
    shown = median(measures.preview.everything)
    what = f"preview of a name that changed, on its sheet ({median(measures.preview.sheet):.2f} s)"
    yield Target(f"{at}{what}, in the list and in the search", shown, SHOWN, "s")
    peak = max(costs[way].peak for way in OURS if way in costs)
    yield Target(f"{at}memory of our largest process", peak / 1e6, PEAK, "MB")
