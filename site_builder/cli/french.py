"""click in French: the words of the help, and every refusal of a command line."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

import click
from click.exceptions import NoArgsIsHelpError

from site_builder.vocabulary.typographie import french_list, nearest

_HEADINGS = {"Commands": "Commandes", "Positional arguments": "Arguments"}


class _Formatter(click.HelpFormatter):
    """Lays out the help with French words and spaces."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or "Usage\u00a0: ")

    def write_heading(self, heading: str) -> None:
        self.write(f"{_HEADINGS.get(heading, heading)}\u00a0:\n")

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        french = [(name, said.replace("[required]", "[obligatoire]")) for name, said in rows]
        super().write_dl(french, col_max, col_spacing)


class _Context(click.Context):
    formatter_class = _Formatter


class _French(click.Command):
    """What commands and groups of commands share."""

    context_class = _Context

    def get_help_option_names(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return ["-h", "--help"]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Montre cette aide."
        return option

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; whatever click refuses knows its command."""
        try:
            return super().parse_args(ctx, args)
        except click.BadOptionUsage as error:
            error.ctx = error.ctx or ctx
            raise


class FrenchCommand(_French):
    """A command whose help and refusals are in French."""

    allow_extra_args = True

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments. Raises ``click.UsageError`` for those that nobody asked for."""
        extra = super().parse_args(ctx, args)
        if extra and not ctx.resilient_parsing:
            verb = "est" if len(extra) == 1 else "sont"
            ctx.fail(f"{_quoted(extra)} {verb} de trop")
        return extra


class FrenchGroup(_French, click.Group):
    """A group of commands whose help and refusals are in French."""


class FrenchChoice(click.Choice[str]):
    """One of a few words."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return ``value``. Raises ``click.BadParameter`` when it is none of the words."""
        if value not in self.choices:
            words = french_list(self.choices, "ou")
            self.fail(
                f"«\u00a0{value}\u00a0» n’est pas possible\u202f; choisissez {words}", param, ctx
            )
        return value


def existing_folder(
    _context: click.Context, _parameter: click.Parameter, folder: Path | None
) -> Path | None:
    """Refuse a folder that cannot be read: a callback for click's parameters."""
    if folder is None:
        return None
    if not folder.exists():
        raise click.BadParameter(
            f"le dossier «\u00a0{folder}\u00a0» n’existe pas\u202f; lancez la commande depuis le "
            "dossier du projet, ou donnez le bon chemin"
        )
    if not folder.is_dir():
        raise click.BadParameter(f"«\u00a0{folder}\u00a0» n’est pas un dossier")
    if not os.access(folder, os.R_OK | os.X_OK):
        raise click.BadParameter(f"vous n’avez pas le droit de lire «\u00a0{folder}\u00a0»")
    return folder


def existing_file(_context: click.Context, _parameter: click.Parameter, file: Path) -> Path:
    """Refuse a file that does not exist: a callback for click's parameters."""
    if not file.is_file():
        raise click.BadParameter(
            f"le fichier «\u00a0{file}\u00a0» n’existe pas\u202f; lancez la commande depuis le "
            "dossier du projet, ou donnez le bon chemin"
        )
    return file


def explain_refusal(error: click.UsageError) -> str:
    """Return what to print of a command line that was refused: usage, then reason."""
    if isinstance(error, NoArgsIsHelpError):
        return error.format_message()
    reason = f"erreur\u00a0: {_reason(error)}"
    if error.ctx is None:
        return reason
    advice = f"Pour en savoir plus\u00a0: {error.ctx.command_path} --help"
    return f"{error.ctx.get_usage()}\n{advice}\n\n{reason}"


def _reason(error: click.UsageError) -> str:
    match error:
        case click.MissingParameter(param=click.Parameter() as parameter):
            return f"il manque {_name(parameter)}"
        case click.BadParameter(param=click.Parameter() as parameter):
            return f"{_name(parameter)}\u00a0: {error.message}"
        case click.NoSuchOption():
            return f"l’option {error.option_name} n’existe pas{_guess(error.possibilities)}"
        case click.NoSuchCommand():
            name = f"«\u00a0{error.command_name}\u00a0»"
            return f"la commande {name} n’existe pas{_guess(_near_commands(error))}"
        case click.BadOptionUsage():
            need = "ne prend pas de valeur" if _is_flag(error) else "attend une valeur"
            return f"l’option {error.option_name} {need}"
        case _:
            return error.format_message()


def _name(parameter: click.Parameter) -> str:
    """Return an option as it is typed, an argument as the usage line has it."""
    if isinstance(parameter, click.Option):
        return max(parameter.opts, key=len)
    return (parameter.metavar or str(parameter.name)).strip("[]")


def _is_flag(error: click.BadOptionUsage) -> bool:
    options = error.ctx.command.params if error.ctx else []
    return any(
        isinstance(option, click.Option) and option.is_flag and error.option_name in option.opts
        for option in options
    )


def _near_commands(error: click.NoSuchCommand) -> list[str]:
    group = error.ctx.command if error.ctx else None
    if error.ctx is None or not isinstance(group, click.Group):
        return []
    guess = nearest(error.command_name, group.list_commands(error.ctx))
    return [guess] if guess else []


def _guess(possibilities: Sequence[str] | None) -> str:
    if not possibilities:
        return ""
    return f"\u202f; vouliez-vous écrire {french_list(possibilities, 'ou')}\u202f?"


def _quoted(words: Sequence[str]) -> str:
    return french_list([f"«\u00a0{word}\u00a0»" for word in words])
