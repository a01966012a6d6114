"""Texts that are easy to read: who proofread them, and when."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.checks.dates import in_words
from site_builder.checks.facts import Facts
from site_builder.checks.review import Subject
from site_builder.model.falc import Falc
from site_builder.problems import Problem


def check_falc(subject: Subject, facts: Facts) -> Iterator[Problem]:
    """Ask for the proofreading of a text, without which it isn't easy to read."""
    falc = getattr(subject.record, "falc", None)
    if not isinstance(falc, Falc):
        return
    if not falc.est_relu:
        missing = "relu_le" if falc.relu_par else "relu_par"
        place = subject.document.key_place(("falc",))
        yield subject.problem_at("CAT-T411", place, value=missing)
    if falc.relu_le and falc.relu_le > facts.today:
        yield subject.problem("CAT-D217", ("falc", "relu_le"), last=in_words(falc.relu_le))
