"""Random catalogues of rules, people and days, in the JSON forms of both engines.

The same seed gives the same catalogue. Small domains on purpose: rules and answers meet often,
at their very limits too.
"""

from __future__ import annotations

from random import Random
from typing import Any

LECTEURS = ("beneficiaire", "prescripteur", "porteur")
NUMBERS = (-1, 0, 17, 17.5, 18, 19, 25, 25.5, 26, 62)
DAYS = ("2024-12-31", "2025-01-01", "2025-01-02", "2025-02-28", "2025-06-30", "2025-07-01")
COMMUNES = ("13001", "13002", "38001", "62001", "62002")
TERRITOIRES = ("bouches", "isere", "artois", "pas-de-calais")
OPTIONS = ("a", "b", "c", "d", "e")
STATUTS = ("suspendu", "brouillon", "archive")
ANSWERS: dict[str, tuple[Any, ...]] = {
    "oui-non": ("oui", "non", True, False),
    "commune": (*COMMUNES, "ailleurs", "75056"),
    "nombre": (*NUMBERS, "18", "25,5"),
    "date": DAYS,
}
# Shapes that no question takes, or that are read as another.
ODD = (
    "",
    "oui",
    "a",
    ["a"],
    [],
    ["a", "b"],
    18,
    "18",
    "25,5",
    " 1 000 ",
    "2025-01-01",
    True,
    False,
    "2025-02-30",
    "20250101",
    [18],
    ["18"],
    ["13001"],
    -0.5,
    "ailleurs",
    [["a"]],
    [None],
    {"a": 1},
    "constructor",
)


class Tirage:
    """Draws one catalogue."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        self.questions = self._questions()
        self.publics: dict[str, Any] = {}
        for rank in range(self._random.randrange(4)):
            # A public may stand on those drawn before it: no loop.
            self.publics[f"public-{rank}"] = (
                None if self._one_in(4) else self._tree(self._random.randrange(3))
            )

    def draw(self, regles: int, personnes: int) -> dict[str, Any]:
        """Return ``{contexte, regles, personnes, jours}``."""
        return {
            "contexte": {
                "questions": self.questions,
                "publics_cibles": self.publics,
                "lieux": self._lieux(),
            },
            "regles": [self._regle() for _ in range(regles)],
            "personnes": [self._personne() for _ in range(personnes)],
            "jours": [
                {"date": self._random.choice(DAYS), "lecteur": self._random.choice(LECTEURS)}
                for _ in range(personnes)
            ],
        }

    def _one_in(self, count: int) -> bool:
        return self._random.randrange(count) == 0

    def _some(self, values: tuple[str, ...], least: int = 1) -> list[str]:
        return self._random.sample(values, self._random.randint(least, len(values) - 1))

    def _questions(self) -> dict[str, Any]:
        offered = [
            ("age", "nombre"),
            ("age_enfant", "nombre"),
            ("distance", "nombre"),
            ("rsa", "oui-non"),
            ("permis", "oui-non"),
            ("logement", "choix"),
            ("constructor", "choix"),
            ("freins", "choix-multiple"),
            ("projet", "choix-multiple"),
            ("inscription", "date"),
            ("commune", "commune"),
            ("travail", "commune"),
        ]
        self._random.shuffle(offered)
        return {slug: self._question(genre) for slug, genre in offered[self._random.randrange(6) :]}

    def _question(self, genre: str) -> dict[str, Any]:
        question: dict[str, Any] = {"type": genre}
        if genre.startswith("choix"):
            count = self._random.randint(2, len(OPTIONS))
            question["options"] = [{"valeur": valeur} for valeur in OPTIONS[:count]]
        if genre == "nombre" and not self._one_in(4):
            question |= {"min": self._random.choice((-1, 0, 0.5)), "max": 62}
        if genre == "nombre" and self._one_in(3):
            question["unite"] = self._random.choice(("ans", "mois"))
        if self._one_in(5):
            question["sensible"] = True
        if self._one_in(2):
            question["ordre"] = self._random.randrange(4)
        return question

    def _lieux(self) -> dict[str, list[str]]:
        return {commune: self._some(TERRITOIRES, least=0) for commune in COMMUNES}

    def _tree(self, depth: int) -> dict[str, Any]:
        if depth == 0 or self._one_in(8):
            return self._leaf()
        genre = self._random.choice(("toutes", "toutes", "une_de", "une_de", "aucune"))
        count = 0 if self._one_in(25) else self._random.randint(1, 3)
        return {genre: [self._tree(depth - 1) for _ in range(count)]}

    def _leaf(self) -> dict[str, Any]:
        leaf = self._test()
        leaf["phrase"] = f"phrase {self._random.randrange(1000)}"
        if self._one_in(8):
            leaf["nature"] = "prioritaire"
        elif self._one_in(8):
            leaf["nature"] = "obligatoire"
        if self._one_in(6):
            leaf["source"] = "page 1"
        return leaf

    def _test(self) -> dict[str, Any]:
        if self._one_in(9):
            return {"appreciation": "avis d’un professionnel"}
        if self.publics and self._one_in(6):
            return {"public_cible": self._random.choice(list(self.publics))}
        if self._one_in(6):
            return {"territoire": self._some(TERRITOIRES)}
        # Ages come more often: a result of their own depends on them.
        ages = [slug for slug in self.questions if slug in ("age", "age_enfant")]
        slug = self._random.choice([*self.questions, *ages * 4])
        return {"question": slug, **self._operators(self.questions[slug])}

    def _operators(self, question: dict[str, Any]) -> dict[str, Any]:
        match question["type"]:
            case "oui-non":
                return self._among(("oui", "non", "Oui", "true", "false"))
            case "commune":
                return self._among((*COMMUNES, "ailleurs"))
            case "nombre":
                return self._interval()
            case "date":
                days = sorted(self._random.sample(DAYS, 2))
                both = {"apres": days[0], "avant": days[1]}
                return both if self._one_in(2) else dict([self._random.choice(list(both.items()))])
            case "choix":
                return self._among(tuple(option["valeur"] for option in question["options"]))
            case _:
                name = self._random.choice(("contient_un_de", "contient_toutes"))
                return {name: self._some(OPTIONS, least=0 if self._one_in(9) else 1)}

    def _among(self, values: tuple[str, ...]) -> dict[str, Any]:
        name = self._random.choice(("egal", "parmi", "sauf"))
        return {name: self._random.choice(values) if name == "egal" else self._some(values)}

    def _interval(self) -> dict[str, Any]:
        if self._one_in(8):
            return {"egal": str(self._random.choice(NUMBERS))}
        low, high = sorted(self._random.sample(NUMBERS, 2))
        ends = {
            self._random.choice(("min", "plus_de")): low,
            self._random.choice(("max", "moins_de")): high,
        }
        if self._one_in(2):
            ends.pop(self._random.choice(list(ends)))
        return ends

    def _regle(self) -> dict[str, Any]:
        regle: dict[str, Any] = {"condition": self._tree(self._random.randrange(4))}
        if self._one_in(12):
            regle["statut"] = self._random.choice(STATUTS)
        if self._one_in(4):
            regle["publie_du"] = self._random.choice(DAYS)
        if self._one_in(12):
            regle["publie_jusqu_au"] = self._random.choice(DAYS[2:])
        if self._one_in(4):
            names = ("ouverture", "cloture", "debut", "fin")
            regle["appel"] = {name: self._random.choice(DAYS) for name in self._some(names)}
        return regle

    def _personne(self) -> dict[str, Any]:
        told = self._random.random()
        return {
            slug: self._answer(question)
            for slug, question in self.questions.items()
            if self._random.random() < told
        }

    def _answer(self, question: dict[str, Any]) -> Any:
        if self._one_in(8):
            return None
        if self._one_in(12):
            return self._random.choice(ODD)
        if "options" in question:
            values = [option["valeur"] for option in question["options"]]
            several = self._random.sample(values, self._random.randint(0, len(values)))
            return self._random.choice(values) if question["type"] == "choix" else several
        return self._random.choice(ANSWERS[question["type"]])
