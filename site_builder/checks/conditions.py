"""Conditions against the questions that they ask, and profiles against the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from site_builder.checks.dates import in_words
from site_builder.checks.reponses import check_answer, check_limits
from site_builder.checks.review import Review, Subject
from site_builder.model.action import Action
from site_builder.model.condition import (
    Aucune,
    Condition,
    CritereQuestion,
    Toutes,
    UneDe,
    children,
)
from site_builder.model.profil import Profil
from site_builder.model.public_cible import PublicCible
from site_builder.model.question import Question
from site_builder.model.reference import Path
from site_builder.problems import Problem

_ORDER = ("egal", "min", "max", "plus_de", "moins_de")
_FITTING = {
    "oui-non": ("egal", "parmi", "sauf"),
    "choix": ("egal", "parmi", "sauf"),
    "choix-multiple": ("contient_un_de", "contient_toutes"),
    "nombre": _ORDER,
    "date": ("avant", "apres"),
    "commune": ("egal", "parmi", "sauf"),
}
# Who is asked the questions of a rule, and the wordings that will do.
_READERS = {
    "beneficiaire": (("beneficiaire", "prescripteur"), "la personne ni pour son référent"),
    "porteur": (("porteur",), "la structure"),
}


class _Rule(NamedTuple):
    """A condition at the root of its tree, and who answers its questions."""

    path: Path
    reader: str
    condition: Condition


def check_conditions(review: Review) -> Iterator[Problem]:
    """Compare each criterion and each answer of a profile with its question."""
    questions = review.catalogue.questions
    for subject in review.subjects:
        for path, reader, condition in _rules(subject):
            for place, leaf in _criteria(condition, path):
                question = questions.get(leaf.question)
                if question is not None:
                    yield from _criterion(subject, place, leaf, question)
                    yield from _wording(subject, place, question, reader)
        if isinstance(subject.record, Profil):
            yield from _answers(subject, subject.record, questions)


def _rules(subject: Subject) -> Iterator[_Rule]:
    match record := subject.record:
        case PublicCible(conditions=condition) if condition is not None:
            yield _Rule(("conditions",), "beneficiaire", condition)
        case Action(eligibilite=rules) if rules is not None:
            for reader in _READERS:
                if (condition := getattr(record.eligibilite, reader)) is not None:
                    yield _Rule(("eligibilite", reader), reader, condition)


def _criteria(condition: Condition, path: Path) -> Iterator[tuple[Path, CritereQuestion]]:
    """Yield the leaves on a question, each with its path."""
    match condition:
        case CritereQuestion():
            yield path, condition
        case Toutes() | UneDe() | Aucune():
            [group] = type(condition).model_fields
            for rank, child in enumerate(children(condition)):
                yield from _criteria(child, (*path, group, rank))


def _criterion(
    subject: Subject, path: Path, leaf: CritereQuestion, question: Question
) -> Iterator[Problem]:
    fitting = _FITTING[question.type]
    misfits = [name for name in leaf.operateurs if name not in fitting]
    for name in misfits:
        yield subject.key_problem(
            "CAT-E520",
            (*path, name),
            question=question.slug,
            type=question.type,
            operators=", ".join(fitting),
        )
    if misfits:
        return
    for name, operand in leaf.operateurs.items():
        where = (*path, name)
        if isinstance(operand, tuple):
            for rank, answer in enumerate(operand):
                yield from check_answer(subject, (*where, rank), question, answer)
        elif isinstance(operand, str):
            yield from check_answer(subject, where, question, operand)
        elif question.type == "nombre":
            yield from check_limits(subject, where, question, operand)
    yield from _interval(subject, path, leaf)


def _interval(subject: Subject, path: Path, leaf: CritereQuestion) -> Iterator[Problem]:
    """Refuse two ends between which there is nothing."""
    low = leaf.min if leaf.min is not None else leaf.plus_de
    high = leaf.max if leaf.max is not None else leaf.moins_de
    if low is not None and high is not None:
        strict = leaf.plus_de is not None or leaf.moins_de is not None
        if low > high or (strict and low == high):
            end = "max" if leaf.max is not None else "moins_de"
            yield subject.problem("CAT-E514", (*path, end))
    if leaf.apres and leaf.avant and leaf.apres > leaf.avant:
        words = {"first": in_words(leaf.apres), "last": in_words(leaf.avant)}
        yield subject.problem("CAT-E515", (*path, "avant"), **words)


def _wording(subject: Subject, path: Path, question: Question, reader: str) -> Iterator[Problem]:
    wordings, people = _READERS[reader]
    if not any(getattr(question.libelle, name) for name in wordings):
        where = (*path, "question")
        yield subject.problem("CAT-E523", where, question=question.slug, reader=people)


def _answers(
    subject: Subject, profil: Profil, questions: Mapping[str, Question]
) -> Iterator[Problem]:
    for key, answers in profil.reponses.items():
        question = questions.get(key)
        if question is None:
            continue
        if len(answers) > 1 and question.type != "choix-multiple":
            words = {"question": key, "count": len(answers)}
            yield subject.key_problem("CAT-E524", ("reponses", key), **words)
        for rank, answer in enumerate(answers):
            yield from check_answer(subject, ("reponses", key, rank), question, answer)
