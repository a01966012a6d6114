"""Shares, payments and weights that do not add up; amounts without a unit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from site_builder.checks.facts import Facts
from site_builder.checks.review import Subject
from site_builder.model.action import Action
from site_builder.model.financement import Financement, Indicateur, Part
from site_builder.model.reference import Path
from site_builder.problems import Problem

_WHOLE = Decimal(100)


def check_financement(subject: Subject, _: Facts) -> Iterator[Problem]:
    """Add up the percentages of an action."""
    if isinstance(subject.record, Action):
        for rank, line in enumerate(subject.record.financement):
            yield from _line(subject, line, ("financement", rank))
        yield from _weights(subject, subject.record.indicateurs)


def _line(subject: Subject, line: Financement, path: Path) -> Iterator[Problem]:
    if line.montant is not None and line.unite is None:
        yield subject.problem("CAT-V375", (*path, "montant"), name=line.libelle)
    yield from _parts(subject, line, _WHOLE, path)
    given = [paid.pourcentage for paid in line.versements if paid.pourcentage is not None]
    found, whole = sum(given, Decimal()), len(given) == len(line.versements)
    # A text may give some percentages only: then they are too many, never too few.
    if given and (found > _WHOLE or (whole and found != _WHOLE)):
        where = (*path, "versements")
        yield _mismatch(subject, "CAT-V372", where, found, _WHOLE, line.libelle)


def _parts(
    subject: Subject, owner: Financement | Part, total: Decimal, path: Path
) -> Iterator[Problem]:
    where = (*path, "parts")
    found = sum((part.pourcentage for part in owner.parts), Decimal())
    if owner.parts and found != total:
        code = "CAT-V371" if isinstance(owner, Part) else "CAT-V370"
        yield _mismatch(subject, code, where, found, total, owner.libelle)
    for rank, part in enumerate(owner.parts):
        yield from _parts(subject, part, part.pourcentage, (*where, rank))


def _weights(subject: Subject, indicators: Sequence[Indicateur]) -> Iterator[Problem]:
    found = _sum_of_weights(indicators)
    if found is not None and found != _WHOLE:
        yield _mismatch(subject, "CAT-V373", ("indicateurs",), found, _WHOLE, "")
    yield from _groups(subject, indicators, ("indicateurs",))


def _groups(subject: Subject, indicators: Sequence[Indicateur], path: Path) -> Iterator[Problem]:
    for rank, group in enumerate(indicators):
        where = (*path, rank, "indicateurs")
        found = _sum_of_weights(group.indicateurs)
        if group.poids is not None and found is not None and found != group.poids:
            yield _mismatch(subject, "CAT-V374", where, found, group.poids, group.libelle)
        yield from _groups(subject, group.indicateurs, where)


def _sum_of_weights(indicators: Sequence[Indicateur]) -> Decimal | None:
    """Return the sum, ``None`` when nothing is weighed; a group counts for its indicators."""
    weights = [
        _sum_of_weights(indicator.indicateurs) if indicator.poids is None else indicator.poids
        for indicator in indicators
    ]
    given = [weight for weight in weights if weight is not None]
    return sum(given, Decimal()) if given else None


def _mismatch(
    subject: Subject, code: str, path: Path, found: Decimal, total: Decimal, name: str
) -> Problem:
    gap = _said(abs(total - found))
    suggestion = f"il manque {gap}\u00a0%" if found < total else f"il y a {gap}\u00a0% de trop"
    words = {"sum": _said(found), "total": _said(total), "name": name}
    return subject.key_problem(code, path, suggestion=suggestion, **words)


def _said(number: Decimal) -> str:
    """Return « 66,67 », « 100 »."""
    text = format(number, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.replace(".", ",")
