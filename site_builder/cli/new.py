"""``catalogue new``: a commented, valid record to fill."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import click

from site_builder.cli.display import RefusedError, shown_path
from site_builder.cli.french import FrenchCommand, existing_folder
from site_builder.exports.gabarit import blank_record
from site_builder.model.kinds import FOLDERS, SITE, TABLES, Kind
from site_builder.problems import Place, problem
from site_builder.vocabulary.refusal import ValueRefused, did_you_mean
from site_builder.vocabulary.slugs import parse_slug, slugify
from site_builder.vocabulary.typographie import french_list, nearest


def _words(kind: Kind) -> set[str]:
    """What a person may type for a kind, as ``slugify`` writes it: « publics-cibles »."""
    return {slugify(word) for word in (kind.name, kind.singulier, kind.pluriel)}


_KINDS = {word: kind for kind in FOLDERS.values() for word in _words(kind)}
_TABLES = {word: kind for kind in (*TABLES.values(), SITE) for word in _words(kind)}
_NAMES = [slugify(kind.singulier) for kind in FOLDERS.values()]


def _read_kind(_context: click.Context, _parameter: click.Parameter, text: str) -> Kind:
    word = slugify(text)
    if word in _KINDS:
        return _KINDS[word]
    if word in _TABLES:
        table = _TABLES[word]
        raise click.BadParameter(
            f"{table.le} n’a pas de fichier à soi\u202f; complétez {table.name}.yml"
        )
    guess = nearest(word, _KINDS)
    hint = f"\u202f; {did_you_mean(guess)}" if guess else ""
    raise click.BadParameter(
        f"«\u00a0{text}\u00a0» n’est pas une sorte de fiche ({french_list(_NAMES, 'ou')}){hint}"
    )


def _read_path(_context: click.Context, _parameter: click.Parameter, text: str) -> PurePosixPath:
    """Return the path of the record below the folder of its kind, without « .yml »."""
    path = PurePosixPath(text.replace("\\", "/").removesuffix(".yml"))
    for part in path.parts or ("",):
        try:
            parse_slug(part)
        except ValueRefused as refusal:
            advice = refusal.suggestion
            told = problem(refusal.code, Place(""), value=part, suggestion=advice, **refusal.params)
            hint = f"\u202f; {advice}" if advice else ""
            raise click.BadParameter(f"{told.message}{hint}") from refusal
    return path


@click.command("new", cls=FrenchCommand)
@click.argument("kind", metavar="SORTE", callback=_read_kind)
@click.argument("path", metavar="NOM", callback=_read_path)
@click.option(
    "--catalogue",
    "folder",
    metavar="DOSSIER",
    type=click.Path(path_type=Path),
    default="catalogue",
    callback=existing_folder,
    help="Le dossier du catalogue\u202f; par défaut, «\u00a0catalogue\u00a0».",
)
def command(kind: Kind, path: PurePosixPath, folder: Path) -> None:
    """Commence une fiche, à compléter.

    SORTE\u00a0: action, public-cible, structure, contact, territoire, page ou profil.

    NOM est le nom du fichier, sans «\u00a0.yml\u00a0»\u202f; il peut commencer par un
    sous-dossier\u00a0: isere/garage-solidaire.
    """
    home = folder / kind.name
    if len(path.parts) > 1 and path.parts[0] == kind.name:
        path = path.relative_to(kind.name)
    taken = sorted(home.rglob(f"{path.name}.yml"))
    if taken:
        raise RefusedError(
            f"{kind.le} «\u00a0{path.name}\u00a0» existe déjà\u00a0: {shown_path(taken[0])}"
        )
    file = home / f"{path}.yml"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(blank_record(kind, depth=len(path.parts)))
    except OSError as error:
        raise RefusedError(
            f"impossible d’écrire «\u00a0{shown_path(file)}\u00a0»\u00a0: {error.strerror}"
        ) from error
    click.echo(f"Fiche créée\u00a0: {shown_path(file)}", err=True)
