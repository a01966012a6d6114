"""Comparing French words as a reader does, and writing lists of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

# Letters and signs that Unicode decomposition leaves whole.
_FOLDED = str.maketrans(
    {"œ": "oe", "æ": "ae", "’": "'", "ʼ": "'", "‘": "'", "\u2010": "-", "\u2011": "-"}
)
# The accents of French and of most languages; not U+034F, which joins and is no accent.
_ACCENTS = re.compile("[\u0300-\u034e\u0350-\u036f]+")
_MINIMUM_LIKENESS = 70.0


def fold(text: str) -> str:
    """Return ``text`` as it is compared: lower case, no accent, plain apostrophes and spaces.

    Two texts that a reader would call the same (« Hénin  Carvin », « henin carvin ») fold
    to the same string. Hyphens are kept. Folding twice changes nothing.
    """
    if text.isascii():
        return " ".join(text.lower().split())
    lowered = unicodedata.normalize("NFKD", text.replace("’", "'")).casefold()
    bare = _ACCENTS.sub("", lowered)
    if not bare.isascii():
        # Decomposed before and after: each of the two steps can undo the other's work.
        again = unicodedata.normalize("NFKD", lowered.translate(_FOLDED))
        bare = _ACCENTS.sub("", again)
        bare = "".join(char for char in bare if not unicodedata.combining(char))
    return " ".join(bare.split())


def nearest(
    text: str, candidates: Iterable[str], *, cutoff: float = _MINIMUM_LIKENESS
) -> str | None:
    """Return the candidate that ``text`` was most likely meant to be, or ``None``.

    ``cutoff`` is the least likeness accepted, from 0 to 100 (rapidfuzz ratio on folded
    texts). For equal likeness the first candidate wins. Linear in the number of candidates.
    """
    originals = list(candidates)
    place = nearest_folded(fold(text), [fold(original) for original in originals], cutoff=cutoff)
    return None if place is None else originals[place]


def nearest_folded(
    wanted: str, candidates: Sequence[str], *, cutoff: float = _MINIMUM_LIKENESS
) -> int | None:
    """Like ``nearest`` for texts already folded; returns the place of the best candidate.

    For long lists that are folded once and searched many times.
    """
    if not wanted:
        return None
    # Only problems come here: the library is loaded with the first of them.
    from rapidfuzz import fuzz, process  # noqa: PLC0415

    best = process.extractOne(wanted, candidates, scorer=fuzz.ratio, score_cutoff=cutoff)
    return None if best is None else best[2]


def french_list(items: Iterable[str], conjunction: str = "et") -> str:
    """Return « a », « a et b », « a, b et c »: no comma before the conjunction."""
    *heads, last = list(items) or [""]
    return f"{', '.join(heads)} {conjunction} {last}" if heads else last
