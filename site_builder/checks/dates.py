"""Dates that contradict one another, or the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from site_builder.checks.facts import Facts
from site_builder.checks.review import Subject
from site_builder.model.action import Action
from site_builder.model.commun import FicheSourcee
from site_builder.model.reference import Path
from site_builder.problems import Problem
from site_builder.vocabulary.dates import MOIS

_CALL = "appel_a_projets"
_CONVENTION = (_CALL, "convention")
# First day, last day: the second one cannot come before the first one.
_PERIODS: tuple[tuple[Path, Path], ...] = (
    (("publie_du",), ("publie_jusqu_au",)),
    ((_CALL, "ouverture"), (_CALL, "cloture")),
    ((*_CONVENTION, "debut"), (*_CONVENTION, "fin")),
)


def check_dates(subject: Subject, facts: Facts) -> Iterator[Problem]:
    """Compare the dates of a record with one another and with today."""
    if isinstance(subject.record, FicheSourcee):
        yield from _sourced(subject, subject.record, facts.today)
    if isinstance(subject.record, Action):
        yield from _periods(subject)
        yield from _convention(subject, subject.record)
        yield from _verification(subject, subject.record, facts.today)


def _sourced(subject: Subject, record: FicheSourcee, today: date) -> Iterator[Problem]:
    yield from _not_yet(subject, "date_maj", record.date_maj, today)
    day = record.source.date if record.source else None
    if day and record.date_maj and day > record.date_maj:
        words = {"last": in_words(day), "first": in_words(record.date_maj)}
        yield subject.problem("CAT-D216", ("source", "date"), **words)


def _not_yet(subject: Subject, key: str, day: date | None, today: date) -> Iterator[Problem]:
    if day and day > today:
        yield subject.problem("CAT-D213", (key,), key=key, last=in_words(day))


def _periods(subject: Subject) -> Iterator[Problem]:
    for first_path, last_path in _PERIODS:
        first, last = _day(subject, first_path), _day(subject, last_path)
        if first and last and last < first:
            words = {"first": in_words(first), "last": in_words(last)}
            yield subject.problem(
                "CAT-D210", last_path, key=last_path[-1], before=first_path[-1], **words
            )


def _day(subject: Subject, path: Path) -> date | None:
    """Return the date at ``path``, a path of fields."""
    value: object = subject.record
    for name in path:
        value = getattr(value, str(name), None)
    return value if isinstance(value, date) else None


def _convention(subject: Subject, action: Action) -> Iterator[Problem]:
    """Compare the first day that is paid for with the days when one may apply."""
    call = action.appel_a_projets
    start = call.convention.debut if call and call.convention else None
    if call is None or start is None:
        return
    path = (*_CONVENTION, "debut")
    if call.ouverture and start < call.ouverture:
        yield subject.problem(
            "CAT-D211", path, last=in_words(start), first=in_words(call.ouverture)
        )
    elif call.cloture and start < call.cloture:
        yield subject.problem("CAT-D212", path, last=in_words(start), first=in_words(call.cloture))


def _verification(subject: Subject, action: Action, today: date) -> Iterator[Problem]:
    checked, limit = action.verifie_le, action.revoir_avant
    yield from _not_yet(subject, "verifie_le", checked, today)
    if checked and limit and checked > limit:
        words = {"last": in_words(checked), "first": in_words(limit)}
        yield subject.problem("CAT-D214", ("verifie_le",), **words)
    elif limit and limit <= today and action.statut != "archive":
        yield subject.problem("CAT-D215", ("revoir_avant",), first=in_words(limit))


def in_words(day: date) -> str:
    """Return « 1er janvier 2025 »."""
    number = "1er" if day.day == 1 else str(day.day)
    return f"{number} {MOIS[day.month - 1]} {day.year}"
