"""What the tests need to see in a page written in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from textwrap import dedent

from site_builder.rendering.typographie import typographie

_FENCE = re.compile(r"^([ >]*)```([\w-]*)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_CODE = re.compile(r"(?<!`)`[^`\n]+`(?!`)")
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_FRONT_MATTER = re.compile(r"\A---\n(.*?)^---\n", re.MULTILINE | re.DOTALL)
_ATTRIBUTES = re.compile(r"\{ #([\w-]+) \}")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
# What typography must not touch: code, destinations of links, attributes, entities, a sign
# that is quoted for itself, and what opens a definition or a list item.
_ASIDE = re.compile(
    rf"{_CODE.pattern}|\]\([^)]*\)|\{{[^}}]*\}}|&\w+;"
    r"|(?<=«\u00a0)\W{1,2}(?=\u00a0»)|^:   |^ *[-*] "
)
# Stands for what is put aside: a letter, so that it counts as a word.
_WORD = "\ua66e"


@dataclass(frozen=True)
class Fence:
    """A block of code: its language, its text at the left margin, and its first line."""

    language: str
    text: str
    line: int


@dataclass(frozen=True)
class MarkdownPage:
    """A page of the repository."""

    path: Path

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def fences(self) -> list[Fence]:
        return [
            Fence(match[2], dedent(match[3]), self.text.count("\n", 0, match.start(3)) + 1)
            for match in _FENCE.finditer(self.text)
        ]

    def blocks(self, *languages: str) -> list[Fence]:
        return [fence for fence in self.fences if fence.language in languages]

    @cached_property
    def words(self) -> str:
        """The page without its blocks of code and its comments, line for line."""

        def blank(match: re.Match[str]) -> str:
            return "\n" * match[0].count("\n")

        return _COMMENT.sub(blank, _FENCE.sub(blank, self.text))

    @cached_property
    def code(self) -> set[str]:
        """What stands between backquotes in the prose."""
        return {match[0].strip("`") for match in _CODE.finditer(self.words)}

    @cached_property
    def links(self) -> list[str]:
        return _LINK.findall(_CODE.sub("", self.words))

    @cached_property
    def anchors(self) -> list[str]:
        """The ids that links may lead to, in order: written ones, and those of headings."""
        written = _ATTRIBUTES.findall(self.words)
        plain = [title for title in _HEADING.findall(self.words) if not _ATTRIBUTES.search(title)]
        return [*written, *(re.sub(r"[^\w]+", "-", title.lower()).strip("-") for title in plain)]

    def poorly_typeset(self) -> Iterator[str]:
        """Yield the lines of prose that French typography would change."""
        front_matter = _FRONT_MATTER.match(self.text)
        lines_of_keys = front_matter[0].count("\n") if front_matter else 0
        for number, line in enumerate(self.words.splitlines(), start=1):
            prose = line if number > lines_of_keys else line.partition(": ")[2]
            if _one_space(typeset(prose)) != _one_space(prose):
                yield f"{self.path.name}:{number}: {line!r}"


def _one_space(text: str) -> str:
    """Return ``text`` with one kind of no-break space: books differ on which is narrow."""
    return text.replace("\u202f", "\u00a0")


def typeset(line: str) -> str:
    """Return a line of Markdown with French typography, its code and its marks untouched."""
    aside: list[str] = []

    def put_aside(match: re.Match[str]) -> str:
        aside.append(match[0])
        return _WORD

    held = iter(typographie(_ASIDE.sub(put_aside, line)).split(_WORD))
    return next(held) + "".join(kept + words for kept, words in zip(aside, held, strict=True))
