"""The path that an action belongs to, and the steps and rules of that path."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator

from site_builder.model.champs import Ferme, Ligne, Modele, Texte, champ, obligatoire
from site_builder.model.validation import shared
from site_builder.vocabulary.closed_values import PARCOURS


class Parcours(Modele):
    """One of the three paths of the law, and the name it bears locally."""

    nature: Annotated[str, Ferme(PARCOURS)] = obligatoire(
        "Parcours", "Le parcours d’orientation concerné.", "socioprofessionnel"
    )
    libelle_local: Ligne | None = champ(
        "Nom local",
        "Le nom que le Département donne à ce parcours.",
        "Parcours emploi renforcé (PER)",
    )


def _spell_out(value: object) -> object:
    """Accept ``parcours: social`` for a list of one path without a local name."""
    values = value if isinstance(value, list | tuple) else [value]
    return [{"nature": item} if isinstance(item, str) else item for item in values]


# What a file may hold, for the JSON Schema.
_Written = tuple[Parcours | Annotated[str, Ferme(PARCOURS)], ...]
_SpelledOut = BeforeValidator(_spell_out, json_schema_input_type=_Written)
ParcoursLocaux = Annotated[tuple[Annotated[Parcours, shared()], ...], _SpelledOut]


class Programme(Modele):
    """The departmental programme that an action belongs to."""

    nom: Ligne | None = champ("Nom", "Le nom du programme.", "Programme départemental d’insertion")
    axe: Ligne | None = champ("Axe", "L’axe du programme.", "Axe 2 : des parcours dynamiques")
    objectif: Ligne | None = champ("Objectif", "L’objectif du programme.", "Objectif n° 5")
    reference: Ligne | None = champ("Référence", "Le numéro de l’action.", "Action 2.1")


class Etape(Modele):
    """A step of the path, drawn as one box of the diagram."""

    titre: Ligne = obligatoire("Titre", "Le nom de l’étape.", "Premier entretien")
    description: Texte | None = champ(
        "Description", "Ce qui s’y passe.", "Faire connaissance et construire le parcours."
    )
    delai: Ligne | None = champ("Délai", "Quand l’étape a lieu.", "Dans les 2 mois")
    duree: Ligne | None = champ("Durée", "Combien de temps elle dure.", "6 mois")


class Modalite(Modele):
    """A rule of how the action is run, under a title of its own."""

    titre: Ligne = obligatoire("Titre", "Le sujet.", "Accueil du public")
    description: Texte = obligatoire(
        "Description", "La règle à suivre.", "L’entretien a lieu dans un espace confidentiel."
    )
