"""Answers as people and programs write them, read into the values that rules are tested on.

A file of answers (YAML or JSON) maps each question to « oui », « 12,5 », an INSEE code, the
value of an option, a list of them… Whatever a question does not take is refused, with the code
of the register of problems that says why, and all refusals are told together.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from site_builder.eligibility.lieux import AILLEURS
from site_builder.model.question import Question
from site_builder.problems import REGISTER
from site_builder.vocabulary.codes_officiels import parse_commune
from site_builder.vocabulary.dates import parse_date
from site_builder.vocabulary.nombres import MOST_DIGITS, parse_nombre
from site_builder.vocabulary.oui_non import parse_oui_non
from site_builder.vocabulary.refusal import ValueRefused, did_you_mean
from site_builder.vocabulary.typographie import fold, nearest

# A text, a number, a list of texts; ``None`` for « je ne sais pas ».
Reponse = str | int | float | tuple[str, ...] | None

# « Je ne sais pas » in so many words, folded: not an answer, and nothing to compare.
_IGNORANCE = frozenset(
    {"je ne sais pas", "ne sais pas", "ne sait pas", "sais pas", "jnsp", "nsp", "null", "~", "?"}
)
_LONGEST_QUOTE = 60
_WANTED = {
    "oui-non": "«\u00a0oui\u00a0» ou «\u00a0non\u00a0»",
    "choix": "une de ces réponses\u00a0: {options}",
    "choix-multiple": "une liste de réponses prises parmi\u00a0: {options}",
    "nombre": "un nombre",
    "date": "une date écrite année-mois-jour",
    "commune": "le code INSEE d’une commune, ou «\u00a0ailleurs\u00a0»",
}


class NombreDemesure(str):
    """A number that a file writes and that no float can hold, as it is written."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class ReponseRefusee:
    """An answer that its question does not take, or that no question asks for.

    ``code`` is in the register of problems, ``value`` what was written, ``suggestion`` how to
    mend it, or ``None``; ``params`` fills the register's sentences.
    """

    question: str
    code: str
    value: str
    suggestion: str | None = None
    params: Mapping[str, object] = field(default_factory=dict)

    @property
    def message(self) -> str:
        """What is wrong, as a French clause."""
        return REGISTER[self.code].message.format(**{"value": self.value, **self.params})


def read_reponses(
    questions: Mapping[str, Question], raw: Mapping[str, object]
) -> tuple[dict[str, Reponse], list[ReponseRefusee]]:
    """Return the answers of ``raw`` that can be used, and a refusal for each of the others.

    ``raw`` is what a YAML or a JSON file holds: texts, numbers, booleans, lists, ``None``.
    """
    reponses: dict[str, Reponse] = {}
    refusals: list[ReponseRefusee] = []
    for slug, value in raw.items():
        try:
            if slug not in questions:
                guess = nearest(slug, questions)
                advice = None if guess is None else did_you_mean(guess)
                raise ValueRefused("CAT-R101", advice, kind="la question", value=slug)
            reponses[slug] = read_reponse(questions[slug], value)
        except ValueRefused as refused:
            written = str(refused.params.get("value", ""))
            refusals.append(
                ReponseRefusee(slug, refused.code, written, refused.suggestion, refused.params)
            )
    return reponses, refusals


def read_reponse(question: Question, value: object) -> Reponse:
    """Return the answer that ``value`` is to ``question``.

    Raises ``ValueRefused``: CAT-E524 (several answers where one is wanted), CAT-E527 (« je ne
    sais pas » in words), CAT-E528 (neither a text nor a number), and the codes of
    ``parse_reponse``, with what is refused as ``value``.
    """
    if value is None:
        return None
    items: list[object] = list(value) if isinstance(value, list | tuple) else [value]
    if question.type == "choix-multiple":
        return tuple(dict.fromkeys(str(_read_item(question, item)) for item in items))
    if len(items) != 1:
        raise ValueRefused("CAT-E524", question=question.slug, found=number_in_words(len(items)))
    return _read_item(question, items[0])


def parse_reponse(question: Question, text: str) -> str | int | float:
    """Return what ``text`` means as one answer to ``question``, or as one of several.

    Raises ``ValueRefused``: CAT-E521 (not an option), CAT-E522 (outside the limits), CAT-E526
    (not a whole number), and the codes of the vocabulary's parsers for the other types.
    """
    if question.options:
        return _option(question, text)
    match question.type:
        case "oui-non":
            return "oui" if parse_oui_non(text) else "non"
        case "nombre":
            return _answered(question, parse_nombre(text))
        case "date":
            return parse_date(text).isoformat()
        case _:
            return AILLEURS if text.strip() == AILLEURS else parse_commune(text)


def refuse_ignorance(question: Question, text: str, advice: str) -> None:
    """Refuse « je ne sais pas » where answers are written, whatever the case and the spelling.

    An option that is called so is an answer. Raises ``ValueRefused``: CAT-E527, with ``advice``.
    """
    if any(text == option.valeur for option in question.options):
        return
    words = " ".join(re.split("[ _-]+", fold(text).strip(" .!…")))
    if words in _IGNORANCE:
        raise ValueRefused("CAT-E527", advice)


def number_in_words(count: int) -> str:
    """Return « il y en a 2 », of answers."""
    return f"il y en a {count}" if count else "il n’y en a aucune"


def check_limits(question: Question, number: Decimal) -> None:
    """Refuse a number that nobody can answer. Raises ``ValueRefused``: CAT-E522."""
    too_small = question.min is not None and number < question.min
    too_large = question.max is not None and number > question.max
    if too_small or too_large:
        raise ValueRefused("CAT-E522", question=question.slug, limits=_limits(question))


def _read_item(question: Question, item: object) -> str | int | float:
    try:
        match item:
            case bool():
                return parse_reponse(question, "oui" if item else "non")
            case int() | float() if question.type == "nombre":
                return _answered(question, _number(item))
            case NombreDemesure() if question.type == "nombre":
                raise ValueRefused("CAT-V342", limit=MOST_DIGITS)
            case str():
                refuse_ignorance(question, item, "écrivez null, ou ne mettez pas la question")
                return parse_reponse(question, item)
            case int() | float():
                return parse_reponse(question, str(item))
    except ValueRefused as refused:
        # JSON's own words, for whoever looks for them in a file.
        written = str(item).lower() if isinstance(item, bool) else str(item)
        refused.params.setdefault("value", _quoted(written))
        raise
    names = ", ".join(option.valeur for option in question.options)
    wanted = _WANTED[question.type].format(options=names)
    raise ValueRefused("CAT-E528", question=question.slug, wanted=wanted, found=_shape(item))


def _shape(item: object) -> str:
    if isinstance(item, list | tuple):
        return "une liste dans une liste"
    return "null dans une liste" if item is None else "un objet"


def _quoted(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTE else f"{text[: _LONGEST_QUOTE - 1]}…"


def _number(number: float) -> Decimal:
    """Return a number that was not written by hand, which is read in one way only."""
    decimal = Decimal(str(number))
    if not decimal.is_finite():
        raise ValueRefused("CAT-V340")
    if abs(decimal) >= 10**MOST_DIGITS:
        raise ValueRefused("CAT-V342", limit=MOST_DIGITS)
    return decimal


def _answered(question: Question, number: Decimal) -> int | float:
    check_limits(question, number)
    if number == number.to_integral_value():
        return int(number)
    if question.compte_en_entiers:
        raise ValueRefused("CAT-E526", question=question.slug)
    return float(number)


def _option(question: Question, text: str) -> str:
    values = {option.valeur: option.valeur for option in question.options}
    if text in values:
        return text
    # The words that the public reads count as much as the value to write.
    spellings = {option.libelle: option.valeur for option in question.options} | values
    guess = nearest(text, spellings)
    raise ValueRefused(
        "CAT-E521",
        None if guess is None else did_you_mean(spellings[guess]),
        question=question.slug,
        options=", ".join(values),
    )


def _limits(question: Question) -> str:
    if question.max is None:
        return f"à partir de {question.min}"
    if question.min is None:
        return f"jusqu’à {question.max}"
    return f"de {question.min} à {question.max}"
