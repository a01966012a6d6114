"""A catalogue without a fault, and how to run the command on it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from site_builder.cli import main
from tests.site_fictif import SOUND

# The names of tests/conftest.py, which pytest doesn't let a test import.
CatalogueFactory = Any

# Refers to a structure that does not exist.
ERROR = {
    **SOUND,
    "actions/atelier-mobilite.yml": """
        nom: Atelier mobilité
        resume: Vous apprenez à vous déplacer.
        structures:
          - structure: association-fictve
            role: porteur
        contacts: accueil
        """,
    "structures/association-fictive.yml": "nom: Association Fictive\n",
}
# An editor's temporary file among the records.
WARNING = {**SOUND, "actions/notes.bak": "notes"}


@dataclass(frozen=True)
class Run:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str


Catalogue = Callable[..., Run]


@pytest.fixture
def catalogue(capfd: pytest.CaptureFixture[str]) -> Catalogue:
    """Run ``catalogue`` in this process with the arguments given."""

    def run(*arguments: object) -> Run:
        capfd.readouterr()
        with pytest.raises(SystemExit) as exit_:
            main([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        assert isinstance(exit_.value.code, int)
        return Run(exit_.value.code, out, err)

    return run


@pytest.fixture
def sound(catalogue_factory: CatalogueFactory) -> Path:
    """A catalogue without any problem."""
    folder: Path = catalogue_factory(SOUND)
    return folder


@pytest.fixture
def faulty(catalogue_factory: CatalogueFactory) -> Path:
    """A catalogue with one error."""
    folder: Path = catalogue_factory(ERROR)
    return folder


@pytest.fixture
def doubtful(catalogue_factory: CatalogueFactory) -> Path:
    """A catalogue with one warning."""
    folder: Path = catalogue_factory(WARNING)
    return folder


@pytest.fixture
def process(root: Path) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run a command in another process, and return what it wrote as bytes."""

    def run(
        *command: str, cwd: Path = root, **environment: str
    ) -> subprocess.CompletedProcess[bytes]:
        path = os.pathsep.join(filter(None, (str(root), os.environ.get("PYTHONPATH"))))
        return subprocess.run(
            [sys.executable, *command],
            cwd=cwd,
            env={**os.environ, "PYTHONPATH": path, **environment},
            capture_output=True,
            check=False,
        )

    return run
