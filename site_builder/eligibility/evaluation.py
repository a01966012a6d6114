"""The result of a rule for some answers, and the reasons for it.

``eligibilite/evaluation.mjs`` says the same for browsers; the shared vectors and a
differential test hold the two together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from site_builder.eligibility.contexte import Appel, Contexte, Regle, Reponses
from site_builder.eligibility.criteres import (
    read_number,
    read_single,
    read_text,
    value_of_critere,
)
from site_builder.eligibility.disponibilite import Disponibilite, find_closed, find_to_come
from site_builder.eligibility.valeurs import Valeur, hold_all, hold_one, negate
from site_builder.model.condition import (
    Aucune,
    Condition,
    CriterePublicCible,
    CritereQuestion,
    CritereTerritoire,
    Feuille,
    Toutes,
    UneDe,
)

__all__ = ["Appel", "Contexte", "Evaluation", "Raison", "Regle", "Reponses", "evaluate"]

# The sentence of a leaf, or of its contrary; None: it has none.
Phrase = Callable[[Feuille, bool], str | None]
_BASES = {
    Valeur.VRAI: "oui",
    Valeur.FAUX: "non",
    Valeur.RESERVE: "sous-reserve",
    Valeur.INCONNU: "a-preciser",
}
_LISTES = {
    "satisfaites": Valeur.VRAI,
    "non_satisfaites": Valeur.FAUX,
    "inconnues": Valeur.INCONNU,
    "appreciations": Valeur.RESERVE,
}


@dataclass(frozen=True, slots=True)
class Raison:
    """A leaf and what is known of it: under ``aucune`` (``exclu``), of its contrary."""

    feuille: Feuille
    etat: Valeur
    exclu: bool = False

    @property
    def prioritaire(self) -> bool:
        """Whether the leaf ranks without excluding anybody."""
        return self.feuille.nature == "prioritaire"

    def to_json(self, phrase: Phrase) -> dict[str, Any]:
        """Return the leaf's own keys, then ``phrase``, ``etat``, and ``exclu`` when so."""
        written = {"phrase", "phrase_prescripteur"}
        dumped = self.feuille.model_dump(mode="json", exclude_none=True, exclude=written)
        if not self.prioritaire:
            del dumped["nature"]
        if (sentence := phrase(self.feuille, self.exclu)) is not None:
            dumped["phrase"] = sentence
        dumped["etat"] = self.etat.value
        return dumped | {"exclu": True} if self.exclu else dumped


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A result of the closed list ``RESULTATS``, and one reason for each leaf, in file order."""

    resultat: str
    disponibilite: Disponibilite | None
    raisons: tuple[Raison, ...]

    @property
    def satisfaites(self) -> tuple[Raison, ...]:
        """The reasons in favour."""
        return self._reasons(Valeur.VRAI)

    @property
    def non_satisfaites(self) -> tuple[Raison, ...]:
        """The reasons against."""
        return self._reasons(Valeur.FAUX)

    @property
    def inconnues(self) -> tuple[Raison, ...]:
        """The criteria that an answer would settle."""
        return self._reasons(Valeur.INCONNU)

    @property
    def appreciations(self) -> tuple[Raison, ...]:
        """The criteria that only a professional can settle."""
        return self._reasons(Valeur.RESERVE)

    @property
    def prioritaires(self) -> tuple[Raison, ...]:
        """The criteria that give a priority, whatever is known of them."""
        return tuple(raison for raison in self.raisons if raison.prioritaire)

    def to_json(self, phrase: Phrase) -> dict[str, Any]:
        """Return the evaluation as ``catalogue evaluate`` and browsers write it."""
        listes = {name: self._reasons(valeur) for name, valeur in _LISTES.items()}
        listes["prioritaires"] = self.prioritaires
        return {
            "resultat": self.resultat,
            "disponibilite": self.disponibilite.to_json() if self.disponibilite else None,
            **{name: [r.to_json(phrase) for r in found] for name, found in listes.items()},
        }

    def _reasons(self, etat: Valeur) -> tuple[Raison, ...]:
        return tuple(r for r in self.raisons if r.etat == etat and not r.prioritaire)


@dataclass(frozen=True, slots=True)
class Situation:
    """One person's answers in a ``Contexte``: what each condition is worth for them."""

    reponses: Reponses
    contexte: Contexte
    # Each public once; while it is being worked out, a loop of publics is left to a professional.
    _publics: dict[str, Valeur] = field(default_factory=dict)

    def value_of(self, condition: Condition) -> Valeur:
        """Return the value of a whole tree; left out by priorities alone, it is true."""
        return self.weigh(condition) or Valeur.VRAI

    def weigh(
        self, condition: Condition, exclu: bool = False, raisons: list[Raison] | None = None
    ) -> Valeur | None:
        """Return the value of a node, ``None`` when it is left out.

        ``raisons`` receives one reason for each leaf; ``exclu``: the node stands under an odd
        number of ``aucune``.
        """
        match condition:
            case Toutes():
                values = self._weigh_each(condition.toutes, exclu, raisons)
                return None if values is None else hold_all(values)
            case UneDe():
                values = self._weigh_each(condition.une_de, exclu, raisons)
                return None if values is None else hold_one(values)
            case Aucune():
                values = self._weigh_each(condition.aucune, not exclu, raisons)
                return None if values is None else negate(hold_one(values))
        value = self.value_of_leaf(condition)
        if raisons is not None:
            raisons.append(Raison(condition, negate(value) if exclu else value, exclu))
        return None if condition.nature == "prioritaire" else value

    def value_of_leaf(self, feuille: Feuille) -> Valeur:
        """Return the value of a leaf, its polarity and its nature apart."""
        match feuille:
            case CritereQuestion(question=question):
                genre = self.contexte.type_of(question)
                return value_of_critere(feuille, self.reponses.get(question), genre)
            case CriterePublicCible():
                return self._value_of_public(feuille.public_cible)
            case CritereTerritoire():
                commune = read_text(read_single(self.reponses.get(self.contexte.place)))
                if commune is None:
                    return Valeur.INCONNU
                inside = not self.contexte.territoires_of(commune).isdisjoint(feuille.territoire)
                return Valeur.VRAI if inside else Valeur.FAUX
            case _:
                return Valeur.RESERVE

    def older(self) -> Iterator[tuple[str, Situation]]:
        """Yield the same person within twelve months, with the question that is on the age.

        Each age by itself, month after month when it is counted in months; then all of them.
        """
        birthdays: dict[str, float] = {}
        for question in self.contexte.ages:
            age = read_number(read_single(self.reponses.get(question)))
            if age is not None:
                steps = self.contexte.steps_of(question)
                birthdays[question] = age + steps
                for step in range(1, steps + 1):
                    yield question, self._with({question: age + step})
        if len(birthdays) > 1:
            yield next(iter(birthdays)), self._with(birthdays)

    def _with(self, reponses: Reponses) -> Situation:
        return Situation({**self.reponses, **reponses}, self.contexte)

    def _weigh_each(
        self, conditions: Sequence[Condition], exclu: bool, raisons: list[Raison] | None
    ) -> set[Valeur] | None:
        values = {self.weigh(condition, exclu, raisons) for condition in conditions}
        counted = {value for value in values if value is not None}
        return counted if counted or not conditions else None

    def _value_of_public(self, public: str) -> Valeur:
        if public not in self._publics:
            self._publics[public] = Valeur.RESERVE
            condition = self.contexte.publics_cibles.get(public)
            if condition is not None:
                self._publics[public] = self.value_of(condition)
        return self._publics[public]


def evaluate(regle: Regle, reponses: Reponses, contexte: Contexte) -> Evaluation:
    """Return the result of ``regle`` for ``reponses``, with its reasons. Never raises."""
    situation = Situation(reponses, contexte)
    raisons: list[Raison] = []
    value = situation.weigh(regle.condition, raisons=raisons) or Valeur.VRAI
    resultat, disponibilite = judge(regle, situation, value)
    return Evaluation(resultat, disponibilite, tuple(raisons))


def judge(regle: Regle, situation: Situation, value: Valeur) -> tuple[str, Disponibilite | None]:
    """Return the result of a rule whose condition is worth ``value``, dates considered."""
    if closed := find_closed(regle, situation.contexte):
        return "non", closed
    favourable = value in (Valeur.VRAI, Valeur.RESERVE)
    if to_come := find_to_come(regle, situation.contexte):
        return "plus-tard" if favourable else _BASES[value], to_come
    if value is Valeur.FAUX:
        for question, older in situation.older():
            if older.value_of(regle.condition) in (Valeur.VRAI, Valeur.RESERVE):
                return "plus-tard", Disponibilite("age", question=question)
    return _BASES[value], None
