"""A public cible: a group of people that actions are meant for."""

from __future__ import annotations

from typing import Annotated

from site_builder.model.champs import (
    Ferme,
    Liste,
    Nom,
    Resume,
    Texte,
    champ,
    obligatoire,
)
from site_builder.model.commun import FicheSourcee
from site_builder.model.condition import Condition
from site_builder.vocabulary.closed_values import PUBLICS


class PublicCible(FicheSourcee):
    """A group of people, and the conditions for belonging to it."""

    nom: Nom = obligatoire("Nom", "Le nom du public.", "Allocataires du RSA")
    resume: Resume | None = champ(
        "En bref", "De qui il s’agit, en mots simples.", "Vous touchez le RSA."
    )
    description: Texte | None = champ(
        "Description", "Les mots du texte officiel.", "Les allocataires du RSA sans enfant."
    )
    conditions: Condition | None = champ(
        "Conditions",
        "Ce qu’il faut pour faire partie de ce public.",
        {"question": "rsa", "egal": "oui"},
    )
    data_inclusion: Annotated[tuple[Annotated[str, Ferme(PUBLICS)], ...], Liste] = champ(
        "data·inclusion",
        "Les publics de data·inclusion à exporter.",
        ["beneficiaires-des-minimas-sociaux"],
        defaut=(),
    )
