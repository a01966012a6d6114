"""Locks answer for every dependency, and can be installed from any index."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PIN = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[^ ]+)(?: ; .+?)? \\$", re.MULTILINE)


# What only the benchmark needs has a lock of its own: the tests run without it.
BENCH = "tests/benchmarks/requirements.lock"


@pytest.fixture(scope="module", params=["requirements.lock", BENCH])
def lock(root: Path, request: pytest.FixtureRequest) -> str:
    return (root / request.param).read_text(encoding="utf-8")


def declared(root: Path) -> dict[str, list[Requirement]]:
    """Every requirement of ``pyproject.toml``, of the build to the tests, by lock."""
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    project, groups = settings["project"], settings["dependency-groups"]
    bench = groups.pop("bench")
    lists = (
        settings["build-system"]["requires"],
        project["dependencies"],
        *project["optional-dependencies"].values(),
        *groups.values(),
    )
    lines = {"requirements.lock": [line for lines in lists for line in lines], BENCH: bench}
    return {name: list(map(Requirement, found)) for name, found in lines.items()}


@pytest.mark.parametrize("name", ["requirements.lock", BENCH])
def test_a_lock_is_within_the_declared_ranges(root: Path, name: str) -> None:
    text = (root / name).read_text(encoding="utf-8")
    pinned = {canonicalize_name(pin["name"]): pin["version"] for pin in PIN.finditer(text)}

    outside = [
        f"{requirement}: {pinned.get(canonicalize_name(requirement.name), 'missing')}"
        for requirement in declared(root)[name]
        if pinned.get(canonicalize_name(requirement.name), "") not in requirement.specifier
    ]

    assert outside == [], "run make lock"


def test_the_tests_do_not_need_what_the_benchmark_does(root: Path) -> None:
    pins = PIN.finditer((root / "requirements.lock").read_text(encoding="utf-8"))
    assert "hugo" not in {canonicalize_name(pin["name"]) for pin in pins}


def test_every_pin_has_a_hash(lock: str) -> None:
    requirements = re.findall(r"^\w.*\n.*", lock, re.MULTILINE)

    assert len(requirements) == len(PIN.findall(lock)) > 0
    assert [lines for lines in requirements if "\n    --hash=sha256:" not in lines] == []


def test_the_lock_names_no_index_and_no_folder(lock: str) -> None:
    assert "://" not in lock
    assert "--index" not in lock
    assert not re.search(r"(?<![\w)])/\w", lock)
