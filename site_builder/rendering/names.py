"""Saying less where a list says it again and again, and one thing at a time where it matters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Protocol

# Fewer names, or shorter openings, are read faster in full.
_MANY = 4
_LONG_OPENING = 20
# Not « ? »: « Vous recevez le RSA ? » says nothing without its answer.
_SENTENCE_END = re.compile(r"[.!…](?=\s+[A-ZÀ-ÖØ-Þ«])")
# Where one sentence ends and another starts. Not after an initial: « M. Exemple ».
_NEXT_SENTENCE = re.compile(r"\s(?<=[.!?…]\s)(?<!\b[A-ZÀ-ÖØ-Þ]\.\s)\s*(?=[A-ZÀ-ÖØ-Þ«])")
_LINKING_WORD = r"(?:[–-]\s+|(?:de|du|des)\s+(?:la\s+|l[’'])?|d[’'])?"


class Named(Protocol):
    """A record that a list shows."""

    @property
    def nom(self) -> str:
        """What it shows."""


def shared_opening(records: Sequence[Named]) -> str:
    """Return the words that many names begin with, when saying them once is clearer.

    « Service local d’insertion (SLI) » for « … (SLI) de Ville-Exemple », « … (SLI) du Val
    Fictif » and two more. The words end with a bracket: what follows stands by itself.
    """
    if len(records) < _MANY:
        return ""
    names = [record.nom for record in records]
    opening = "".join(chars[0] for chars in takewhile(_are_alike, zip(*names, strict=False)))
    opening = opening[: opening.rfind(")") + 1]
    apart = all(name[len(opening) :].strip() for name in names)
    return opening if len(opening) >= _LONG_OPENING and apart else ""


def service_of(fonction: str, place: str) -> str:
    """Return a function without the place that it ends with: « Accueil de Ville-Exemple »."""
    return re.sub(rf"\s+{_LINKING_WORD}{re.escape(place)}$", "", fonction)


def first_sentence(text: str) -> str:
    """Return the beginning of a text, up to the end of its first affirmation."""
    end = _SENTENCE_END.search(text)
    return text[: end.start() + 1] if end else text


def sentences(text: str) -> list[str]:
    """Return the sentences of a text of one paragraph: joined by spaces, they are the text."""
    return _NEXT_SENTENCE.split(text.strip())


def _are_alike(chars: Iterable[str]) -> bool:
    return len(set(chars)) == 1
