"""PyYAML's syntax errors, said in French with their usual cause.

The parser says what it expected in terms of grammar; the usual cause is found by looking
at the line. Both of PyYAML's parsers are understood (libyaml's and the Python one).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import yaml

from site_builder.problems import Problem, problem
from site_builder.yaml_source.source import Event, Mark, Source, advise_quotes, excerpt

_KEY = re.compile(r"[ ]*(?:-[ ]+)*(\w+)[ \u00a0\u202f]*:(?=[ \t]|$)")
_GLUED_KEY = re.compile(r"[ ]*(?:-[ ]+)*([^\W\d]\w*)[ \u00a0\u202f]*:[^ \t/]")
_MAPPED = re.compile(r":[ \t]+")


@dataclass(frozen=True, slots=True)
class Failure:
    """A syntax error at ``line`` and ``column``, that began to show at ``start``.

    Both count from 0. ``last`` is the last scalar read before it, ``bracket`` the mark
    of the innermost bracket still open.
    """

    source: Source
    line: int
    column: int
    start: tuple[int, int]
    last: Event | None
    bracket: Mark | None

    @property
    def written(self) -> str:
        """The line where the parser stopped."""
        return self.source.line(self.line)

    @property
    def here(self) -> str:
        """What stands where the parser stopped, up to the end of the line."""
        return self.source.rest(self.line, self.column)

    def report(
        self,
        code: str,
        at: tuple[int, int] | None = None,
        length: int | None = None,
        suggestion: str | None = None,
        **params: object,
    ) -> Problem:
        """Make a problem at ``at``, or where the parser stopped."""
        line, column = at or (self.line, self.column)
        return problem(
            code,
            self.source.place(line, column, length),
            value=excerpt(self.source.rest(line, column)),
            suggestion=suggestion,
            **params,
        )


def explain(
    error: yaml.MarkedYAMLError,
    source: Source,
    last: Event | None,
    bracket: Mark | None,
) -> Problem:
    """Return the problem that says in French what ``error`` met in ``source``."""
    mark: Mark = error.problem_mark or error.context_mark
    start: Mark = error.context_mark or mark
    if mark is None:
        return problem("CAT-Y040", source.place(0, 0), value="")
    failure = Failure(source, mark.line, mark.column, (start.line, start.column), last, bracket)
    words = f"{error.context or ''} | {error.problem or ''}"
    for pattern, describe in _CAUSES:
        if re.search(pattern, words):
            return describe(failure)
    return _unknown(failure)


def _unknown(failure: Failure) -> Problem:
    return failure.report("CAT-Y040")


def _tab(failure: Failure) -> Problem:
    return failure.report("CAT-Y030", length=1)


def _first_character(failure: Failure) -> Problem:
    """A character that cannot begin a text: a tab, or one that YAML keeps for itself."""
    if failure.here[:1] in ("", "\t"):
        return _tab(failure)
    return _reserved(failure, (failure.line, failure.column))


def _started(failure: Failure) -> Problem:
    return _reserved(failure, failure.start)


def _reserved(failure: Failure, at: tuple[int, int]) -> Problem:
    text = failure.source.rest(*at)
    advice = advise_quotes(text)
    return failure.report("CAT-Y036", at, suggestion=advice, character=text[:1])


def _colon(failure: Failure) -> Problem:
    """« : » where no key may stand: inside a text, or on a line shifted to the right."""
    before = failure.written[: failure.column]
    if match := _MAPPED.search(before):
        text = failure.source.rest(failure.line, match.end())
        return failure.report(
            "CAT-Y031", (failure.line, match.end()), suggestion=advise_quotes(text)
        )
    above = failure.source.written_line_before(failure.line)
    if above is not None and _lacks_space(failure.source.line(above)):
        return _missing_colon(failure, above)
    if re.fullmatch(r"[ ]*(?:-[ ]+)*\w+", before):
        return _misaligned(failure)
    column = len(before) - len(before.lstrip())
    return failure.report("CAT-Y031", (failure.line, column), suggestion=advise_quotes())


def _lacks_space(line: str) -> bool:
    return bool(_GLUED_KEY.match(line)) and not _KEY.match(line)


def _simple_key(failure: Failure) -> Problem:
    """A line that is neither a key nor the end of the text above."""
    line, column = failure.start
    text = failure.source.rest(line, column)
    if text.startswith("-") and text[1:2] != "-":
        return failure.report("CAT-Y022", failure.start)
    return _missing_colon(failure, line)


def _missing_colon(failure: Failure, line: int) -> Problem:
    written = failure.source.line(line)
    column = len(written) - len(written.lstrip())
    if match := _GLUED_KEY.match(written):
        return failure.report("CAT-Y037", (line, match.start(1)), key=match[1])
    return failure.report("CAT-Y038", (line, column))


def _misaligned(failure: Failure) -> Problem:
    column = len(failure.written) - len(failure.written.lstrip())
    return failure.report("CAT-Y034", (failure.line, column))


def _unexpected(failure: Failure) -> Problem:
    """Something that cannot follow what stands before it in a mapping or a list."""
    if failure.here.startswith(":"):
        return failure.report("CAT-Y018")
    before = failure.written[: failure.column].rstrip()
    last = failure.last
    if last is not None and last.style in ("'", '"') and _ends_here(failure, last):
        return _after_quote(failure, last)
    if before.endswith(("]", "}")):
        opened = before.rfind("[" if before.endswith("]") else "{")
        value = failure.source.rest(failure.line, max(opened, 0))
        return failure.report("CAT-Y033", suggestion=advise_quotes(value))
    if last is not None and not last.style and _has_comment_between(failure, last):
        return failure.report("CAT-Y025")
    return _misaligned(failure)


def _ends_here(failure: Failure, last: Event) -> bool:
    end = last.end_mark
    between = failure.written[end.column : failure.column]
    return bool(end.line == failure.line and not between.strip())


def _after_quote(failure: Failure, last: Event) -> Problem:
    start = last.start_mark
    if start.line < last.end_mark.line:
        # The quote ran on to the next one met: that is where it was meant to close.
        return _open_quote(failure, (start.line, start.column))
    text = failure.source.rest(start.line, start.column)
    inside = text[1:-1] if len(text) > 1 and text[-1] == text[0] else text
    return failure.report("CAT-Y033", suggestion=advise_quotes(inside))


def _has_comment_between(failure: Failure, last: Event) -> bool:
    end = last.end_mark
    lines = [failure.source.rest(end.line, end.column)]
    lines += failure.source.lines[end.line + 1 : failure.line]
    return any(line.lstrip().startswith("#") for line in lines)


def _quote(failure: Failure) -> Problem:
    return _open_quote(failure, failure.start)


def _open_quote(failure: Failure, at: tuple[int, int]) -> Problem:
    return problem("CAT-Y032", failure.source.place(*at), value=failure.source.rest(*at)[:1])


def _escape(failure: Failure) -> Problem:
    column = failure.written.rfind("\\", 0, failure.column + 1)
    return failure.report("CAT-Y039", (failure.line, max(column, 0)), 2)


def _brackets(failure: Failure) -> Problem:
    bracket = failure.bracket
    at = (bracket.line, bracket.column) if bracket else failure.start
    character = failure.source.rest(*at)[:1]
    closing = {"[": "]", "{": "}"}.get(character, "]")
    return failure.report("CAT-Y035", at, character=character, closing=closing)


def _node(failure: Failure) -> Problem:
    if failure.here.startswith(":"):
        return failure.report("CAT-Y018")
    return _brackets(failure) if failure.bracket else _started(failure)


def _dash(failure: Failure) -> Problem:
    return failure.report("CAT-Y026")


def _tag(failure: Failure) -> Problem:
    return failure.report("CAT-Y012", failure.start)


def _directive(failure: Failure) -> Problem:
    return failure.report("CAT-Y015", (failure.line, 0))


def _after_document(failure: Failure) -> Problem:
    """Text after a document that is over: after « ... », or after a root that is no mapping."""
    above = failure.source.written_line_before(failure.line)
    if above is not None and failure.source.line(above).startswith("..."):
        return failure.report("CAT-Y014")
    return _unknown(failure)


# In this order: the first that matches « context | problem » speaks.
_CAUSES: tuple[tuple[str, Callable[[Failure], Problem]], ...] = (
    (r"tab character", _tab),
    (r"cannot start any token", _first_character),
    (r"mapping values are not allowed", _colon),
    (r"sequence entries are not allowed", _dash),
    (r"mapping keys are not allowed", _first_character),
    (r"scanning a simple key", _simple_key),
    (r"quoted scalar \| found unexpected", _quote),
    (r"quoted.scalar \|", _escape),
    (r"scanning an? (alias|anchor)", _started),
    (r"tag", _tag),
    (r"directive|incompatible", _directive),
    (r"scanning a block scalar", _started),
    (r"expected (the )?node content", _node),
    (r"parsing a flow (sequence|mapping)", _brackets),
    (r"document start", _after_document),
    (r"parsing a block (mapping|collection)", _unexpected),
)
