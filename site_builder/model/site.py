"""The publisher, the look and the legal data of the site (``site.yml``)."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from site_builder.model.accessibilite import NON_CONFORME, Accessibilite
from site_builder.model.champs import (
    Courriel,
    Ligne,
    Modele,
    Nom,
    NumeroTelephone,
    SiteWeb,
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


class ContactDuSite(Modele):
    """Whom to tell about the site itself: an error in a sheet, a page that cannot be read."""

    service: Nom = obligatoire(
        "Service", "La fonction ou le service qui répond.", "Service communication"
    )
    courriel: Courriel | None = champ("Courriel", "L’adresse du service.", "catalogue@exemple.fr")
    telephone: NumeroTelephone | None = champ("Téléphone", "Son numéro.", "01 99 00 12 34")
    formulaire: SiteWeb | None = champ(
        "Formulaire", "Le formulaire de contact en ligne.", "https://www.exemple.fr/contact"
    )


class Charte(Modele):
    """The look: two colours and a logo; and the one of texts that are easy to read."""

    couleur_principale: Couleur | None = champ(
        "Couleur principale",
        "La couleur des titres, des liens et de l’en-tête, sur fond clair.",
        "#1d4f5c",
    )
    couleur_accent: Couleur | None = champ(
        "Couleur d’accent", "La couleur de ce que l’on survole et choisit.", "#a4431f"
    )
    logo: Ligne | None = champ(
        "Logo", "Le fichier du logo, SVG ou PNG, dans le dossier du catalogue.", "logo.svg"
    )
    logo_falc: Ligne | None = champ(
        "Logo « Facile à lire »",
        "Le fichier du logo européen, SVG ou PNG, montré sur les textes FALC relus. Il appartient "
        "à Inclusion Europe : demandez-le, puis mettez-le dans le dossier du catalogue.",
        "facile-a-lire.svg",
    )


class Site(Modele):
    """The site itself."""

    nom: Nom = champ(
        "Nom", "Le nom du site.", "Catalogue de l’insertion", defaut="Catalogue de l’insertion"
    )
    nom_court: Ligne | None = champ(
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
        "Éditeur", "Qui publie le site, pour les mentions légales.", {"nom": "Département Fictif"}
    )
    hebergeur: Hebergeur | None = champ(
        "Hébergeur", "Qui héberge le site, pour les mentions légales.", {"nom": "Hébergeur Fictif"}
    )
    contact: ContactDuSite | None = champ(
        "Contact du site",
        "À qui signaler une erreur ou une difficulté\u00a0; l’éditeur, par défaut.",
        {"service": "Service communication", "courriel": "catalogue@exemple.fr"},
    )
    charte: Charte | None = champ(
        "Charte", "Les couleurs et le logo du site.", {"couleur_accent": "#a4431f"}
    )
    accessibilite: Accessibilite | None = champ(
        "Accessibilité", "De quoi faire la déclaration d’accessibilité.", {"etat": "non conforme"}
    )

    def conformite(self, today: date) -> str:
        """Return how the site conforms to the RGAA on ``today``, as an audit measured."""
        return self.accessibilite.conformite(today) if self.accessibilite else NON_CONFORME

    @property
    def courriel(self) -> str | None:
        """The e-mail address to write to about the site, when there is one."""
        contact = self.contact or self.editeur
        return contact.courriel if contact else None
