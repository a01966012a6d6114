"""Answers written in conditions and in profiles: does their question take them?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial

from site_builder.checks.review import Subject
from site_builder.eligibility import reponses
from site_builder.model.question import Question
from site_builder.model.reference import Path
from site_builder.problems import Problem
from site_builder.vocabulary.refusal import ValueRefused


def check_answer(
    subject: Subject, path: Path, question: Question, answer: str
) -> Iterator[Problem]:
    """Refuse an answer, written at ``path``, that ``question`` does not take."""
    yield from subject.refusal(path, partial(reponses.parse_reponse, question), answer)


def check_given_answer(
    subject: Subject, path: Path, question: Question, answer: str
) -> Iterator[Problem]:
    """Refuse an answer of a profile, at ``path``, that is none or not one to ``question``."""

    def read(text: str) -> object:
        reponses.refuse_ignorance(question, text, "retirez la question de ces réponses")
        return reponses.parse_reponse(question, text)

    yield from subject.refusal(path, read, answer)


def check_limits(
    subject: Subject, path: Path, question: Question, number: Decimal
) -> Iterator[Problem]:
    """Point out a number that the question does not let anybody answer."""
    try:
        reponses.check_limits(question, number)
    except ValueRefused as refusal:
        yield subject.refused(path, refusal)
