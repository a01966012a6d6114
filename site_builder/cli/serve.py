"""``catalogue serve``: the site shown live, its problems on the pages."""

from __future__ import annotations

from pathlib import Path

import click

from site_builder.cli.display import RefusedError
from site_builder.cli.french import FrenchCommand
from site_builder.cli.options import catalogue_option, config_file_option
from site_builder.config import HostError, read_settings, run_mkdocs_serve


@click.command("serve", cls=FrenchCommand)
@catalogue_option
@config_file_option
@click.option("--address", metavar="HÔTE:PORT", help="L’adresse de l’aperçu.")
@click.option("--open", "open_in_browser", is_flag=True, help="Ouvre l’aperçu dans le navigateur.")
def command(
    folder: Path | None, config_file: Path, address: str | None, *, open_in_browser: bool
) -> None:
    """Montre le site et le refait à chaque changement.

    Les problèmes du catalogue paraissent en haut des pages. Ctrl+C arrête l’aperçu.
    """
    try:
        # MkDocs alone would show a site without its catalogue.
        read_settings(config_file)
        run_mkdocs_serve(
            config_file, catalogue_dir=folder, address=address, open_in_browser=open_in_browser
        )
    except HostError as error:
        raise RefusedError(str(error)) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise RefusedError(f"l’aperçu ne peut pas démarrer\u00a0: {reason}") from error
