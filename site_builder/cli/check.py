"""``catalogue check``: every problem of a catalogue, without building it."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from site_builder import __version__
from site_builder.checks import check_catalogue
from site_builder.cli.display import (
    is_blocking,
    keep_everything,
    read_today,
    shown_path,
    wants_colour,
)
from site_builder.cli.french import FrenchChoice, FrenchCommand
from site_builder.cli.options import folder_argument
from site_builder.cli.progress import progress_bar
from site_builder.loading import Loaded, load_catalogue
from site_builder.messages import format_github, format_json, format_sarif, format_text
from site_builder.problems import Problem


@click.command("check", cls=FrenchCommand)
@folder_argument
@click.option(
    "--format",
    "form",
    type=FrenchChoice(["text", "json", "github", "sarif"]),
    default="text",
    help="text (par défaut) pour lire, json pour un script, github et sarif pour l’intégration "
    "continue.",
)
@click.option("--strict", is_flag=True, help="Les avertissements comptent comme des erreurs.")
def command(folder: Path, form: str, *, strict: bool) -> None:
    """Signale tous les problèmes d’un catalogue.

    DOSSIER est celui du catalogue\u00a0: «\u00a0catalogue\u00a0» par défaut.
    """
    keep_everything()
    with progress_bar("Lecture du catalogue") as progress:
        loaded = load_catalogue(folder, progress)
    problems = check_catalogue(loaded, read_today())
    if form == "text":
        colour = wants_colour(sys.stdout)
        click.echo(format_text(problems, loaded.source, colour), nl=False, color=colour)
    else:
        # Programs read UTF-8, whatever the terminal's encoding.
        click.echo(_format_for_programs(problems, loaded, form).encode(), nl=False)
    sys.exit(1 if is_blocking(problems, strict=strict) else 0)


def _format_for_programs(problems: list[Problem], loaded: Loaded, form: str) -> str:
    root = shown_path(loaded.root)
    match form:
        case "github":
            return format_github(problems, root=root)
        case "sarif":
            return format_sarif(problems, version=__version__, root=root)
        case _:
            return format_json(problems)
