"""Eligibility conditions: a tree of ``toutes``, ``une_de``, ``aucune`` and leaves.

The meaning of each node is fixed by the catalogue format (« Conditions »); the trees are
only parsed and validated here, evaluation belongs to ``site_builder.eligibility``.
"""

from __future__ import annotations

from typing import Annotated, Any, cast

from pydantic import Discriminator, SerializeAsAny, Tag, model_validator
from pydantic_core import PydanticCustomError

from site_builder.model.champs import (
    Ferme,
    Jour,
    Ligne,
    Liste,
    Modele,
    Nombre,
    Prose,
    champ,
    obligatoire,
)
from site_builder.model.commun import RefPublicCible, RefsTerritoire
from site_builder.model.question import CleQuestion
from site_builder.model.validation import shared
from site_builder.vocabulary.closed_values import NATURES_CONDITION

Valeur = Annotated[str, Prose(riche=False)]
Valeurs = Annotated[tuple[str, ...], Liste]

OPERATEURS = (
    "egal",
    "parmi",
    "sauf",
    "contient_un_de",
    "contient_toutes",
    "min",
    "max",
    "plus_de",
    "moins_de",
    "avant",
    "apres",
)
# Two operators may stand together only as the two ends of one interval.
_INTERVALLES = ({"min", "plus_de"}, {"max", "moins_de"}), ({"apres"}, {"avant"})


class _Feuille(Modele):
    """What every leaf may carry."""

    nature: Annotated[str, Ferme(NATURES_CONDITION)] = champ(
        "Nature",
        "« prioritaire » : le critère n’exclut personne, il donne une priorité.",
        "prioritaire",
        defaut="obligatoire",
    )
    phrase: Ligne | None = champ(
        "Phrase",
        "La phrase montrée au public ; sans elle, la phrase est tirée de la règle.",
        "Vous n’avez pas d’enfant à charge.",
    )
    phrase_prescripteur: Ligne | None = champ(
        "Phrase pour le référent",
        "La même phrase pour le référent qui répond pour une personne ; sans elle, la phrase est "
        "tirée de la règle.",
        "La personne n’a pas d’enfant à charge.",
    )
    source: Ligne | None = champ(
        "Source", "Le passage du texte qui pose ce critère.", "Fiche 2.4, publics"
    )


class CritereQuestion(_Feuille):
    """A leaf on the answer to a question."""

    question: CleQuestion = obligatoire(
        "Question", "La clé de la question, dans « questions.yml ».", "age"
    )
    egal: str | None = champ("Égal à", "La réponse attendue.", "oui")
    parmi: Valeurs | None = champ("Parmi", "Les réponses qui conviennent.", ["aucun"])
    sauf: Valeurs | None = champ("Sauf", "Les réponses qui ne conviennent pas.", ["sorti"])
    contient_un_de: Valeurs | None = champ(
        "Contient un de", "Au moins une de ces réponses (choix multiple).", ["mobilite"]
    )
    contient_toutes: Valeurs | None = champ(
        "Contient toutes", "Toutes ces réponses (choix multiple).", ["mobilite", "logement"]
    )
    min: Nombre | None = champ("Au moins", "Le plus petit nombre admis, compris.", 18)
    max: Nombre | None = champ("Au plus", "Le plus grand nombre admis, compris.", 25)
    plus_de: Nombre | None = champ("Plus de", "Strictement plus que ce nombre.", 18)
    moins_de: Nombre | None = champ("Moins de", "Strictement moins que ce nombre.", 26)
    avant: Jour | None = champ("Avant le", "Au plus tard ce jour, compris.", "2025-12-31")
    apres: Jour | None = champ("Après le", "Au plus tôt ce jour, compris.", "2025-01-01")

    @property
    def operateurs(self) -> dict[str, Any]:
        """The operators written on this leaf, with their operands."""
        values = self.__dict__
        return {nom: valeur for nom in OPERATEURS if (valeur := values[nom]) is not None}

    @model_validator(mode="after")
    def _one_test(self) -> CritereQuestion:
        values = self.__dict__
        names = {name for name in OPERATEURS if values[name] is not None}
        if len(names) == 1:
            return self
        if not names:
            raise PydanticCustomError(
                "CAT-E502", "no operator", {"operators": ", ".join(OPERATEURS)}
            )
        interval = any(
            names <= low | high and len(names & low) <= 1 and len(names & high) <= 1
            for low, high in _INTERVALLES
        )
        if not interval:
            raise PydanticCustomError(
                "CAT-E503", "too many operators", {"operators": ", ".join(sorted(names))}
            )
        return self


class CriterePublicCible(_Feuille):
    """A leaf that holds when the conditions of a public cible hold."""

    public_cible: RefPublicCible = obligatoire(
        "Public cible",
        "Le nom du fichier du public, sans « .yml ».",
        "allocataires-du-rsa",
    )


class CritereTerritoire(_Feuille):
    """A leaf that holds when the person lives in one of the territoires."""

    territoire: RefsTerritoire = obligatoire(
        "Territoire", "Les territoires où il faut habiter.", ["isere"], min_length=1
    )


class Appreciation(_Feuille):
    """A leaf that only a professional can settle."""

    appreciation: Ligne = obligatoire(
        "Appréciation",
        "Ce qu’un professionnel doit apprécier : aucune réponse ne peut le décider.",
        "Validation par le service local",
    )


class Toutes(Modele):
    """Holds when every one of its conditions holds; empty, it holds."""

    toutes: tuple[Condition, ...] = obligatoire(
        "Toutes",
        "Toutes ces conditions doivent être remplies.",
        [{"question": "rsa", "egal": "oui"}],
    )


class UneDe(Modele):
    """Holds when at least one of its conditions holds."""

    une_de: tuple[Condition, ...] = obligatoire(
        "Une de",
        "Au moins une de ces conditions doit être remplie.",
        [{"question": "age", "max": 25}],
    )

    @model_validator(mode="after")
    def _not_empty(self) -> UneDe:
        if not self.une_de:
            raise PydanticCustomError(
                "CAT-E504", "an empty une_de never holds", {"within": ("une_de",)}
            )
        return self


class Aucune(Modele):
    """Holds when none of its conditions holds."""

    aucune: tuple[Condition, ...] = obligatoire(
        "Aucune",
        "Aucune de ces conditions ne doit être remplie.",
        [{"question": "rsa", "egal": "sorti"}],
    )


Feuille = CritereQuestion | CriterePublicCible | CritereTerritoire | Appreciation
Groupe = Toutes | UneDe | Aucune

NOEUDS: dict[str, type[Modele]] = {
    "toutes": Toutes,
    "une_de": UneDe,
    "aucune": Aucune,
    "question": CritereQuestion,
    "public_cible": CriterePublicCible,
    "territoire": CritereTerritoire,
    "appreciation": Appreciation,
}


GROUPES: dict[type[Condition], str] = {Toutes: "toutes", UneDe: "une_de", Aucune: "aucune"}
"""The key, the only one, under which each kind of group has its conditions."""


# Marks the names that pydantic gives to nodes in the location of an error: they are no keys
# of the file, and no key of a YAML file can begin like this without quotes.
TAG_MARK = "@"


def _node_name(value: Any) -> str | None:
    """Return the tag of the node that ``value`` is, from the one key that names it."""
    keys = value if isinstance(value, dict) else getattr(type(value), "model_fields", {})
    names = NOEUDS.keys() & keys.keys()
    return TAG_MARK + names.pop() if len(names) == 1 else None


Condition = Annotated[
    Annotated[Toutes, Tag(TAG_MARK + "toutes")]
    | Annotated[UneDe, Tag(TAG_MARK + "une_de")]
    | Annotated[Aucune, Tag(TAG_MARK + "aucune")]
    | Annotated[CritereQuestion, shared(), Tag(TAG_MARK + "question")]
    | Annotated[CriterePublicCible, shared(), Tag(TAG_MARK + "public_cible")]
    | Annotated[CritereTerritoire, shared(), Tag(TAG_MARK + "territoire")]
    | Annotated[Appreciation, shared(), Tag(TAG_MARK + "appreciation")],
    Discriminator(
        _node_name,
        custom_error_type="CAT-E501",
        custom_error_message="a condition needs exactly one of its keys",
    ),
    # What is written of a node is its own: unions try what each of their models would write.
    SerializeAsAny(),
]

for _model in (Toutes, UneDe, Aucune):
    _model.model_rebuild()


def children(condition: Condition) -> tuple[Condition, ...]:
    """Return the conditions directly below a group, nothing below a leaf."""
    # By type: trees are walked a lot, and models are slow to tell what they are instances of.
    name = GROUPES.get(type(condition))
    return getattr(condition, name) if name else ()


def leaves(condition: Condition) -> list[Feuille]:
    """Return the leaves of ``condition`` in the order of the file."""
    found: list[Feuille] = []
    # Last in, first out.
    waiting = [condition]
    while waiting:
        node = waiting.pop()
        name = GROUPES.get(type(node))
        if name is None:
            found.append(cast("Feuille", node))
        else:
            waiting += getattr(node, name)[::-1]
    return found


def wanted_publics(condition: Condition) -> list[str]:
    """Return the publics that ``condition`` asks for, not those that it shuts out."""
    found: list[str] = []
    # Last in, first out.
    waiting = [condition]
    while waiting:
        node = waiting.pop()
        if type(node) is CriterePublicCible:
            found.append(node.public_cible)
        elif type(node) is not Aucune:
            waiting += children(node)[::-1]
    return found


class Eligibilite(Modele):
    """Who may benefit from an action, and which organisation may carry it."""

    beneficiaire: Condition | None = champ(
        "Bénéficiaire",
        "Les conditions pour bénéficier de l’action (et pour la prescrire à une personne).",
        {"toutes": [{"public_cible": "allocataires-du-rsa"}]},
    )
    porteur: Condition | None = champ(
        "Porteur",
        "Les conditions pour porter l’action ou répondre à l’appel à projets.",
        {"toutes": [{"question": "label", "egal": "oui"}]},
    )
