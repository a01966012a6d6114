"""How large a file of the catalogue may be, and what it may hold."""

from __future__ import annotations

from site_builder.problems import Place, Problem, problem

MAX_BYTES = 256 * 1024
"""Bytes in a file: the longest real sheet is under 20 KB."""

MAX_DEPTH = 12
"""Levels of mappings and lists; a condition of an action takes about six."""

MAX_NODES = 5_000
"""Keys, values, mappings and lists of a file; a long sheet has about six hundred."""


def find_oversize(size: int, file: str) -> list[Problem]:
    """Return the problem of a file of ``size`` bytes, or nothing when it fits."""
    if size <= MAX_BYTES:
        return []
    kilobytes = -(-size // 1024)
    return [problem("CAT-F002", Place(file), size=kilobytes, limit=MAX_BYTES // 1024)]
