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

CLE_PATTERN = r"^[a-z0-9]+([_-][a-z0-9]+)*$"

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
