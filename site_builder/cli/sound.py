"""A catalogue without errors: what a command needs whose results could otherwise be wrong."""

from __future__ import annotations

import sys
from pathlib import Path

from site_builder.checks import check_catalogue
from site_builder.cli.display import is_blocking, read_today
from site_builder.cli.progress import progress_bar, show_problems
from site_builder.loading import load_catalogue
from site_builder.model.catalogue import Catalogue

# Where profiles are, in a catalogue.
_PROFILS = "profils/"


def load_sound(folder: Path, *, with_profils: bool = True) -> Catalogue:
    """Return the catalogue in ``folder``; with errors, show its problems and exit with 1.

    Without ``with_profils``, errors in the files of profiles do not matter: whoever looks for
    what makes a profile wrong needs the command that answers for it.
    """
    with progress_bar("Lecture du catalogue") as progress:
        loaded = load_catalogue(folder, progress)
    problems = [
        problem
        for problem in check_catalogue(loaded, read_today())
        if with_profils or not problem.place.file.startswith(_PROFILS)
    ]
    if is_blocking(problems, strict=False):
        show_problems(problems, folder)
        sys.exit(1)
    return loaded.catalogue
