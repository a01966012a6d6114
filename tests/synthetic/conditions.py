"""Questions, and trees of conditions that ask them."""

from __future__ import annotations

from collections.abc import Callable

from tests.synthetic.chance import Chance
from tests.synthetic.plan import Plan
from tests.synthetic.prose import Prose
from tests.synthetic.yaml_text import Fields, Value


def _asked(to_person: str, of_person: str) -> Fields:
    return {"beneficiaire": to_person, "prescripteur": of_person}


def _options(*pairs: tuple[str, str]) -> list[Value]:
    return [{"valeur": value, "libelle": label} for value, label in pairs]


QUESTIONS: dict[str, Fields] = {
    "age": {
        "libelle": _asked("Quel âge avez-vous\u202f?", "Quel âge a la personne\u202f?"),
        "aide": "Comptez en années révolues.",
        "pourquoi": "Certaines actions sont réservées à une tranche d’âge.",
        "type": "nombre",
        "unite": "ans",
        "min": 0,
        "max": 120,
        "ordre": 10,
    },
    "allocation": {
        "libelle": _asked(
            "Recevez-vous l’allocation d’exemple\u202f?",
            "La personne reçoit-elle l’allocation d’exemple\u202f?",
        ),
        "type": "oui-non",
        "ordre": 20,
    },
    "enfants": {
        "libelle": _asked(
            "Avez-vous des enfants à charge\u202f?", "A-t-elle des enfants à charge\u202f?"
        ),
        "type": "choix",
        "options": _options(
            ("aucun", "Aucun"), ("un", "Un"), ("deux", "Deux"), ("trois-ou-plus", "Trois ou plus")
        ),
        "ordre": 30,
    },
    "situation": {
        "libelle": _asked("Quelle est votre situation\u202f?", "Quelle est sa situation\u202f?"),
        "type": "choix",
        "options": _options(
            ("sans-emploi", "Sans emploi"),
            ("en-emploi", "En emploi"),
            ("en-formation", "En formation"),
            ("retraite", "À la retraite"),
        ),
        "ordre": 40,
    },
    "freins": {
        "libelle": _asked("Qu’est-ce qui vous gêne\u202f?", "Quels sont ses freins\u202f?"),
        "aide": "Plusieurs réponses sont possibles.",
        "type": "choix-multiple",
        "options": _options(
            ("mobilite", "Les déplacements"),
            ("logement", "Le logement"),
            ("garde", "La garde d’enfants"),
            ("numerique", "Les démarches en ligne"),
            ("francais", "Le français"),
        ),
        "ordre": 50,
    },
    "inscription": {
        "libelle": _asked(
            "Quand vous êtes-vous inscrit\u202f?", "Quand s’est-elle inscrite\u202f?"
        ),
        "type": "date",
        "ordre": 60,
    },
    "sante": {
        "libelle": _asked(
            "Votre santé limite-t-elle vos projets\u202f?",
            "Sa santé limite-t-elle ses projets\u202f?",
        ),
        "pourquoi": "Une action peut être adaptée. Vous pouvez ne pas répondre.",
        "type": "oui-non",
        "sensible": "oui",
        "ordre": 90,
    },
    "experience": {
        "libelle": {"porteur": "Depuis combien d’années accompagnez-vous ce public\u202f?"},
        "type": "nombre",
        "unite": "ans",
        "min": 0,
        "max": 100,
        "ordre": 10,
    },
    "label": {
        "libelle": {"porteur": "Avez-vous le label d’exemple\u202f?"},
        "type": "oui-non",
        "ordre": 20,
    },
}


# Makes a leaf that suits, or not, the person that every rule suits.
Maker = Callable[[Chance, bool], Fields]


class Conditions:
    """Draws conditions, and remembers which questions they ask."""

    def __init__(self, plan: Plan, chance: Chance, prose: Prose) -> None:
        self._plan = plan
        self._chance = chance
        self._prose = prose
        self.asked: set[str] = set()

    def for_public(self) -> Fields:
        """What it takes to belong to a public cible."""
        # All ask for the allowance: together, publics are never everybody.
        return {"toutes": [self._one_of(), self._made(_ALLOWANCE), *self._leaves(0, 1)]}

    def for_person(self, publics: list[str], place: str) -> Fields:
        """Who may benefit from an action: a tree of two to five levels."""
        nodes: list[Value] = [{"une_de": [{"public_cible": slug} for slug in publics]}]
        nodes += self._leaves(1, 3)
        if self._chance.happens(0.6):
            nodes.append({"territoire": [place]})
        if self._chance.happens(0.6):
            nodes.append(self._one_of())
        if self._chance.happens(0.4):
            nodes.append({"aucune": self._leaves(1, 2, suits=False)})
        if self._chance.happens(0.5):
            nodes.append({**self._leaf(), "nature": "prioritaire"})
        if self._chance.happens(0.5):
            nodes.append({"appreciation": self._prose.line()})
        return {"toutes": nodes}

    def for_carrier(self) -> Fields:
        """Which organisation may carry an action."""
        self.asked |= {"experience", "label"}
        years = self._chance.between(1, 5)
        either: list[Value] = [
            {"question": "experience", "min": years},
            {"question": "label", "egal": "oui"},
        ]
        return {"une_de": either}

    def questions(self) -> Fields:
        """The questions that some condition asks."""
        return {key: question for key, question in QUESTIONS.items() if key in self.asked}

    def _one_of(self) -> Fields:
        # Each question once: the whole is neither impossible nor always true.
        first, second, *others = self._chance.some(_LEAVES, self._chance.between(3, 5))
        last: Fields = {"aucune": [self._made(first, suits=False)]}
        branch: Fields = {"toutes": [self._made(second), last]}
        return {"une_de": [*map(self._made, others), branch]}

    def _leaves(self, low: int, high: int, *, suits: bool = True) -> list[Value]:
        makers = self._chance.some(_LEAVES, self._chance.between(low, high))
        return [self._made(maker, suits=suits) for maker in makers]

    def _leaf(self) -> Fields:
        return self._made(self._chance.pick(_LEAVES), suits=self._chance.happens(0.5))

    def _made(self, maker: Maker, *, suits: bool = True) -> Fields:
        leaf = maker(self._chance, suits)
        self.asked.add(str(leaf["question"]))
        if self._chance.happens(0.3):
            leaf["phrase"] = f"{self._prose.line()}."
        return leaf


# What follows suits, or not, one and the same person: 35 years old, on the allowance, one
# child, no job, three obstacles, registered in 2022, ill. No rule contradicts itself.


def _age(chance: Chance, suits: bool) -> Fields:
    low = chance.between(16, 34) if suits else chance.between(36, 60)
    if chance.happens(0.3):
        return {"question": "age", "plus_de": low}
    return {"question": "age", "min": low, "max": max(low, 35) + chance.between(1, 25)}


def _yes(key: str) -> Maker:
    return lambda _, suits: {"question": key, "egal": "oui" if suits else "non"}


def _children(chance: Chance, suits: bool) -> Fields:
    other = chance.pick(("aucun", "deux"))
    return {"question": "enfants", "parmi": sorted([other, "un" if suits else "trois-ou-plus"])}


def _situation(chance: Chance, suits: bool) -> Fields:
    shut_out = chance.pick(("en-emploi", "retraite")) if suits else "sans-emploi"
    return {"question": "situation", "sauf": [shut_out]}


def _obstacles(chance: Chance, suits: bool) -> Fields:
    operator = chance.pick(("contient_un_de", "contient_toutes"))
    options = ("mobilite", "logement", "garde") if suits else ("numerique", "francais")
    return {"question": "freins", operator: chance.some(options, 2)}


def _registration(chance: Chance, suits: bool) -> Fields:
    operator = chance.pick(("avant", "apres"))
    first = 3 if (operator == "avant") == suits else 1
    return {"question": "inscription", operator: f"202{first + chance.between(0, 1)}-01-01"}


_ALLOWANCE = _yes("allocation")
_LEAVES = (
    *(_age, _ALLOWANCE, _children, _situation),
    *(_obstacles, _registration, _yes("sante")),
)
