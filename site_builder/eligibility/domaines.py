"""What each criterion admits, among the finite classes of answers to its question."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import cached_property, reduce
from operator import attrgetter, or_
from typing import NamedTuple

from site_builder.eligibility.contexte import PLACE, rank_of
from site_builder.eligibility.echelles import Echelle
from site_builder.eligibility.formules import (
    JAMAIS,
    LIBRE,
    Issues,
    Variable,
    all_of,
    conjunction,
    disjunction,
    none_of,
)
from site_builder.eligibility.lieux import AILLEURS
from site_builder.model.condition import (
    OPERATEURS,
    Condition,
    CritereQuestion,
    CritereTerritoire,
    leaves,
)
from site_builder.model.question import SEULES, Question
from site_builder.vocabulary.nombres import parse_nombre
from site_builder.vocabulary.oui_non import parse_oui_non
from site_builder.vocabulary.refusal import ValueRefused

# The two classes of an option of a multiple choice.
_TICKED, _NOT_TICKED = 0b10, 0b01
_BOUNDS = ("min", "max", "plus_de", "moins_de")
_DAYS = ("avant", "apres")
_SINGLE = {"egal", "parmi", "sauf"}
_FITTING = {
    "oui-non": _SINGLE,
    "choix": _SINGLE,
    "commune": _SINGLE,
    "choix-multiple": {"contient_un_de", "contient_toutes"},
    "nombre": {"egal", *_BOUNDS},
    "date": {*_DAYS},
}
# Two criteria with the same key mean the same.
criterion_key = attrgetter("question", *OPERATEURS)


class Domaines:
    """The classes of answers that ``conditions`` tell apart, and the criteria in these terms.

    ``lieux``, which is only called when it is needed, maps each commune that may be answered to
    the territoires that hold it; there is always a place outside, in no territoire. A criterion
    that does not fit its question, or whose question is unknown, is left free: others report it.
    """

    def __init__(
        self,
        conditions: Iterable[Condition],
        questions: Mapping[str, Question],
        lieux: Callable[[], Mapping[str, frozenset[str]]],
    ) -> None:
        self._questions = questions
        self._criteria: dict[str, dict[tuple[object, ...], CritereQuestion]] = defaultdict(dict)
        for condition in conditions:
            for leaf in leaves(condition):
                if isinstance(leaf, CritereQuestion):
                    self._criteria[leaf.question].setdefault(criterion_key(leaf), leaf)
        self._issues: dict[tuple[object, ...], Issues] = {}
        self.echelles: dict[str, Echelle] = {}
        self._readers: dict[str, Callable[[CritereQuestion], Issues]] = {}
        self._place = place_question(questions)
        self._lieux = lieux

    def issues(self, leaf: CritereQuestion | CritereTerritoire) -> Issues:
        """Return when ``leaf`` holds and when it fails; its bounds must be in play."""
        if isinstance(leaf, CritereTerritoire):
            return self._territoire(leaf)
        key = criterion_key(leaf)
        if key not in self._issues:
            self._issues[key] = self._read(leaf)
        return self._issues[key]

    def holds_a_commune(self, territoire: str) -> bool:
        """Tell whether a commune that may be answered is in ``territoire``."""
        return self._places.masks.get(territoire, 0) != 0

    def _territoire(self, leaf: CritereTerritoire) -> Issues:
        question = self._questions.get(self._place)
        if question is not None and question.type != "commune":
            return LIBRE
        places = self._places
        mask = reduce(or_, (places.masks.get(slug, 0) for slug in leaf.territoire), 0)
        return _among(places.variable, mask)

    @cached_property
    def _places(self) -> _Places:
        return _place_classes(self._place, self._codes_of(self._place), self._lieux())

    def _read(self, leaf: CritereQuestion) -> Issues:
        question = self._questions.get(leaf.question)
        if question is None or not leaf.operateurs.keys() <= _FITTING[question.type]:
            return LIBRE
        if question.slug not in self._readers:
            self._readers[question.slug] = self._reader(question)
        try:
            return self._readers[question.slug](leaf)
        except ValueRefused:
            return LIBRE

    def _reader(self, question: Question) -> Callable[[CritereQuestion], Issues]:
        match question.type:
            case "nombre":
                return self._numbers(question)
            case "date":
                return self._days(question)
            case "choix-multiple":
                return _several(question)
            case "commune":
                return self._communes(question)
            case "oui-non":
                return _one(Variable(question.slug, 0b11), _yes_or_no)
            case _:
                ranks = {option.valeur: 1 << n for n, option in enumerate(question.options)}
                plein = (1 << len(ranks)) - 1
                return _one(Variable(question.slug, plein), lambda text: ranks.get(text, 0))

    def _numbers(self, question: Question) -> Callable[[CritereQuestion], Issues]:
        leaves = self._criteria[question.slug].values()
        bounds = {getattr(leaf, name) for leaf in leaves for name in _BOUNDS} - {None}
        exact = {number for leaf in leaves if (number := _number(leaf.egal)) is not None}
        limits = (question.min, question.max)
        entiers = question.compte_en_entiers
        scale = Echelle.of(question.slug, bounds | exact, limits, entiers=entiers)
        self.echelles[question.slug] = scale

        def read(leaf: CritereQuestion) -> Issues:
            mask = scale.variable.plein
            if leaf.egal is not None:
                mask &= 1 << scale.bit(parse_nombre(leaf.egal))
            if leaf.min is not None:
                mask &= scale.from_(scale.bit(leaf.min))
            if leaf.plus_de is not None:
                mask &= scale.from_(scale.bit(leaf.plus_de) + 1)
            if leaf.max is not None:
                mask &= scale.up_to(scale.bit(leaf.max))
            if leaf.moins_de is not None:
                mask &= scale.up_to(scale.bit(leaf.moins_de) - 1)
            return _among(scale.variable, mask)

        return read

    def _days(self, question: Question) -> Callable[[CritereQuestion], Issues]:
        leaves = self._criteria[question.slug].values()
        days = {getattr(leaf, name) for leaf in leaves for name in _DAYS} - {None}
        points = {Decimal(day.toordinal()) for day in days}
        scale = Echelle.of(question.slug, points, entiers=True)

        def read(leaf: CritereQuestion) -> Issues:
            mask = scale.variable.plein
            if leaf.apres is not None:
                mask &= scale.from_(scale.bit(Decimal(leaf.apres.toordinal())))
            if leaf.avant is not None:
                mask &= scale.up_to(scale.bit(Decimal(leaf.avant.toordinal())))
            return _among(scale.variable, mask)

        return read

    def _communes(self, question: Question) -> Callable[[CritereQuestion], Issues]:
        if question.slug == self._place:
            places = self._places
            return _one(places.variable, lambda code: places.codes.get(code, 0))
        codes = [*sorted(self._codes_of(question.slug) - {AILLEURS}), AILLEURS]
        ranks = {code: 1 << rank for rank, code in enumerate(codes)}
        # The last class is every other commune.
        variable = Variable(question.slug, (1 << (len(ranks) + 1)) - 1)
        return _one(variable, lambda code: ranks.get(code, 0))

    def _codes_of(self, slug: str) -> set[str]:
        """Return the communes that criteria on a question name."""
        named = set()
        for leaf in self._criteria.get(slug, {}).values():
            named |= {*(leaf.parmi or ()), *(leaf.sauf or ()), *filter(None, [leaf.egal])}
        return named


def place_question(questions: Mapping[str, Question]) -> str:
    """Return the question that asks where a person lives: the first of type ``commune``."""
    asked = [question for question in questions.values() if question.type == "commune"]
    first = min(asked, key=rank_of, default=None)
    return PLACE if first is None else first.slug


class _Places(NamedTuple):
    """The classes of places: of each commune that is named, in each territoire, and of all."""

    codes: dict[str, int]
    masks: dict[str, int]
    variable: Variable


def _place_classes(question: str, named: set[str], lieux: Mapping[str, frozenset[str]]) -> _Places:
    """Return the classes of the answers to ``question``.

    Communes in the same territoires are one class, but for those that a criterion names.
    """
    codes: dict[str, int] = {}
    masks: dict[str, int] = defaultdict(int)
    others = {frozenset[str](), *(held for code, held in lieux.items() if code not in named)}
    outside: list[tuple[str, frozenset[str]]] = [(AILLEURS, frozenset())]
    singles = [(code, lieux.get(code, frozenset())) for code in sorted(named - {AILLEURS})]
    groups = [("", held) for held in sorted(others, key=sorted)]
    for rank, (code, held) in enumerate([*outside, *singles, *groups]):
        if code:
            codes[code] = 1 << rank
        for slug in held:
            masks[slug] |= 1 << rank
    plein = (1 << (len(outside) + len(singles) + len(groups))) - 1
    return _Places(codes, dict(masks), Variable(question, plein))


def _among(variable: Variable, mask: int) -> Issues:
    return Issues(variable.among(mask), variable.among(variable.plein & ~mask))


def _one(variable: Variable, class_of: Callable[[str], int]) -> Callable[[CritereQuestion], Issues]:
    """Return the reader of criteria on a question that takes one answer."""

    def read(leaf: CritereQuestion) -> Issues:
        wanted = (leaf.egal,) if leaf.egal is not None else leaf.parmi or leaf.sauf or ()
        mask = reduce(or_, map(class_of, wanted), 0)
        return _among(variable, variable.plein & ~mask if leaf.sauf is not None else mask)

    return read


def _several(question: Question) -> Callable[[CritereQuestion], Issues]:
    """Return the reader of criteria on a multiple choice: each option is a variable.

    An option that stands alone unticks the others, whatever their variables say.
    """
    names = [option.valeur for option in question.options]
    ticked = {
        name: _among(Variable(f"{question.slug}={name}", _TICKED | _NOT_TICKED), _TICKED)
        for name in names
    }
    alone = [name for name in names if name in SEULES]

    def option(name: str) -> Issues:
        if name not in ticked:
            return Issues(JAMAIS, LIBRE.non)
        before = alone[: alone.index(name)] if name in alone else alone
        return all_of([ticked[name], none_of([ticked[other] for other in before])])

    def read(leaf: CritereQuestion) -> Issues:
        if leaf.contient_toutes is not None:
            wanted = [option(name) for name in leaf.contient_toutes]
            return Issues(conjunction(w.oui for w in wanted), disjunction(w.non for w in wanted))
        wanted = [option(name) for name in leaf.contient_un_de or ()]
        return Issues(disjunction(w.oui for w in wanted), conjunction(w.non for w in wanted))

    return read


def _yes_or_no(text: str) -> int:
    return 0b10 if parse_oui_non(text) else 0b01


def _number(text: str | None) -> Decimal | None:
    try:
        return None if text is None else parse_nombre(text)
    except ValueRefused:
        return None
