"""Themes shown on the site (``thematiques.yml``)."""

from __future__ import annotations

from typing import Annotated

from site_builder.model.champs import Ferme, Fiche, Ligne, Liste, Nom, champ, obligatoire
from site_builder.model.commun import Mots
from site_builder.vocabulary.closed_values import THEMATIQUES


class Thematique(Fiche):
    """A theme, and the data·inclusion values that it gathers."""

    nom: Nom = obligatoire("Nom", "Le nom du thème.", "Se déplacer")
    description: Ligne | None = champ(
        "Description", "Ce que le thème rassemble.", "Permis, véhicule, transports."
    )
    data_inclusion: Annotated[tuple[Annotated[str, Ferme(THEMATIQUES)], ...], Liste] = champ(
        "data·inclusion",
        "Les thématiques de data·inclusion que ce thème rassemble.",
        ["mobilite--acceder-a-un-vehicule"],
        defaut=(),
    )
    mots: Mots = champ(
        "Mots de recherche",
        "D’autres mots que les gens emploient pour ce thème. La recherche s’en sert, et connaît"
        " déjà ceux des thématiques de data·inclusion ; aucune page ne les montre.",
        ["voiture", "passer le permis"],
        defaut=(),
    )
