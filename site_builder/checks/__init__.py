"""Rules across records: what one record alone cannot know. One family a module."""

from __future__ import annotations

from datetime import date

from site_builder.checks.charte import check_charte
from site_builder.checks.conditions import check_conditions
from site_builder.checks.dates import check_dates
from site_builder.checks.doublons import check_doublons
from site_builder.checks.falc import check_falc
from site_builder.checks.financement import check_financement
from site_builder.checks.libelles import check_libelles
from site_builder.checks.liens import check_loops, check_orphans, check_publication
from site_builder.checks.profils import check_profils
from site_builder.checks.references import check_references
from site_builder.checks.regles import check_questions, check_regles
from site_builder.checks.review import Review
from site_builder.checks.sigles import check_sigles
from site_builder.checks.site import check_site
from site_builder.checks.territoires import check_territoires
from site_builder.checks.textes import check_textes
from site_builder.loading import Loaded
from site_builder.problems import Problem, sort_problems

__all__ = ["check_catalogue"]

_CHECKS = (
    check_site,
    check_charte,
    check_references,
    check_orphans,
    check_loops,
    check_publication,
    check_doublons,
    check_dates,
    check_falc,
    check_financement,
    check_territoires,
    check_textes,
    check_sigles,
    check_conditions,
    check_libelles,
    check_regles,
    check_questions,
    check_profils,
)


def check_catalogue(loaded: Loaded, today: date) -> list[Problem]:
    """Return every problem of a catalogue, those met while loading it included, sorted.

    ``today`` is what « past » and « future » are told from. Records that were refused are
    not checked, but they exist: naming one of them is no fault.
    """
    review = Review.of(loaded, today)
    found = (problem for check in _CHECKS for problem in check(review))
    return sort_problems([*loaded.problems, *found])
