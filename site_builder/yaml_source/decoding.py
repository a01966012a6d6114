"""From bytes to text: UTF-8 only, and no character that an editor cannot see."""

from __future__ import annotations

import codecs
import re
import unicodedata
from itertools import islice

from site_builder.problems import Place, Problem, problem
from site_builder.yaml_source.size import find_oversize

# The 32-bit marks come first: the little-endian one begins with the 16-bit mark.
_FOREIGN_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)

# YAML 1.2.2, production 1 (c-printable), less the line ends of YAML 1.1 (U+0085, U+2028,
# U+2029), which libyaml counts as lines and text editors do not, and a byte order mark
# inside the text. Surrogates can only come from an escape such as "\ud800".
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)

_NAMES = {
    0x00: "caractère nul",
    0x0B: "tabulation verticale",
    0x0C: "saut de page",
    0x85: "saut de ligne NEL",
    0x2028: "séparateur de lignes",
    0x2029: "séparateur de paragraphes",
    0xFEFF: "marque d’ordre des octets",
}

_MOST_REPORTED = 20
"""A binary file would otherwise give one problem a line."""


def decode(data: bytes, file: str) -> tuple[str | None, list[Problem]]:
    """Return the text of a file with its line ends as line feeds, or why there is none."""
    if problems := find_oversize(len(data), file):
        return None, problems
    for mark, name in _FOREIGN_MARKS:
        if data.startswith(mark):
            return None, [problem("CAT-Y002", Place(file), value=name)]
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [_bad_byte(data, error.start, file)]
    text = _plain_line_ends(text)
    problems = _find_forbidden(text, file)
    return (None if problems else text), problems


def name_character(character: str) -> str:
    """Return ``U+000B, tabulation verticale`` for a character that does not show."""
    code = ord(character)
    name = _NAMES.get(code)
    if name is None:
        surrogate = unicodedata.category(character) == "Cs"
        name = "moitié de caractère" if surrogate else "caractère de commande"
    return f"U+{code:04X}, {name}"


def _plain_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _bad_byte(data: bytes, start: int, file: str) -> Problem:
    lines = _plain_line_ends(data[:start].decode("utf-8")).split("\n")
    place = Place(file, len(lines), len(lines[-1]) + 1)
    try:
        # What strict UTF-8 refuses and this accepts can only be half of a character.
        half = data[start : start + 3].decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        pass
    else:
        return problem("CAT-Y003", place, value=name_character(half))
    # Files that are not UTF-8 nearly always come from an old Windows program.
    guess = data[start : start + 1].decode("cp1252", "ignore")
    suggestion = f"ce caractère était sans doute « {guess} »" if guess.isalpha() else None
    return problem("CAT-Y001", place, value=f"0x{data[start]:02X}", suggestion=suggestion)


def _find_forbidden(text: str, file: str) -> list[Problem]:
    """Report the first forbidden character of each line, up to a limit."""
    if not FORBIDDEN.search(text):
        return []
    found = (
        (number, match)
        for number, line in enumerate(text.split("\n"), start=1)
        if (match := FORBIDDEN.search(line))
    )
    return [
        problem("CAT-Y003", Place(file, number, match.start() + 1), value=name_character(match[0]))
        for number, match in islice(found, _MOST_REPORTED)
    ]
