"""A condition's leaf in words, when its author wrote no sentence for it.

The question keeps the wording of its reader, and the answer that is expected follows:
« Avez-vous des enfants à charge ? Aucun enfant. »
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from site_builder.filters.dates import jour
from site_builder.filters.lieux import lieu
from site_builder.filters.nombres import nombre
from site_builder.model.condition import CritereQuestion
from site_builder.model.question import Question
from site_builder.vocabulary.typographie import french_list

_NO_BREAK = "\u00a0"
# Operators on the options of a question: how they read, and what joins several options.
_ON_OPTIONS = (
    ("egal", "{}", "ou"),
    ("parmi", "{}", "ou"),
    ("sauf", "toute réponse, sauf {}", "ou"),
    ("contient_un_de", f"au moins{_NO_BREAK}: {{}}", "ou"),
    ("contient_toutes", f"à la fois{_NO_BREAK}: {{}}", "et"),
)


def wording(question: Question, lecteur: str) -> str:
    """Return the question as ``lecteur`` is asked it, or as another reader is."""
    libelle = question.libelle
    own: str | None = getattr(libelle, lecteur)
    return own or libelle.beneficiaire or libelle.prescripteur or libelle.porteur or ""


def describe_question(leaf: CritereQuestion, question: Question, lecteur: str) -> str:
    """Return the question of ``leaf`` and the answers that satisfy it, as a sentence."""
    answer = _answer(leaf, question)
    return f"{wording(question, lecteur)} {answer[:1].upper()}{answer[1:]}."


def _answer(leaf: CritereQuestion, question: Question) -> str:
    for operateur, words, conjunction in _ON_OPTIONS:
        operand: str | tuple[str, ...] | None = getattr(leaf, operateur)
        if operand is not None:
            values = (operand,) if isinstance(operand, str) else operand
            return words.format(french_list(_labels(values, question), conjunction))
    if leaf.avant is not None or leaf.apres is not None:
        return _days(leaf.apres, leaf.avant)
    return _interval(leaf, question.unite)


def _labels(values: Iterable[str], question: Question) -> list[str]:
    return [_label(value, question) for value in values]


def _label(value: str, question: Question) -> str:
    if question.type == "commune":
        return lieu(value)
    for option in question.options:
        if option.valeur == value:
            return option.libelle
    return value


def _days(first: date | None, last: date | None) -> str:
    if first and last:
        return f"entre le {jour(first)} et le {jour(last)}"
    if last:
        return f"au plus tard le {jour(last)}"
    return f"à partir du {jour(first)}" if first else ""


def _interval(leaf: CritereQuestion, unite: str | None) -> str:
    if leaf.min is not None and leaf.max is not None:
        if leaf.min == leaf.max:
            return _quantity(leaf.min, unite)
        return f"de {nombre(leaf.min)} à {_quantity(leaf.max, unite)}"
    bounds = (
        ("au moins", leaf.min),
        ("plus de", leaf.plus_de),
        ("au plus", leaf.max),
        ("moins de", leaf.moins_de),
    )
    return " et ".join(f"{word} {_quantity(n, unite)}" for word, n in bounds if n is not None)


def _quantity(value: Decimal, unite: str | None) -> str:
    return f"{nombre(value)}{_NO_BREAK}{unite}" if unite else nombre(value)
