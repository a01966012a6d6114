"""The blocks of most texts, read ten times as fast as a parser of Markdown would.

Paragraphs of one line, lists of one line an item and plain tables, apart by an empty line,
where no rule of Markdown can read anything else.
"""

from __future__ import annotations

import re

from site_builder.vocabulary.texte_riche import UNWANTED

BULLET = "- "
# How a line begins that can only be a paragraph: nothing there begins a list, a heading, a
# quotation or a rule. It may begin with strong words, and hold emphasis and links.
_PARAGRAPH = re.compile(r"\*\*\w|(?![#+*_=>\-\s]|\d+[.)]).")
# How a line without markup begins when it may be something else.
OPENING = re.compile(r"[#+=\-\s]|\d+[.)]")
# The rows of a table, where a bar can only stand between two cells.
_ROW = re.compile(rf"\|(?:[^|\\`\r\n{UNWANTED}]+\|)+")
_RULE = re.compile(r"\|(?: ?:?-+:? ?\|)+")


def simple_blocks(text: str) -> list[list[str]] | None:
    """Return the lines of each block of ``text``, ``None`` when it takes a parser to read it.

    The first characters of a block say what it is: ``- ``, a list; ``|`` over several lines,
    a table; a paragraph otherwise. Lists one after the other, which Markdown makes one, are
    left to the parser.
    """
    if "\r" in text:
        return None
    blocks = [block.split("\n") for block in text.split("\n\n")]
    after_list = False
    for lines in blocks:
        is_list = lines[0].startswith(BULLET)
        if is_list:
            simple = not after_list and all(map(_is_item, lines))
        else:
            simple = _is_paragraph(lines[0]) if len(lines) == 1 else _is_table(lines)
        if not simple:
            return None
        after_list = is_list
    return blocks


def cells(row: str) -> list[str]:
    """Return the words of each cell of a table's row."""
    return [cell.strip() for cell in row[1:-1].split("|")]


def _is_paragraph(line: str) -> bool:
    return line == line.rstrip() and _PARAGRAPH.match(line) is not None


def _is_item(line: str) -> bool:
    return line.startswith(BULLET) and _is_paragraph(line.removeprefix(BULLET))


def _is_table(lines: list[str]) -> bool:
    head, rule, *rows = lines
    bars = head.count("|")
    return bool(rule.count("|") == bars and _RULE.fullmatch(rule)) and all(
        row.count("|") == bars and _ROW.fullmatch(row) for row in (head, *rows)
    )
