"""The register of problem codes, gathered from the families in ``codes/``.

A code never changes its meaning: editors' notes, CI filters and other tools name it.
"""

from __future__ import annotations

from site_builder.problems.codes import FAMILIES
from site_builder.problems.codes.rule import Rule
from site_builder.problems.problem import Place, Problem


def _gather() -> dict[str, Rule]:
    register: dict[str, Rule] = {}
    for family in FAMILIES:
        for rule in family:
            if rule.code in register:
                raise ValueError(f"code {rule.code} is registered twice")
            register[rule.code] = rule
    return dict(sorted(register.items()))


REGISTER: dict[str, Rule] = _gather()


def problem(
    code: str,
    place: Place,
    *,
    value: str = "",
    suggestion: str | None = None,
    **params: object,
) -> Problem:
    """Make the problem ``code`` at ``place``, its sentences filled with ``params``.

    ``value`` is available to the sentences as ``{value}``. Raises ``KeyError`` for an
    unknown code or a missing parameter: both are faults of the program.
    """
    rule = REGISTER[code]
    words = {"value": value, **params}
    return Problem(
        code=code,
        severity=rule.severity,
        message=rule.message.format(**words),
        place=place,
        label=rule.label.format(**words),
        value=value,
        suggestion=suggestion,
    )
