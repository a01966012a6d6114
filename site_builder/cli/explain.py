"""``catalogue explain``: what a code means, and how to mend it."""

from __future__ import annotations

import click

from site_builder.cli.display import RefusedError
from site_builder.cli.french import FrenchCommand
from site_builder.messages import explain, nearest_code


@click.command("explain", cls=FrenchCommand)
@click.argument("code", metavar="CODE")
def command(code: str) -> None:
    """Explique un problème et comment le corriger.

    CODE est celui qu’affiche le problème, par exemple CAT-R101.
    """
    page = explain(code)
    if page is None:
        guess = nearest_code(code)
        hint = f"\u202f; vouliez-vous écrire {guess}\u202f?" if guess else ""
        raise RefusedError(f"le code «\u00a0{code}\u00a0» n’existe pas{hint}")
    click.echo(page, nl=False)
