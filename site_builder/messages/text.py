"""Problems for a person at a terminal, in the manner of rustc and ruff."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from site_builder.messages.capped import CAP_PER_FILE, group_by_file
from site_builder.messages.excerpt import make_excerpt, split_lines
from site_builder.messages.printable import printable
from site_builder.messages.summary import summarise
from site_builder.problems import Problem, Severity, sort_problems

TERMINAL_COLUMNS = 100

_RESET = "\x1b[0m"
_BOLD = "\x1b[1m"
_MARGIN = "\x1b[1;34m"
_SEVERITY = {
    Severity.ERREUR: "\x1b[1;31m",
    Severity.AVERTISSEMENT: "\x1b[1;33m",
    Severity.INFO: "\x1b[1;36m",
}

Paint = Callable[[str, str], str]


def format_text(
    problems: Iterable[Problem],
    excerpt_of: Callable[[str], str | None],
    colour: bool,
    cap_per_file: int = CAP_PER_FILE,
) -> str:
    """Return every problem with its excerpt, then a one-line summary in French.

    ``excerpt_of`` gives the text of a file of the catalogue, or ``None`` when there is
    none to show; it is called once a file. ``colour`` adds ANSI colours: whether the
    output is a terminal, and ``NO_COLOR``, are the caller's to judge.
    """
    paint = _painter(colour)
    ordered = sort_problems(problems)
    blocks: list[str] = []
    for group in group_by_file(ordered, cap_per_file):
        text = excerpt_of(group.file)
        lines = split_lines(text) if text is not None else []
        blocks += ["\n".join(_diagnostic(problem, lines, paint)) for problem in group.shown]
        if group.rest:
            blocks.append(paint(_MARGIN, group.rest.message))
    blocks.append("\n".join(_conclusion(ordered, paint)))
    return "\n\n".join(blocks) + "\n"


def _painter(colour: bool) -> Paint:
    def paint(style: str, text: str) -> str:
        return f"{style}{text}{_RESET}" if colour else text

    return paint


def _diagnostic(problem: Problem, lines: list[str], paint: Paint) -> Iterator[str]:
    place = problem.place
    code = paint(_SEVERITY[problem.severity], f"{problem.severity}[{printable(problem.code)}]")
    yield f"{code} {paint(_BOLD, printable(problem.message))}"
    margin = " " * (len(str(place.line)) + 1)
    where = f"{printable(place.file)}:{place.line}:{place.column}"
    yield f"{margin}{paint(_MARGIN, '-->')} {where}"
    if 1 <= place.line <= len(lines):
        yield from _excerpt(problem, lines[place.line - 1], margin, paint)
        if problem.suggestion:
            yield f"{margin} {paint(_MARGIN, '|')}"
    if problem.suggestion:
        advice = f"{paint(_BOLD, 'aide')}\u00a0: {printable(problem.suggestion)}"
        yield f"{margin} {paint(_MARGIN, '=')} {advice}"


def _excerpt(problem: Problem, line: str, margin: str, paint: Paint) -> Iterator[str]:
    place = problem.place
    excerpt = make_excerpt(line, place.column, place.length, TERMINAL_COLUMNS - len(margin) - 3)
    bar = paint(_MARGIN, "|")
    carets = f"{'^' * excerpt.carets} {printable(problem.label)}".rstrip()
    yield f"{margin} {bar}"
    yield f"{paint(_MARGIN, f' {place.line} |')} {excerpt.source}".rstrip()
    yield f"{margin} {bar} {' ' * excerpt.indent}{paint(_SEVERITY[problem.severity], carets)}"


def _conclusion(ordered: list[Problem], paint: Paint) -> Iterator[str]:
    yield paint(_BOLD, summarise(ordered))
    for problem in ordered:
        if problem.severity is Severity.ERREUR:
            code = printable(problem.code)
            yield f"`catalogue explain {code}` explique l’erreur et comment la corriger"
            return
