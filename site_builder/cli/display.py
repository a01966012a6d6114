"""What the commands share to talk to a person: colours, problems, progress."""

from __future__ import annotations

import gc
import os
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import IO

import click

from site_builder.problems import Problem, Severity, worst


def keep_everything() -> None:
    """Turn the garbage collector off, for a command that builds records up and then ends.

    It would walk all of them over and over, and find nothing to free: a tenth of a build.
    """
    gc.disable()
    _held.clear()


# Until the next command of the same process.
_held: list[object] = []


def hold(*values: object) -> None:
    """Keep what nobody needs any more: to free it takes time, and the command is about to end."""
    _held.extend(values)


def read_today() -> date:
    """Return the day of the build: SOURCE_DATE_EPOCH when it is set, today otherwise."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal():
        return datetime.fromtimestamp(int(epoch), tz=UTC).date()
    return datetime.now(tz=UTC).astimezone().date()


def wants_colour(stream: IO[str]) -> bool:
    """Tell whether ``stream`` is a terminal that may be coloured (https://no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR")


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
