"""Running MkDocs from our own commands."""

from __future__ import annotations

from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from site_builder.config.content import Content
from site_builder.config.log import collected_log, without_mkdocs_exceptions
from site_builder.config.options import Run, in_run
from site_builder.loading import Progress


def run_mkdocs_build(
    config_file: Path,
    site_dir: Path,
    *,
    content: Content | None = None,
    catalogue_dir: Path | None = None,
    strict: bool = False,
    progress: Progress = lambda *_: None,
) -> None:
    """Write the whole site into ``site_dir``.

    ``content`` is a catalogue that was loaded already and whose problems were shown;
    otherwise the plugin loads ``catalogue_dir``, or the folder that ``config_file`` names,
    shows its problems, and stops at errors (at warnings too when ``strict``).

    ``progress`` is told (sheets written, sheets in all).

    What MkDocs itself warns of (a broken link in a hand-written page) always stops the
    build. Raises ``HostError`` then, and ``OSError`` when the disk refuses to write.
    """
    run = Run(catalogue_dir, strict, content, progress)
    with in_run(run), collected_log() as log, without_mkdocs_exceptions(log):
        config = load_config(str(config_file), site_dir=str(site_dir), strict=True)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
