"""What commands print of a hostile catalogue drives neither a terminal nor a forge."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.cli import main
from tests.injection.hostile import write_catalogue
from tests.injection.payloads import PAYLOADS

# Escape sequences of terminals, new lines that would begin a command of a forge, disguises.
CONTROLS = (
    "\x1b[31mrouge\x1b]0;titre\x07",
    "\x1b[2J\x1b[1;1H\x9b31m",
    "x\n::error file=a.yml,line=1::y",
    "x\r\n::set-output name=a::b",
    "x%0A::warning::y",
    "\u202eesrevne\u2066\u2028\u2029\u0085",
    "a\x00b\x08\x08c\x7f",
    "\ufeff\u200b\u00ad\u061c",
)
FILE_NAMES = (
    "actions/<img src=x onerror=alert(1)>.yml",
    "actions/a\n::error::b.yml",
    "actions/a\x1b[31mb.yml",
    "actions/a\u202eb\u2066.yml",
    "actions/a,line=9::b%0A.yml",
    "actions/'\"><script>.yaml",
    "x\r::error::y/z.yml",
)
_ANNOTATION = re.compile(r"::(error|warning|notice) file=[^:]*,line=\d+,col=\d+,title=[^:]*::.*")
# Controls, invisible and bidirectional formats, surrogates, separators of lines.
_HARMFUL = {"Cc", "Cf", "Cs", "Zl", "Zp"}


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalogue whose every field holds a hostile text, whatever the field takes."""
    folder = tmp_path_factory.mktemp("refused") / "catalogue"
    texts = [*CONTROLS, *(payload.text for payload in PAYLOADS[:6])]
    write_catalogue(folder, texts, CONTROLS[0], refused=True)
    for name in FILE_NAMES:
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("nom: Essai\n", encoding="utf-8")
    # Hostile keys, and text that is no YAML at all.
    (folder / "structures/cles.yml").write_text(
        "".join(f"{json.dumps(text)}: x\n" for text in CONTROLS), encoding="utf-8"
    )
    (folder / "structures/brut.yml").write_bytes(b"nom: a\x1b[31m\x07: [\r::error::x\r")
    (folder / "structures/latin.yml").write_bytes(b"nom: \xe9\x9b31m\n::error::x\n")
    return folder


Printed = Callable[..., tuple[int, str]]


@pytest.fixture
def catalogue(capsys: pytest.CaptureFixture[str]) -> Printed:
    """Run a command, and return its exit code and all that it printed."""

    def run(*arguments: str) -> tuple[int, str]:
        with pytest.raises(SystemExit) as stop:
            main(arguments)
        printed = capsys.readouterr()
        return int(stop.value.code or 0), printed.out + printed.err

    return run


@pytest.fixture
def check(catalogue: Printed, refused: Path) -> Callable[[str], str]:
    """Return what ``catalogue check`` prints of the hostile catalogue in a form."""

    def run(form: str) -> str:
        code, printed = catalogue("check", str(refused), "--format", form)
        assert code == 1, printed
        return printed

    return run


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_no_harmful_character_is_printed(check, form: str) -> None:
    printed = check(form)
    found = {char for char in printed if unicodedata.category(char) in _HARMFUL}
    assert found == {"\n"}
    assert len(printed) > 1000


def test_each_line_for_a_forge_is_one_annotation(check) -> None:
    lines = check("github").splitlines()
    assert len(lines) > len(FILE_NAMES)
    assert [line for line in lines if not _ANNOTATION.fullmatch(line)] == []


def test_each_line_for_a_script_is_one_problem(check) -> None:
    for line in check("json").splitlines():
        assert {"code", "severity", "file", "line", "column", "message"} <= set(json.loads(line))


def test_every_hostile_file_is_named(check) -> None:
    named = {json.loads(line)["file"] for line in check("json").splitlines()}
    assert set(FILE_NAMES) <= named


@pytest.mark.parametrize("text", CONTROLS)
def test_explain_and_new_answer_harmlessly(
    catalogue: Printed, monkeypatch: pytest.MonkeyPatch, text: str, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    argument = text.replace("\x00", "")
    for command in (["explain", argument], ["new", argument, argument], ["check", argument]):
        code, printed = catalogue(*command)
        assert code == 2, printed
        found = {char for char in printed if unicodedata.category(char) in _HARMFUL}
        assert found <= {"\n"}, command
