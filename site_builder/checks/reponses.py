"""Answers written in conditions and in profiles: does their question take them?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from site_builder.checks.review import Subject
from site_builder.model.question import Question
from site_builder.model.reference import Path
from site_builder.problems import Problem
from site_builder.vocabulary.codes_officiels import parse_commune
from site_builder.vocabulary.dates import parse_date
from site_builder.vocabulary.nombres import parse_nombre
from site_builder.vocabulary.oui_non import parse_oui_non
from site_builder.vocabulary.refusal import ValueRefused, did_you_mean
from site_builder.vocabulary.typographie import nearest

_PARSERS: dict[str, Callable[[str], object]] = {
    "oui-non": parse_oui_non,
    "nombre": parse_nombre,
    "date": parse_date,
    "commune": parse_commune,
}


def check_answer(
    subject: Subject, path: Path, question: Question, answer: str
) -> Iterator[Problem]:
    """Refuse an answer, written at ``path``, that ``question`` does not take."""
    if question.options:
        yield from _option(subject, path, question, answer)
        return
    yield from subject.refusal(path, _PARSERS[question.type], answer)
    if question.type == "nombre" and (number := _number(answer)) is not None:
        yield from check_limits(subject, path, question, number)


def _option(subject: Subject, path: Path, question: Question, answer: str) -> Iterator[Problem]:
    values = {option.valeur: option.valeur for option in question.options}
    if answer in values:
        return
    # The words that the public reads count as much as the value to write.
    spellings = {option.libelle: option.valeur for option in question.options} | values
    guess = nearest(answer, spellings)
    yield subject.problem(
        "CAT-E521",
        path,
        value=answer,
        question=question.slug,
        options=", ".join(values),
        suggestion=None if guess is None else did_you_mean(spellings[guess]),
    )


def _number(answer: str) -> Decimal | None:
    try:
        return parse_nombre(answer)
    except ValueRefused:
        return None


def check_limits(
    subject: Subject, path: Path, question: Question, number: Decimal
) -> Iterator[Problem]:
    """Point out a number that the question does not let anybody answer."""
    too_small = question.min is not None and number < question.min
    too_large = question.max is not None and number > question.max
    if too_small or too_large:
        words = {"question": question.slug, "limits": _limits(question)}
        yield subject.problem("CAT-E522", path, **words)


def _limits(question: Question) -> str:
    if question.max is None:
        return f"à partir de {question.min}"
    if question.min is None:
        return f"jusqu’à {question.max}"
    return f"de {question.min} à {question.max}"
