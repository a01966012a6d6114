"""What ``mkdocs.yml`` says that our own commands need to know before MkDocs runs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import cast

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from site_builder.config.log import HostError, collected_log, without_mkdocs_exceptions
from site_builder.config.options import CatalogueOptions


@dataclass(frozen=True, slots=True)
class Settings:
    """Folders of the project, absolute, and the site's address (``""`` when not known)."""

    catalogue_dir: Path
    docs_dir: Path
    templates: Path
    site_dir: Path
    site_url: str

    @property
    def sources(self) -> tuple[Path, ...]:
        """The folders that the site is made from, and that it may not replace."""
        return (self.catalogue_dir, self.docs_dir, self.templates)


def read_settings(config_file: Path) -> Settings:
    """Read ``mkdocs.yml``. Raises ``HostError`` when MkDocs or the plugin refuses it."""
    with collected_log() as log, without_mkdocs_exceptions(log):
        config = load_config(str(config_file))
    return Settings(
        catalogue_dir=Path(find_options(config).catalogue_dir),
        docs_dir=Path(config.docs_dir),
        templates=find_templates(config),
        site_dir=Path(config.site_dir),
        site_url=config.site_url or "",
    )


def find_options(config: MkDocsConfig) -> CatalogueOptions:
    """Return the options of our plugin. Raises ``HostError`` when it is not used."""
    plugin = config.plugins.get("catalogue")
    if plugin is None:
        name = Path(config.config_file_path).name
        raise HostError(f"Le fichier {name} ne nomme pas le plugin «\u00a0catalogue\u00a0».")
    return cast(CatalogueOptions, plugin.config)


def find_templates(config: MkDocsConfig) -> Path:
    """Return the folder of the overrides, which holds the catalogue's templates too."""
    custom_dir = config.theme.custom_dir
    return Path(custom_dir or Path(config.config_file_path).parent / "overrides")
