"""The floors of the package, as the contracts of ``pyproject.toml`` draw them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

# Modules that compute and nothing else, so that they can be tested without a disk or a clock.
PURE = ("eligibility", "model", "problems")


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Check the contracts of ``folder/pyproject.toml`` on the package beside it."""
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    return subprocess.run(
        [sys.executable, "-c", command, "--no-cache"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def package(root: Path, tmp_path: Path) -> Path:
    """A package of empty modules, under the contracts of the repository."""
    shutil.copy(root / "pyproject.toml", tmp_path)
    package = tmp_path / "site_builder"
    package.mkdir()
    floors = ("cli", "plugin", "config", "rendering", "loading", "eligibility", "model", "problems")
    for name in ("__init__", *floors):
        (package / f"{name}.py").touch()
    return package


def test_the_package_keeps_its_contracts(root: Path) -> None:
    run = lint_imports(root)

    assert run.returncode == 0, run.stdout + run.stderr


def test_an_allowed_import_is_kept(package: Path) -> None:
    (package / "plugin.py").write_text("import mkdocs\nimport site_builder.rendering\n")

    run = lint_imports(package.parent)

    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("model", "import site_builder.rendering"),
        ("plugin", "import site_builder.cli"),
        ("rendering", "import mkdocs"),
        ("loading", "import material"),
        ("model", "import time"),
        ("model", "from pathlib import Path"),
        ("cli", "import site_builder.utils"),
    ],
)
def test_a_forbidden_import_is_refused(package: Path, module: str, line: str) -> None:
    if line.endswith(".utils"):
        (package / "utils.py").touch()
    (package / f"{module}.py").write_text(line + "\n")

    run = lint_imports(package.parent)

    assert run.returncode == 1, run.stdout + run.stderr
    assert "BROKEN" in run.stdout


def test_every_pure_module_is_held_to_it(root: Path) -> None:
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    held = next(contract for contract in contracts if "pure" in contract["name"])

    present = [name for name in PURE if any((root / "site_builder").glob(f"{name}*"))]
    assert held["source_modules"] == [f"site_builder.{name}" for name in present]
