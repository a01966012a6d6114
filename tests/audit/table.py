"""The one table of the audit, and what misses its target."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
TARGETS = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
"""The least of each score of Lighthouse, out of 100."""
MOST_KILOBYTES = 80
"""Of a sheet, at a first visit, compressed."""
SHEETS = ("actions", "structures", "publics-cibles", "territoires", "thematiques", "parcours")

_COLUMNS = ("page", "axe", "Nu err./warn.", "perf.", "access.", "best pr.", "SEO", "KB", "CLS")
# The same fault is often in many places.
_TOLD = 5
_LEAST_SHIFT = 0.01
_NOT_MEASURED = "–"


@dataclass(frozen=True)
class Row:
    """What was measured of a page.

    ``axe`` has a line for each violation; ``nu`` counts errors and warnings; ``scores`` are in
    the order of ``CATEGORIES``; ``shift`` is the cumulative shift of layout. Without figures, a
    page was not measured so.
    """

    page: str
    axe: tuple[str, ...] | None = None
    nu: tuple[int, int] = (0, 0)
    scores: tuple[int, ...] = ()
    kilobytes: float | None = None
    shift: float | None = None

    @property
    def name(self) -> str:
        """What the table calls the page."""
        return self.page or "home"

    @property
    def is_sheet(self) -> bool:
        """Whether it shows one record, rather than a list."""
        return self.page.count("/") > 1 and self.page.partition("/")[0] in SHEETS


def format_table(rows: Sequence[Row]) -> str:
    """Return the table, in Markdown."""
    lines = [_COLUMNS, *map(_cells, rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    texts = [
        " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        for line in lines
    ]
    rule = " | ".join("-" * width for width in widths)
    return "\n".join(f"| {text} |" for text in (texts[0], rule, *texts[1:]))


def _cells(row: Row) -> tuple[str, ...]:
    return (
        row.name,
        _NOT_MEASURED if row.axe is None else str(len(row.axe)),
        f"{row.nu[0]} / {row.nu[1]}",
        *(map(str, row.scores) if row.scores else [_NOT_MEASURED] * len(CATEGORIES)),
        _NOT_MEASURED if row.kilobytes is None else f"{row.kilobytes:.0f}",
        _NOT_MEASURED if row.shift is None else f"{row.shift:.2f}",
    )


def misses(rows: Sequence[Row]) -> list[str]:
    """Return a sentence for each figure that misses its target."""
    return [f"{row.name}: {miss}" for row in rows for miss in _misses_of(row)]


def _misses_of(row: Row) -> Iterator[str]:
    violations = row.axe or ()
    yield from (f"axe, {violation}" for violation in violations[:_TOLD])
    if len(violations) > _TOLD:
        yield f"axe, {len(violations) - _TOLD} more"
    if any(row.nu):
        yield f"Nu Html Checker, {row.nu[0]} errors and {row.nu[1]} warnings"
    # Without scores, Lighthouse did not visit the page.
    for name, score in zip(CATEGORIES, row.scores, strict=False):
        if score < TARGETS[name]:
            yield f"{name} {score}, below {TARGETS[name]}"
    if row.is_sheet and row.kilobytes is not None and row.kilobytes > MOST_KILOBYTES:
        yield f"{row.kilobytes:.0f} KB at a first visit, above {MOST_KILOBYTES}"
    # Told with two decimals: less is a line that moves by a few pixels.
    if row.shift is not None and row.shift >= _LEAST_SHIFT:
        yield f"a layout that shifts by {row.shift:.2f}"
