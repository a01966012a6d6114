"""Small numbers as characters, which compress better than digits and commas.

A *sign* is one of the 91 characters that JSON writes as themselves from « # » on: all of
ASCII but the backslash and what stands before.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

SIGNS = "".join(chr(code) for code in range(35, 127) if chr(code) != "\\")
_AS_SIGNS = SIGNS.ljust(256, SIGNS[-1]).encode()
_CODES = np.frombuffer(SIGNS.encode(), np.uint8)
_RANKS = {sign: rank for rank, sign in enumerate(SIGNS)}
_SPACE = ord(" ")
# The last digit of a number is one of 60 signs; the 31 others are digits that go before it.
_LAST = 60
_HIGHER = len(SIGNS) - _LAST
_NOTHING = b"\0"
_KNOWN = 1 << 14
Numbers = NDArray[np.signedinteger[Any]]


def encode_signs(numbers: Iterable[int]) -> str:
    """Return a sign for each of ``numbers``, from 0 to 255 (90 stands for more)."""
    return bytes(numbers).translate(_AS_SIGNS).decode("ascii")


def decode_signs(signs: str) -> list[int]:
    """Return the number of each sign."""
    return [_RANKS[sign] for sign in signs]


def encode_ranks(ranks: Sequence[int]) -> str:
    """Return increasing ``ranks`` as the gaps between them, the first one from 0."""
    return encode_lists(np.asarray(ranks, np.int64), np.zeros(1, np.int64))


def encode_gaps(numbers: Sequence[int] | NDArray[np.int64]) -> str:
    """Return numbers from 0 on, each as one sign, or as higher digits and a last one."""
    signs, _ = _write(np.asarray(numbers, np.int64))
    return signs.decode("ascii")


def encode_lists(ranks: Numbers, starts: NDArray[np.int64]) -> str:
    """Return lists of increasing ranks, each as ``encode_ranks`` does, a space between them.

    They are given one after the other: ``starts`` are the places in ``ranks`` where each
    begins, the first one 0.
    """
    gaps = np.diff(ranks, prepend=-1) - 1
    begun = starts[starts < len(ranks)]
    gaps[begun] = ranks[begun]
    signs, lengths = _write(gaps)
    if len(starts) > 1:
        ends = np.concatenate([[0], np.cumsum(lengths, dtype=np.int64)])
        written = np.frombuffer(signs, np.uint8)
        signs = np.insert(written, ends[starts[1:]], _SPACE).tobytes()
    return signs.decode("ascii")


def _write(numbers: Numbers) -> tuple[bytes, NDArray[np.uint8]]:
    """Return the characters of numbers, and how many each of them has."""
    if len(numbers) and np.max(numbers) < _KNOWN:
        rows, lengths = _known_rows()
        rows, lengths = rows.take(numbers, axis=0), lengths.take(numbers)
    else:
        rows = _digits_of(numbers)
        lengths = _lengths_of(rows)
    return rows.tobytes().translate(None, _NOTHING), lengths


@cache
def _known_rows() -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """The characters of small numbers, which most of them are, and how many each of them has."""
    rows = _digits_of(np.arange(_KNOWN))
    return rows, _lengths_of(rows)


def _lengths_of(rows: NDArray[np.uint8]) -> NDArray[np.uint8]:
    lengths: NDArray[np.uint8] = np.count_nonzero(rows, axis=1).astype(np.uint8)
    return lengths


def _digits_of(numbers: Numbers) -> NDArray[np.uint8]:
    """Return a row of characters for each number, 0 where it has no such digit."""
    higher, last = np.divmod(numbers, _LAST)
    columns = [_CODES[last]]
    while higher.any():
        more, digit = np.divmod(higher - 1, _HIGHER)
        columns.append(np.where(higher > 0, _CODES[_LAST + digit], np.uint8(0)))
        higher = np.where(higher > 0, more, 0)
    return np.stack(columns[::-1], axis=1)


def decode_gaps(signs: str) -> list[int]:
    """Return the numbers that ``encode_gaps`` wrote."""
    numbers = []
    higher = 0
    for sign in signs:
        digit = _RANKS[sign]
        if digit >= _LAST:
            higher = higher * _HIGHER + digit - _LAST + 1
            continue
        numbers.append(higher * _LAST + digit)
        higher = 0
    return numbers


def decode_ranks(signs: str) -> list[int]:
    """Return the ranks that ``encode_ranks`` wrote."""
    ranks = []
    expected = 0
    for gap in decode_gaps(signs):
        ranks.append(expected + gap)
        expected = ranks[-1] + 1
    return ranks
