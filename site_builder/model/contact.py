"""A contact: a function to call or write to, never a person's name."""

from __future__ import annotations

from site_builder.model.champs import (
    Courriel,
    Ligne,
    NumeroTelephone,
    Texte,
    champ,
    obligatoire,
)
from site_builder.model.commun import FicheSourcee, RefsTerritoire, RefStructure


class Contact(FicheSourcee):
    """A function that answers the public or the professionals."""

    fonction: Ligne = obligatoire(
        "Fonction",
        "Le service ou la fonction, jamais le nom d’une personne.",
        "Accueil du service insertion",
    )
    structure: RefStructure | None = champ(
        "Structure", "La structure qui répond.", "association-fictive"
    )
    territoires: RefsTerritoire = champ(
        "Territoires", "Les territoires pour lesquels ce contact répond.", ["isere"], defaut=()
    )
    telephone: NumeroTelephone | None = champ(
        "Téléphone", "Le numéro, avec ou sans espaces.", "01 99 00 12 34"
    )
    courriel: Courriel | None = champ(
        "Courriel", "L’adresse électronique du service.", "insertion@exemple.fr"
    )
    horaires_accueil: Ligne | None = champ(
        "Horaires", "Les horaires d’accueil (format OpenStreetMap).", "Mo-Fr 09:00-12:00"
    )
    precisions: Texte | None = champ(
        "Précisions", "Quand et pourquoi l’appeler.", "Pour les questions de prescription."
    )

    @property
    def nom(self) -> str:
        """What a list shows for this contact."""
        return self.fonction
