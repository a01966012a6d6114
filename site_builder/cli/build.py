"""``catalogue build``: nothing when nothing changed, a site otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

import click

from site_builder.cache import Memory, Store, find_folder, name_of
from site_builder.cli.display import keep_everything, read_today, shown_path
from site_builder.cli.french import FrenchCommand
from site_builder.cli.options import catalogue_option, config_file_option
from site_builder.settings import Settings, find_variables


@dataclass(frozen=True, slots=True)
class Request:
    """What the command line asks for: a site, of which catalogue, where, and how."""

    config_file: Path
    folder: Path | None
    out: Path | None
    strict: bool
    afresh: bool

    def site(self, settings: Settings) -> Path:
        """Return the folder of the site."""
        return self.out or settings.site_dir

    def catalogue(self, settings: Settings) -> Path:
        """Return the folder of the catalogue."""
        return self.folder or settings.catalogue_dir

    def open_store(self) -> Store:
        """Return what is kept from one run to the next."""
        return Store(find_folder(self.config_file))

    def remember(self, settings: Settings) -> Memory:
        """Return what is remembered of the site, built as it is asked for now."""
        facts = settings.facts
        if facts is not None:
            facts = (*facts, read_today().isoformat(), f"strict={self.strict}")
        folders = self.catalogue(settings).resolve(), settings.docs_dir, settings.templates
        return Memory(self.open_store(), self.site(settings).absolute(), facts, folders)

    def recall(self) -> Settings | None:
        """Return what ``mkdocs.yml`` was found to say, if it says it still."""
        settings = self.open_store().read(self._name)
        if not isinstance(settings, Settings) or self.afresh:
            return None
        try:
            text = self.config_file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return None
        return settings if settings.facts == (text, *find_variables(text)) else None

    def keep(self, settings: Settings) -> None:
        """Keep what ``mkdocs.yml`` says."""
        if settings.facts is not None:
            self.open_store().write(self._name, settings)

    @property
    def _name(self) -> str:
        return f"settings.{name_of(self.config_file)}"


def tell_ready(site: Path) -> None:
    """Say that the site is ready."""
    click.echo(f"{_ready(site)}.", err=True)


def tell_unchanged(site: Path) -> None:
    """Say that the site was ready."""
    click.echo(f"{_ready(site)}\u00a0: rien n’a changé depuis sa construction.", err=True)


def _ready(site: Path) -> str:
    return f"Le site est prêt dans «\u00a0{shown_path(site)}\u00a0»"


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
    request = Request(config_file, folder, out, strict, afresh)
    settings = request.recall()
    memory = None
    if settings is not None:
        memory = request.remember(settings)
        memory.look(meanwhile=_import_builder())
        if memory.same and memory.same.is_silent:
            tell_unchanged(request.site(settings))
            return
    import_module(_BUILDER).build_site(request, settings, memory)


# What builds takes most of a second to import, and a site that is ready does without it.
_BUILDER = "site_builder.cli.building"
_PARTS = (
    *("model.champs", "model.condition", "loading", "checks", "build"),
    *("rendering.texte", "rendering.renderer", "search.mots_lus", "search.site", "config"),
)


def _import_builder() -> Iterator[object]:
    """Import what builds, part by part."""
    for name in (*(f"site_builder.{part}" for part in _PARTS), _BUILDER):
        yield import_module(name)
