"""What a preview is made from, and where it is shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from site_builder.config import read_settings
from site_builder.messages.summary import counted
from site_builder.model.kinds import SITE
from site_builder.settings import Settings

# What a logo may be: MkDocs publishes it.
_PICTURES = frozenset({".png", ".svg"})


@dataclass(frozen=True, slots=True)
class Project:
    """The folders of a site, and the address of its preview.

    ``config_file`` is ``mkdocs.yml``; ``others`` are the files and folders that the site is made
    from beside ``catalogue``. ``root`` is the path of the home page: that of the published site,
    so that a link from the root of the host is as right or as wrong in both.
    """

    config_file: Path
    catalogue: Path
    templates: Path
    others: tuple[Path, ...]
    host: str
    port: int
    root: str

    @classmethod
    def read(cls, config_file: Path, catalogue: Path | None, address: str | None) -> Project:
        """Read ``mkdocs.yml``; ``catalogue`` and ``address`` replace what it says.

        Raises ``HostError`` when MkDocs or the plugin refuses it.
        """
        settings: Settings = read_settings(config_file, address)
        host, port = settings.preview
        others = (config_file, settings.docs_dir, settings.templates, *settings.watched)
        return cls(
            config_file.absolute(),
            (catalogue or settings.catalogue_dir).absolute(),
            settings.templates,
            tuple(source.absolute() for source in others),
            host,
            port,
            f"/{urlsplit(settings.site_url).path.strip('/')}/".replace("//", "/"),
        )

    @property
    def sources(self) -> tuple[Path, ...]:
        """All that the site is made from."""
        return (self.catalogue, *self.others)

    def concerns_host(self, changed: Iterable[Path]) -> bool:
        """Tell whether MkDocs has to prepare the site again after these files changed.

        It knows the catalogue by the name, the colours and the logos of ``site.yml``.
        """
        site = self.catalogue / f"{SITE.name}.yml"
        return any(
            path == site or path.suffix in _PICTURES or not path.is_relative_to(self.catalogue)
            for path in changed
        )

    def name_files(self, changed: Sequence[Path]) -> str:
        """Return the names of a few files, from the folder that holds them."""
        first = changed[0]
        above = (self.catalogue, self.config_file.parent)
        root = next((folder for folder in above if first.is_relative_to(folder)), first.parent)
        others = f" et {counted(len(changed) - 1, 'autre', 'autres')}" if changed[1:] else ""
        return f"{first.relative_to(root).as_posix()}{others}"
