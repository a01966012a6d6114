"""The argument and the options that several commands take."""

from __future__ import annotations

from pathlib import Path

import click

from site_builder.cli.french import existing_file, existing_folder

folder_argument = click.argument(
    "folder",
    metavar="[DOSSIER]",
    default="catalogue",
    type=click.Path(path_type=Path),
    callback=existing_folder,
)
catalogue_option = click.option(
    "--catalogue",
    "folder",
    metavar="DOSSIER",
    type=click.Path(path_type=Path),
    callback=existing_folder,
    help="Le dossier du catalogue\u202f; par défaut, celui que nomme mkdocs.yml.",
)
config_file_option = click.option(
    "--config-file",
    metavar="FICHIER",
    type=click.Path(path_type=Path),
    default="mkdocs.yml",
    callback=existing_file,
    help="Le fichier de configuration de MkDocs\u202f; par défaut, mkdocs.yml.",
)
