"""Rules on what each record says, then rules across records. One family a module."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from site_builder.checks.charte import check_charte
from site_builder.checks.conditions import check_conditions
from site_builder.checks.dates import check_dates
from site_builder.checks.doublons import check_namesakes, check_repeats
from site_builder.checks.facts import Facts
from site_builder.checks.falc import check_falc
from site_builder.checks.financement import check_financement
from site_builder.checks.libelles import check_libelles
from site_builder.checks.liens import check_loops, check_orphans, check_publication
from site_builder.checks.profils import check_profils
from site_builder.checks.references import check_references
from site_builder.checks.regles import check_questions, check_regles
from site_builder.checks.review import Findings, Key, Known, Review, Subject
from site_builder.checks.sigles import check_sigles
from site_builder.checks.site import check_site
from site_builder.checks.territoires import check_departements, check_places
from site_builder.checks.textes import check_textes
from site_builder.loading import Loaded
from site_builder.problems import Problem, sort_problems
from site_builder.processes import run_tasks, share

__all__ = ["Facts", "Findings", "Known", "Review", "Subject", "check_catalogue", "check_record"]

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
    # The longest first: they are shared among the processors.
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
# Records to a task: checking one takes a fraction of a millisecond.
_PART = 250
_MANY = 500


def check_record(subject: Subject, facts: Facts) -> Findings:
    """Return what one record tells by itself: the same whatever the other records are."""
    problems = (problem for check in _OF_ONE_RECORD for problem in check(subject, facts))
    return Findings(tuple(problems), subject.named)


def check_catalogue(loaded: Loaded, today: date, known: Known | None = None) -> list[Problem]:
    """Return every problem of a catalogue, those met while loading it included, sorted.

    ``today`` is what « past » and « future » are told from. ``known`` is what was found already of
    records that are the same. Records that were refused are not checked, but they exist: naming
    one of them is no fault.
    """
    known = known or Known()
    facts = Facts.of(loaded.catalogue, today)
    found = list(loaded.problems)
    named: dict[Key, tuple[Key, ...]] = {}
    review = Review.of(loaded, today, named, known.sound)
    unknown = [key for key in review.records if key not in known.findings]
    # By their keys: a subject, with its texts, lasts no longer than its check.
    checked = share(lambda key: check_record(review.subject(*key), facts), unknown, size=_PART)
    known.findings.update(zip(unknown, checked, strict=True))
    for key in review.records:
        findings = known.findings[key]
        found += findings.problems
        named[key] = findings.named
    # Starting a process takes as long as checking a few hundred records.
    processes = 1 if len(loaded.documents) < _MANY else None
    tasks = [partial(_run, check, review) for check in _ACROSS_RECORDS]
    of_rules, *others = run_tasks(tasks, processes=processes)
    known.sound = _find_sound(review, of_rules)
    return sort_problems([*found, *of_rules, *(one for problems in others for one in problems)])


def _run(check: Callable[[Review], Iterator[Problem]], review: Review) -> list[Problem]:
    return list(check(review))


def _find_sound(review: Review, problems: list[Problem]) -> set[Key]:
    """Return the actions in whose files no rule has a fault."""
    faulty = {problem.place.file for problem in problems}
    documents = review.loaded.documents
    return {
        key for key in review.records if key[0] == "actions" and documents[key].file not in faulty
    }
