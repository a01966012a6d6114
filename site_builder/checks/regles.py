"""Rules read as a whole: what nobody can satisfy, what everybody does, what is never asked.

A criterion that another check finds fault with may go either way here, and so does whatever
is reported here once it is: one mistake, one problem.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from site_builder.checks.conditions import Rule, rules_of
from site_builder.checks.liens import used_records
from site_builder.checks.meaning import Meaning
from site_builder.checks.review import Key, Review
from site_builder.checks.verdicts import Reading
from site_builder.eligibility.formules import ALWAYS
from site_builder.eligibility.solveur import in_order
from site_builder.model.catalogue import Catalogue
from site_builder.model.condition import (
    Condition,
    CriterePublicCible,
    CritereQuestion,
    leaves,
)
from site_builder.problems import Problem


def check_regles(review: Review) -> Iterator[Problem]:
    """Decide what each condition admits, publics first: a rule stands on those it names."""
    written = [(key, rule) for key, record in review.unsound for rule in rules_of(record)]
    publics = _publics_below(written, review.catalogue)
    conditions = [rule.condition for key, rule in written if key[0] == "actions"]
    conditions += (condition for condition in publics.values() if condition)
    meaning = Meaning(review, conditions)
    for slug in in_order(publics):
        subject = review.subject("publics_cibles", slug)
        for rule in rules_of(subject.record):
            reading = Reading(subject, meaning)
            issues = reading.root(rule.condition, rule.path)
            meaning.lecture.publics_cibles[slug] = issues or ALWAYS
            yield from reading.problems
    for key, rule in written:
        if key[0] == "actions":
            reading = Reading(review.subject(*key), meaning)
            reading.root(rule.condition, rule.path)
            yield from reading.problems


def _publics_below(
    written: Iterable[tuple[Key, Rule]], catalogue: Catalogue
) -> dict[str, Condition | None]:
    """Return the conditions of the publics ``written``, and of those that any rule rests on."""
    found: dict[str, Condition | None] = {}
    waiting = [key[1] for key, _ in written if key[0] == "publics_cibles"]
    waiting += (slug for _, rule in written for slug in _publics_in(rule.condition))
    while waiting:
        slug = waiting.pop()
        if slug not in found and slug in catalogue.publics_cibles:
            conditions = found[slug] = catalogue.publics_cibles[slug].conditions
            waiting += _publics_in(conditions) if conditions else ()
    return found


def _publics_in(condition: Condition) -> Iterator[str]:
    for leaf in leaves(condition):
        if isinstance(leaf, CriterePublicCible):
            yield leaf.public_cible


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
    idle = expected - _asked(review, expected)
    used = used_records(review) if idle else set()
    for question in questions:
        if question.slug in idle and ("questions", question.slug) in used:
            yield review.subject("questions", question.slug).problem(
                "CAT-E547", value=question.slug
            )


def _asked(review: Review, expected: AbstractSet[str]) -> set[str]:
    """Return the questions that the rules of actions ask, those of their publics included.

    No more is asked for once all those ``expected`` are there.
    """
    publics = review.catalogue.publics_cibles.items()
    conditions = {slug: public.conditions for slug, public in publics if public.conditions}
    asked: set[str] = set()
    wanted = {*(("questions", slug) for slug in expected)}
    wanted |= {("publics_cibles", slug) for slug in conditions}
    for slug, action in review.catalogue.actions.items():
        # Most rules only name what others do: they need not be looked into.
        if wanted.isdisjoint(review.named["actions", slug]):
            continue
        waiting = [rule.condition for rule in rules_of(action)]
        while waiting:
            for leaf in leaves(waiting.pop()):
                if isinstance(leaf, CritereQuestion):
                    asked.add(leaf.question)
                    wanted.discard(("questions", leaf.question))
                elif isinstance(leaf, CriterePublicCible):
                    key = ("publics_cibles", leaf.public_cible)
                    if key in wanted:
                        waiting.append(conditions[leaf.public_cible])
                    wanted.discard(key)
        if expected <= asked:
            break
    return asked
