"""Sheets in the search index that the theme's own search reads.

The index holds HTML fragments: the browser inserts titles and texts as they stand.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from markupsafe import escape

# Bodies come out of templates that escape every value, « > » in attributes included, so a
# tag ends at the first « > ». What stands between tags stays escaped.
_HIDDEN = re.compile(r"<(script|style|svg)\b.*?</\1>|<!--.*?-->", re.DOTALL)
_INSIDE_WORDS = re.compile(r"</?(?:a|abbr|b|code|em|i|mark|small|span|strong|sub|sup|time)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
# Not « \s »: the no-break spaces of French typography are part of the text.
_SPACES = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """A page of the index: URL relative to the site, plain title, text as escaped HTML."""

    url: str
    title: str
    text: str


def text_of(html: str) -> str:
    """Return the words of a sheet's body, still escaped, in one line."""
    visible = _INSIDE_WORDS.sub("", _HIDDEN.sub("", html))
    return _SPACES.sub(" ", _TAG.sub(" ", visible)).strip()


def append_to_search_index(index: Path, entries: Iterable[SearchEntry]) -> None:
    """Add the entries to ``search_index.json``, in its own form and order."""
    data = json.loads(index.read_text(encoding="utf-8"))
    data["docs"] += [
        {"location": entry.url, "title": escape(entry.title), "text": entry.text}
        for entry in entries
    ]
    text = json.dumps(data, separators=(",", ":"), ensure_ascii=False)
    index.write_text(text, encoding="utf-8")
