"""Reading what ``mkdocs.yml`` says to our own commands."""

from __future__ import annotations

import re
from pathlib import Path
from typing import cast

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from site_builder.config.log import HostError, collected_log, without_mkdocs_exceptions
from site_builder.config.options import CatalogueOptions
from site_builder.settings import Settings, find_variables

# Extensions of Markdown that read other files.
_ELSEWHERE = {"markdown_include.include", "pymdownx.b64", "pymdownx.snippets"}


def read_settings(config_file: Path, address: str | None = None) -> Settings:
    """Read ``mkdocs.yml``. Raises ``HostError`` when MkDocs or the plugin refuses it.

    ``address`` (``host:port``) replaces that of previews.
    """
    with collected_log() as log, without_mkdocs_exceptions(log):
        config = load_config(str(config_file), dev_addr=address)
    return Settings(
        catalogue_dir=Path(find_options(config).catalogue_dir),
        docs_dir=Path(config.docs_dir),
        templates=find_templates(config),
        site_dir=Path(config.site_dir),
        site_url=config.site_url or "",
        watched=tuple(map(Path, config.watch)),
        preview=(config.dev_addr.host, config.dev_addr.port),
        facts=_find_facts(config),
    )


def _find_facts(config: MkDocsConfig) -> tuple[str, ...] | None:
    """Return what a site depends on besides its folders, when all of it is known."""
    text = Path(config.config_file_path).read_text(encoding="utf-8")
    extensions = {str(name) for name in config.markdown_extensions}
    if set(config.plugins) != {"catalogue"} or config.hooks or _ELSEWHERE & extensions:
        return None
    if re.search(r"^INHERIT\s*:", text, re.MULTILINE):
        return None
    return (text, *find_variables(text))


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
