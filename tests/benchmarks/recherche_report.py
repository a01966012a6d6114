"""What the benchmark of the search says: figures, targets, a table in Markdown."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from tests.benchmarks.targets import Target

# Targets at as many actions: compressed kilobytes before the first result (of which facets),
# those that a query adds, milliseconds of 95 queries or filters in 100, seconds to build.
JUDGED_AT = 10_000
FIRST, FACETTES, QUERY, P95, BUILDING = 200.0, 50.0, 50.0, 5.0, 5.0


def compressed(text: str) -> int:
    """Return the bytes of ``text`` as servers send it."""
    return len(gzip.compress(text.encode(), 9, mtime=0))


def percentile(values: Sequence[float], share: float) -> float:
    """Return the least of ``values`` that ``share`` of them do not pass, 0 when there is none."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else 0.0


@dataclass(frozen=True, slots=True)
class Figures:
    """What one engine costs.

    ``building`` is in seconds (of the processor, for this search), ``opening`` and ``times`` in
    milliseconds, the others in bytes: ``first`` before the first query, ``by_query`` what each
    adds when it is the first one, ``total`` everything, ``memory`` what the page holds at the
    end.
    """

    name: str
    building: float
    first: int
    by_query: list[int]
    total: int
    opening: float
    times: list[float]
    memory: int

    def to_row(self) -> str:
        """Return the figures as a row of the table."""
        cells = [
            f"{self.building:.1f} s",
            f"{self.first / 1000:.0f} KB",
            f"{percentile(self.by_query, 0.95) / 1000:.0f} KB",
            f"{self.total / 1000:.0f} KB",
            f"{self.opening:.0f} ms",
            f"{median(self.times):.2f} ms",
            f"{percentile(self.times, 0.95):.2f} ms",
            f"{self.memory / 1_000_000:.0f} MB",
        ]
        return f"| {self.name} | {' | '.join(cells)} |"


@dataclass(frozen=True, slots=True)
class Exploration:
    """What the page of all actions costs: bytes, with those of the search, and milliseconds.

    ``facettes`` is the size of the facets' first file, ``first`` with that of the index,
    ``by_query`` what each query adds with the summaries of a page of results, ``total`` all that
    the page has besides the index; ``times`` are those of a pass of the filters.
    """

    facettes: int
    first: int
    by_query: list[int]
    total: int
    opening: float
    times: list[float]

    def to_line(self) -> str:
        """Return the figures as a sentence."""
        return (
            f"The page of all actions: {self.facettes / 1000:.0f} KB of facets, "
            f"{self.first / 1000:.0f} KB at first use, {self.total / 1000:.0f} KB in all besides "
            f"the index; opened in {self.opening:.0f} ms, a filter in {median(self.times):.2f} ms "
            f"(p95 {percentile(self.times, 0.95):.2f} ms)."
        )


@dataclass(frozen=True, slots=True)
class Report:
    """The figures of the site's own search, the first ones, and of its peers; of its page."""

    actions: int
    figures: list[Figures]
    page: Exploration

    @property
    def targets(self) -> list[Target]:
        """What is set for a large catalogue, whatever the size of this one."""
        own, page = self.figures[0], self.page
        at = f"{self.actions:,} actions: search, "
        added = percentile(page.by_query, 0.95) / 1000
        return [
            Target(f"{at}before the first result", page.first / 1000, FIRST, "KB"),
            Target(f"{at}of which facets", page.facettes / 1000, FACETTES, "KB"),
            Target(f"{at}what 95 queries in 100 add", added, QUERY, "KB"),
            Target(f"{at}95 queries in 100", percentile(own.times, 0.95), P95, "ms"),
            Target(f"{at}95 filters in 100", percentile(page.times, 0.95), P95, "ms"),
            Target(f"{at}to build, of the processor", own.building, BUILDING, "s"),
        ]

    @property
    def missed(self) -> list[Target]:
        """The targets that are missed, on as many actions as they are set for."""
        judged = self.targets if self.actions >= JUDGED_AT else []
        return [target for target in judged if not target.met]

    def to_markdown(self) -> str:
        """Return the figures as Markdown."""
        lines = [
            f"{self.actions} actions, {len(self.figures[0].times)} queries, in Chromium.",
            "",
            "| Engine | Build | First | A query (p95) | All | Open | p50 | p95 | Memory |",
            "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
            *(figures.to_row() for figures in self.figures),
            "",
            self.page.to_line(),
        ]
        if self.actions >= JUDGED_AT:
            lines += ["", "| Target | Measured | At most | |", "| --- | ---: | ---: | --- |"]
            lines += [target.to_row() for target in self.targets]
        return "\n".join(lines)
