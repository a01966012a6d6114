"""``catalogue build``: the site built aside, verified, then swapped with the one online."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import click

from site_builder.build import Memory, Publication, publish
from site_builder.cache import Store, find_folder
from site_builder.cli.display import (
    NotPublishedError,
    RefusedError,
    is_blocking,
    keep_everything,
    progress_bar,
    read_today,
    show_problems,
    shown_path,
)
from site_builder.cli.french import FrenchCommand
from site_builder.cli.options import catalogue_option, config_file_option
from site_builder.config import (
    Content,
    HostError,
    Settings,
    load_content,
    read_settings,
    run_mkdocs_build,
)


@click.command("build", cls=FrenchCommand)
@catalogue_option
@config_file_option
@click.option(
    "--out",
    metavar="DOSSIER",
    type=click.Path(path_type=Path),
    help="Le dossier du site\u202f; par défaut, celui que nomme mkdocs.yml.",
)
@click.option("--strict", is_flag=True, help="Les avertissements empêchent la publication.")
@click.option("--no-cache", "afresh", is_flag=True, help="Refait tout, même ce qui n’a pas changé.")
def command(
    folder: Path | None, config_file: Path, out: Path | None, *, strict: bool, afresh: bool
) -> None:
    """Construit le site.

    Tant que le nouveau site n’est pas complet et vérifié, l’ancien reste en place.
    """
    keep_everything()
    try:
        settings = read_settings(config_file)
    except HostError as error:
        raise RefusedError(str(error)) from error
    site = out or settings.site_dir
    catalogue_dir = folder or settings.catalogue_dir
    memory = _remember(config_file, settings, catalogue_dir, site, strict=strict)
    former = None if afresh else memory.find()
    if former is not None:
        show_problems(former.problems, catalogue_dir)
        show_problems(former.findings)
        click.echo(f"{_ready(site)}\u00a0: rien n’a changé depuis sa construction.", err=True)
        return
    memory.begin()
    with progress_bar("Lecture du catalogue") as progress:
        content = load_content(catalogue_dir, read_today(), settings.templates, progress)
    show_problems(content.problems, catalogue_dir)
    if is_blocking(content.problems, strict=strict):
        raise NotPublishedError(
            "Le site n’a pas été construit\u00a0: corrigez d’abord les problèmes ci-dessus."
        )
    publication = _Build(config_file, settings, content, strict).publish(site)
    show_problems(publication.problems)
    if not publication.published:
        raise NotPublishedError(
            "Le nouveau site n’a pas été mis en place\u202f; celui qui existait n’a pas changé."
        )
    memory.keep(content.problems, publication.problems)
    click.echo(f"{_ready(site)}.", err=True)


def _ready(site: Path) -> str:
    return f"Le site est prêt dans «\u00a0{shown_path(site)}\u00a0»"


def _remember(
    config_file: Path, settings: Settings, catalogue_dir: Path, site: Path, *, strict: bool
) -> Memory:
    """Return what is remembered of the site, built as it is asked for now."""
    facts = settings.facts
    if facts is not None:
        facts = (*facts, read_today().isoformat(), f"strict={strict}")
    folders = (catalogue_dir.resolve(), settings.docs_dir, settings.templates)
    return Memory(Store(find_folder(config_file)), site.absolute(), facts, folders)


@dataclass(frozen=True, slots=True)
class _Build:
    """A catalogue that is fit to be published, and how."""

    config_file: Path
    settings: Settings
    content: Content
    strict: bool

    def publish(self, site: Path) -> Publication:
        """Publish the catalogue in ``site``, or raise what MkDocs said."""
        with progress_bar("Écriture des pages") as progress:

            def write(folder: Path) -> Iterable[str]:
                run_mkdocs_build(self.config_file, folder, content=self.content, progress=progress)
                return [page.url for page in self.content.pages]

            try:
                return publish(
                    write,
                    site,
                    sources=(self.content.folder, self.config_file, *self.settings.sources),
                    site_url=self.settings.site_url,
                    strict=self.strict,
                    progress=progress.announce,
                )
            except HostError as error:
                raise NotPublishedError(
                    f"{error}\nLe site n’a pas été construit\u202f; celui qui existait n’a pas "
                    "changé."
                ) from error
