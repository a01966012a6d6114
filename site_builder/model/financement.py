"""Money, capacity, indicators and calls for projects."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from site_builder.model.champs import (
    Entier,
    Ferme,
    Jour,
    Ligne,
    Liste,
    Modele,
    Montant,
    Pourcentage,
    Texte,
    champ,
    obligatoire,
)
from site_builder.model.validation import shared
from site_builder.vocabulary.closed_values import UNITES_FINANCEMENT


class Part(Modele):
    """A share of a funding line, in per cent of the line."""

    libelle: Ligne = obligatoire("Libellé", "Le nom de la part.", "Part qualitative")
    pourcentage: Pourcentage = obligatoire(
        "Pourcentage", "La part, en pour cent du montant de la ligne.", 50
    )
    precision: Ligne | None = champ(
        "Précision", "Ce que paie cette part.", "La qualité des parcours"
    )
    parts: Annotated[tuple[Part, ...], Liste] = champ(
        "Sous-parts",
        "Le détail de la part ; les sous-parts s’additionnent pour donner la part.",
        [{"libelle": "Respect des procédures", "pourcentage": 15}],
        defaut=(),
    )


class Versement(Modele):
    """One of the payments of a funding line."""

    libelle: Ligne = obligatoire("Libellé", "Le nom du versement.", "Avance")
    moment: Ligne | None = champ("Moment", "Quand il a lieu.", "À la signature de la convention")
    pourcentage: Pourcentage | None = champ("Pourcentage", "Sa part du montant.", 50)
    condition: Ligne | None = champ("Condition", "Ce dont il dépend.", "Au vu du bilan")


class Financement(Modele):
    """A funding line: an amount for a unit, its parts and its payments."""

    libelle: Ligne = obligatoire("Libellé", "Ce qui est financé.", "Place d’accompagnement")
    montant: Montant | None = champ("Montant", "Le montant en euros.", 80)
    unite: Annotated[str, Ferme(UNITES_FINANCEMENT)] | None = champ(
        "Unité", "Ce pour quoi le montant est donné.", "place"
    )
    base: Ligne | None = champ(
        "Base", "Comment le montant est calculé.", "Une année pleine sans rupture de contrat"
    )
    parts: Annotated[tuple[Annotated[Part, shared()], ...], Liste] = champ(
        "Parts",
        "Le partage du montant ; les parts font 100 %.",
        [{"libelle": "Part quantitative", "pourcentage": 50}],
        defaut=(),
    )
    versements: Annotated[tuple[Annotated[Versement, shared()], ...], Liste] = champ(
        "Versements", "Quand l’argent est versé.", [{"libelle": "Avance"}], defaut=()
    )
    precisions: Texte | None = champ(
        "Précisions", "Ce que le financement couvre.", "Les frais de personnel et de déplacement."
    )


class Capacite(Modele):
    """How many people can be followed."""

    file_active: Entier | None = champ(
        "File active", "Le nombre de personnes suivies en même temps.", 70
    )
    places_max_par_etp: Entier | None = champ(
        "Places par ETP", "Le nombre maximal de places pour un équivalent temps plein.", 250
    )
    precisions: Texte | None = champ(
        "Précisions", "Comment les places sont attribuées.", "Selon les besoins du territoire."
    )


class Indicateur(Modele):
    """Something measured, with what is expected and its weight."""

    libelle: Ligne = obligatoire("Libellé", "Ce qui est mesuré.", "Taux de contractualisation")
    rubrique: Ligne | None = champ(
        "Rubrique", "Le sous-titre sous lequel le ranger.", "Partenariat"
    )
    seuil: Ligne | None = champ("Seuil", "Ce qu’il faut atteindre.", "80 % au moins")
    precision: Texte | None = champ("Précision", "Comment c’est compté.", "Contrats validés")
    poids: Pourcentage | None = champ("Poids", "La part dans l’évaluation, en pour cent.", 15)
    indicateurs: Annotated[tuple[Indicateur, ...], Liste] = champ(
        "Détail",
        "Les indicateurs que celui-ci regroupe.",
        [{"libelle": "Délai de signature"}],
        defaut=(),
    )


class Convention(Modele):
    """The period that a convention covers."""

    debut: Jour | None = champ("Début", "Le premier jour de la convention.", "2025-01-01")
    fin: Jour | None = champ("Fin", "Le dernier jour de la convention.", "2025-06-30")
    duree: Ligne | None = champ("Durée", "La durée écrite dans le texte.", "6 mois")


class AppelAProjets(Modele):
    """A call for projects: when it opens and closes, how to answer, what is asked after."""

    ouverture: Jour | None = champ("Ouverture", "Le premier jour de dépôt.", "2025-01-15")
    cloture: Jour | None = champ("Clôture", "Le dernier jour de dépôt, compris.", "2025-02-14")
    convention: Annotated[Convention, shared()] | None = champ(
        "Convention", "La période financée.", {"debut": "2025-01-01", "fin": "2025-06-30"}
    )
    depot: Texte | None = champ("Dépôt", "Comment déposer sa candidature.", "En ligne.")
    bilan: Texte | None = champ(
        "Bilan", "Le bilan à rendre, et quand.", "Au 31 mars de l’année suivante."
    )
    precisions: Texte | None = champ(
        "Précisions", "Ce qu’il faut savoir de l’appel.", "Places limitées."
    )

    def etat(self, today: date) -> str | None:
        """Return « a-venir », « ouvert » or « clos » on ``today``, ``None`` without a date."""
        if self.ouverture and today < self.ouverture:
            return "a-venir"
        if self.cloture and self.cloture < today:
            return "clos"
        return "ouvert" if self.ouverture or self.cloture else None
