"""Files that browsers load: their names change with what they hold."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from pydantic_core import to_json as encode_json

FOLDER = "recherche"
GUIDE = "data/recherche.json"
"""Leads to the first file of the index, whose name changes with any record: pages name this one."""


class Texts(Mapping[str, str]):
    """Texts by name, each written whenever it is asked for: all of them are never held."""

    def __init__(self, writers: Mapping[str, Callable[[], str]]) -> None:
        """``writers`` return the texts, the same one each time."""
        self._writers = writers

    def __getitem__(self, name: str) -> str:
        """Write a text."""
        return self._writers[name]()

    def __iter__(self) -> Iterator[str]:
        """Yield the names."""
        return iter(self._writers)

    def __contains__(self, name: object) -> bool:
        """Tell whether there is such a text, without writing it."""
        return name in self._writers

    def __len__(self) -> int:
        """Count the texts."""
        return len(self._writers)


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


def to_json(value: object) -> str:
    """Return ``value`` as JSON that holds no needless space."""
    return encode_json(value).decode()


def digest_of(text: str) -> str:
    """Return what stands for ``text`` in the name of its file."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def guide_to(index: str) -> str:
    """Return the text of ``GUIDE``; ``index`` is the address of the first file in the site."""
    return to_json({"index": f"../{index}"})
