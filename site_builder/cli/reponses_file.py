"""The file of answers that a command is given: JSON, from a disk or from standard input."""

from __future__ import annotations

import json
import math
import sys
from pathlib import Path

import click

from site_builder.eligibility.reponses import NombreDemesure
from site_builder.vocabulary.typographie import french_list

STDIN = "-"


def read_answers(
    _context: click.Context, _parameter: click.Parameter, name: str
) -> dict[str, object]:
    """Return what the file holds, question by question: a callback for click's parameters.

    Raises ``click.BadParameter`` for what cannot be read, or is not one JSON object.
    """
    whole = "l’entrée standard" if name == STDIN else f"le fichier «\u00a0{name}\u00a0»"
    try:
        text = _read(name).decode("utf-8-sig")
    except FileNotFoundError as error:
        raise click.BadParameter(f"{whole} n’existe pas") from error
    except OSError as error:
        raise click.BadParameter(f"{whole} ne peut pas être lu") from error
    except UnicodeDecodeError as error:
        raise click.BadParameter(f"{whole} n’est pas en UTF-8") from error
    if not text.strip():
        raise click.BadParameter(f"{whole} est vide\u202f; sans aucune réponse, on y écrit {{}}")
    try:
        answers = json.loads(
            text,
            object_pairs_hook=_unique,
            parse_int=_number,
            parse_float=_number,
            # « NaN », as it is written: not a number, and Python would spell it otherwise.
            parse_constant=str,
        )
    except json.JSONDecodeError as error:
        place = f"ligne {error.lineno}, colonne {error.colno}"
        raise click.BadParameter(f"{whole} n’est pas du JSON correct, {place}") from error
    except RecursionError as error:
        raise click.BadParameter(f"{whole} n’est pas un fichier de réponses") from error
    if not isinstance(answers, dict):
        raise click.BadParameter(
            f"{whole} doit contenir un objet\u00a0: {{"
            '"question": "réponse"}, et non une liste ou une valeur seule'
        )
    return answers


def _read(name: str) -> bytes:
    if name == STDIN:
        return sys.stdin.buffer.read()
    return Path(name).read_bytes()


def _number(text: str) -> int | float | NombreDemesure:
    number = float(text)
    if math.isinf(number):
        return NombreDemesure(text)
    return int(text) if text.lstrip("-").isdecimal() else number


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Refuse an object that says two things of the same question."""
    found: dict[str, object] = {}
    repeated: dict[str, None] = {}
    for key, value in pairs:
        if key in found:
            repeated[f"«\u00a0{key}\u00a0»"] = None
        found[key] = value
    if repeated:
        verb = "a plusieurs réponses" if len(repeated) == 1 else "ont plusieurs réponses"
        raise click.BadParameter(f"{french_list(repeated)} {verb}")
    return found
