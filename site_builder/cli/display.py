"""What the commands share to talk to a person: colours, problems, progress."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import IO, NoReturn

import click
from tqdm import tqdm

from site_builder.loading import read_source
from site_builder.messages import format_text
from site_builder.problems import Problem, Severity, worst

# Bars are told of each step: tqdm needs no thread to watch over them, and a process that forks
# should have none.
tqdm.monitor_interval = 0

# « Lecture du catalogue  45 % |█████     | 450 sur 1000 »
_BAR = "{desc} {percentage:3.0f}\u202f% |{bar:30}| {n_fmt} sur {total_fmt}"


def keep_everything() -> None:
    """Turn the garbage collector off, for a command that builds records up and then ends.

    It would walk all of them over and over, and find nothing to free: a tenth of a build.
    """
    gc.disable()


def read_today() -> date:
    """Return the day of the build: SOURCE_DATE_EPOCH when it is set, today otherwise."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal():
        return datetime.fromtimestamp(int(epoch), tz=UTC).date()
    return datetime.now(tz=UTC).astimezone().date()


def wants_colour(stream: IO[str]) -> bool:
    """Tell whether ``stream`` is a terminal that may be coloured (https://no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR")


def show_problems(problems: Sequence[Problem], catalogue_dir: Path | None = None) -> None:
    """Print the problems in full on standard error, with excerpts of the catalogue's files."""
    if not problems:
        return
    excerpt_of = partial(read_source, catalogue_dir) if catalogue_dir else lambda _file: None
    colour = wants_colour(sys.stderr)
    click.echo(format_text(problems, excerpt_of, colour), err=True, nl=False, color=colour)


def is_blocking(problems: Sequence[Problem], *, strict: bool) -> bool:
    """Tell whether the problems forbid publication; warnings do when ``strict``."""
    gravest = worst(problems)
    return gravest is Severity.ERREUR or (strict and gravest is Severity.AVERTISSEMENT)


class RefusedError(click.ClickException):
    """The command cannot do what it was asked; the message, in lower case, says why."""

    exit_code = 2

    def format_message(self) -> str:
        """Return the message as an error."""
        return f"erreur\u00a0: {self.message}"


class NotPublishedError(click.ClickException):
    """There are problems to mend before a site can be published; the message says what."""

    exit_code = 1


def shown_path(path: Path) -> str:
    """Return ``path`` from the current folder when it is below, in full otherwise."""
    absolute = path.absolute()
    below = absolute.is_relative_to(Path.cwd())
    return (absolute.relative_to(Path.cwd()) if below else path).as_posix()


class ProgressBar:
    """A bar on a terminal; called with (done, total). Nothing shows when nobody watches."""

    def __init__(self, bar: tqdm[NoReturn]) -> None:
        self._bar = bar

    def __call__(self, done: int, total: int) -> None:
        """Show that ``done`` of ``total`` are done."""
        self._bar.total = total
        # Processes count together what each then hands over: a bar never goes back.
        self._bar.update(max(done - self._bar.n, 0))

    def announce(self, stage: str) -> None:
        """Show what is being done now."""
        self._bar.set_description_str(stage[:1].upper() + stage[1:])


@contextmanager
def progress_bar(title: str) -> Iterator[ProgressBar]:
    """Show a bar while the block runs, on standard error and only if it is a terminal."""
    # Half a second without a bar: short work would only make the terminal flicker.
    with tqdm(desc=title, bar_format=_BAR, disable=None, leave=False, delay=0.5) as bar:
        yield ProgressBar(bar)
