"""Random conditions on a few small questions, and what they are worth by their definition.

All the answers that people may give are tried one after the other: nothing here is shared
with the decision procedure that is compared to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from itertools import chain, combinations, product
from random import Random
from typing import Any

from pydantic import TypeAdapter

from site_builder.model.condition import (
    Appreciation,
    Aucune,
    Condition,
    CriterePublicCible,
    CritereQuestion,
    CritereTerritoire,
    Toutes,
    children,
    leaves,
)
from site_builder.model.question import Question

Publics = Mapping[str, Condition | None]
Answers = Mapping[str, Any]
# From the answers of a person to what a condition may be worth.
Meaning = Callable[[Answers], set[bool]]

_ADAPTER: TypeAdapter[Condition] = TypeAdapter(Condition)
_DAY = date(2024, 2, 27)
_DAYS = tuple((_DAY + timedelta(days=rank)).isoformat() for rank in range(4))
_OPTIONS = ("un", "deux", "trois")
# Of these, the first two are never ticked with another.
_NONES = ("aucun", "aucune", "un", "deux")
LIEUX = {
    "62041": frozenset({"artois", "departement"}),
    "62119": frozenset({"artois", "departement"}),
    "62160": frozenset({"cote", "departement"}),
    "62193": frozenset({"cote", "departement", "port"}),
}
TERRITOIRES = ("artois", "cote", "port", "departement", "sans-commune")
COMMUNES = (*LIEUX, "13055", "ailleurs")


def make_question(
    slug: str, genre: str, names: tuple[str, ...] = _OPTIONS, **fields: object
) -> Question:
    """Return a question whose options, if it has any, are ``names``."""
    options = names if genre.startswith("choix") else ()
    fields["options"] = [{"valeur": name, "libelle": name} for name in options]
    libelle = {"beneficiaire": "Une question\u202f?"}
    return Question.model_validate({"slug": slug, "type": genre, "libelle": libelle, **fields})


def make_condition(tree: object) -> Condition:
    """Return the condition that is written ``tree``."""
    return _ADAPTER.validate_python(tree)


QUESTIONS = {
    asked.slug: asked
    for asked in (
        make_question("aide", "oui-non"),
        make_question("sorte", "choix"),
        make_question("freins", "choix-multiple"),
        make_question("soucis", "choix-multiple", _NONES),
        make_question("age", "nombre", min="0", max="6"),
        make_question("heures", "nombre", min="0", unite="heures"),
        make_question("inscription", "date"),
        make_question("origine", "commune", ordre="20"),
        make_question("domicile", "commune", ordre="10"),
    )
}

# --- Random conditions -------------------------------------------------------------------


class Drawing:
    """Draws conditions on at most three questions, so that all answers can be tried."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._slugs = chance.sample(sorted(QUESTIONS), 3)
        bounds = ["0", "1", "2", "3", "5", "6", "8"]
        self._bounds = [*bounds, "2,5"] if chance.random() < 0.3 else bounds

    def publics(self) -> Publics:
        """Return publics: one without conditions, one that names another."""
        return {
            "premier": make_condition(self.tree(1, ["sans-condition"])),
            "second": make_condition(self.tree(1, ["premier", "sans-condition"])),
            "sans-condition": None,
        }

    def tree(self, levels: int, publics: list[str]) -> dict[str, Any]:
        """Return a condition as it is written, of that many levels of groups at most."""
        if levels == 0 or self._chance.random() < 0.2:
            return self._leaf(publics)
        name = self._chance.choice(["toutes", "une_de", "aucune"])
        least = 1 if name == "une_de" or self._chance.random() < 0.95 else 0
        count = max(1, self._chance.randrange(4)) if least else 0
        return {name: [self.tree(levels - 1, publics) for _ in range(count)]}

    def _leaf(self, publics: list[str]) -> dict[str, Any]:
        roll = self._chance.random()
        if roll < 0.06:
            leaf: dict[str, Any] = {"appreciation": "Avis d’un professionnel"}
        elif roll < 0.2 and publics:
            leaf = {"public_cible": self._chance.choice(publics)}
        else:
            leaf = self._criterion(self._chance.choice(self._slugs))
        return {**leaf, "nature": "prioritaire"} if self._chance.random() < 0.07 else leaf

    def _criterion(self, slug: str) -> dict[str, Any]:
        match QUESTIONS[slug].type:
            case "nombre":
                test = self._interval()
            case "date":
                names = self._chance.choice([["avant"], ["apres"], ["avant", "apres"]])
                test = {name: self._chance.choice(_DAYS) for name in names}
            case "choix-multiple":
                name = self._chance.choice(["contient_un_de", "contient_toutes"])
                test = {name: self._some(_NONES if slug == "soucis" else _OPTIONS)}
            case "commune":
                if slug == "domicile" and self._chance.random() < 0.6:
                    return {"territoire": self._some(TERRITOIRES) or ["artois"]}
                test = self._among(COMMUNES)
            case "choix":
                test = self._among(_OPTIONS)
            case _:
                test = self._among(("oui", "non"))
        return {"question": slug, **test}

    def _interval(self) -> dict[str, Any]:
        low, high = (
            self._chance.choice(["min", "plus_de"]),
            self._chance.choice(["max", "moins_de"]),
        )
        names = self._chance.choice([[low], [high], [low, high], ["egal"]])
        return {name: self._chance.choice(self._bounds) for name in names}

    def _among(self, items: tuple[str, ...]) -> dict[str, Any]:
        name = self._chance.choice(["egal", "parmi", "sauf"])
        return {name: self._chance.choice(items) if name == "egal" else self._some(items)}

    def _some(self, items: tuple[str, ...]) -> list[str]:
        return self._chance.sample(items, self._chance.randrange(len(items)))


# --- What a condition is worth -----------------------------------------------------------


def meaning(tree: Condition, publics: Publics) -> Meaning:
    """Return what ``tree`` may be worth, from answers: an appreciation may be true or false."""
    match tree:
        case Appreciation():
            return lambda _: {True, False}
        case CriterePublicCible():
            public = publics.get(tree.public_cible)
            return (lambda _: {True, False}) if public is None else root_meaning(public, publics)
        case CritereTerritoire():
            held, wanted = LIEUX, set(tree.territoire)
            return lambda answers: {bool(held.get(answers["domicile"], set()) & wanted)}
        case CritereQuestion():
            slug, tests = tree.question, list(tree.operateurs.items())
            return lambda answers: {all(_holds(*test, answers[slug]) for test in tests)}
    inner = [meaning(child, publics) for child in children(tree) if counts(child)]
    verdict, excluded = (all if isinstance(tree, Toutes) else any), isinstance(tree, Aucune)
    return lambda answers: {
        verdict(chosen) != excluded for chosen in product(*(of(answers) for of in inner))
    }


def root_meaning(tree: Condition, publics: Publics) -> Meaning:
    """Return what ``tree`` may be worth at the root of a rule."""
    return meaning(tree, publics) if counts(tree) else lambda _: {True}


def counts(tree: Condition) -> bool:
    """Tell whether ``tree`` is more than priorities."""
    if inner := children(tree):
        return any(map(counts, inner))
    return getattr(tree, "nature", "") != "prioritaire"


def _holds(name: str, operand: Any, answer: Any) -> bool:
    if isinstance(answer, Decimal) and isinstance(operand, str):
        operand = Decimal(operand.replace(",", "."))
    return _TESTS[name](answer, operand)


_TESTS: dict[str, Callable[[Any, Any], bool]] = {
    "egal": lambda answer, operand: answer == operand,
    "parmi": lambda answer, operand: answer in operand,
    "sauf": lambda answer, operand: answer not in operand,
    "contient_un_de": lambda answer, operand: any(option in answer for option in operand),
    "contient_toutes": lambda answer, operand: all(option in answer for option in operand),
    "min": lambda answer, operand: answer >= operand,
    "apres": lambda answer, operand: answer >= operand,
    "max": lambda answer, operand: answer <= operand,
    "avant": lambda answer, operand: answer <= operand,
    "plus_de": lambda answer, operand: answer > operand,
    "moins_de": lambda answer, operand: answer < operand,
}


# --- All the people ----------------------------------------------------------------------


def every_person(tree: Condition, publics: Publics) -> Iterator[Answers]:
    """Yield all the answers to the questions of ``tree`` and of the publics."""
    in_play = [leaf for part in (tree, *publics.values()) if part for leaf in leaves(part)]
    asked = {leaf.question for leaf in in_play if isinstance(leaf, CritereQuestion)}
    if any(isinstance(leaf, CritereTerritoire) for leaf in in_play):
        asked.add("domicile")
    criteria = [leaf for leaf in in_play if isinstance(leaf, CritereQuestion)]
    answers = [_possible_answers(slug, criteria) for slug in sorted(asked)]
    for chosen in product(*answers):
        yield dict(zip(sorted(asked), chosen, strict=True))


def _possible_answers(slug: str, criteria: list[CritereQuestion]) -> list[Any]:
    match QUESTIONS[slug].type:
        case "oui-non":
            return ["oui", "non"]
        case "choix":
            return list(_OPTIONS)
        case "choix-multiple":
            names = [option.valeur for option in QUESTIONS[slug].options]
            sets = chain(*(combinations(names, n) for n in range(len(names) + 1)))
            return [set(some) for some in sets if len(some) < 2 or not {*some} & {*_NONES[:2]}]
        case "commune":
            return [*COMMUNES, "99999"]
        case "date":
            return [_DAY + timedelta(days=rank) for rank in range(-1, len(_DAYS) + 1)]
        case _:
            return _numbers(slug, criteria)


def _numbers(slug: str, criteria: list[CritereQuestion]) -> list[Decimal]:
    """Return whole years, and parts of hours: some between any two bounds."""
    if slug == "age":
        return [Decimal(number) for number in range(7)]
    operands = [leaf.operateurs.values() for leaf in criteria if leaf.question == slug]
    parts = 2 if all(str(operand).isdecimal() for operand in chain(*operands)) else 4
    return [Decimal(rank) / parts for rank in range(9 * parts + 1)]
