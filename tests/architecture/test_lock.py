"""The lock answers for every dependency, and can be installed from any index."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PIN = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[^ ]+)(?: ; .+?)? \\$", re.MULTILINE)


@pytest.fixture(scope="module")
def lock(root: Path) -> str:
    return (root / "requirements.lock").read_text(encoding="utf-8")


def declared(root: Path) -> list[Requirement]:
    """Every requirement of ``pyproject.toml``, of the build to the tests."""
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    project = settings["project"]
    groups = (
        settings["build-system"]["requires"],
        project["dependencies"],
        *project["optional-dependencies"].values(),
        *settings["dependency-groups"].values(),
    )
    return [Requirement(line) for group in groups for line in group]


def test_the_lock_is_within_the_declared_ranges(root: Path, lock: str) -> None:
    pinned = {canonicalize_name(pin["name"]): pin["version"] for pin in PIN.finditer(lock)}

    outside = [
        f"{requirement}: {pinned.get(canonicalize_name(requirement.name), 'missing')}"
        for requirement in declared(root)
        if pinned.get(canonicalize_name(requirement.name), "") not in requirement.specifier
    ]

    assert outside == [], "run make lock"


def test_every_pin_has_a_hash(lock: str) -> None:
    requirements = re.findall(r"^\w.*\n.*", lock, re.MULTILINE)

    assert len(requirements) == len(PIN.findall(lock)) > 0
    assert [lines for lines in requirements if "\n    --hash=sha256:" not in lines] == []


def test_the_lock_names_no_index_and_no_folder(lock: str) -> None:
    assert "://" not in lock
    assert "--index" not in lock
    assert not re.search(r"(?<![\w)])/\w", lock)
