"""A catalogue without errors: what a command needs whose results could otherwise be wrong."""

from __future__ import annotations

import sys
from pathlib import Path

from site_builder.checks import check_catalogue
from site_builder.cli.display import is_blocking, progress_bar, read_today, show_problems
from site_builder.loading import load_catalogue
from site_builder.model.catalogue import Catalogue


def load_sound(folder: Path) -> Catalogue:
    """Return the catalogue in ``folder``; with errors, show its problems and exit with 1."""
    with progress_bar("Lecture du catalogue") as progress:
        loaded = load_catalogue(folder, progress)
    problems = check_catalogue(loaded, read_today())
    if is_blocking(problems, strict=False):
        show_problems(problems, loaded)
        sys.exit(1)
    return loaded.catalogue
