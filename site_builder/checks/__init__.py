"""Rules on what each record says, then rules across records. One family a module."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import chain, islice
from typing import Any

from site_builder.checks.charte import check_charte
from site_builder.checks.conditions import RULED, check_conditions
from site_builder.checks.dates import check_dates
from site_builder.checks.doublons import check_namesakes, check_repeats, identity_of
from site_builder.checks.facts import Facts
from site_builder.checks.falc import check_falc
from site_builder.checks.financement import check_financement
from site_builder.checks.libelles import check_libelles
from site_builder.checks.liens import check_loops, check_orphans, check_publication
from site_builder.checks.profils import check_profils
from site_builder.checks.references import check_references
from site_builder.checks.regles import check_questions, check_regles
from site_builder.checks.review import Across, Findings, Key, Known, Review, States, Subject
from site_builder.checks.sigles import check_sigles
from site_builder.checks.site import check_site
from site_builder.checks.territoires import check_departements, check_places
from site_builder.checks.textes import check_textes
from site_builder.loading import Loaded
from site_builder.problems import Problem, sort_problems
from site_builder.processes import run_tasks, split

__all__ = [
    "RULED",
    "Across",
    "Facts",
    "Findings",
    "Known",
    "Review",
    "Subject",
    "check_catalogue",
    "check_record",
]

Check = Callable[[Review], Iterator[Problem]]

_OF_ONE_RECORD: tuple[Callable[[Subject, Facts], Iterator[Problem]], ...] = (
    check_repeats,
    check_dates,
    check_falc,
    check_financement,
    check_places,
    check_textes,
    check_sigles,
    check_conditions,
)
# They tell of rules alone. The longest first: they are shared among the processors.
_OF_RULES: tuple[Check, ...] = (check_regles, check_libelles)
_ACROSS_RECORDS: tuple[Check, ...] = (
    check_references,
    check_orphans,
    check_loops,
    check_publication,
    check_namesakes,
    check_departements,
    check_questions,
    check_profils,
    check_site,
    check_charte,
)
_MENTIONED = ("contacts", "structures", "publics_cibles", "territoires", "questions")
# The checks that look at a few kinds only: what they found holds as long as these are the same.
# With « », they look at what each record names too.
_OF_SOME_KINDS: dict[Check, tuple[str, ...]] = {
    check_departements: ("territoires",),
    check_loops: ("territoires", "structures", "publics_cibles"),
    check_orphans: ("", *_MENTIONED),
    check_references: ("",),
}
# What they find stands in files that may be written otherwise: only that there is nothing holds.
_PLACED = {check_references}
# Records to a task: checking one takes a fraction of a millisecond.
_PART = 250
_MANY = 500


def check_record(subject: Subject, facts: Facts) -> Findings:
    """Return what one record tells by itself: the same whatever the other records are."""
    problems = (problem for check in _OF_ONE_RECORD for problem in check(subject, facts))
    identity = identity_of(subject.kind.name, subject.record)
    return Findings(tuple(problems), subject.named, identity)


def check_catalogue(loaded: Loaded, today: date, known: Known | None = None) -> list[Problem]:
    """Return every problem of a catalogue, those met while loading it included, sorted.

    ``today`` is what « past » and « future » are told from. ``known`` is what was found already of
    records that are the same. Records that were refused are not checked, but they exist: naming
    one of them is no fault.
    """
    known = known or Known()
    found = list(loaded.problems)
    review = Review.of(loaded, today, known.findings, known.sound)
    unknown = [key for key in review.records if key not in known.findings]
    # Starting a process takes as long as checking a few hundred records.
    rules = (key for key, _ in review.unsound if key[0] in RULED)
    is_small = len(unknown) < _MANY and len(list(islice(rules, _MANY))) < _MANY
    processes = 1 if is_small else None
    of_rules = _check_records(unknown, review, known, processes)
    for key in review.records:
        found += known.findings[key].problems
    holding = _find_holding(known, unknown)
    tasks = [partial(_run, check, review, holding) for check in _ACROSS_RECORDS]
    across = run_tasks(tasks, processes=processes)
    known.sound = _find_sound(review, of_rules)
    known.across = {
        check.__name__: (_states(check, known), problems)
        for check, problems in zip(_ACROSS_RECORDS, across, strict=True)
        if check in _OF_SOME_KINDS
    }
    return sort_problems([*found, *of_rules, *chain.from_iterable(across)])


def _check_records(
    keys: Sequence[Key], review: Review, known: Known, processes: int | None
) -> list[Problem]:
    """Find out what each record tells by itself; return the problems of rules."""
    facts = Facts.of(review.catalogue, review.today)
    parts = split(keys, _PART)
    tasks: list[Callable[[], Any]] = [partial(_run, check, review, {}) for check in _OF_RULES]
    tasks += (partial(_check_part, part, review, facts) for part in parts)
    results = run_tasks(tasks, processes=processes)
    of_rules, checked = results[: len(_OF_RULES)], results[len(_OF_RULES) :]
    # Thousands of records name the same ones.
    own = {key: key for key in review.records}
    for key, told in zip(keys, chain.from_iterable(checked), strict=True):
        named = tuple([own.get(other, other) for other in told.named])
        known.findings[key] = told._replace(named=named)
    return list(chain.from_iterable(of_rules))


def _check_part(keys: Sequence[Key], review: Review, facts: Facts) -> list[Findings]:
    # By their keys: a subject, with its texts, lasts no longer than its check.
    return [check_record(review.subject(*key), facts) for key in keys]


def _run(
    check: Check, review: Review, holding: Mapping[Check, tuple[Problem, ...]]
) -> tuple[Problem, ...]:
    return holding[check] if check in holding else tuple(check(review))


def _find_holding(known: Known, unknown: Iterable[Key]) -> dict[Check, tuple[Problem, ...]]:
    """Return what checks found that would find the same again, now that records are checked."""
    if not known.states:
        return {}
    former, now = known.former, known.findings
    links_hold = all(key in former and former[key].named == now[key].named for key in unknown)
    found = {check: known.across.get(check.__name__) for check in _OF_SOME_KINDS}
    return {
        check: was[1]
        for check, was in found.items()
        if was
        and was[0] == _states(check, known)
        and (links_hold or "" not in _OF_SOME_KINDS[check])
        and not (was[1] and check in _PLACED)
    }


def _states(check: Check, known: Known) -> States:
    """Return what tells the records that ``check`` looks at from any other ones."""
    return tuple(known.states.get(kind, b"") for kind in _OF_SOME_KINDS[check])


def _find_sound(review: Review, problems: Iterable[Problem]) -> set[Key]:
    """Return the actions and the publics in whose files no rule has a fault."""
    faulty = {problem.place.file for problem in problems}
    documents = review.loaded.documents
    return {key for key in review.records if key[0] in RULED and documents[key].file not in faulty}
