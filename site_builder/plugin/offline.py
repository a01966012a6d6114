"""The service worker and its lists, written once all the files of the site are."""

from __future__ import annotations

from collections.abc import Container, Iterable
from html import unescape
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from site_builder.build.filesystem import list_files
from site_builder.config import Content
from site_builder.exports import manifeste
from site_builder.exports.hors_connexion import (
    WORKER,
    SiteFile,
    is_kept,
    make_file,
    make_offline_files,
)

# A browser that met a built site at the address of the preview has its worker still: it asks for
# this one in its place, and is rid of both.
_FAREWELL = """\
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => {
  const leave = async () => {
    const names = await caches.keys();
    const ours = names.filter((name) => name.startsWith(`catalogue ${registration.scope} `));
    await Promise.all(ours.map((name) => caches.delete(name)));
    await registration.unregister();
  };
  event.waitUntil(leave());
});
"""


def add_manifest(files: Files, content: Content, config: MkDocsConfig) -> None:
    """Publish the manifest with which the site is installed."""
    # MkDocs' configuration holds what the theme prints, already escaped.
    description = config.site_description
    text = manifeste.describe_manifest(
        content.catalogue.site,
        unescape(config.site_name),
        unescape(description) if description else None,
    )
    shown = InclusionLevel.NOT_IN_NAV
    files.append(File.generated(config, manifeste.URI, content=text, inclusion=shown))


def take_worker(files: Files) -> str | None:
    """Take the source of the service worker out of ``files``; ``None`` when the site has none."""
    file = files.get_file_from_path(WORKER)
    if file is None:
        return None
    files.remove(file)
    return file.content_string


def read_kept(folder: Path, others: Container[str]) -> list[SiteFile]:
    """Return what browsers may keep of the files in ``folder``, without the ``others``.

    These are known by their paths, and may be still unwritten. Raises ``OSError``.
    """
    return [
        make_file(path, (folder / path).read_bytes())
        for path in list_files(folder)
        if is_kept(path) and path not in others
    ]


def write_offline_files(folder: Path, worker: str, kept: Iterable[SiteFile]) -> None:
    """Write the service worker of the site built in ``folder``, and its lists.

    ``worker`` is its source, ``kept`` are the files that browsers may keep. Raises ``OSError``.
    """
    for url, text in make_offline_files(kept, worker).items():
        _write(folder / url, text)


def write_farewell(folder: Path) -> None:
    """Write the service worker of a preview: one that takes itself away."""
    _write(folder / WORKER, _FAREWELL)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
