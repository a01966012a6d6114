"""Defects met on many pages, told once.

A broken link in the menu is on every page of the site. What is wrong is one thing, so it gives
one problem: placed on the first page, with the number of pages that have it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from site_builder.build.address import Target
from site_builder.problems import Place


@dataclass(slots=True)
class Finding:
    """A defect and where it was seen.

    ``text`` is the offending attribute as the first page has it, decoded; ``target`` is where
    it leads, if that matters; ``another`` is a second page that has the same defect.
    """

    code: str
    text: str
    target: Target | None
    page: str
    another: str = ""
    count: int = 0

    def locate(self, folder: Path) -> Place:
        """Find the text in the first page of the site in ``folder``; line 1 if not found."""
        source = (folder / self.page).read_bytes().decode("utf-8", errors="replace")
        for written in dict.fromkeys((self.text, html.escape(self.text))):
            match = re.search(rf"(?<=[\"'=]){re.escape(written)}(?=[\"'\s>])", source)
            if match:
                before = source[: match.start()]
                return Place(
                    self.page,
                    line=before.count("\n") + 1,
                    column=len(before) - before.rfind("\n"),
                    length=max(len(written), 1),
                )
        return Place(self.page)

    def tell_others(self) -> str:
        """Say in French which other pages have the defect; ``""`` when there is none."""
        if self.count == 1:
            return ""
        if self.count == 2:
            return f" (de même dans «\u00a0{self.another}\u00a0»)"
        return f" (de même dans {self.count - 1} autres pages, dont «\u00a0{self.another}\u00a0»)"


class Findings:
    """The defects of a site, in the order in which they were first seen."""

    def __init__(self) -> None:
        self._by_key: dict[tuple[str, Target | str], Finding] = {}

    def __iter__(self) -> Iterator[Finding]:
        return iter(self._by_key.values())

    def add(self, code: str, page: str, text: str, target: Target | None = None) -> None:
        """Record a defect of ``page``; those of one code and target (or text) are one."""
        self._merge(Finding(code, text, target, page, count=1))

    def update(self, others: Iterable[Finding]) -> None:
        """Add what was found on pages that come after all those of these findings."""
        for finding in others:
            self._merge(finding)

    def _merge(self, finding: Finding) -> None:
        key = (finding.code, finding.target or finding.text)
        known = self._by_key.setdefault(key, finding)
        if known is not finding:
            known.another = known.another or finding.page
            known.count += finding.count
