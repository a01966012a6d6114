"""French typography, put on at output: the catalogue keeps what editors typed.

Only apostrophes, quotation marks, three dots and spaces change; letters and digits never
do. Applying it twice changes nothing more. Rules: « Lexique des règles typographiques en
usage à l’Imprimerie nationale », for spaces, numbers and quotation marks.

Addresses, e-mails, hours (12:30) and « :: » are left alone. Most texts need few rules:
each is tried only where its sign stands, and its expression begins with that sign, which
the regular expression engine looks for quickly.
"""

from __future__ import annotations

import re

from site_builder.vocabulary.texte_riche import ADDRESS, may_hold_address

# Stands for a piece of markup inside a text (see ``rendering.markdown``): typography sees
# through it. Never in a text: ``readable`` replaces non-characters.
MARK = "\ufdd0"
# Stands for an address, put aside while the rest is typeset. Typography sees a word.
_HOLD = "\ufdd1"

_NO_BREAK = "\u00a0"
_NARROW = "\u202f"
_SPACES = " \u00a0\u202f"
_SPACE = f"[{_SPACES}]"

_UNITS = "|".join(
    (
        *("€", "k€", "M€", "euros?", "centimes?", "ETP", "m²", "km", "kg", "h", "min"),
        *("minutes?", "heures?", "jours?", "semaines?", "mois", "trimestres?", "semestres?"),
        *("ans?", "années?", "places?", "personnes?", "allocataires?", "bénéficiaires?"),
        *("entretiens?", "points?", "actions?", "enfants?", "participants?"),
    )
)

# Those of French: a class that holds all the others is much slower to look for.
_DIGITS = frozenset("0123456789")
# The space put after « may be that of one of the others: « ! ».
_SPACED_SIGNS = frozenset(":;!?»%€«")

# Whatever a rule could change: its first character says which rules to apply. Most texts hold
# none of it, or little: their signs have their spaces.
_CHANGEABLE = re.compile(
    rf"""['"°«»:;!?%€0-9.](?:(?<=['"°])|(?<=\.)\.\.|(?<=«)(?!{_NO_BREAK}[^{_SPACES}])"""
    rf"|(?<=[;!?%])(?<![^{_SPACES}]{_NARROW}.)|(?<=[:»€])(?<![^{_SPACES}]{_NO_BREAK}.)"
    rf"|(?<=[0-9]){_SPACE}+(?=[0-9]{{3}}|{_UNITS}))"
)
_ASIDE = re.compile(f"{ADDRESS.pattern}|{_HOLD}")
_ANY_SPACE = re.compile(_SPACE)
_APOSTROPHE = re.compile(
    rf"'(?:(?<=[^\W\d_]')|(?<=[^\W\d_]{MARK}'))(?={MARK}?[^\W_]|{MARK}?[«\"{_HOLD}])"
)
_QUOTED = re.compile(rf"""["](?<![^\s(\[’'{MARK}]")(?=\S)([^"«»\n]*)(?<=\S)"(?![\w"])""")
_ELLIPSIS = re.compile(r"\.\.\.(?<!\.\.\.\.)(?!\.)")
_OPENING = re.compile(rf"«{_SPACE}*+(?=\S)")
_SIGN = re.compile(r"[:;!?»%€](?:(?<=:):+|(?<=[;!?])[;!?]+)?")
_UNIT = re.compile(rf"[0-9]{_SPACE}+(?=(?:{_UNITS})(?!\w))")
_NUMERO = re.compile(rf"(?<=[nN]°){_SPACE}*(?=[0-9])")
_THOUSANDS = re.compile(rf"[1-9][0-9]{{0,2}}(?>(?:{_SPACE}[0-9]{{3}})+)(?!{_SPACE}?[0-9])")
_INSIDE_NUMBER = re.compile(rf"(?:[0-9.,]|[0-9]{_SPACE})$")
# A sign typed right against these takes its space, provided that the word ends after it.
_WORD_END = re.compile(rf"[\w)\]»…’{_HOLD}]")
_AFTER_SIGN = re.compile(rf"{MARK}?(?:[\s)\]»]|$)")


def typographie(text: str) -> str:
    """Return ``text`` with French typography. Linear in its length."""
    changeable = _CHANGEABLE.findall(text)
    if not changeable:
        return text
    kinds = {found[0] for found in changeable}
    if '"' in kinds and text.count('"') % 2 == 0:
        # An odd mark means that one of them is not a quotation: all are then left alone.
        text = _QUOTED.sub(f"«{_NO_BREAK}\\1{_NO_BREAK}»", text)
        kinds |= {"«", "»"}
    if not may_hold_address(text) and _HOLD not in text:
        return _typeset(text, kinds)
    addresses = _ASIDE.findall(text)
    pieces = _typeset(_ASIDE.sub(_HOLD, text), kinds).split(_HOLD)
    return "".join(piece for pair in zip(pieces, (*addresses, ""), strict=True) for piece in pair)


def _typeset(text: str, kinds: set[str]) -> str:
    """Apply the rules to a text whose addresses have been put aside.

    ``kinds`` are the first characters of what may change; no rule makes more of it.
    """
    if "'" in kinds:
        text = _APOSTROPHE.sub("’", text)
    if "." in kinds:
        text = _ELLIPSIS.sub("…", text)
    if "«" in kinds:
        text = _OPENING.sub(f"«{_NO_BREAK}", text)
    if not kinds.isdisjoint(_DIGITS):
        text = _THOUSANDS.sub(_narrow_thousands, text)
        text = _UNIT.sub(_keep_unit, text)
    if "°" in kinds:
        text = _NUMERO.sub(_NO_BREAK, text)
    return text if kinds.isdisjoint(_SPACED_SIGNS) else _space_signs(text)


def _narrow_thousands(match: re.Match[str]) -> str:
    """Join the groups of a number, unless it is a part of a longer one."""
    start = match.start()
    if _INSIDE_NUMBER.search(match.string[max(0, start - 2) : start]):
        return match[0]
    return _ANY_SPACE.sub(_NARROW, match[0])


def _keep_unit(match: re.Match[str]) -> str:
    """Keep a number and its unit on one line."""
    return match[0][0] + _NO_BREAK


def _space_signs(text: str) -> str:
    """Put the right space before each double sign, percentage, currency and closing quote."""
    pieces: list[str] = []
    position = 0
    for sign in _SIGN.finditer(text):
        before = text[position : sign.start()]
        bare = before.rstrip(_SPACES)
        spaced = len(bare) < len(before)
        end = position + len(bare)
        space = _space_before(sign, spaced, text[max(0, end - 2) : end])
        pieces += (before, sign[0]) if space is None else (bare, space, sign[0])
        position = sign.end()
    return "".join((*pieces, text[position:])) if pieces else text


def _space_before(sign: re.Match[str], spaced: bool, word: str) -> str | None:
    """Return the space that goes before ``sign``, or ``None`` to leave what is there.

    ``spaced`` says that a space is there, ``word`` is the two characters before it.
    """
    first, end, text = sign[0][0], sign.end(), sign.string
    if first == "»":
        return _NO_BREAK if word else None
    if first in "%€":
        glued = word[-1:] not in _DIGITS or (first == "%" and text[end : end + 1].isalnum())
        return None if glued else _NO_BREAK if first == "€" else _NARROW
    if len(sign[0]) > 1 and first == ":":
        return None
    if spaced:
        belongs_after = first == ":" and text[end : end + 1] == "/"
        return None if belongs_after else _NO_BREAK if first == ":" else _NARROW
    last = word[-2:-1] if word.endswith(MARK) else word[-1:]
    if _WORD_END.fullmatch(last) and _AFTER_SIGN.match(text, end):
        return _NO_BREAK if first == ":" else _NARROW
    return None
