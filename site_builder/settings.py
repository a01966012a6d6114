"""What ``mkdocs.yml`` says that our own commands need to know before MkDocs runs."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

# Whatever may name a variable of the environment, behind « !ENV ».
_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


@dataclass(frozen=True, slots=True)
class Settings:
    """Folders of the project, absolute, and the site's address (``""`` when not known).

    ``watched`` are the files and folders that ``mkdocs.yml`` adds to those that a preview
    watches; ``preview`` is the host and the port of a preview. ``facts`` are what else the site
    depends on; ``None`` when it may depend on anything: other plugins, scripts and extensions
    read what they want.
    """

    catalogue_dir: Path
    docs_dir: Path
    templates: Path
    site_dir: Path
    site_url: str
    watched: tuple[Path, ...]
    preview: tuple[str, int]
    facts: tuple[str, ...] | None = None

    @property
    def sources(self) -> tuple[Path, ...]:
        """The folders that the site is made from, and that it may not replace."""
        return (self.catalogue_dir, self.docs_dir, self.templates)


def find_variables(text: str) -> tuple[str, ...]:
    """Return the variables of the environment that ``text`` may ask for, with their values."""
    names = sorted(set(_WORD.findall(text)) & os.environ.keys())
    return tuple(f"{name}={os.environ[name]}" for name in names)
