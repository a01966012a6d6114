"""Templates without the white space that lays them out.

A third of the theme's HTML is the indentation of its templates, and empty lines where a tag
of the template stood. Taken out of the templates rather than of the pages, it never touches
what the pages hold: text, and code blocks whose white space counts.
"""

from __future__ import annotations

import re

from jinja2.ext import Extension

# A line with one statement and nothing else. Not « include »: what it prints may be followed
# by text, and the line break is the space between them.
_STATEMENT_LINE = re.compile(r"^(\{%-?\s*(?!include\b)[^%\n]*%\})[ \t]*\n", re.MULTILINE)
_INDENTATION = re.compile(r"^[ \t]+", re.MULTILINE)
_EMPTY_LINES = re.compile(r"\n{2,}")


class CompactTemplates(Extension):
    """A Jinja extension that compacts the source of each template."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002
        """Return the source with as few spaces and line breaks as mean the same."""
        unindented = _EMPTY_LINES.sub("\n", _INDENTATION.sub("", source))
        return _STATEMENT_LINE.sub(r"\1", unindented)
