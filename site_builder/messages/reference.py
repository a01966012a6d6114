"""What a code means: its page on the terminal, and the reference page of all codes."""

from __future__ import annotations

import difflib
import re
import textwrap
from collections.abc import Iterator
from itertools import groupby
from string import Formatter

from site_builder.messages.printable import printable
from site_builder.problems import REGISTER, Rule

_WIDTH = 80
_LIKENESS = 0.5  # a code is short: « F90 » for « CAT-F090 » is already half of it
_CODE = re.compile(r"(?:CAT)?[\W_]*([A-Z])[\W_]*(\d{3})", re.ASCII)
_FAMILIES = {
    "F": "Fichiers et dossiers",
    "Y": "Écriture du YAML",
    "M": "Champs et types des fiches",
    "R": "Liens entre les fiches",
    "D": "Dates",
    "V": "Valeurs",
    "T": "Textes",
    "E": "Conditions et questions",
    "S": "Site\u00a0: éditeur, pages légales, charte",
    "B": "Construction et publication du site",
}
_INTRODUCTION = (
    "Chaque problème que signale `catalogue check` porte un code qui ne change jamais de "
    "sens. Une erreur empêche de publier le site\u00a0; un avertissement demande une "
    "vérification\u00a0; une information est utile à connaître. La commande "
    "`catalogue explain CODE` affiche la même explication dans le terminal."
)


def explain(code: str) -> str | None:
    """Return the page of a code for a terminal, or ``None`` when the code is unknown.

    The code may be typed loosely: « cat-r101 », « R101 ».
    """
    rule = REGISTER.get(_canonical(code))
    if rule is None:
        return None
    blocks = [
        f"{rule.code}\u00a0: {rule.titre} ({rule.severity})",
        f"Message\n{_indented(_without_fields(rule.message))}",
        f"Pourquoi\n{_indented(rule.pourquoi)}",
        f"Comment corriger\n{_indented(rule.remede)}",
    ]
    for titre, example in (("À éviter", rule.mauvais), ("À écrire", rule.bon)):
        if example:
            blocks.append(f"{titre}\n{textwrap.indent(_excerpt(example), '  ')}")
    return "\n\n".join(blocks) + "\n"


def nearest_code(text: str) -> str | None:
    """Return the code that ``text`` most resembles, or ``None`` when none is close."""
    found = difflib.get_close_matches(_canonical(text), REGISTER, n=1, cutoff=_LIKENESS)
    return found[0] if found else None


def describe_codes_markdown() -> str:
    """Return the reference page of all codes, in Markdown, one section a family."""
    return "\n\n".join(_reference_blocks()) + "\n"


def _canonical(text: str) -> str:
    typed = text.strip().upper()
    match = _CODE.fullmatch(typed)
    return f"CAT-{match[1]}{match[2]}" if match else typed


def _indented(text: str) -> str:
    # Codes, commands and paths stay whole, so that they can be copied.
    return textwrap.fill(
        printable(text),
        _WIDTH,
        initial_indent="  ",
        subsequent_indent="  ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _without_fields(template: str) -> str:
    """Return a message template with « … » where the value of a problem goes."""
    parts = Formatter().parse(template)
    return "".join(text + ("" if field is None else "…") for text, field, _, _ in parts)


def _excerpt(example: str) -> str:
    return printable(example.strip("\n"), keep="\n")


def _reference_blocks() -> Iterator[str]:
    yield "# Codes des problèmes"
    yield _INTRODUCTION
    for letter, rules in groupby(_by_family(), key=_family):
        yield f"## {_FAMILIES[letter]}"
        for rule in rules:
            yield from _rule_blocks(rule)


def _family(rule: Rule) -> str:
    return rule.code.removeprefix("CAT-")[0]


def _by_family() -> list[Rule]:
    order = list(_FAMILIES)
    return sorted(REGISTER.values(), key=lambda rule: (order.index(_family(rule)), rule.code))


def _rule_blocks(rule: Rule) -> Iterator[str]:
    yield f"### {rule.code}\u00a0: {_markdown(rule.titre)} {{ #{rule.code.lower()} }}"
    message = _markdown(_without_fields(rule.message))
    yield f"**{str(rule.severity).capitalize()}**\u00a0: {message}"
    yield f"**Pourquoi.** {_markdown(rule.pourquoi)}"
    yield f"**Comment corriger.** {_markdown(rule.remede)}"
    for titre, example in (("À éviter", rule.mauvais), ("À écrire", rule.bon)):
        if example:
            yield f"{titre}\u00a0:"
            yield f"```yaml\n{_excerpt(example)}\n```"


def _markdown(text: str) -> str:
    """Escape what Markdown, HTML and attribute lists would read in a plain sentence."""
    escaped = re.sub(r"([\\`*_{}\[\]#])", r"\\\1", printable(text))
    return escaped.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
