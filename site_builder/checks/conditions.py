"""Conditions against the questions that they ask, and profiles against the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple, cast

from site_builder.checks.dates import in_words
from site_builder.checks.facts import Facts
from site_builder.checks.reponses import check_answer, check_given_answer, check_limits
from site_builder.checks.review import Subject
from site_builder.eligibility.domaines import criterion_key
from site_builder.eligibility.reponses import number_in_words
from site_builder.model.action import Action
from site_builder.model.champs import Modele
from site_builder.model.condition import (
    GROUPES,
    Condition,
    CritereQuestion,
    Feuille,
    children,
    leaves,
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
# Whose rules an action may have.
_READERS = ("beneficiaire", "porteur")
RULED = frozenset({"actions", "publics_cibles"})
"""The kinds of the records that have rules."""


class Rule(NamedTuple):
    """A condition at the root of its tree, and who answers its questions."""

    path: Path
    reader: str
    condition: Condition


def check_conditions(subject: Subject, facts: Facts) -> Iterator[Problem]:
    """Compare each criterion, and each answer of a profile, with its question."""
    for path, _, condition in rules_of(subject.record):
        if all(_is_known(leaf, facts) for leaf in leaves(condition)):
            continue
        for place, leaf in located_leaves(condition, path):
            if not _is_known(leaf, facts):
                yield from _misfits(subject, place, cast("CritereQuestion", leaf), facts)
    if isinstance(subject.record, Profil):
        yield from _answers(subject, subject.record, facts.questions)


def _is_known(leaf: Feuille, facts: Facts) -> bool:
    """Tell whether there is nothing to compare: the same criterion is known to fit, say."""
    if not isinstance(leaf, CritereQuestion) or leaf.question not in facts.questions:
        return True
    return criterion_key(leaf) in facts.fitting


def _misfits(
    subject: Subject, place: Path, leaf: CritereQuestion, facts: Facts
) -> Iterator[Problem]:
    """Compare a criterion with its question; remember that it fits."""
    found = list(check_criterion(subject, place, leaf, facts.questions[leaf.question]))
    if not found:
        facts.fitting.add(criterion_key(leaf))
    yield from found


def rules_of(record: Modele) -> Iterator[Rule]:
    """Yield the conditions of a public, or of an action for each reader."""
    if isinstance(record, Action):
        for reader in _READERS:
            if condition := getattr(record.eligibilite, reader, None):
                yield Rule(("eligibilite", reader), reader, condition)
    elif isinstance(record, PublicCible) and record.conditions:
        yield Rule(("conditions",), "beneficiaire", record.conditions)


def located_leaves(condition: Condition, path: Path) -> Iterator[tuple[Path, Feuille]]:
    """Yield the leaves of the condition at ``path``, each with its own path."""
    group = GROUPES.get(type(condition))
    if group is None:
        yield path, cast("Feuille", condition)
        return
    for rank, child in enumerate(children(condition)):
        yield from located_leaves(child, (*path, group, rank))


def check_criterion(
    subject: Subject, path: Path, leaf: CritereQuestion, question: Question
) -> Iterator[Problem]:
    """Compare the criterion at ``path`` with the question that it is on."""
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


def _answers(
    subject: Subject, profil: Profil, questions: Mapping[str, Question]
) -> Iterator[Problem]:
    for key, answers in profil.reponses.items():
        question = questions.get(key)
        if question is None:
            continue
        if len(answers) != 1 and question.type != "choix-multiple":
            words = {"question": key, "found": number_in_words(len(answers))}
            yield subject.key_problem("CAT-E524", ("reponses", key), **words)
        for rank, answer in enumerate(answers):
            yield from check_given_answer(subject, ("reponses", key, rank), question, answer)
