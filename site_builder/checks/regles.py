"""Rules read as a whole: what nobody can satisfy, what everybody does, what is never asked.

A criterion that another check finds fault with may go either way here, and so does whatever
is reported here once it is: one mistake, one problem.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.checks.conditions import rules_of
from site_builder.checks.liens import used_records
from site_builder.checks.meaning import Meaning
from site_builder.checks.review import Review
from site_builder.checks.verdicts import Reading
from site_builder.eligibility.formules import ALWAYS
from site_builder.eligibility.solveur import in_order
from site_builder.model.action import Action
from site_builder.model.condition import CriterePublicCible, CritereQuestion, leaves
from site_builder.problems import Problem


def check_regles(review: Review) -> Iterator[Problem]:
    """Decide what each condition admits, publics first: a rule stands on those it names."""
    written = [(subject, rule) for subject in review.subjects for rule in rules_of(subject)]
    meaning = Meaning(review, [rule.condition for _, rule in written])
    publics = {slug: public.conditions for slug, public in review.catalogue.publics_cibles.items()}
    for slug in in_order(publics):
        subject = review.subject("publics_cibles", slug)
        for rule in rules_of(subject):
            reading = Reading(subject, meaning)
            issues = reading.root(rule.condition, rule.path)
            meaning.lecture.publics_cibles[slug] = issues or ALWAYS
            yield from reading.problems
    for subject, rule in written:
        if isinstance(subject.record, Action):
            reading = Reading(subject, meaning)
            reading.root(rule.condition, rule.path)
            yield from reading.problems


def check_questions(review: Review) -> Iterator[Problem]:
    """Point out the questions that no action's rule asks, not even through a public.

    Silent, as for records that nothing mentions, as long as a record is refused or there is
    no action; and on a question that nothing mentions at all. The question on the place is
    always of use: it finds whom to call.
    """
    if review.loaded.refused or not review.catalogue.actions:
        return
    asked = _asked(review)
    idle = [
        question.slug
        for question in review.catalogue.questions.values()
        if question.slug not in asked and question.type != "commune"
    ]
    used = used_records(review) if idle else set()
    for slug in idle:
        if ("questions", slug) in used:
            yield review.subject("questions", slug).problem("CAT-E547", value=slug)


def _asked(review: Review) -> set[str]:
    """Return the questions that the rules of actions ask, those of their publics included."""
    waiting = [
        rule.condition
        for subject in review.subjects
        if isinstance(subject.record, Action)
        for rule in rules_of(subject)
    ]
    asked: set[str] = set()
    publics: set[str] = set()
    while waiting:
        for leaf in leaves(waiting.pop()):
            if isinstance(leaf, CritereQuestion):
                asked.add(leaf.question)
            elif isinstance(leaf, CriterePublicCible) and leaf.public_cible not in publics:
                publics.add(leaf.public_cible)
                public = review.catalogue.publics_cibles.get(leaf.public_cible)
                if public is not None and public.conditions is not None:
                    waiting.append(public.conditions)
    return asked
