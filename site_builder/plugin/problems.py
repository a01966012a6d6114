"""Showing the problems of a catalogue: on the terminal, and above the pages of a preview."""

from __future__ import annotations

import logging
import os
from typing import Any

import click
from mkdocs.exceptions import Abort

from site_builder.config import Content
from site_builder.messages import format_text, summarise
from site_builder.problems import Problem, Severity, sort_problems, worst

_LOGGER = logging.getLogger("mkdocs.plugins.catalogue")
_LEVELS = {
    Severity.ERREUR: logging.ERROR,
    Severity.AVERTISSEMENT: logging.WARNING,
    Severity.INFO: logging.INFO,
}
# The panel stands on every page: it points the way, and the terminal has the rest.
_SHOWN_IN_PAGES = 20


def report_problems(content: Content) -> None:
    """Show the problems as ``catalogue check`` does, unless MkDocs was asked for less.

    Not through the log: it would wrap the excerpts, and count a known warning of the
    catalogue as one of MkDocs' own.
    """
    gravest = worst(content.problems)
    if gravest is not None and _LOGGER.isEnabledFor(_LEVELS[gravest]):
        colour = "NO_COLOR" not in os.environ
        text = format_text(content.problems, content.excerpt_of, colour=colour)
        # Colours are left out when nobody watches: click sees to it.
        click.echo(text, err=True)


def refuse_problems(content: Content, *, strict: bool) -> None:
    """Stop MkDocs if there are errors, or warnings when ``strict``. Raises ``Abort``."""
    gravest = worst(content.problems)
    refused = {Severity.ERREUR, Severity.AVERTISSEMENT} if strict else {Severity.ERREUR}
    if gravest in refused:
        raise Abort(f"Le site n’a pas été construit. {summarise(content.problems)}.")


def describe_for_pages(content: Content) -> dict[str, Any]:
    """Return what the panel of problems prints: variables of the theme's templates."""
    shown: list[Problem] = sort_problems(
        problem for problem in content.problems if problem.severity is not Severity.INFO
    )
    shown.sort(key=lambda problem: problem.severity.rank)
    return {
        "catalogue_problems": shown[:_SHOWN_IN_PAGES],
        "catalogue_problems_summary": summarise(shown),
    }
