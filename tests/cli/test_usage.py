"""Wrong usages, faults and help: in French, with the right exit code."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import click
import pytest

from site_builder import __version__
from site_builder.cli import check as check_module
from site_builder.cli import commands

Catalogue = Any
Process = Any

ENGLISH = re.compile(
    r"\b(usage: |error|invalid|missing|no such|try|unexpected|show|does not|the|commands:)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("chek", "la commande «\u00a0chek\u00a0» n’existe pas\u202f; vouliez-vous écrire check"),
        ("--trace", "il manque une commande"),
        ("check --formt json", "l’option --formt n’existe pas\u202f; vouliez-vous écrire --format"),
        ("check --format", "l’option --format attend une valeur"),
        ("check --strict=oui .", "l’option --strict ne prend pas de valeur"),
        ("check --format xml .", "choisissez text, json, github ou sarif"),
        ("check . deux", "«\u00a0deux\u00a0» est de trop"),
        ("check . deux trois", "«\u00a0deux\u00a0» et «\u00a0trois\u00a0» sont de trop"),
        ("explain", "il manque CODE"),
        ("explain CAT-R11", "le code «\u00a0CAT-R11\u00a0» n’existe pas"),
        ("new", "il manque SORTE"),
        ("new action", "il manque NOM"),
        ("build --config-file absent.yml", "le fichier «\u00a0absent.yml\u00a0» n’existe pas"),
        ("serve --config-file absent.yml", "le fichier «\u00a0absent.yml\u00a0» n’existe pas"),
        ("build --catalogue absent", "le dossier «\u00a0absent\u00a0» n’existe pas"),
    ],
)
def test_a_wrong_usage_exits_with_2_and_says_why_in_french(
    catalogue: Catalogue, arguments: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "catalogue").mkdir()
    run = catalogue(*arguments.split())
    assert (run.code, run.out) == (2, "")
    assert said in run.err
    assert not ENGLISH.search(run.err), run.err


def test_a_wrong_usage_names_the_command_whose_help_tells_more(catalogue: Catalogue) -> None:
    lines = catalogue("check", "--format", "xml").err.splitlines()
    assert lines[0] == "Usage\u00a0: catalogue check [OPTIONS] [DOSSIER]"
    assert lines[1] == "Pour en savoir plus\u00a0: catalogue check --help"


def test_no_command_shows_the_help(catalogue: Catalogue) -> None:
    run = catalogue()
    assert (run.code, run.out) == (2, "")
    assert "Commandes\u00a0:" in run.err


@pytest.mark.parametrize("name", [None, *commands.list_commands(click.Context(commands))])
def test_help_is_in_french_and_describes_every_option(
    catalogue: Catalogue, name: str | None
) -> None:
    path = [name] if name else []
    run = catalogue(*path, "--help")
    assert (run.code, run.err) == (0, "")
    assert run.out.startswith(f"Usage\u00a0: {' '.join(['catalogue', *path])}")
    assert not ENGLISH.search(run.out), run.out
    # An option without words would end its line with its own name.
    assert not re.search(r"^  -.*--[\w-]+$\n(?! {10})", run.out, re.MULTILINE)
    assert catalogue(*path, "-h") == run


def test_version(catalogue: Catalogue) -> None:
    run = catalogue("--version")
    assert (run.code, run.out, run.err) == (0, f"catalogue {__version__}\n", "")


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the check fail as no content can make it fail."""

    def fail(*_: object) -> None:
        raise RuntimeError("une \x1b[31mpièce\x1b[0m manque")

    monkeypatch.setattr(check_module, "check_catalogue", fail)


@pytest.mark.usefixtures("broken")
def test_a_fault_exits_with_3_without_a_traceback(catalogue: Catalogue, sound: Path) -> None:
    run = catalogue("check", sound)
    assert (run.code, run.out) == (3, "")
    assert run.err.startswith("panne du programme\u00a0: RuntimeError\u00a0: une ")
    assert "catalogue --trace" in run.err
    assert "Traceback" not in run.err
    assert "\x1b" not in run.err


@pytest.mark.usefixtures("broken")
def test_trace_shows_where_a_fault_comes_from(catalogue: Catalogue, sound: Path) -> None:
    run = catalogue("--trace", "check", sound)
    assert run.code == 3
    assert "Traceback (most recent call last)" in run.err
    assert "panne du programme" in run.err


def test_ctrl_c_is_not_a_fault(
    catalogue: Catalogue, sound: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(check_module, "check_catalogue", interrupt)
    run = catalogue("check", sound)
    assert (run.code, run.out) == (130, "")
    assert run.err.strip() == "Interrompu."


def test_the_module_is_the_command(process: Process, sound: Path, faulty: Path) -> None:
    assert sound == faulty  # one folder, with the problems of the second
    script = "from site_builder.cli import main; main()"
    for arguments in (["--version"], ["check", str(faulty)], ["check", "--formt"]):
        module = process("-m", "site_builder", *arguments)
        command = process("-c", script, *arguments)
        assert module.returncode == command.returncode
        assert module.stdout == command.stdout
        assert module.stderr == command.stderr


def test_it_can_be_measured(process: Process) -> None:
    run = process("-m", "cProfile", "-m", "site_builder", "--version")
    assert run.stdout.startswith(f"catalogue {__version__}\n".encode())
    assert b"function calls" in run.stdout


def test_it_runs_from_any_folder(process: Process, sound: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "ailleurs"
    elsewhere.mkdir()
    run = process("-m", "site_builder", "check", str(sound), cwd=elsewhere)
    assert run.returncode == 0
    assert list(elsewhere.iterdir()) == []


_AFTER_A_SEARCH = """
import os, sys
for name in ("OPENBLAS_NUM_THREADS", "PYDANTIC_DISABLE_PLUGINS"):
    os.environ.pop(name, None)
os.environ.update(pair.split("=") for pair in sys.argv[2:])
from site_builder.cli import main
try:
    main(["search", "permis", sys.argv[1]])
except SystemExit as end:
    assert end.code == 0
assert "numpy" in sys.modules and "pydantic" in sys.modules
print(len(os.listdir("/proc/self/task")), os.environ["OPENBLAS_NUM_THREADS"])
"""


def test_libraries_start_no_thread_unless_somebody_says_so(process: Process, root: Path) -> None:
    folder = str(root / "catalogue")
    run = process("-c", _AFTER_A_SEARCH, folder)
    assert run.stdout.splitlines()[-1:] == [b"1 1"], run.stderr
    run = process("-c", _AFTER_A_SEARCH, folder, "OPENBLAS_NUM_THREADS=2")
    assert run.stdout.endswith(b" 2\n"), run.stderr
