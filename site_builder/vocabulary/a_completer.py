"""Data that whoever publishes the site still has to give, and that says so of itself."""

from __future__ import annotations

from site_builder.vocabulary.typographie import fold

_MARK = "a completer"


def is_to_complete(text: str) -> bool:
    """Tell whether ``text`` is marked as missing: it begins with « À compléter »."""
    return fold(text).startswith(_MARK)
