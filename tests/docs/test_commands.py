"""The commands of the documentation are those of the program."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from site_builder.cli import commands
from tests.docs.markdown_page import MarkdownPage

_CONTEXT = click.Context(commands)
COMMANDS = {
    name: command
    for name in commands.list_commands(_CONTEXT)
    if (command := commands.get_command(_CONTEXT, name)) is not None
}
PAGES = (
    "README.md",
    "CHANGELOG.md",
    "SECURITY.md",
    *(f"docs/guides/{name}.md" for name in ("index", "publier", "conditions", "format", "codes")),
)


def options_of(command: click.Command) -> set[str]:
    options = (p for p in command.params if isinstance(p, click.Option))
    return {name for option in options for name in option.opts if name.startswith("--")}


@pytest.fixture
def page(root: Path, request: pytest.FixtureRequest) -> MarkdownPage:
    return MarkdownPage(root / request.param)


every_page = pytest.mark.parametrize("page", PAGES, indirect=True)


def written_commands(page: MarkdownPage) -> list[list[str]]:
    """The lines of consoles and the inline code that call ``catalogue``, split in words."""
    consoles = (line for fence in page.blocks("console") for line in fence.text.splitlines())
    typed = [line.removeprefix("$ ") for line in consoles if line.startswith("$ ")]
    called = [*typed, *page.code]
    return [shlex.split(line, comments=True) for line in called if line.startswith("catalogue ")]


@every_page
def test_commands_and_their_options_exist(page: MarkdownPage) -> None:
    for _, name, *words in written_commands(page):
        if name.startswith("-"):
            assert name in {"--trace", *options_of(commands)}
            continue
        assert name in COMMANDS, (page.path.name, name)
        options = {word for word in words if word.startswith("--")}
        assert options <= options_of(COMMANDS[name]), (page.path.name, words)


def test_lines_of_consoles_are_accepted_as_they_are(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "catalogue").mkdir()
    (tmp_path / "mkdocs.yml").touch()
    monkeypatch.chdir(tmp_path)
    seen = set()
    for path in PAGES:
        for fence in MarkdownPage(root / path).blocks("console"):
            for line in fence.text.splitlines():
                program, *words = shlex.split(line.removeprefix("$ "), comments=True)
                if program == "catalogue":
                    name, *arguments = words
                    COMMANDS[name].make_context(name, arguments)
                    seen.add(name)
    assert seen >= {"check", "serve", "build", "new", "schema", "explain"}


def test_the_readme_documents_every_command_and_option(root: Path) -> None:
    readme = MarkdownPage(root / "README.md").text
    for name, command in COMMANDS.items():
        [row] = re.findall(rf"^\| `catalogue {name}\b.*$", readme, re.MULTILINE)
        missing = {option for option in options_of(command) if f"`{option}" not in row}
        assert missing == set(), name
    for option in ("--help", "--version", "--trace"):
        assert option in readme


@every_page
def test_targets_of_make_exist(root: Path, page: MarkdownPage) -> None:
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    consoles = "\n".join(fence.text for fence in page.blocks("console"))
    calls = [*page.code, *re.findall(r"^\$ (make\b.*)$", consoles, re.MULTILINE)]
    named = {match[1] for call in calls if (match := re.match(r"make ([a-z]+)", call))}
    assert named <= targets


def test_the_readme_starts_with_its_two_commands(root: Path) -> None:
    first = MarkdownPage(root / "README.md").blocks("console")[0]
    assert re.findall(r"^\$ (make \w+)", first.text, re.MULTILINE) == ["make site", "make test"]
