"""Located problems: what they are, and the register of their codes.

The bottom floor of the package: everything else may import it, it imports nothing.
"""

from site_builder.problems.codes.rule import Rule
from site_builder.problems.problem import Place, Problem, Severity, sort_problems, worst
from site_builder.problems.register import REGISTER, problem

__all__ = [
    "REGISTER",
    "Place",
    "Problem",
    "Rule",
    "Severity",
    "problem",
    "sort_problems",
    "worst",
]
