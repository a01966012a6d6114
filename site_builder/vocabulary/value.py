"""A closed value (value, label, description) and the vocabulary that holds it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from site_builder.vocabulary.typographie import fold, nearest_folded


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a closed list.

    ``value`` is what an editor writes (kebab-case), ``label`` what a visitor reads, and
    ``description`` one French sentence that says when to choose it.
    """

    value: str
    label: str
    description: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A closed list: ``name`` as in the YAML key, ``title`` as read, and its entries in order.

    Raises ``ValueError`` when a value is given twice.
    """

    name: str
    title: str
    entries: tuple[Value, ...]
    _by_value: dict[str, Value] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_value = {entry.value: entry for entry in self.entries}
        if len(by_value) != len(self.entries):
            raise ValueError(f"vocabulary {self.name} repeats a value")
        object.__setattr__(self, "_by_value", by_value)

    @property
    def values(self) -> tuple[str, ...]:
        """What an editor may write, in the order in which the list is shown."""
        return tuple(self._by_value)

    def __iter__(self) -> Iterator[Value]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def __contains__(self, value: object) -> bool:
        return value in self._by_value

    def __getitem__(self, value: str) -> Value:
        """Return the entry for ``value``. Raises ``KeyError`` when there is none."""
        return self._by_value[value]

    def get(self, value: str) -> Value | None:
        """Return the entry for ``value``, or ``None``."""
        return self._by_value.get(value)

    def label(self, value: str) -> str:
        """Return what a visitor reads for ``value``. Raises ``KeyError`` for an unknown one."""
        return self._by_value[value].label

    def nearest(self, text: str) -> str | None:
        """Return the value that ``text`` was most likely meant to be, or ``None``.

        A label counts as much as a value: « Publié » finds ``publie``.
        """
        by_spelling = {fold(entry.label): entry.value for entry in reversed(self.entries)}
        by_spelling |= {fold(value): value for value in self._by_value}
        spellings = list(by_spelling)
        place = nearest_folded(fold(text), spellings)
        return None if place is None else by_spelling[spellings[place]]


def vocabulary(name: str, title: str, *entries: tuple[str, str, str]) -> Vocabulary:
    """Write a vocabulary as a table: each entry is (value, label, description)."""
    return Vocabulary(name, title, tuple(Value(*entry) for entry in entries))
