"""``catalogue schema``: the JSON Schemas that help an editor fill a record."""

from __future__ import annotations

from pathlib import Path

import click

from site_builder.cli.display import RefusedError, shown_path
from site_builder.cli.french import FrenchCommand
from site_builder.exports.schemas import FOLDER, write_schemas

_CATALOGUE = Path("catalogue")


@click.command("schema", cls=FrenchCommand)
@click.option(
    "--out",
    metavar="DOSSIER",
    type=click.Path(path_type=Path),
    help=f"Le dossier où les écrire\u202f; par défaut, {_CATALOGUE / FOLDER}.",
)
def command(out: Path | None) -> None:
    """Écrit les schémas JSON des fiches.

    Avec eux, l’éditeur de texte complète et explique chaque champ.
    """
    if out is None and not _CATALOGUE.is_dir():
        raise RefusedError(
            f"le dossier «\u00a0{_CATALOGUE}\u00a0» n’existe pas ici\u202f; lancez la commande "
            "depuis le dossier du projet, ou donnez --out"
        )
    folder = out or _CATALOGUE / FOLDER
    try:
        written = write_schemas(folder)
    except OSError as error:
        raise RefusedError(
            f"impossible d’écrire dans «\u00a0{folder}\u00a0»\u00a0: {error.strerror}"
        ) from error
    click.echo(f"{len(written)} schémas écrits dans «\u00a0{shown_path(folder)}\u00a0».", err=True)
