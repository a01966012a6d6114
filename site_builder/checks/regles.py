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
from site_builder.model.catalogue import Catalogue
from site_builder.model.condition import CriterePublicCible, CritereQuestion, leaves
from site_builder.problems import Problem


def check_regles(review: Review) -> Iterator[Problem]:
    """Decide what each condition admits, publics first: a rule stands on those it names."""
    records = review.records
    waiting = (key for key in records if key not in review.sound)
    written = [(key, rule) for key in waiting for rule in rules_of(records[key])]
    meaning = Meaning(review, [rule.condition for _, rule in written])
    publics = {slug: public.conditions for slug, public in review.catalogue.publics_cibles.items()}
    for slug in in_order(publics):
        subject = review.subject("publics_cibles", slug)
        for rule in rules_of(subject.record):
            reading = Reading(subject, meaning)
            issues = reading.root(rule.condition, rule.path)
            meaning.lecture.publics_cibles[slug] = issues or ALWAYS
            yield from reading.problems
    for key, rule in written:
        if isinstance(records[key], Action):
            reading = Reading(review.subject(*key), meaning)
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
    questions = review.catalogue.questions.values()
    expected = {question.slug for question in questions if question.type != "commune"}
    asked = _asked(review.catalogue, expected)
    idle = [question.slug for question in questions if question.slug in expected - asked]
    used = used_records(review) if idle else set()
    for slug in idle:
        if ("questions", slug) in used:
            yield review.subject("questions", slug).problem("CAT-E547", value=slug)


def _asked(catalogue: Catalogue, expected: set[str]) -> set[str]:
    """Return the questions that the rules of actions ask, those of their publics included.

    No more is asked for once all those ``expected`` are there.
    """
    actions = catalogue.actions.values()
    waiting = [rule.condition for action in actions for rule in rules_of(action)]
    asked: set[str] = set()
    publics: set[str] = set()
    while waiting and not expected <= asked:
        for leaf in leaves(waiting.pop()):
            if isinstance(leaf, CritereQuestion):
                asked.add(leaf.question)
            elif isinstance(leaf, CriterePublicCible) and leaf.public_cible not in publics:
                publics.add(leaf.public_cible)
                public = catalogue.publics_cibles.get(leaf.public_cible)
                if public is not None and public.conditions is not None:
                    waiting.append(public.conditions)
    return asked
