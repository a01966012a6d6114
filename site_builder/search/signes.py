"""Small numbers as characters, which compress better than digits and commas.

A *sign* is one of the 91 characters that JSON writes as themselves from « # » on: all of
ASCII but the backslash and what stands before.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

SIGNS = "".join(chr(code) for code in range(35, 127) if chr(code) != "\\")
_AS_SIGNS = SIGNS.ljust(256, SIGNS[-1]).encode()
_RANKS = {sign: rank for rank, sign in enumerate(SIGNS)}
# The last digit of a number is one of 60 signs; the 31 others are digits that go before it.
_LAST = 60
_HIGHER = len(SIGNS) - _LAST


def encode_signs(numbers: Iterable[int]) -> str:
    """Return a sign for each of ``numbers``, from 0 to 255 (90 stands for more)."""
    return bytes(numbers).translate(_AS_SIGNS).decode("ascii")


def decode_signs(signs: str) -> list[int]:
    """Return the number of each sign."""
    return [_RANKS[sign] for sign in signs]


def encode_gap(number: int) -> str:
    """Return ``number``, from 0 on, as one sign, or as higher digits and a last one."""
    higher, last = divmod(number, _LAST)
    signs = SIGNS[last]
    while higher:
        higher, digit = divmod(higher - 1, _HIGHER)
        signs = SIGNS[_LAST + digit] + signs
    return signs


_GAPS = tuple(map(encode_gap, range(_LAST)))


def encode_ranks(ranks: Sequence[int]) -> str:
    """Return increasing ``ranks`` as the gaps between them, the first one from 0."""
    signs = []
    expected = 0
    for rank in ranks:
        gap = rank - expected
        signs.append(_GAPS[gap] if gap < _LAST else encode_gap(gap))
        expected = rank + 1
    return "".join(signs)


def decode_gaps(signs: str) -> list[int]:
    """Return the numbers that ``encode_gap`` wrote one after the other."""
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
