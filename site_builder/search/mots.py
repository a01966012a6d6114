"""The words that people type for a theme of data·inclusion, whatever the catalogue calls it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

import yaml

from site_builder.vocabulary.closed_values import THEMATIQUES


def mots_courants(thematiques: Iterable[str]) -> tuple[str, ...]:
    """Return the words for these values of data·inclusion, each once."""
    words = _by_value()
    return tuple(dict.fromkeys(word for value in thematiques for word in words.get(value, ())))


@cache
def _by_value() -> Mapping[str, tuple[str, ...]]:
    written = read_mots()
    return {
        value.value: (*written.get(family_of(value.value), ()), *written.get(value.value, ()))
        for value in THEMATIQUES
    }


def read_mots() -> dict[str, tuple[str, ...]]:
    """Return the words as they are written, by value or by family of values."""
    text = files("site_builder.search").joinpath("data/mots_courants.yml").read_text("utf-8")
    return {
        key: tuple(word for line in lines for word in line.split(", "))
        for key, lines in yaml.load(text, Loader=yaml.CSafeLoader).items()
    }


def family_of(value: str) -> str:
    """Return the family of a value: « mobilite » for « mobilite--preparer-un-permis »."""
    return value.partition("--")[0]
