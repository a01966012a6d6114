"""What MkDocs hands over to a preview: a site whose pages are rendered when they are asked for."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, cast

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from site_builder.config.content import Content
from site_builder.config.log import collected_log, without_mkdocs_exceptions
from site_builder.config.options import Run, in_run
from site_builder.search.document import Document

INDEX = "recherche/index.json"
FACETTES = "recherche/facettes.json"
"""Where the pages of a live site look for the search: names that no edit changes."""


class LiveSite(Protocol):
    """The theme, the menu and the pages of a site, waiting for the content of a catalogue."""

    @property
    def guides(self) -> Sequence[Document]:
        """The pages written by hand, as the search finds them."""

    @property
    def publishes_sources(self) -> bool:
        """Whether sheets link to their YAML file in the site."""

    def links_to(self, urls: Collection[str]) -> bool:
        """Tell whether a page written by hand may link to the page at one of ``urls``."""

    def show(self, content: Content) -> None:
        """Render ``content`` from now on: its pages, and its problems above each of them."""

    def knows(self, url: str) -> bool:
        """Tell whether there is a page at ``url`` (« actions/x/ »)."""

    def render(self, url: str) -> str | None:
        """Return the page at ``url``, ``None`` when there is none."""

    def prepare(self, url: str) -> None:
        """Do what may be done beforehand of rendering the page at ``url``, in any thread."""

    def render_notice(self, url: str, title: str, body: str) -> str:
        """Return a page that isn't the catalogue's; ``body`` is HTML that holds an ``<h1>``."""


class _Plugin(Protocol):
    live: LiveSite


@dataclass(frozen=True, slots=True)
class Prepared:
    """A live site; ``folder`` holds its static files, and ``warnings`` is what MkDocs said."""

    site: LiveSite
    folder: Path
    warnings: tuple[str, ...]


def prepare_live_site(config_file: Path, folder: Path, content: Content, address: str) -> Prepared:
    """Have MkDocs prepare the site of ``config_file``, and write its static files in ``folder``.

    ``address`` is where it is shown. Raises ``HostError`` when MkDocs refuses, ``OSError`` when
    the disk does, and whatever a template of the theme raises.
    """
    run = Run(strict=False, content=content, on_demand=True)
    with in_run(run), collected_log() as log, without_mkdocs_exceptions(log):
        config = load_config(str(config_file), site_dir=str(folder))
        config.site_url = address
        config.plugins.on_startup(command="serve", dirty=False)
        build(config, serve_url=address)
        return Prepared(_live_site_of(config), folder, tuple(log))


def _live_site_of(config: MkDocsConfig) -> LiveSite:
    return cast(_Plugin, config.plugins["catalogue"]).live
