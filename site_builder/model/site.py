"""The publisher, the look and the legal data of the site (``site.yml``)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from site_builder.model.champs import (
    Courriel,
    Ligne,
    Modele,
    Nom,
    NumeroTelephone,
    SiteWeb,
    Texte,
    champ,
    obligatoire,
)
from site_builder.model.commun import Lignes

Couleur = Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")]


class Editeur(Modele):
    """Who publishes the site."""

    nom: Nom = obligatoire("Nom", "Le nom de l’éditeur.", "Département Fictif")
    adresse: Ligne | None = champ("Adresse", "L’adresse postale.", "1 rue de l’Exemple")
    telephone: NumeroTelephone | None = champ("Téléphone", "Le standard.", "01 99 00 12 34")
    courriel: Courriel | None = champ("Courriel", "L’adresse du service.", "catalogue@exemple.fr")
    site_web: SiteWeb | None = champ("Site web", "Le site de l’éditeur.", "https://www.exemple.fr")
    directeur_publication: Ligne | None = champ(
        "Direction de la publication",
        "La fonction qui répond du site.",
        "Présidence du Département",
    )


class Hebergeur(Modele):
    """Who hosts the site."""

    nom: Nom = obligatoire("Nom", "Le nom de l’hébergeur.", "Hébergeur Fictif")
    adresse: Ligne | None = champ("Adresse", "L’adresse postale.", "2 rue de l’Exemple")
    telephone: NumeroTelephone | None = champ("Téléphone", "Le standard.", "01 99 00 12 34")


class Charte(Modele):
    """The look: two colours and a logo."""

    couleur_principale: Couleur | None = champ(
        "Couleur principale", "La couleur des titres et de l’en-tête.", "#1d4f5c"
    )
    couleur_accent: Couleur | None = champ(
        "Couleur d’accent", "La couleur des liens et des boutons.", "#a4431f"
    )
    logo: Ligne | None = champ("Logo", "Le fichier du logo.", "logo.svg")


class Accessibilite(Modele):
    """What the accessibility statement is made from."""

    etat: Annotated[
        str, Field(pattern="^(non conforme|partiellement conforme|totalement conforme)$")
    ] = champ("État", "La conformité au RGAA.", "non conforme", defaut="non conforme")
    precisions: Texte | None = champ(
        "Précisions", "Ce qui a été mesuré.", "Aucun audit n’a été fait."
    )


class Site(Modele):
    """The site itself."""

    nom: Nom = champ(
        "Nom", "Le nom du site.", "Catalogue de l’insertion", defaut="Catalogue de l’insertion"
    )
    nom_court: Annotated[Ligne, Field(max_length=20)] | None = champ(
        "Nom court",
        "Le nom sous l’icône du site installé sur un appareil : 12 lettres se lisent en entier.",
        "Insertion",
    )
    description: Ligne | None = champ(
        "Description",
        "Le site en une phrase, pour les moteurs de recherche.",
        "Les aides près de chez vous.",
    )
    departements: Lignes = champ(
        "Départements", "Les codes des départements couverts.", ["62"], defaut=()
    )
    editeur: Editeur | None = champ(
        "Éditeur",
        "Qui publie le site ; servira aux mentions légales.",
        {"nom": "Département Fictif"},
    )
    hebergeur: Hebergeur | None = champ(
        "Hébergeur",
        "Qui héberge le site ; servira aux mentions légales.",
        {"nom": "Hébergeur Fictif"},
    )
    charte: Charte | None = champ(
        "Charte",
        "Les couleurs et le logo ; pas encore appliqués au site.",
        {"couleur_accent": "#a4431f"},
    )
    accessibilite: Accessibilite | None = champ(
        "Accessibilité", "Servira à la déclaration d’accessibilité.", {"etat": "non conforme"}
    )
