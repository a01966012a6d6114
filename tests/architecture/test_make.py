"""What ``make`` chooses for itself."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

# Makes of this Python another one, whatever this one is, then runs what the Makefile asks it.
AS_IF = """#!/bin/sh
exec {python} -c "import sys, sysconfig
sys.version_info, sys.base_prefix = {version}, '/nowhere'
sysconfig.get_config_var = lambda name: {options!r}
$2"
"""


def chosen_python(root: Path, pythons: Path) -> str:
    """The name of the Python that ``make`` chooses when there are those of ``pythons``."""
    make = shutil.which("make")
    assert make is not None
    run = subprocess.run(
        [make, "--silent", "-f", "-", "nothing"],
        input="include Makefile\n$(info $(PYTHON))\nnothing:\n",
        # Nothing of what the machine has.
        env={"PATH": str(pythons)},
        cwd=root,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    path = Path(run.stdout.strip())
    assert path.parent == pythons, run.stdout
    return path.name


@pytest.mark.parametrize(
    ("pythons", "expected"),
    [
        ({"python3": ((3, 12), "--enable-optimizations")}, "python3"),
        (
            {
                "python3": ((3, 12), "--enable-shared"),
                "python3.11": ((3, 11), "--prefix=/nowhere --enable-optimizations"),
            },
            "python3.11",
        ),
        (
            {
                "python3": ((3, 10), "--enable-optimizations"),
                "python3.13": ((3, 13), "--enable-optimizations"),
            },
            "python3.13",
        ),
        (
            {
                "python3": ((3, 14), "--enable-optimizations"),
                "python3.13": ((3, 13), "--enable-optimizations"),
            },
            "python3",
        ),
    ],
    ids=["alone", "slow first", "too old first", "quick first"],
)
def test_make_takes_the_first_quick_python(
    root: Path, tmp_path: Path, pythons: dict[str, tuple[tuple[int, int], str]], expected: str
) -> None:
    for name, (version, options) in pythons.items():
        program = tmp_path / name
        program.write_text(AS_IF.format(python=sys.executable, version=version, options=options))
        program.chmod(0o755)

    assert chosen_python(root, tmp_path) == expected
