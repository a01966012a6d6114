"""The search for answers that make a formula hold.

Nearly all rules hold by the first branch of each alternative, which is tried first. Otherwise,
criteria that stand alone narrow what each question may be answered; an alternative of which
one branch is left narrows in its turn; when nothing more follows, the alternative with the
fewest branches is tried branch by branch. Steps are counted: past the budget nothing is said.
"""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.eligibility.formules import (
    INDECIDABLE,
    JAMAIS,
    TOUJOURS,
    Constante,
    Et,
    Formule,
    Litteral,
    Ou,
    Variable,
)

# About 50 ms. The rules of a catalogue take a few dozen steps each.
STEPS = 100_000

_Domains = dict[Variable, int]


@dataclass
class Budget:
    """The steps that searches may still take together; one visit of a formula is a step."""

    steps: int = STEPS

    def spend(self) -> None:
        """Take a step. Raises ``_Exhausted`` when none is left."""
        self.steps -= 1
        if self.steps < 0:
            raise _Exhausted


class _Exhausted(Exception):
    """The budget is spent."""


def is_possible(formule: Formule, budget: Budget | None = None) -> bool | None:
    """Tell whether some answers make ``formule`` hold; ``None`` when the budget is too small."""
    match formule:
        case Constante():
            return None if formule is INDECIDABLE else formule is TOUJOURS
        case Litteral():
            return True
    try:
        return _search(formule, budget or Budget())
    except _Exhausted:
        return None


def _search(formule: Formule, budget: Budget) -> bool:
    if _holds_by_first_branches(formule, {}, budget):
        return True
    # Each state to explore: what questions may be answered, and what has to hold.
    waiting: list[tuple[_Domains, list[Formule]]] = [({}, [formule])]
    while waiting:
        domains, agenda = waiting.pop()
        state = _State(dict(domains), budget)
        alternatives = state.narrow(agenda)
        if alternatives is None:
            continue
        if not alternatives:
            return True
        tried = min(alternatives, key=len)
        others: list[Formule] = [
            alternative.formule for alternative in alternatives if alternative is not tried
        ]
        # Last in, first out: branches are tried in the order they are written.
        waiting += [(state.domains, [*others, branch]) for branch in reversed(tried.branches)]
    return False


def _holds_by_first_branches(formule: Formule, domains: _Domains, budget: Budget) -> bool:
    """Tell whether ``formule`` holds by the first branches alone, and narrow ``domains`` to them.

    Of an alternative, a criterion that may hold is taken before any group. False settles nothing.
    """
    budget.spend()
    if isinstance(formule, Litteral):
        left = domains.get(formule.variable, formule.variable.plein) & formule.masque
        domains[formule.variable] = left
        return left != 0
    if isinstance(formule, Et):
        return all(_holds_by_first_branches(each, domains, budget) for each in formule.membres)
    if isinstance(formule, Ou):
        for branch in formule.membres:
            if isinstance(branch, Litteral):
                variable = branch.variable
                if domains.get(variable, variable.plein) & branch.masque:
                    return _holds_by_first_branches(branch, domains, budget)
        return _holds_by_first_branches(formule.membres[0], domains, budget)
    return formule is TOUJOURS


@dataclass(frozen=True, eq=False)
class _Alternative:
    """An alternative still open, and the branches that nothing rules out."""

    formule: Ou
    branches: list[Formule]

    def __len__(self) -> int:
        return len(self.branches)


class _State:
    """What each question may be answered, at one point of the search."""

    def __init__(self, domains: _Domains, budget: Budget) -> None:
        self.domains = domains
        self._budget = budget

    def narrow(self, agenda: list[Formule]) -> list[_Alternative] | None:
        """Draw all the consequences of ``agenda``; return what is left, ``None`` if impossible."""
        while True:
            before = dict(self.domains)
            still_open: dict[Ou, _Alternative] = {}
            pending = agenda[::-1]
            while pending:
                formule = pending.pop()
                self._budget.spend()
                if isinstance(formule, Ou):
                    branches = self._branches(formule)
                    if branches is None:
                        continue
                    if len(branches) > 1:
                        still_open[formule] = _Alternative(formule, branches)
                        continue
                    pending += branches or [JAMAIS]
                elif isinstance(formule, Et):
                    pending += reversed(formule.membres)
                elif not self._restrict(formule):
                    return None
            if self.domains == before or not still_open:
                return list(still_open.values())
            agenda = list(still_open)

    def _restrict(self, formule: Constante | Litteral) -> bool:
        """Keep only the answers that make ``formule`` hold; tell whether any is left."""
        if isinstance(formule, Constante):
            return formule is not JAMAIS
        variable = formule.variable
        left = self.domains.get(variable, variable.plein) & formule.masque
        self.domains[variable] = left
        return left != 0

    def _branches(self, alternative: Ou) -> list[Formule] | None:
        """Return the branches that may still hold, ``None`` when one of them surely does."""
        branches: list[Formule] = []
        for branch in alternative.membres:
            verdict = self._verdict(branch)
            if verdict is TOUJOURS:
                return None
            if verdict is not JAMAIS:
                branches.append(branch)
        return branches

    def _verdict(self, formule: Formule) -> Constante:
        """Return whether ``formule`` always holds here, never does, or is not decided."""
        self._budget.spend()
        if isinstance(formule, Litteral):
            variable = formule.variable
            domain = self.domains.get(variable, variable.plein)
            left = domain & formule.masque
            if left == 0:
                return JAMAIS
            return TOUJOURS if left == domain else INDECIDABLE
        if isinstance(formule, Constante):
            return formule
        ends, lasts = (JAMAIS, TOUJOURS) if isinstance(formule, Et) else (TOUJOURS, JAMAIS)
        whole = lasts
        for membre in formule.membres:
            verdict = self._verdict(membre)
            if verdict is ends:
                return ends
            if verdict is INDECIDABLE:
                whole = INDECIDABLE
        return whole
