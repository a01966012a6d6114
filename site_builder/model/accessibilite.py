"""What the accessibility statement is made from.

The statement is the one of the « référentiel général d’amélioration de l’accessibilité »
(RGAA 4.1.2; arrêté of 20 September 2019, as amended). How much a site conforms follows from an
audit that is still current, and from nothing else.
"""

from __future__ import annotations

import datetime
from typing import Annotated

from pydantic import Field

from site_builder.model.champs import (
    Jour,
    Modele,
    Nom,
    Pourcentage,
    SiteWeb,
    Texte,
    champ,
    obligatoire,
)
from site_builder.model.commun import Lignes

NON_CONFORME = "non conforme"
PARTIELLEMENT = "partiellement conforme"
TOTALEMENT = "totalement conforme"

_YEARS = 3
_HALF = 50


class Audit(Modele):
    """What an audit of the site found."""

    date: Jour = obligatoire("Date", "Le jour où l’audit a été rendu.", "2025-11-03")
    auditeur: Nom = obligatoire(
        "Auditeur", "L’organisme ou le service qui l’a fait.", "Cabinet Fictif"
    )
    taux: Pourcentage = obligatoire("Taux", "La part des critères du RGAA respectés, en %.", "78,5")
    non_conformites: Lignes = champ(
        "Non-conformités",
        "Ce qui n’est pas accessible.",
        ["Le diagramme des étapes n’a pas de version en texte."],
        defaut=(),
    )
    derogations: Lignes = champ(
        "Dérogations",
        "Ce qui n’est pas accessible pour charge disproportionnée, et pourquoi.",
        ["Les anciens documents joints."],
        defaut=(),
    )
    contenus_exemptes: Lignes = champ(
        "Contenus exemptés",
        "Ce qui n’est pas soumis à l’obligation d’accessibilité.",
        ["Les documents d’autres organismes."],
        defaut=(),
    )
    pages: Lignes = champ(
        "Pages vérifiées", "Les pages sur lesquelles l’audit a porté.", ["Accueil"], defaut=()
    )
    environnements: Lignes = champ(
        "Environnement de test",
        "Les navigateurs et les lecteurs d’écran de l’audit.",
        ["Firefox et NVDA"],
        defaut=(),
    )
    outils: Lignes = champ(
        "Outils", "Les outils de l’audit.", ["Colour Contrast Analyser"], defaut=()
    )

    @property
    def conformite(self) -> str:
        """What the rate alone says: all criteria, at least half of them, or less."""
        if self.taux == 100:
            return TOTALEMENT
        return PARTIELLEMENT if self.taux >= _HALF else NON_CONFORME

    @property
    def expires(self) -> datetime.date:
        """The last day on which the audit says something of the site: three years later."""
        year = self.date.year + _YEARS
        # 29 February has no namesake three years later.
        day = 28 if (self.date.month, self.date.day) == (2, 29) else self.date.day
        return self.date.replace(year=year, day=day)


class Accessibilite(Modele):
    """The accessibility statement."""

    etat: (
        Annotated[str, Field(pattern="^(non conforme|partiellement conforme|totalement conforme)$")]
        | None
    ) = champ(
        "État",
        "La conformité au RGAA\u00a0: celle de l’audit, « non conforme » sans audit.",
        "non conforme",
    )
    precisions: Texte | None = champ(
        "Précisions", "Ce qu’il faut savoir de l’état du site.", "Aucun audit n’a été fait."
    )
    audit: Audit | None = champ(
        "Audit",
        "Le résultat du dernier audit.",
        {"date": "2025-11-03", "auditeur": "Cabinet Fictif", "taux": "78,5"},
    )
    etablie_le: Jour | None = champ(
        "Établie le",
        "Le jour où la déclaration a été établie\u00a0; à défaut, celui de l’audit.",
        "2025-11-10",
    )
    schema_pluriannuel: SiteWeb | None = champ(
        "Schéma pluriannuel",
        "L’adresse du schéma pluriannuel de mise en accessibilité.",
        "https://www.exemple.fr/schema",
    )
    plan_annuel: SiteWeb | None = champ(
        "Plan d’actions",
        "L’adresse du plan d’actions de l’année.",
        "https://www.exemple.fr/plan",
    )

    def conformite(self, today: datetime.date) -> str:
        """Return how the site conforms to the RGAA on ``today``.

        Without an audit, and once it is too old, a site is « non conforme »: the référentiel
        calls so a site that no current audit has measured.
        """
        if self.audit is None or not self.audit.date <= today <= self.audit.expires:
            return NON_CONFORME
        return self.audit.conformite
