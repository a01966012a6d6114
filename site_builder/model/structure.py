"""A structure: an organisation or a service that takes part in actions."""

from __future__ import annotations

from typing import Annotated

from site_builder.model.champs import (
    Degres,
    Ferme,
    Ligne,
    Liste,
    Nom,
    Resume,
    Siret,
    SiteWeb,
    Texte,
    champ,
    obligatoire,
)
from site_builder.model.commun import (
    FicheSourcee,
    Lignes,
    RefsContact,
    RefsTerritoire,
    RefStructure,
)
from site_builder.vocabulary.closed_values import CATEGORIES_STRUCTURE, RESEAUX_PORTEURS


class Structure(FicheSourcee):
    """An organisation, or one of its services."""

    nom: Nom = obligatoire("Nom", "Le nom de la structure.", "Association Fictive")
    sigle: Ligne | None = champ("Sigle", "Le sigle de la structure.", "CCAS")
    anciens_noms: Lignes = champ(
        "Anciens noms", "Les noms que la structure a portés.", ["Pôle emploi"], defaut=()
    )
    categorie: Annotated[str, Ferme(CATEGORIES_STRUCTURE)] | None = champ(
        "Catégorie", "La sorte de structure.", "ccas"
    )
    rattachement: RefStructure | None = champ(
        "Rattachement", "La structure dont celle-ci est un service.", "departement-de-l-isere"
    )
    resume: Resume | None = champ(
        "En bref", "Ce que fait la structure, en mots simples.", "Elle accueille les habitants."
    )
    description: Texte | None = champ(
        "Description", "Ce qu’il faut savoir de la structure.", "Elle couvre toute la commune."
    )
    territoires: RefsTerritoire = champ(
        "Territoires", "Où la structure intervient.", ["isere"], defaut=()
    )
    contacts: RefsContact = champ("Contacts", "Qui appeler.", ["service-insertion"], defaut=())
    reseaux_porteurs: Annotated[tuple[Annotated[str, Ferme(RESEAUX_PORTEURS)], ...], Liste] = champ(
        "Réseaux porteurs",
        "Les réseaux de la structure (data·inclusion).",
        ["ccas-cias"],
        defaut=(),
    )
    siret: Siret | None = champ("SIRET", "Le numéro à 14 chiffres.", "35600000000048")
    adresse: Ligne | None = champ("Adresse", "Le numéro et la voie.", "1 rue de l’Exemple")
    complement_adresse: Ligne | None = champ(
        "Complément d’adresse", "Le bâtiment, l’étage.", "Bâtiment B"
    )
    code_postal: Ligne | None = champ("Code postal", "Le code postal.", "62000")
    commune: Ligne | None = champ("Commune", "Le nom de la commune.", "Arras")
    code_insee: Ligne | None = champ("Code INSEE", "Le code officiel de la commune.", "62041")
    longitude: Degres | None = champ("Longitude", "En degrés décimaux.", 2.77)
    latitude: Degres | None = champ("Latitude", "En degrés décimaux.", 50.29)
    site_web: SiteWeb | None = champ("Site web", "L’adresse du site.", "https://www.exemple.fr")
