"""Bars that show how far long work has come, and the problems that it met."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from site_builder.cli.display import wants_colour
from site_builder.loading import read_source
from site_builder.messages import format_text
from site_builder.problems import Problem

if TYPE_CHECKING:
    from tqdm import tqdm

# « Lecture du catalogue  45 % |█████     | 450 sur 1000 »
_BAR = "{desc} {percentage:3.0f}\u202f% |{bar:30}| {n_fmt} sur {total_fmt}"


def show_problems(problems: Sequence[Problem], catalogue_dir: Path | None = None) -> None:
    """Print the problems in full on standard error, with excerpts of the catalogue's files."""
    if not problems:
        return
    excerpt_of = partial(read_source, catalogue_dir) if catalogue_dir else lambda _file: None
    colour = wants_colour(sys.stderr)
    click.echo(format_text(problems, excerpt_of, colour), err=True, nl=False, color=colour)


class ProgressBar:
    """A bar on a terminal; called with (done, total). Nothing shows when nobody watches."""

    def __init__(self, bar: tqdm[NoReturn] | None) -> None:
        self._bar = bar

    def __call__(self, done: int, total: int) -> None:
        """Show that ``done`` of ``total`` are done."""
        if self._bar is not None:
            self._bar.total = total
            self._bar.update(done - self._bar.n)

    def announce(self, stage: str) -> None:
        """Show what is being done now."""
        if self._bar is not None:
            self._bar.set_description_str(stage[:1].upper() + stage[1:])


@contextmanager
def progress_bar(title: str) -> Iterator[ProgressBar]:
    """Show a bar while the block runs, on standard error and only if it is a terminal."""
    if not sys.stderr.isatty():
        yield ProgressBar(None)
        return
    # Nothing else needs it.
    from tqdm import tqdm  # noqa: PLC0415

    # Bars are told of each step: tqdm needs no thread to watch over them, and a process that forks
    # should have none.
    tqdm.monitor_interval = 0
    # Half a second without a bar: short work would only make the terminal flicker.
    with tqdm(desc=title, bar_format=_BAR, leave=False, delay=0.5) as bar:
        yield ProgressBar(bar)
