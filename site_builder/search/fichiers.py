"""Files that browsers load: their names change with what they hold."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

FOLDER = "recherche"
GUIDE = "data/recherche.json"
"""Leads to the first file of the index, whose name changes with any record: pages name this one."""


@dataclass(frozen=True, slots=True)
class Fichiers:
    """Files that go together: their texts, by their names in ``FOLDER``.

    ``first`` is the name of the one that leads to the others.
    """

    first: str
    files: Mapping[str, str]

    @property
    def address(self) -> str:
        """The address of the first one in the site."""
        return f"{FOLDER}/{self.first}"

    @property
    def by_address(self) -> dict[str, str]:
        """The texts of all of them, by their addresses in the site."""
        return {f"{FOLDER}/{name}": text for name, text in self.files.items()}


def to_json(value: object) -> str:
    """Return ``value`` as JSON that holds no needless space."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def digest_of(text: str) -> str:
    """Return what stands for ``text`` in the name of its file."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def guide_to(index: str) -> str:
    """Return the text of ``GUIDE``; ``index`` is the address of the first file in the site."""
    return to_json({"index": f"../{index}"})
