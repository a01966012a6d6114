"""Rules on what each record says, then rules across records. One family a module."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from itertools import chain

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
from site_builder.processes import run_tasks, share

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
_ACROSS_RECORDS: tuple[Callable[[Review], Iterator[Problem]], ...] = (
    # The longest first: they are shared among the processors. The first two tell of rules alone.
    check_regles,
    check_libelles,
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
# The checks that look at a few kinds only: what they found holds as long as these are the same.
_OF_SOME_KINDS: dict[Callable[[Review], Iterator[Problem]], tuple[str, ...]] = {
    check_departements: ("territoires",),
    check_loops: ("territoires", "structures", "publics_cibles"),
}
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
    facts = Facts.of(loaded.catalogue, today)
    found = list(loaded.problems)
    review = Review.of(loaded, today, known.findings, known.sound)
    unknown = [key for key in review.records if key not in known.findings]
    # By their keys: a subject, with its texts, lasts no longer than its check.
    checked = share(lambda key: check_record(review.subject(*key), facts), unknown, size=_PART)
    known.findings.update(zip(unknown, checked, strict=True))
    for key in review.records:
        found += known.findings[key].problems
    # Starting a process takes as long as checking a few hundred records.
    processes = 1 if len(unknown) < _MANY else None
    tasks = [partial(_run, check, review, known) for check in _ACROSS_RECORDS]
    across = run_tasks(tasks, processes=processes)
    known.sound = _find_sound(review, [*across[0], *across[1]])
    known.across = {
        check.__name__: (states, problems)
        for check, problems in zip(_ACROSS_RECORDS, across, strict=True)
        if (states := _states(check, known))
    }
    return sort_problems([*found, *chain.from_iterable(across)])


def _run(
    check: Callable[[Review], Iterator[Problem]], review: Review, known: Known
) -> tuple[Problem, ...]:
    states, problems = known.across.get(check.__name__, ((), ()))
    return problems if states and states == _states(check, known) else tuple(check(review))


def _states(check: Callable[[Review], Iterator[Problem]], known: Known) -> States:
    """Return what tells the records that ``check`` looks at, nothing when any may matter."""
    kinds = _OF_SOME_KINDS.get(check, ())
    return tuple(known.states[kind] for kind in kinds if kind in known.states)


def _find_sound(review: Review, problems: Iterable[Problem]) -> set[Key]:
    """Return the actions and the publics in whose files no rule has a fault."""
    faulty = {problem.place.file for problem in problems}
    documents = review.loaded.documents
    return {key for key in review.records if key[0] in RULED and documents[key].file not in faulty}
