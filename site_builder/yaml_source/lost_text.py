"""Texts that YAML accepts but understands otherwise than their author.

No parser complains about these: part of the text becomes a comment, or a list item becomes
the end of the item before it. Without a word, the site would publish something else.
"""

from __future__ import annotations

import re

from site_builder.problems import Problem, problem
from site_builder.yaml_source.node import Scalar
from site_builder.yaml_source.source import COMMENT, Event, Source, advise_quotes, excerpt

_OPENING = re.compile(r"\s*:([ \t]+)(#\S.*)")
_DASHES = re.compile(r"[ ]*(?:-[ ]+)*-([ ]+)(#\S.*)")
_BLANK_OR_COMMENT = re.compile(r"[ \t]*(?:#.*)?$")
_HEADER = re.compile(r"[|>][-+0-9]*")


def find_cut(source: Source, event: Event, scalar: Scalar, indent: int | None) -> Problem | None:
    """Report the comment that ends an unquoted text, and note it on ``scalar``.

    « Atelier #1 » has lost text for certain, « n° # 3949 » perhaps; two blanks or more
    before « # » and one after make an ordinary comment, as does « # » after an empty value.
    """
    start, end = event.start_mark, event.end_mark
    match = COMMENT.match(source.line(end.line), end.column)
    if not match:
        return None
    blanks, comment = match[1], match[2].rstrip()
    glued = len(comment) > 1 and not comment[1].isspace()
    if not glued and (blanks != " " or scalar.is_empty):
        return None
    scalar.comment = comment
    # A text of several lines, or inside brackets, cannot be shown whole.
    alone = start.line == end.line and indent is not None
    text = source.rest(end.line, start.column).lstrip() if alone else None
    return _cut(source, "CAT-Y020" if glued else "CAT-Y021", (end.line, match.start(2)), text)


def find_cut_after_colon(source: Source, key: Event, value: Event) -> Problem | None:
    """Report ``cle: #texte`` when the value stands on the lines below."""
    end = key.end_mark
    if value.start_mark.line == end.line:
        return None
    match = _OPENING.match(source.line(end.line), end.column)
    return _cut(source, "CAT-Y020", (end.line, match.start(2)), None) if match else None


def find_cut_after_dash(source: Source, item: Event) -> Problem | None:
    """Report ``- #texte`` when the item stands on the lines below."""
    start = item.start_mark
    if source.line(start.line)[: start.column].strip():
        return None
    for number in range(start.line - 1, -1, -1):
        line = source.line(number)
        if _BLANK_OR_COMMENT.match(line):
            continue
        match = _DASHES.match(line)
        return _cut(source, "CAT-Y020", (number, match.start(2)), None) if match else None
    return None


def _cut(source: Source, code: str, place: tuple[int, int], text: str | None) -> Problem:
    line, column = place
    comment = source.rest(line, column)
    return problem(
        code,
        source.place(line, column),
        value=excerpt(comment),
        suggestion=advise_quotes(text),
    )


def find_swallowed_dash(source: Source, event: Event, indent: int | None) -> Problem | None:
    """Report a line that begins with a dash but was read as text.

    ``-item`` lacks its space; ``- item`` that stands further right than the list becomes
    the end of the text above.
    """
    if indent is None:
        return None
    start = event.start_mark
    for number in range(start.line, event.end_mark.line + 1):
        line = source.line(number)
        column = len(line) - len(line.lstrip())
        if number == start.line and start.column != column:
            continue
        if line.startswith("-", column):
            value = source.rest(number, column)
            code = "CAT-Y023" if value[1:2] in ("", " ") else "CAT-Y022"
            return problem(code, source.place(number, column), value=excerpt(value))
    return None


def find_header_text(source: Source, event: Event) -> Problem | None:
    """Report ``> #texte``, and ``>5`` that YAML takes for an empty indented text."""
    start = event.start_mark
    line = source.line(start.line)
    header = _HEADER.match(line, start.column)
    if not header:
        return None
    match = COMMENT.match(line, header.end())
    if match and len(match[2]) > 1 and not match[2][1].isspace():
        return _cut(source, "CAT-Y020", (start.line, match.start(2)), None)
    if event.value.strip() or not any(character.isdigit() for character in header[0]):
        return None
    return problem(
        "CAT-Y024",
        source.place(start.line, start.column, len(header[0])),
        value=header[0],
        suggestion=advise_quotes(header[0]),
    )


def find_swallowed_lines(source: Source, event: Event, indent: int) -> Problem | None:
    """Report a quoted text that runs over lines too far left to belong to it.

    YAML 1.2.2 (section 7.3) asks for them to be indented; libyaml does not, and a quote
    that was never closed then swallows the fields up to the next quote.
    """
    start, end = event.start_mark, event.end_mark
    for number in range(start.line + 1, end.line + 1):
        line = source.line(number)
        if line.strip() and len(line) - len(line.lstrip(" ")) <= indent:
            return problem(
                "CAT-Y032",
                source.place(start.line, start.column),
                value=source.line(start.line)[start.column],
            )
    return None
