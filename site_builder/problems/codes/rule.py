"""What the register knows of a code."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.problems.problem import Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """A problem code and its French words.

    ``titre`` names the problem in a few words; ``message`` and ``label`` are
    ``str.format`` templates; ``pourquoi`` says why it matters, ``remede`` how to mend
    it, ``mauvais`` and ``bon`` show YAML before and after (both may be empty).
    """

    code: str
    severity: Severity
    titre: str
    message: str
    label: str
    pourquoi: str
    remede: str
    mauvais: str = ""
    bon: str = ""
