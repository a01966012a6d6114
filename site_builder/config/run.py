"""Running MkDocs from our own commands."""

from __future__ import annotations

from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from site_builder.config.log import collected_log, without_mkdocs_exceptions
from site_builder.config.options import Run, in_run


def run_mkdocs_build(config_file: Path, site_dir: Path, run: Run | None = None) -> None:
    """Write the whole site into ``site_dir``, as ``run`` says.

    A catalogue that ``run`` brings had its problems shown; otherwise the plugin loads the one that
    is named, shows its problems, and stops at errors (at warnings too when it is strict). Sheets
    that ``run`` has in ``reuse`` are left out, and told of there.

    What MkDocs itself warns of (a broken link in a hand-written page) always stops the
    build. Raises ``HostError`` then, and ``OSError`` when the disk refuses to write.
    """
    with in_run(run or Run(strict=False)), collected_log() as log, without_mkdocs_exceptions(log):
        config = load_config(str(config_file), site_dir=str(site_dir), strict=True)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
