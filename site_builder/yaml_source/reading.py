"""From text to nodes, on the events of PyYAML's parser.

Events, not PyYAML's own nodes: its composer types values, expands aliases and recurses in
C until the process dies; the events come one by one and the reading stops when it wants.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from site_builder.problems import Problem, problem, sort_problems
from site_builder.yaml_source import lost_text
from site_builder.yaml_source.decoding import FORBIDDEN, decode, name_character
from site_builder.yaml_source.node import Entry, Mapping, Node, Scalar, Sequence
from site_builder.yaml_source.size import MAX_DEPTH, MAX_NODES
from site_builder.yaml_source.source import Event, Mark, Source, advise_quotes, excerpt
from site_builder.yaml_source.syntax import explain

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's parser, ten times faster than the Python one used where it is missing."""

_DIRECTIVE = re.compile(r"(?:[ \t]*(?:#.*)?\n)*%")
_INVISIBLE_IN_KEY = re.compile("[\u00a0\u00ad\u2000-\u200f\u202a-\u202f\u205f-\u2064\u3000]")


def read_yaml(data: bytes, file: str) -> tuple[Mapping | None, list[Problem]]:
    """Read the bytes of ``file`` (its path in the catalogue, for the problems).

    Returns the root mapping and the problems, sorted. The mapping is ``None`` as soon as
    part of the file could not be read or was refused: nobody should build on half a
    record. Repeated keys (the first value is kept) and texts cut by « # » leave the rest
    readable, so the mapping comes with their problems. Raises nothing, whatever the bytes.
    """
    text, problems = decode(data, file)
    if text is None:
        return None, problems
    source = Source(file, text, text.split("\n"))
    if match := _DIRECTIVE.match(text):
        line = text.count("\n", 0, match.end())
        place = source.place(line, 0)
        return None, [problem("CAT-Y015", place, value=source.rest(line, 0))]
    return _Reader(source).read()


class _Stop(Exception):
    """Reading cannot go on; the reason has been reported."""


class _Reader:
    """Reads one document; ``problems`` fills up on the way."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.problems: list[Problem] = []
        self.complete = True
        self.count = 0
        self.last: Event | None = None
        self.open_brackets: list[Mark] = []
        self.lines_with_hash = {n for n, line in enumerate(source.lines) if "#" in line}
        self.events: Iterator[Event] = yaml.parse(source.text, Loader=LOADER)

    def read(self) -> tuple[Mapping | None, list[Problem]]:
        root: Mapping | None = None
        try:
            root = self.read_document()
        except _Stop:
            self.complete = False
        except yaml.MarkedYAMLError as error:
            self.complete = False
            bracket = self.open_brackets[-1] if self.open_brackets else None
            self.problems.append(explain(error, self.source, self.last, bracket))
        except (yaml.YAMLError, ValueError, OverflowError):
            # PyYAML's Python scanner lets chr() fail on "\UFFFFFFFF".
            self.complete = False
            line = self.last.end_mark.line if self.last else 0
            self.problems.append(problem("CAT-Y040", self.source.place(line, 0)))
        return (root if self.complete else None), sort_problems(self.problems)

    def add(self, found: Problem | None) -> None:
        """Keep a problem that leaves the rest of the file readable."""
        if found:
            self.problems.append(found)

    def refuse(self, found: Problem | None) -> None:
        """Keep a problem that leaves part of the file unread."""
        if found:
            self.problems.append(found)
            self.complete = False

    def at(
        self,
        code: str,
        mark: Mark,
        value: str = "",
        suggestion: str | None = None,
        **params: object,
    ) -> Problem:
        place = self.source.place(mark.line, mark.column, len(value))
        return problem(code, place, value=excerpt(value), suggestion=suggestion, **params)

    def read_document(self) -> Mapping | None:
        next(self.events)
        start: Event = next(self.events)
        if type(start) is yaml.StreamEndEvent:
            self.refuse(problem("CAT-Y005", self.source.place(0, 0)))
            return None
        root = self.read_node(next(self.events), 0, -1)
        next(self.events)
        following: Event = next(self.events)
        if type(following) is yaml.DocumentStartEvent:
            mark: Mark = following.start_mark
            self.refuse(self.at("CAT-Y014", mark, self.source.rest(mark.line, mark.column)))
        if isinstance(root, Mapping):
            return root
        if self.complete:
            empty = isinstance(root, Scalar) and root.is_empty
            place = self.source.place(0, 0) if empty else root.place(self.source.file)
            self.refuse(problem("CAT-Y005" if empty else "CAT-Y006", place))
        return None

    def read_node(self, event: Event, depth: int, indent: int | None) -> Node:
        """Read the node that begins with ``event``, inside ``depth`` collections.

        ``indent`` is the column of the block collection around it, ``None`` in brackets.
        """
        self.count += 1
        mark = event.start_mark
        if self.count > MAX_NODES:
            self.refuse(self.at("CAT-Y007", mark, limit=MAX_NODES))
            raise _Stop
        kind = type(event)
        if kind is yaml.AliasEvent:
            alias = f"*{event.anchor}"
            self.refuse(self.at("CAT-Y011", mark, alias, advise_quotes(alias)))
            return Scalar(alias, mark.line + 1, mark.column + 1)
        if event.anchor is not None or event.tag is not None:
            self.refuse_properties(event)
        if kind is yaml.ScalarEvent:
            return self.read_scalar(event, indent)
        if depth == MAX_DEPTH:
            self.refuse(self.at("CAT-Y008", mark, limit=MAX_DEPTH))
            raise _Stop
        if event.flow_style:
            self.open_brackets.append(mark)
        inner = None if event.flow_style else mark.column
        read = self.read_mapping if kind is yaml.MappingStartEvent else self.read_sequence
        node = read(mark, depth + 1, inner)
        if event.flow_style:
            self.open_brackets.pop()
        return node

    def refuse_properties(self, event: Event) -> None:
        """Refuse « &name » and « !tag », which stand in either order before a value."""
        mark = event.start_mark
        written = self.source.rest(mark.line, mark.column)
        first = written.split()[0]
        advice = advise_quotes(written)
        if event.anchor is not None:
            self.refuse(self.at("CAT-Y010", mark, first, advice))
        if event.tag is not None:
            self.refuse(self.at("CAT-Y012", mark, first, advice))

    def read_scalar(self, event: Event, indent: int | None) -> Scalar:
        self.last = event
        start, end = event.start_mark, event.end_mark
        line, column = start.line, start.column
        last_column = end.column if end.line == line else len(self.source.line(line))
        text: str = event.value
        scalar = Scalar(text, line + 1, column + 1, "plain", max(last_column - column, 1))
        if not event.style:
            if end.line in self.lines_with_hash:
                self.add(lost_text.find_cut(self.source, event, scalar, indent))
            if text[:1] == "-" or end.line > line:
                self.add(lost_text.find_swallowed_dash(self.source, event, indent))
        elif event.style in "|>":
            scalar.style = "block"
            self.add(lost_text.find_header_text(self.source, event))
        else:
            scalar.style = "quoted"
            if match := FORBIDDEN.search(text):
                place = scalar.place(self.source.file)
                self.refuse(problem("CAT-Y003", place, value=name_character(match[0])))
            if end.line > line and indent is not None:
                self.refuse(lost_text.find_swallowed_lines(self.source, event, indent))
        return scalar

    def read_sequence(self, mark: Mark, depth: int, indent: int | None) -> Sequence:
        sequence = Sequence(mark.line + 1, mark.column + 1)
        for event in self.events:
            if type(event) is yaml.SequenceEndEvent:
                break
            if self.lines_with_hash and indent is not None:
                self.add(lost_text.find_cut_after_dash(self.source, event))
            sequence.items.append(self.read_node(event, depth, indent))
        return sequence

    def read_mapping(self, mark: Mark, depth: int, indent: int | None) -> Mapping:
        mapping = Mapping(mark.line + 1, mark.column + 1)
        for event in self.events:
            if type(event) is yaml.MappingEndEvent:
                break
            key = self.read_key(event, depth)
            value_event = next(self.events)
            if event.end_mark.line in self.lines_with_hash:
                self.add(lost_text.find_cut_after_colon(self.source, event, value_event))
            value = self.read_node(value_event, depth, indent)
            if key is None:
                continue
            first = mapping.entries.get(key.text)
            if first is None:
                mapping.entries[key.text] = Entry(key, value)
            else:
                self.add(self.at("CAT-Y017", event.start_mark, key.text, first=first.key.line))
        return mapping

    def read_key(self, event: Event, depth: int) -> Scalar | None:
        """Read a key; ``None`` when it was refused, and its value is then left out."""
        node = self.read_node(event, depth, None)
        if type(event) is yaml.AliasEvent:
            return None
        start, end = event.start_mark, event.end_mark
        before = self.source.before(start.line, start.column).rstrip()
        written = self.source.rest(start.line, start.column)
        if not isinstance(node, Scalar) or end.line > start.line or before.endswith("?"):
            self.refuse(self.at("CAT-Y016", start, written))
            return None
        if node.is_empty:
            self.refuse(self.at("CAT-Y018", start, written))
            return None
        if node.text == "<<" and node.style == "plain":
            self.refuse(self.at("CAT-Y013", start, "<<"))
            return None
        if node.text.startswith("-") and node.style == "plain":
            self.refuse(self.at("CAT-Y022", start, written))
        if not node.text.isascii() and _INVISIBLE_IN_KEY.search(node.text):
            self.refuse(self.at("CAT-Y019", start, node.text))
        return node
