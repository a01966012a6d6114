"""Two questions in one: « Vivez-vous seul et avez-vous besoin d’aide ? »."""

from __future__ import annotations

import re
from dataclasses import dataclass

from site_builder.eligibility.grammaire.clauses import Clause, inversions, parse_clause
from site_builder.eligibility.grammaire.negation import deny


@dataclass(frozen=True, slots=True)
class Double:
    """Two clauses joined by « et » or « ou »."""

    first: Clause
    second: Clause
    conjonction: str

    def affirm(self) -> str:
        """Return both as statements."""
        return f"{self.first.affirm()} {self.conjonction} {self.second.affirm()}"

    def deny(self) -> str | None:
        """Return the contrary: nothing of « a ou b »; « a et b » has no short one."""
        first, second = deny(self.first), deny(self.second)
        if self.conjonction == "et" or first is None or second is None:
            return None
        return f"{first} et {second}"


def parse_double(text: str) -> Double | None:
    """Return the two questions of ``text`` (tidy), ``None`` if there are not two."""
    verbs = list(inversions(text))
    if len(verbs) != 2:
        return None
    joint = list(re.finditer(r",? (et|ou) ", text[verbs[0].end() : verbs[1].start()]))
    if not joint:
        return None
    start, end = (verbs[0].end() + place for place in joint[-1].span())
    first, second = parse_clause(text[:start]), parse_clause(text[end:])
    return Double(first, second, joint[-1][1]) if first and second else None
