"""Closed values by their labels, and addresses by their hosts."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from site_builder.vocabulary.closed_values import VOCABULARIES
from site_builder.vocabulary.lieux import lieu

_BY_NAME = {vocabulary.name: vocabulary for vocabulary in VOCABULARIES}


def libelle(value: str, vocabulary: str) -> str:
    """Return what a visitor reads for ``value``. Raises ``KeyError`` for an unknown one."""
    return _BY_NAME[vocabulary].label(value)


def minuscule(value: str, vocabulary: str) -> str:
    """Return what a visitor reads for ``value`` within a sentence, without a capital."""
    return libelle(value, vocabulary).lower()


def libelles(values: Iterable[str], vocabulary: str) -> list[str]:
    """Return the labels of ``values``, in their order."""
    return [libelle(value, vocabulary) for value in values]


def enumeration(values: Iterable[str], vocabulary: str) -> str:
    """Return the labels of ``values``, separated by commas."""
    return ", ".join(libelles(values, vocabulary))


def unite(value: str) -> str:
    """Return what an amount of funding is for, as it goes on after the amount: « par ETP »."""
    return libelle(value, "unite_financement").lower().replace("équivalent temps plein", "ETP")


def lieux(codes: Iterable[str]) -> str:
    """Return the names of communes and intercommunalités in order, separated by commas."""
    return ", ".join(sorted(map(lieu, codes), key=str.lower))


def hote(url: str) -> str:
    """Return the part of a web address that a reader recognises: « www.exemple.fr »."""
    return urlsplit(url).hostname or url
