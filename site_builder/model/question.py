"""Questions that conditions may ask, worded for each reader (``questions.yml``)."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from site_builder.model.champs import (
    Entier,
    Ferme,
    Fiche,
    Ligne,
    Liste,
    Modele,
    Nombre,
    OuiNon,
    Reference,
    champ,
    obligatoire,
)
from site_builder.vocabulary.closed_values import TYPES_QUESTION
from site_builder.vocabulary.typographie import fold

CLE_PATTERN = r"^[a-z0-9]+([_-][a-z0-9]+)*$"

# Units that are counted one by one, folded. The list is closed: of a unit that is not here
# (« € », « km », « h », « ETP »), a part may be an answer, and to shut it out would be wrong.
_COUNTED = frozenset(
    """
    an ans annee annees trimestre trimestres mois semaine semaines jour jours fois
    enfant enfants personne personnes adulte adultes place places
    salarie salaries benevole benevoles participant participants
    """.split()
)

CleQuestion = Annotated[str, Reference("questions")]


class Libelle(Modele):
    """The same question, worded for each reader."""

    beneficiaire: Ligne | None = champ(
        "Pour la personne",
        "La question posée à la personne, avec « vous ».",
        "Quel âge avez-vous ?",
    )
    prescripteur: Ligne | None = champ(
        "Pour le référent", "La question posée au référent.", "Quel âge a la personne ?"
    )
    porteur: Ligne | None = champ(
        "Pour la structure",
        "La question posée à une structure.",
        "Votre structure est-elle labellisée ?",
    )

    @model_validator(mode="after")
    def _someone_is_asked(self) -> Libelle:
        if not (self.beneficiaire or self.prescripteur or self.porteur):
            raise PydanticCustomError("CAT-E510", "a question needs at least one wording")
        return self


# What stands for the answer in an affirmation.
REPONSE = "{reponse}"


def _with_answer(text: str) -> str:
    if text.count(REPONSE) != 1:
        context = {"marque": REPONSE}
        raise PydanticCustomError("CAT-E525", "one place for the answer is wanted", context)
    return text


Enonciation = Annotated[Ligne, AfterValidator(_with_answer)]


class Affirmation(Modele):
    """The sentence that an answer makes, for each reader."""

    beneficiaire: Enonciation | None = champ(
        "Pour la personne",
        "La phrase lue par la personne, avec « vous ».",
        "Votre logement est {reponse}.",
    )
    prescripteur: Enonciation | None = champ(
        "Pour le référent",
        "La phrase lue par le référent.",
        "Le logement de la personne est {reponse}.",
    )
    porteur: Enonciation | None = champ(
        "Pour la structure",
        "La phrase lue par une structure.",
        "Votre structure a le statut {reponse}.",
    )


# The options of a multiple choice that stand alone: nobody is hindered by nothing and by
# something. The questionnaires untick the others.
SEULES = frozenset({"aucun", "aucune"})


class Option(Modele):
    """One of the answers that a question offers."""

    valeur: Annotated[str, Field(pattern=CLE_PATTERN, max_length=60)] = obligatoire(
        "Valeur", "La valeur écrite dans les conditions.", "aucun"
    )
    libelle: Ligne = obligatoire(
        "Libellé", "La réponse telle qu’on la lit.", "Aucun enfant à charge"
    )
    aide: Ligne | None = champ(
        "Aide", "Une précision sous la réponse.", "Enfants de moins de 18 ans"
    )


def _distinct(options: tuple[Option, ...]) -> tuple[Option, ...]:
    seen: set[str] = set()
    for rank, option in enumerate(options):
        if option.valeur in seen:
            context = {"option": option.valeur, "within": (rank, "valeur")}
            raise PydanticCustomError("CAT-E511", "option given twice", context)
        seen.add(option.valeur)
    return options


class Question(Fiche):
    """A question; « je ne sais pas » is always possible and is not one of its options."""

    libelle: Libelle = obligatoire(
        "Libellé",
        "La question, pour chacun de ses lecteurs.",
        {"beneficiaire": "Quel âge avez-vous ?"},
    )
    affirmation: Affirmation | None = champ(
        "Affirmation",
        "La phrase d’une réponse, quand celle que le site tire de la question ne va pas ; "
        "« {reponse} » y tient la place de la réponse.",
        {"beneficiaire": "Votre logement est {reponse}."},
    )
    aide: Ligne | None = champ("Aide", "Ce qui aide à répondre.", "Comptez en années révolues.")
    pourquoi: Ligne | None = champ(
        "Pourquoi",
        "Pourquoi la question est posée.",
        "Certaines actions sont réservées aux jeunes.",
    )
    type: Annotated[str, Ferme(TYPES_QUESTION)] = obligatoire(
        "Type", "La forme de la réponse.", "nombre"
    )
    options: Annotated[tuple[Option, ...], Liste, AfterValidator(_distinct)] = champ(
        "Réponses",
        "Les réponses proposées (choix et choix multiple).",
        [{"valeur": "aucun", "libelle": "Aucun enfant"}],
        defaut=(),
    )
    unite: Ligne | None = champ("Unité", "L’unité du nombre.", "ans")
    min: Nombre | None = champ("Minimum", "Le plus petit nombre possible.", 0)
    max: Nombre | None = champ("Maximum", "Le plus grand nombre possible.", 120)
    sensible: OuiNon = champ(
        "Sensible",
        "« oui » pour la santé et ce qui s’en approche : question facultative, posée en dernier.",
        "oui",
        defaut=False,
    )
    ordre: Entier | None = champ("Ordre", "Le rang de la question, à égalité d’utilité.", 10)
    rubrique: Ligne | None = champ(
        "Rubrique",
        "Le titre sous lequel la ranger, là où toutes les questions sont sur une page.",
        "Projet et accompagnement",
    )

    @property
    def compte_en_entiers(self) -> bool:
        """Whether its number is a whole one.

        The question alone decides, so that what is said of one rule never depends on the
        bounds of another: things that are counted, or a number without a unit, unless its own
        limits have decimals.
        """
        limits = (self.min, self.max)
        if any(limit is not None and limit % 1 != 0 for limit in limits):
            return False
        return self.type == "nombre" and (self.unite is None or fold(self.unite) in _COUNTED)

    @model_validator(mode="after")
    def _fits_its_type(self) -> Question:
        choice = self.type in ("choix", "choix-multiple")
        if choice and len(self.options) < 2:
            raise PydanticCustomError(
                "CAT-E512", "a choice needs two options", {"within": ("type",)}
            )
        if self.options and not choice:
            context = {"type": self.type, "within": ("options",)}
            raise PydanticCustomError("CAT-E513", "options without a choice", context)
        if self.min is not None and self.max is not None and self.min > self.max:
            raise PydanticCustomError("CAT-E514", "min above max", {"within": ("max",)})
        return self
