"""Targets: what is measured, how much it may be, and whether it is met."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Target:
    """``value`` may be ``limit`` at most, both in ``unit`` (empty for a ratio)."""

    what: str
    value: float
    limit: float
    unit: str = ""

    @property
    def met(self) -> bool:
        """Whether the target is met."""
        return self.value <= self.limit

    def to_row(self) -> str:
        """Return the target as a row of a table in Markdown."""
        verdict = "met" if self.met else "**missed**"
        return f"| {self.what} | {self._of(self.value)} | {self._of(self.limit)} | {verdict} |"

    def _of(self, value: float) -> str:
        digits = 0 if abs(value) >= 1000 else 3 if not self.unit else 2
        shown = f"{value:,.{digits}f}"
        return f"{shown} {self.unit}".rstrip()


def write_targets(targets: Iterable[Target], file: Path) -> None:
    """Write ``targets`` as JSON, for the process that reports them."""
    file.write_text(json.dumps([astuple(target) for target in targets]), encoding="utf-8")


def read_targets(file: Path) -> list[Target]:
    """Read what ``write_targets`` wrote."""
    return [Target(*row) for row in json.loads(file.read_text(encoding="utf-8"))]
