"""The command ``catalogue``. Exit codes: 0 sound, 1 problems, 2 usage, 3 program fault."""

from __future__ import annotations

import io
import os
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

import click

from site_builder import __version__
from site_builder.cli.french import FrenchGroup, explain_refusal
from site_builder.messages.printable import printable

_HELP = """Vérifie, construit et prévisualise un catalogue de l’insertion.

Codes de sortie\u00a0: 0 tout va bien, 1 des problèmes sont à corriger, 2 la commande est mal
écrite, 3 le programme lui-même a une panne.
"""
# In the order of the help: that of an editor's work.
_NAMES = (
    *("check", "build", "serve", "new", "search", "evaluate", "questionnaire", "schema", "explain"),
)
# What a shell reports of a program that Ctrl+C stopped: 128, and the number of SIGINT.
_INTERRUPTED = 130
# Libraries ask for these when they are imported. Nothing here multiplies matrices: threads for that
# would be started for nothing, and ended at each fork. Nor does any command extend pydantic, which
# would look for extensions among all that is installed.
_LIBRARIES = {"OPENBLAS_NUM_THREADS": "1", "PYDANTIC_DISABLE_PLUGINS": "__all__"}


class _Commands(FrenchGroup):
    """The commands, each imported when it is called: checking does without MkDocs."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(_NAMES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _NAMES:
            return None
        command: click.Command = import_module(f"site_builder.cli.{cmd_name}").command
        return command


@click.group(
    cls=_Commands,
    help=_HELP,
    subcommand_metavar="COMMANDE [ARGUMENTS]…",
    no_args_is_help=True,
    invoke_without_command=True,
)
@click.version_option(
    __version__, message="%(prog)s %(version)s", prog_name="catalogue", help="Montre la version."
)
@click.option("--trace", is_flag=True, help="Montre le détail d’une panne du programme.")
@click.pass_context
def commands(context: click.Context, *, trace: bool) -> None:
    """Gather the commands; ``main`` looks at ``trace``."""
    if trace and context.invoked_subcommand is None:
        context.fail("il manque une commande")


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command of ``arguments`` (those of the process by default), and exit."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that lacks a letter of French shows « ? » there, rather than nothing at all.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    for name, value in _LIBRARIES.items():
        os.environ.setdefault(name, value)
    code = _run(sys.argv[1:] if arguments is None else arguments)
    if arguments is None:
        _leave(code)
    sys.exit(code)


def _leave(code: int) -> None:
    """End the process at once, when nobody measures it and all that it printed is gone.

    To free what a build has read, object after object, takes a third of a second.
    """
    if _is_measured():
        return
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except (OSError, ValueError):
        # Python has its own way to say that nobody reads.
        return
    os._exit(code)


def _is_measured() -> bool:
    """Tell whether a profiler or a debugger has something to do once all is done."""
    # From Python 3.12 on, they may take one of six places instead.
    monitoring = getattr(sys, "monitoring", None)
    tools = map(monitoring.get_tool, range(6)) if monitoring else ()
    return bool(sys.gettrace() or sys.getprofile() or any(tools))


def _run(arguments: Sequence[str]) -> int:
    """Run a command and return its exit code; a fault is told without a traceback."""
    try:
        commands.main(args=arguments, prog_name="catalogue", standalone_mode=False)
    except click.UsageError as refusal:
        _tell(explain_refusal(refusal))
        return refusal.exit_code
    except click.ClickException as stop:
        _tell(stop.format_message())
        return stop.exit_code
    except click.Abort:
        click.echo("Interrompu.", err=True)
        return _INTERRUPTED
    except Exception as fault:  # noqa: BLE001 - the last door: a user never sees a traceback
        if "--trace" in arguments:
            traceback.print_exception(fault)
        click.echo(_describe_fault(fault), err=True)
        return 3
    return 0


def _tell(refusal: str) -> None:
    """Print why a command stopped; it may quote an argument, or the name of a file."""
    click.echo(printable(refusal, keep="\n"), err=True)


def _describe_fault(fault: Exception) -> str:
    reason = printable(f"{type(fault).__name__}\u00a0: {fault}")
    return (
        f"panne du programme\u00a0: {reason}\n"
        "Votre catalogue n’est pas en cause. Signalez la panne avec le détail que donne la même "
        "commande après «\u00a0catalogue --trace\u00a0»."
    )
