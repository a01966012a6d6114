"""A territoire: a département, an EPCI, a commune, or a local insertion territory."""

from __future__ import annotations

from typing import Annotated

from site_builder.model.champs import (
    Ferme,
    Ligne,
    Nom,
    Resume,
    Texte,
    champ,
    obligatoire,
)
from site_builder.model.commun import FicheSourcee, Lignes, RefTerritoire
from site_builder.vocabulary.closed_values import NATURES_TERRITOIRE


class Territoire(FicheSourcee):
    """A place where actions are offered, within its parent."""

    nom: Nom = obligatoire("Nom", "Le nom du territoire.", "Artois")
    nature: Annotated[str, Ferme(NATURES_TERRITOIRE)] = obligatoire(
        "Nature", "La sorte de territoire.", "insertion"
    )
    code: Ligne | None = champ(
        "Code", "Le code officiel : département (« 62 »), EPCI (SIREN) ou commune (INSEE).", "62"
    )
    communes: Lignes = champ(
        "Communes", "Les codes INSEE des communes du territoire.", ["62041"], defaut=()
    )
    epci: Lignes = champ(
        "EPCI", "Les codes SIREN des EPCI du territoire.", ["200033579"], defaut=()
    )
    parent: RefTerritoire | None = champ(
        "Parent", "Le territoire dont celui-ci fait partie.", "pas-de-calais"
    )
    resume: Resume | None = champ(
        "En bref", "Le territoire en une phrase.", "L’ouest du département."
    )
    description: Texte | None = champ(
        "Description", "Ce qu’il faut savoir du territoire.", "Il couvre neuf services locaux."
    )
